"""Values that are dear to make: those that were used last, as many as fit."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """A store of bounded weight for any number of threads.

    Two threads that want the same value at once may both make it: nobody waits for another.
    """

    def __init__(self, most: int) -> None:
        """Hold values of at most this weight together, and always the last one."""
        self._most = most
        self._weight = 0
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], tuple[V, int]]) -> V:
        """The value of a key; `make` gives it and its weight when it is not held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key][0]
        value, weight = make()
        self._hold(key, value, weight)
        return value

    def _hold(self, key: Hashable, value: V, weight: int) -> None:
        with self._lock:
            self._weight -= self._held.pop(key, (None, 0))[1]
            self._held[key] = value, weight
            self._weight += weight
            while self._weight > self._most and len(self._held) > 1:
                self._weight -= self._held.popitem(last=False)[1][1]
