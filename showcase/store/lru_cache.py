"""Values that are dear to make: those that were used last, as many as fit."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class LruCache(Generic[V]):
    """A store of bounded weight for any number of threads.

    Two threads that want the same value at once may both make it: nobody waits for another.
    """

    def __init__(self, max_weight: int) -> None:
        """Hold values of at most this weight together, and always the last one."""
        self._max_weight = max_weight
        self._weight = 0
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], tuple[V, int]]) -> V:
        """The value of a key; `make` gives it and its weight when it is not held."""
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
