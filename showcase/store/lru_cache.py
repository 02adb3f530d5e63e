"""A cache of the least-recently-used kind, bounded by the weight of its values, for many threads."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class LruCache(Generic[V]):
    """The values that were used last, up to a total weight.

    Two threads that need the same value at once may both compute it; neither waits for the other.
    """

    def __init__(self, max_weight: int) -> None:
        """Keep values of at most this weight in all, and always the last one, whatever its weight."""
        self._max_weight = max_weight
        self._weight = 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        """How many values are kept."""
        with self._lock:
            return len(self._entries)

    def get(self, key: Hashable, make: Callable[[], tuple[V, int]]) -> V:
        """The value of a key; if it is not in the cache, `make` returns it with its weight."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return self._entries[key][0]
        value, weight = make()
        self._insert(key, value, weight)
        return value

    def _insert(self, key: Hashable, value: V, weight: int) -> None:
        with self._lock:
            self._weight -= self._entries.pop(key, (None, 0))[1]
            self._entries[key] = value, weight
            self._weight += weight
            while self._weight > self._max_weight and len(self._entries) > 1:
                self._weight -= self._entries.popitem(last=False)[1][1]
