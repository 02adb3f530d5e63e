"""Sends files over sockets from one thread, however slowly they are taken."""

import os
import selectors
import socket
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from showcase.web.http.file_slice import FileSlice

# Each takes two of the 1,024 open files that a process may usually have.
MAX_TRANSFERS = 300
# A browser that has enough stops reading. When it goes on later, it asks for the rest.
_STALL_SECONDS = 60
# The most that one viewer is sent before the next one's turn.
_TURN_BYTES = 256 * 1024
# What the kernel holds of a file for a viewer who does not read; it takes up to 4 MB if nobody says so.
_SOCKET_BUFFER_BYTES = 256 * 1024

# Is called with True when all was sent, with False when the connection cannot be used any more.
Done = Callable[[bool], None]


@dataclass(slots=True)
class _Transfer:
    """What is still to be sent; `moved` is the monotonic time of the last progress, in seconds."""

    connection: socket.socket
    part: FileSlice
    done: Done
    offset: int
    left: int
    moved: float


class FileSender:
    """Sends file slices over non-blocking sockets; its thread starts with the first one."""

    def __init__(
        self, max_transfers: int = MAX_TRANSFERS, stall_seconds: float = _STALL_SECONDS
    ) -> None:
        """Send so many at once.

        Args:
            max_transfers: where one more comes, the one that made no progress for longest is ended.
            stall_seconds: one that makes no progress for so long is ended.
        """
        self._max_transfers, self._stall_seconds = max_transfers, stall_seconds
        self._selector = selectors.DefaultSelector()
        self._new: deque[_Transfer] = deque()
        # By connection; those that made no progress for longest come first.
        self._transfers: OrderedDict[socket.socket, _Transfer] = OrderedDict()
        self._wake_up, self._woken = socket.socketpair()
        for each in (self._wake_up, self._woken):
            each.settimeout(0)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="file-sender", daemon=True)
        self._start_lock = threading.Lock()

    def send(self, connection: socket.socket, part: FileSlice, done: Done) -> None:
        """Send a slice and close its file, then call `done`, in the sender's thread.

        Args:
            connection: nobody else may use it until `done` is called; it is not closed.
            part: the slice.
            done: must return at once.
        """
        connection.settimeout(0)
        with suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SOCKET_BUFFER_BYTES)
        self._new.append(
            _Transfer(connection, part, done, part.start, part.length, time.monotonic())
        )
        with self._start_lock:
            if self._thread.ident is None:
                self._thread.start()
        with suppress(BlockingIOError):  # it has been woken up often enough
            self._wake_up.send(b"\0")

    def _run(self) -> None:
        while True:
            for key, _ in self._selector.select(1 if self._transfers else None):
                if key.fileobj is self._woken:
                    self._take_new()
                elif key.data.connection in self._transfers:
                    self._advance(key.data)
            self._end_stalled()

    def _take_new(self) -> None:
        self._woken.recv(1024)
        while self._new:
            transfer = self._new.popleft()
            if len(self._transfers) >= self._max_transfers:
                self._end(next(iter(self._transfers.values())), is_whole=False)
            self._transfers[transfer.connection] = transfer
            self._selector.register(transfer.connection, selectors.EVENT_WRITE, transfer)

    def _advance(self, transfer: _Transfer) -> None:
        """Send what the connection takes now."""
        try:
            sent = os.sendfile(
                transfer.connection.fileno(),
                transfer.part.file.fileno(),
                transfer.offset,
                min(transfer.left, _TURN_BYTES),
            )
        except BlockingIOError:
            return
        except OSError:
            sent = 0
        transfer.offset, transfer.left = transfer.offset + sent, transfer.left - sent
        if (
            sent == 0 or transfer.left == 0
        ):  # 0: the viewer has gone, or the file has become shorter
            self._end(transfer, is_whole=transfer.left == 0)
        else:
            transfer.moved = time.monotonic()
            self._transfers.move_to_end(transfer.connection)

    def _end_stalled(self) -> None:
        before = time.monotonic() - self._stall_seconds
        for transfer in [each for each in self._transfers.values() if each.moved < before]:
            self._end(transfer, is_whole=False)

    def _end(self, transfer: _Transfer, *, is_whole: bool) -> None:
        del self._transfers[transfer.connection]
        self._selector.unregister(transfer.connection)
        transfer.part.close()
        transfer.done(is_whole)
