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

_OWNER_ONLY_MODE = 0o700
_CARD_SUFFIX, _UNFINISHED_SUFFIX = ".png", ".part"
# Writes between two looks at the whole folder; a look at two thousand files takes about 8 ms.
_WRITES_PER_SWEEP = 64
# A card that is shown is marked as used once in this time, not each time.
_TOUCH_INTERVAL_SECONDS = 24 * 3600
# Nobody writes a card for so long: it is left of a process that was stopped.
_MAX_UNFINISHED_AGE_SECONDS = 3600


class BusyError(Exception):
    """As many cards are being drawn as may be; the same request is answered in a moment."""


@dataclass(frozen=True, slots=True)
class CardCacheLimits:
    """How much the cache may hold, and do.

    Attributes:
        max_files, max_bytes: cards, and their bytes; now and then some more, until the next sweep.
        max_age_seconds: seconds since a card was last shown.
        max_concurrent_draws: cards that are drawn at the same time in this process.
        max_wait_seconds: how long a request waits for a card that another one has drawn.
    """

    max_files: int = 2_000
    max_bytes: int = 120_000_000
    max_age_seconds: float = 30 * 24 * 3600
    max_concurrent_draws: int = 2
    max_wait_seconds: float = 10


class CardCache:
    """Keeps cards in a folder of its own."""

    def __init__(self, folder: Path, limits: CardCacheLimits | None = None) -> None:
        """The folder is made when the first card is kept."""
        self._folder, self._limits = folder, limits or CardCacheLimits()
        self._draw_slots = threading.BoundedSemaphore(self._limits.max_concurrent_draws)
        self._lock = threading.Lock()
        self._in_progress: dict[str, Future[bytes]] = {}
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
        """Only so many are in here: drawing takes a core, and pages need some of it."""
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
        """Write a card; a folder that cannot be written and a full disk cost nothing but time."""
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
        """Delete the cards that nobody asked for longest, until the others are within the limits.

        Other processes may do the same at the same time: what is gone already is as good as deleted.
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
        """When each file was used last, its bytes, and where it is."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    known = entry.stat()
                    yield known.st_mtime, known.st_size, Path(entry.path)
