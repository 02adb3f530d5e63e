"""The web server, gunicorn.

The port is bound first, so that a port in use is reported before any work is done; connections are accepted
when the snapshot is built. Each worker opens the snapshot for itself after the fork, because open files and
locks cannot be shared between processes.
"""

import errno
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from functools import partial
from glob import escape
from pathlib import Path

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from showcase.errors import ShowcaseError
from showcase.helper_process import HelperProcess
from showcase.resources import program_version
from showcase.settings import Bind, Settings

# How many connections may wait to be accepted.
_BACKLOG = 512
# How many seconds a response may still take after the server was told to stop.
_GRACE_SECONDS = 10
# The longest that gunicorn allows to set: about 900 letters of Bengali, percent-encoded.
_MAX_REQUEST_LINE_BYTES = 8190
# A worker shows that it is alive by touching a file; on a busy disk that could come too late.
_HEARTBEAT_FOLDER = "/dev/shm"  # noqa: S108 - gunicorn unlinks the file as soon as it is open
# The signals that stop gunicorn.
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)

_LOOPBACK_BY_WILDCARD = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound
_ADVICE_BY_ERRNO = {
    errno.EADDRINUSE: "the port is in use; stop the program that listens there, or choose another port with "
    "SHOWCASE_BIND (port 0 is any free one).",
    errno.EACCES: "this user is not allowed to; choose a port above 1023 with SHOWCASE_BIND.",
    errno.EADDRNOTAVAIL: "this machine does not have that address; choose 127.0.0.1 with SHOWCASE_BIND.",
}


def bind_socket(bind: Bind) -> socket.socket:
    """Bind a socket to an address, without accepting connections.

    Raises:
        ShowcaseError: the address cannot be used; the message says why and what to do.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(*bind, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
    except OSError as error:
        raise _listen_error(bind, error) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise _listen_error(bind, error) from error
    return listener


def _listen_error(bind: Bind, error: OSError) -> ShowcaseError:
    advice = _ADVICE_BY_ERRNO.get(
        error.errno or 0, f"{error.strerror}; choose another with SHOWCASE_BIND."
    )
    return ShowcaseError(f"Cannot listen on {bind}: {advice}")


def browser_url(listener: socket.socket) -> str:
    """The address to open in a browser on this machine."""
    host, port, *_ = listener.getsockname()
    return f"http://{Bind(_LOOPBACK_BY_WILDCARD.get(host, host), port)}/"


def run(  # noqa: PLR0913 - all by name
    make_app: Callable[[], Flask],
    listener: socket.socket,
    settings: Settings,
    *,
    on_ready: Callable[[], None],
    reload_folders: Iterable[Path] | None = None,
    helper: HelperProcess | None = None,
) -> None:
    """Serve until the process is told to stop, then exit with 0.

    Args:
        make_app: called in each worker.
        listener: from bind_socket; it must not be used afterwards.
        settings: how many workers and threads.
        on_ready: called when connections are accepted.
        reload_folders: for development: restart when the code or a file in one of these folders changes; None
            for never.
        helper: runs beside the workers; None for none.

    Raises:
        ShowcaseError: another process has begun to listen on the same address.
        SystemExit: always, at the end.
    """
    bind = Bind(*listener.getsockname()[:2])
    try:
        listener.listen(_BACKLOG)
    except OSError as error:
        raise _listen_error(bind, error) from error
    options = {
        "bind": f"fd://{listener.detach()}",
        "workers": 1 if reload_folders is not None else settings.workers,
        "threads": settings.threads,
        "when_ready": lambda _arbiter: on_ready(),
        "reload": reload_folders is not None,
        "reload_extra_files": [f"{escape(str(folder))}/**" for folder in reload_folders or ()],
        **_GUNICORN_OPTIONS,
    }
    if reload_folders is None:
        # Before any fork: a worker that is replaced runs the code of this process, whatever is on disk then.
        program_version()
    _block_stop_signals_while_forking()
    _GunicornServer(make_app, options, helper).run()


class _PrivateLogger(Logger):  # type: ignore[misc] # gunicorn has no types
    """Logs what is wrong with the server, without addresses or search queries of visitors."""

    def warning(self, msg: str, *args: object, **options: object) -> None:
        """Leave out messages about invalid requests, which name the sender's IP address."""
        if "from ip=" not in msg:
            super().warning(msg, *args, **options)

    def exception(self, msg: str, *args: object, **options: object) -> None:
        """Leave out the query string of an address, which has what a visitor searched for."""
        super().exception(msg, *(str(arg).partition("?")[0] for arg in args), **options)


def _block_stop_signals_while_forking() -> None:
    """Hold back stop signals in a worker from its fork until it is ready, and in the parent during the fork.

    A worker that got one before its handlers are set would ignore it: gunicorn would wait, and then kill it.
    """
    os.register_at_fork(
        before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, _STOP_SIGNALS),
        after_in_parent=_unblock_stop_signals,
    )


def _unblock_stop_signals(_worker: object = None) -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOP_SIGNALS)


def _exit_immediately(_worker: object) -> None:
    """On Ctrl-C: a thread that waits for the rest of a request would keep its process alive for seconds."""
    os._exit(0)


# https://docs.gunicorn.org/en/stable/settings.html
_GUNICORN_OPTIONS = {
    "worker_class": "gthread",
    "backlog": _BACKLOG,
    "accesslog": None,
    "loglevel": "warning",
    "logger_class": _PrivateLogger,
    "control_socket_disable": True,
    "preload_app": False,
    "post_worker_init": _unblock_stop_signals,
    "worker_int": _exit_immediately,
    "graceful_timeout": _GRACE_SECONDS,
    "limit_request_line": _MAX_REQUEST_LINE_BYTES,
    "worker_tmp_dir": _HEARTBEAT_FOLDER if os.access(_HEARTBEAT_FOLDER, os.W_OK) else None,
}


class _GunicornServer(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """gunicorn with these options only: it reads no configuration file, command line or environment."""

    def __init__(
        self,
        make_app: Callable[[], Flask],
        options: dict[str, object],
        helper: HelperProcess | None,
    ) -> None:
        self._make_app = make_app
        self._options = options
        self._helper = helper
        super().__init__(prog=sys.argv[0])

    def load_config(self) -> None:
        """Set the options; gunicorn calls this at the start and on SIGHUP."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Build the app; gunicorn calls this in each worker."""
        return self._make_app()

    def run(self) -> None:
        """Serve until the process is told to stop."""
        _HelpedArbiter(self, self._helper).run()


class _HelpedArbiter(Arbiter):  # type: ignore[misc] # gunicorn has no types
    """Looks after the workers, as gunicorn's own does, and after one process beside them."""

    def __init__(self, app: BaseApplication, helper: HelperProcess | None) -> None:
        self._helper = helper
        super().__init__(app)

    def manage_workers(self) -> None:
        """Start what has ended; called once a second."""
        super().manage_workers()
        if self._helper is not None:
            self._helper.keep_running(self.LISTENERS)

    def stop(self, graceful: bool = True) -> None:  # noqa: FBT001, FBT002 - gunicorn's own signature
        """Stop all processes."""
        if self._helper is not None:
            self._helper.stop()
        super().stop(graceful)
