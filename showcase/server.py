"""The web server, gunicorn.

The port is bound first, so that a port in use is reported before any work is done; connections are accepted
when the snapshot is built. Each worker opens the snapshot for itself after the fork, because open files and
locks cannot be shared between processes.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from glob import escape
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from showcase.gunicorn_worker import FileWorker, keep_file, with_files_apart
from showcase.helper_process import HelperProcess
from showcase.listeners import BACKLOG, Listeners
from showcase.resources import program_version
from showcase.settings import Settings
from showcase.web.status.views import OWNER

# How many seconds a response may still take after the server was told to stop.
_GRACE_SECONDS = 10
# The longest that gunicorn allows to set: about 900 letters of Bengali, percent-encoded.
_MAX_REQUEST_LINE_BYTES = 8190
# A worker shows that it is alive by touching a file; on a busy disk that could come too late.
_HEARTBEAT_FOLDER = "/dev/shm"  # noqa: S108 - gunicorn unlinks the file as soon as it is open
# The signals that stop gunicorn.
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)


def run(  # noqa: PLR0913 - all by name
    make_app: Callable[[], WSGIApplication],
    listeners: Listeners,
    settings: Settings,
    *,
    on_ready: Callable[[], None],
    reload_folders: Iterable[Path] | None = None,
    helper: HelperProcess | None = None,
) -> None:
    """Serve until the process is told to stop, then exit with 0.

    Args:
        make_app: called in each worker.
        listeners: bound sockets.
        settings: how many workers and threads.
        on_ready: called when connections are accepted.
        reload_folders: for development: restart when the code or a file in one of these folders changes; None
            for never.
        helper: runs beside the workers; None for none.

    Raises:
        ShowcaseError: another process has begun to listen on the same address.
        SystemExit: always, at the end.
    """
    private_name = listeners.private.getsockname() if listeners.private else None
    options = {
        "bind": listeners.listen(),
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
    _GunicornServer(partial(_mark_private, make_app, private_name), options, helper).run()


def _mark_private(make_app: Callable[[], WSGIApplication], private_name: object) -> WSGIApplication:
    """An app that is told which requests came in at the private listener; no header can say that."""
    app = with_files_apart(make_app())

    def answer(variables: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        variables.pop("REMOTE_USER", None)
        if private_name is not None and variables["gunicorn.socket"].getsockname() == private_name:
            variables["REMOTE_USER"] = OWNER
        return app(variables, start_response)

    return answer


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


def _unblock_stop_signals() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOP_SIGNALS)


def _obey_stop_signals(worker: object) -> None:
    """Let a worker that is ready end at once on Ctrl-C and SIGQUIT.

    gunicorn's own handler closes the pool of threads first. It would wait forever where the signal comes
    while the main thread holds the pool's lock, which it does while it hands over a request.
    """
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, lambda *_: _exit_immediately(worker))
    _unblock_stop_signals()


def _exit_immediately(_worker: object) -> None:
    """A thread that waits for the rest of a request would keep its process alive for seconds."""
    os._exit(0)


# https://docs.gunicorn.org/en/stable/settings.html
_GUNICORN_OPTIONS = {
    "worker_class": FileWorker,
    "post_request": keep_file,
    "backlog": BACKLOG,
    "accesslog": None,
    "loglevel": "warning",
    "logger_class": _PrivateLogger,
    "control_socket_disable": True,
    "preload_app": False,
    "post_worker_init": _obey_stop_signals,
    # Called where a worker is replaced because the code has changed.
    "worker_int": _exit_immediately,
    "graceful_timeout": _GRACE_SECONDS,
    "limit_request_line": _MAX_REQUEST_LINE_BYTES,
    "worker_tmp_dir": _HEARTBEAT_FOLDER if os.access(_HEARTBEAT_FOLDER, os.W_OK) else None,
}


class _GunicornServer(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """gunicorn with these options only: it reads no configuration file, command line or environment."""

    def __init__(
        self,
        make_app: Callable[[], WSGIApplication],
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

    def load(self) -> WSGIApplication:
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
