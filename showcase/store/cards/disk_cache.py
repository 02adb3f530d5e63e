"""A bounded cache of drawn cards on disk, which can be deleted at any time.

A file is written under another name and renamed, so that no process ever reads half of one. Two processes
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

_OWNER_ONLY_MODE = 0o700
_CARD_SUFFIX, _UNFINISHED_SUFFIX = ".png", ".part"
# Writes between two sweeps of the folder; a sweep of two thousand files takes about 8 ms.
_WRITES_PER_SWEEP = 64
# The time of use of a card is updated at most once in this time.
_TOUCH_INTERVAL_SECONDS = 24 * 3600
# No card takes so long to write: an older unfinished file was left by a process that was stopped.
_MAX_UNFINISHED_AGE_SECONDS = 3600


class BusyError(Exception):
    """The maximum number of cards is being drawn; the same request will succeed in a moment."""


@dataclass(frozen=True, slots=True)
class CardCacheLimits:
    """The limits of the cache.

    Attributes:
        max_files: cards after a sweep; up to 64 more between two sweeps.
        max_bytes: of all cards after a sweep.
        max_age_seconds: since the last use of a card, which is known to a day.
        max_concurrent_draws: cards that are drawn at the same time in this process.
        max_wait_seconds: how long a request waits for a card that another request is drawing.
    """

    max_files: int = 2_000
    max_bytes: int = 120_000_000
    max_age_seconds: float = 30 * 24 * 3600
    max_concurrent_draws: int = 2
    max_wait_seconds: float = 10


class CardCache:
    """Caches cards as files in a folder; safe for any number of threads and processes."""

    def __init__(self, folder: Path, limits: CardCacheLimits | None = None) -> None:
        """Use a folder, which is created with the first card.

        Args:
            folder: for nothing but cards: other files in it are deleted.
            limits: the defaults where None.
        """
        self._folder, self._limits = folder, limits or CardCacheLimits()
        self._draw_slots = threading.BoundedSemaphore(self._limits.max_concurrent_draws)
        self._lock = threading.Lock()
        self._in_progress: dict[str, Future[bytes]] = {}
        self._writes = 0

    def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """A card: from disk, or drawn and stored; one that another thread is drawing is waited for.

        Args:
            key: a hash of everything on the card, in hexadecimal digits.
            draw: makes the PNG.

        Raises:
            BusyError: too many others are being drawn, or the wait took too long.
        """
        kept = self._read(key)
        if kept is not None:
            return kept
        with self._lock:
            mine = key not in self._in_progress
            future = self._in_progress.setdefault(key, Future())
        return self._draw(key, draw, future) if mine else self._wait(future)

    def _wait(self, future: Future[bytes]) -> bytes:
        try:
            return future.result(self._limits.max_wait_seconds)
        except TimeoutError:
            raise BusyError from None

    def _draw(self, key: str, draw: Callable[[], bytes], future: Future[bytes]) -> bytes:
        try:
            with self._draw_slot():
                card = self._read(key) or draw()
            self._store(key, card)
        except BaseException as error:
            future.set_exception(error)
            raise
        else:
            future.set_result(card)
            return card
        finally:
            with self._lock:
                del self._in_progress[key]

    @contextmanager
    def _draw_slot(self) -> Iterator[None]:
        """Limit the concurrent draws: each takes a whole core, which pages need too."""
        if not self._draw_slots.acquire(blocking=False):
            raise BusyError
        try:
            yield
        finally:
            self._draw_slots.release()

    def _read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            card = path.read_bytes()
            if time.time() - path.stat().st_mtime > _TOUCH_INTERVAL_SECONDS:
                os.utime(path)
        except OSError:
            return None
        return card or None

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_CARD_SUFFIX}"

    def _store(self, key: str, card: bytes) -> None:
        """Write a card; where the folder is not writable or the disk is full, it is drawn again next time."""
        with suppress(OSError):
            self._folder.mkdir(mode=_OWNER_ONLY_MODE, parents=True, exist_ok=True)
            self._write(key, card)
            self._writes += 1
            if self._writes % _WRITES_PER_SWEEP == 1:
                self.sweep()

    def _write(self, key: str, card: bytes) -> None:
        handle, name = tempfile.mkstemp(_UNFINISHED_SUFFIX, dir=self._folder)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(card)
            beside.replace(self._path(key))
        except OSError:
            beside.unlink(missing_ok=True)
            raise

    def sweep(self) -> None:
        """Delete the least recently used cards, until the others are within the limits.

        Other processes may do so at the same time: a file that is gone already counts as deleted.
        """
        now, files, size = time.time(), 0, 0
        for used, length, path in sorted(self._entries(), reverse=True):
            if path.suffix != _CARD_SUFFIX:
                keep = now - used < _MAX_UNFINISHED_AGE_SECONDS
            else:
                files, size = files + 1, size + length
                keep = now - used < self._limits.max_age_seconds
                keep = keep and files <= self._limits.max_files and size <= self._limits.max_bytes
            if not keep:
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """The time of last use (seconds since 1970), the size in bytes and the path of each file."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    known = entry.stat()
                    yield known.st_mtime, known.st_size, Path(entry.path)
