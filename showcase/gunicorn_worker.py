"""gunicorn's worker with threads, which sends files beside them."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from gunicorn.http.message import Request
from gunicorn.workers.gthread import TConn, ThreadWorker

from showcase.file_sender import FileSender
from showcase.web.http.file_slice import FileSlice

if TYPE_CHECKING:
    from concurrent.futures import Future

# Threads that wait for others to hang up, for two seconds each, and connections that wait for such a thread.
_MAX_CLOSING_THREADS = 4
_MAX_CLOSING_CONNECTIONS = 64

_FILE_VARIABLE = "showcase.file"


def with_files_apart(app: WSGIApplication) -> WSGIApplication:
    """An app whose files are sent by FileWorker, with `keep_file`: it answers with their headers alone."""

    def answer(variables: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body = app(variables, start_response)
        if not isinstance(body, FileSlice):
            return body
        variables[_FILE_VARIABLE] = body
        return ()

    return answer


def keep_file(
    _worker: object, request: Request, variables: WSGIEnvironment, _response: object
) -> None:
    """A hook of gunicorn's, `post_request`: note the file that is still to be sent."""
    request.file = variables.pop(_FILE_VARIABLE, None)


class FileWorker(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """Sends the head of a response in one of its threads, and a file in a thread that is for all files."""

    def init_process(self) -> None:
        """Serve; gunicorn calls this after the fork."""
        self._sender = FileSender()
        self._closers = ThreadPoolExecutor(_MAX_CLOSING_THREADS, "closer")
        self._closing = threading.BoundedSemaphore(_MAX_CLOSING_CONNECTIONS)
        super().init_process()

    def handle_request(self, req: Request, conn: TConn) -> bool:
        """Answer a request, in one of the threads; True where the connection can be used again."""
        is_reusable: bool = super().handle_request(req, conn)
        conn.file = getattr(req, "file", None)
        return is_reusable

    def finish_request(self, conn: TConn, fs: "Future[Any]") -> None:
        """Send the file, if there is one, and close the connection or wait for the next request on it.

        gunicorn calls this in the main thread.
        """
        conn.close = partial(self._close, conn)
        part: FileSlice | None = getattr(conn, "file", None)
        if part is None:
            super().finish_request(conn, fs)
            return
        conn.file = None
        self._sender.send(conn.sock, part, self._sender_done(conn, fs))

    def _close(self, conn: TConn, *, graceful: bool = False) -> None:
        """Close a connection. Gracefully is to wait for its end; gunicorn does so in the main thread."""
        if graceful and self._closing.acquire(blocking=False):
            self._closers.submit(self._close_gracefully, conn)
        else:
            TConn.close(conn)

    def _close_gracefully(self, conn: TConn) -> None:
        try:
            TConn.close(conn, graceful=True)
        finally:
            self._closing.release()

    def _sender_done(self, conn: TConn, fs: "Future[Any]") -> Callable[[bool], None]:
        return lambda is_whole: self.method_queue.defer(
            partial(super(FileWorker, self).finish_request, conn, fs)
            if is_whole
            else partial(self._give_up, conn)
        )

    def _give_up(self, conn: TConn) -> None:
        """Close a connection in the middle of a file, so that its other end does not take it for whole."""
        self.nr_conns -= 1
        conn.close()
