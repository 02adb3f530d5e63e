"""Cards that were drawn already, on the disk: by what is on them, few enough, and never needed.

A file is written beside its place and renamed, so that no process ever reads half of one. Two processes
that draw the same card write the same bytes. Where nothing can be written, cards are drawn each time.
"""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_OWNER_ONLY = 0o700
_SUFFIX, _UNFINISHED = ".png", ".part"
# Writes between two looks at the whole folder; a look at two thousand files takes about 8 ms.
_SWEEP_EVERY = 64
# A card that is shown is marked as used once in this time, not each time.
_USED_EVERY_S = 24 * 3600
# Nobody writes a card for so long: it is left of a process that was stopped.
_LEFT_OVER_S = 3600


class BusyError(Exception):
    """As many cards are being drawn as may be; the same request is answered in a moment."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the cache may hold, and do.

    Attributes:
        files, size: cards, and their bytes; now and then some more, until the next sweep.
        age_s: seconds since a card was last shown.
        at_once: cards that are drawn at the same time in this process.
        wait_s: how long a request waits for a card that another one has drawn.
    """

    files: int = 2_000
    size: int = 120_000_000
    age_s: float = 30 * 24 * 3600
    at_once: int = 2
    wait_s: float = 10


class CardCache:
    """Keeps cards in a folder of its own."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        """The folder is made when the first card is kept."""
        self._folder, self._limits = folder, limits or Limits()
        self._rooms = threading.BoundedSemaphore(self._limits.at_once)
        self._lock = threading.Lock()
        self._drawn: dict[str, Future[bytes]] = {}
        self._writes = 0

    def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """A card: from the disk, else drawn and kept; who asks for one that is being drawn waits for it.

        Args:
            key: a hash of all that is on the card, in hexadecimal digits.
            draw: makes it.

        Raises:
            BusyError: too many others are being drawn.
        """
        kept = self._read(key)
        if kept is not None:
            return kept
        with self._lock:
            mine = key not in self._drawn
            future = self._drawn.setdefault(key, Future())
        return self._draw(key, draw, future) if mine else self._wait(future)

    def _wait(self, future: Future[bytes]) -> bytes:
        try:
            return future.result(self._limits.wait_s)
        except TimeoutError:
            raise BusyError from None

    def _draw(self, key: str, draw: Callable[[], bytes], future: Future[bytes]) -> bytes:
        try:
            with self._room():
                card = self._read(key) or draw()
            self._keep(key, card)
        except BaseException as error:
            future.set_exception(error)
            raise
        else:
            future.set_result(card)
            return card
        finally:
            with self._lock:
                del self._drawn[key]

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Only so many are in here: drawing takes a core, and pages need some of it."""
        if not self._rooms.acquire(blocking=False):
            raise BusyError
        try:
            yield
        finally:
            self._rooms.release()

    def _read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            card = path.read_bytes()
            if time.time() - path.stat().st_mtime > _USED_EVERY_S:
                os.utime(path)
        except OSError:
            return None
        return card or None

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def _keep(self, key: str, card: bytes) -> None:
        """Write a card; a folder that cannot be written and a full disk cost nothing but time."""
        with suppress(OSError):
            self._folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            self._write(key, card)
            self._writes += 1
            if self._writes % _SWEEP_EVERY == 1:
                self.sweep()

    def _write(self, key: str, card: bytes) -> None:
        handle, name = tempfile.mkstemp(_UNFINISHED, dir=self._folder)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(card)
            beside.replace(self._path(key))
        except OSError:
            beside.unlink(missing_ok=True)
            raise

    def sweep(self) -> None:
        """Delete the cards that nobody asked for longest, until the others are within the limits.

        Other processes may do the same at the same time: what is gone already is as good as deleted.
        """
        now, files, size = time.time(), 0, 0
        for used, length, path in sorted(self._entries(), reverse=True):
            if path.suffix != _SUFFIX:
                keep = now - used < _LEFT_OVER_S
            else:
                files, size = files + 1, size + length
                keep = now - used < self._limits.age_s
                keep = keep and files <= self._limits.files and size <= self._limits.size
            if not keep:
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was used last, its bytes, and where it is."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    known = entry.stat()
                    yield known.st_mtime, known.st_size, Path(entry.path)
