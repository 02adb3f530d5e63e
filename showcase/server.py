"""The web server: the one module that knows gunicorn.

The port is taken first, so that a port in use is told before any work is done; nobody is let in before
the snapshot stands. Each worker opens the snapshot for itself, after it was forked: open files and locks
cannot be shared.
"""

import errno
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from showcase.errors import ShowcaseError
from showcase.resources import program_version
from showcase.settings import Bind, Settings

# How many connections wait to be let in.
_BACKLOG = 512
# How many seconds a page, or the rest of a recording, may take once the server is told to stop.
_GRACE_SECONDS = 10
# The longest address that gunicorn can be told to take: about 900 letters of Bengali, percent-encoded.
_MAX_REQUEST_LINE_BYTES = 8190
# A worker shows that it lives by touching a file; on a busy disk that could come too late.
_HEARTBEAT_FOLDER = "/dev/shm"  # noqa: S108 - gunicorn unlinks the file as soon as it is open
# What tells gunicorn to stop.
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)

_LOOPBACK_BY_WILDCARD = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not listened at
_ADVICE_BY_ERRNO = {
    errno.EADDRINUSE: "the port is in use; stop what listens there, or choose another port with "
    "SHOWCASE_BIND (port 0 is any free one).",
    errno.EACCES: "this user may not; choose a port above 1023 with SHOWCASE_BIND.",
    errno.EADDRNOTAVAIL: "this machine does not have that address; choose 127.0.0.1 with SHOWCASE_BIND.",
}


def bind_socket(bind: Bind) -> socket.socket:
    """Take an address without letting anybody in.

    Raises:
        ShowcaseError: it cannot be had; says why and what to do.
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
    return ShowcaseError(f"Cannot listen at {bind}: {advice}")


def browser_url(listener: socket.socket) -> str:
    """What to type into a browser on this machine."""
    host, port, *_ = listener.getsockname()
    return f"http://{Bind(_LOOPBACK_BY_WILDCARD.get(host, host), port)}/"


def run(
    make_app: Callable[[], Flask],
    listener: socket.socket,
    settings: Settings,
    *,
    on_ready: Callable[[], None],
    reload_files: Iterable[Path] | None = None,
) -> None:
    """Serve until the process is told to stop; then exit with 0.

    Args:
        make_app: called in each worker.
        listener: from take_port; it is handed over.
        settings: how many workers and threads.
        on_ready: called once visitors are let in.
        reload_files: for development: start anew when the code or one of these files changes.

    Raises:
        ShowcaseError: somebody else began to listen at the same address in between.
        SystemExit: always, in the end.
    """
    bind = Bind(*listener.getsockname()[:2])
    try:
        listener.listen(_BACKLOG)
    except OSError as error:
        raise _listen_error(bind, error) from error
    options = {
        "bind": f"fd://{listener.detach()}",
        "workers": 1 if reload_files is not None else settings.workers,
        "threads": settings.threads,
        "when_ready": lambda _arbiter: on_ready(),
        "reload": reload_files is not None,
        "reload_extra_files": [str(file) for file in reload_files or ()],
        **_GUNICORN_OPTIONS,
    }
    if reload_files is None:
        # Before any fork: a worker that is replaced runs the code of this process, whatever is on disk then.
        program_version()
    _block_stop_signals_while_forking()
    _GunicornServer(make_app, options).run()


class _PrivateLogger(Logger):  # type: ignore[misc] # gunicorn has no types
    """Says what is wrong with the server, never who asked for what."""

    def warning(self, msg: str, *args: object, **options: object) -> None:
        """Leave out what names the address of whoever sent an invalid request."""
        if "from ip=" not in msg:
            super().warning(msg, *args, **options)

    def exception(self, msg: str, *args: object, **options: object) -> None:
        """Cut an address at its query: what visitors search for is theirs."""
        super().exception(msg, *(str(arg).partition("?")[0] for arg in args), **options)


def _block_stop_signals_while_forking() -> None:
    """A worker that is told to stop before it can hear would be waited for, and then killed.

    From its fork until it is ready, such signals wait for it; for the parent only while it forks.
    """
    os.register_at_fork(
        before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, _STOP_SIGNALS),
        after_in_parent=_unblock_stop_signals,
    )


def _unblock_stop_signals(_worker: object = None) -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOP_SIGNALS)


def _exit_immediately(_worker: object) -> None:
    """On Ctrl-C: a thread that waits for the rest of a request would hold its process for seconds."""
    os._exit(0)


# gunicorn's settings by their own names.
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
    """gunicorn with our options only: no configuration file, no command line, no variables."""

    def __init__(self, make_app: Callable[[], Flask], options: dict[str, object]) -> None:
        self._make_app = make_app
        self._options = options
        super().__init__(prog=sys.argv[0])

    def load_config(self) -> None:
        """Called at the start, and on SIGHUP."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Called in each worker."""
        return self._make_app()
