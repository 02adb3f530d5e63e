"""Counters in memory that all processes of a server share, as a storage of the library `limits`.

A table of fixed size is made before the processes are forked. So memory is bounded, however many addresses
ask, and what one process counts all of them know. The library's own storage for memory is of one process,
grows with each address, and starts a thread to forget.
"""

import fcntl
import mmap
import os
import struct
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import NamedTuple

from limits.storage.base import Storage

_BUCKETS = 4_096
# Where all counters of a bucket are in use, the lowest one is forgotten.
_COUNTERS_PER_BUCKET = 8
# The hash of a key, the second of its end since 1970, and what was counted.
_COUNTER = struct.Struct("<QII")
_MAX_COUNT = 2**32 - 1


class _Counter(NamedTuple):
    key_hash: int
    ends: int
    amount: int


class SharedCounters(Storage):
    """Counts by keys, each for a time of its own, for the process that made it and those it forks."""

    STORAGE_SCHEME = None

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """Make the table, half a megabyte; `clock` tells seconds since 1970."""
        super().__init__()
        self._clock = clock
        size = _BUCKETS * _COUNTERS_PER_BUCKET * _COUNTER.size
        self._file = _open_unnamed_file(size)
        weakref.finalize(self, os.close, self._file)
        self._table = mmap.mmap(self._file, size)
        self._lock = threading.Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong with the storage."""
        return OSError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a counter, and begin a new one of `expiry` seconds where there is none; the sum."""
        with self._locked():
            place, found = self._find(_hash_key(key))
            ends = found.ends if found.amount else int(self._clock()) + expiry
            count = min(found.amount + amount, _MAX_COUNT)
            _COUNTER.pack_into(self._table, place, found.key_hash, ends, count)
            return count

    def get(self, key: str) -> int:
        """What was counted; 0 for no counter."""
        with self._locked():
            return self._find(_hash_key(key))[1].amount

    def get_expiry(self, key: str) -> float:
        """When a counter ends, in seconds since 1970; now for no counter."""
        with self._locked():
            return self._find(_hash_key(key))[1].ends or self._clock()

    def check(self) -> bool:
        """True: there is nothing that could not be reached."""
        return True

    def reset(self) -> int | None:
        """Forget all counters."""
        with self._locked():
            self._table[:] = bytes(len(self._table))
        return None

    def clear(self, key: str) -> None:
        """Forget a counter."""
        with self._locked():
            _COUNTER.pack_into(self._table, self._find(_hash_key(key))[0], 0, 0, 0)

    def _find(self, key_hash: int) -> tuple[int, _Counter]:
        """The place of a counter and its values; a place for it and zeros where there is none."""
        now, first = self._clock(), key_hash % _BUCKETS * _COUNTERS_PER_BUCKET
        lowest, lowest_count = 0, _MAX_COUNT + 1
        for number in range(first, first + _COUNTERS_PER_BUCKET):
            place = number * _COUNTER.size
            counter = _Counter(*_COUNTER.unpack_from(self._table, place))
            is_over = counter.ends <= now
            if counter.key_hash == key_hash and not is_over:
                return place, counter
            count = 0 if is_over else counter.amount
            if count < lowest_count:
                lowest, lowest_count = place, count
        return lowest, _Counter(key_hash, 0, 0)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Alone among all threads and processes; the kernel frees the lock of one that was killed."""
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


def _hash_key(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


def _open_unnamed_file(size: int) -> int:
    """A file in memory that no other program can open; where the system has none such, one without a name."""
    if hasattr(os, "memfd_create"):
        file = os.memfd_create("limits")
    else:
        with tempfile.TemporaryFile() as opened:
            file = os.dup(opened.fileno())
    os.ftruncate(file, size)
    return file
