"""A cache of bytes on disk: each entry under a hash of what it is made from; all of it may be deleted.

A file starts with the hash of the rest, so that a damaged one is made again. It is written under another name
and renamed: no process ever reads half of one, and two that make the same entry write the same bytes. Where
nothing can be written, everything is made each time.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_OWNER_ONLY = 0o700
_HASH_BYTES = hashlib.sha256().digest_size


class ByteCache:
    """Keeps bytes in a folder of its own."""

    def __init__(self, folder: Path, max_files: int) -> None:
        """Use a folder, made when something is first kept; the `max_files` most recently used files stay."""
        self._folder, self._max_files = folder, max_files

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes under a key, which must be a valid file name: from disk, otherwise made and kept."""
        value = self.find(key)
        if value is None:
            value = make()
            with suppress(OSError):
                self._write(key, value)
                self._sweep()
        return value

    def find(self, key: str) -> bytes | None:
        """The bytes under a key; None where they are not kept, or damaged."""
        path = self._folder / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        value = data[_HASH_BYTES:]
        return value if hashlib.sha256(value).digest() == data[:_HASH_BYTES] else None

    def _write(self, key: str, value: bytes) -> None:
        self._folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(value).digest() + value)
            Path(name).replace(self._folder / key)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _sweep(self) -> None:
        """Delete the least recently used files; another process may delete the same ones at the same time."""
        entries = list(os.scandir(self._folder))
        if len(entries) <= self._max_files:
            return
        for path in sorted(entries, key=_used_at, reverse=True)[self._max_files :]:
            Path(path).unlink(missing_ok=True)


def _used_at(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat().st_mtime
    except FileNotFoundError:
        return 0
