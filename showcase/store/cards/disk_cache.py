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
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from showcase.store.work_share import BusyError, WorkShare

_OWNER_ONLY_MODE = 0o700
_CARD_SUFFIX, _UNFINISHED_SUFFIX = ".png", ".part"
# Writes between two sweeps of the folder; a sweep of two thousand files takes about 8 ms.
_WRITES_PER_SWEEP = 64
# The time of use of a card is updated at most once in this time.
_TOUCH_INTERVAL_SECONDS = 24 * 3600
# No card takes so long to write: an older unfinished file was left by a process that was stopped.
_MAX_UNFINISHED_AGE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class CardCacheLimits:
    """The limits of the cache.

    Attributes:
        max_files: cards after a sweep; up to 64 more between two sweeps.
        max_bytes: of all cards after a sweep.
        max_age_seconds: since the last use of a card, which is known to a day.
        max_concurrent_draws: cards that are drawn at the same time in this process.
        max_held_threads: threads of this process that draw cards or wait for it, for those who ask often.
        max_wait_seconds: how long a request waits for others to draw.
    """

    max_files: int = 2_000
    max_bytes: int = 120_000_000
    max_age_seconds: float = 30 * 24 * 3600
    max_concurrent_draws: int = 2
    max_held_threads: int = 3
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
        # Each takes a whole core, which pages need too.
        self._draws = WorkShare(
            self._limits.max_concurrent_draws,
            self._limits.max_wait_seconds,
            self._limits.max_held_threads,
        )
        self._lock = threading.Lock()
        self._in_progress: dict[str, Future[bytes]] = {}
        self._writes = 0

    def get(self, key: str, draw: Callable[[], bytes], *, is_frequent: bool = False) -> bytes:
        """A card: from disk, or drawn and stored; one that another thread is drawing is waited for.

        Args:
            key: a hash of everything on the card, in hexadecimal digits.
            draw: makes the PNG.
            is_frequent: for somebody who had many cards drawn lately: others go first.

        Raises:
            BusyError: too many others are being drawn, or the wait took too long.
        """
        kept = self._read(key)
        if kept is not None:
            return kept
        with self._lock:
            mine = key not in self._in_progress
            future = self._in_progress.setdefault(key, Future())
        return self._draw(key, draw, future, is_frequent) if mine else self._wait(future)

    def _wait(self, future: Future[bytes]) -> bytes:
        try:
            return future.result(self._limits.max_wait_seconds)
        except TimeoutError:
            raise BusyError from None

    def _draw(
        self,
        key: str,
        draw: Callable[[], bytes],
        future: Future[bytes],
        is_frequent: bool,  # noqa: FBT001 - private
    ) -> bytes:
        try:
            with self._draws.slot(is_frequent=is_frequent):
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
