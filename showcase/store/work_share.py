"""A share of the threads for work that may take long, so that it never holds all of them."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class BusyError(Exception):
    """Too much of this work is being done; the same request will succeed in a moment."""


class WorkShare:
    """Lets some threads do a kind of work at once, and others wait as long as it goes on quickly."""

    def __init__(
        self,
        max_running: int,
        patience_seconds: float,
        max_held: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Share threads out.

        Args:
            max_running: how many work at once.
            patience_seconds: nobody waits for longer, nor where the oldest of them has worked for so long.
            max_held: how many threads may work or wait, for those who come often; None for any number.
            clock: the monotonic time in seconds.
        """
        self._max_running, self._patience_seconds = max_running, patience_seconds
        self._max_held, self._clock = max_held, clock
        self._changed = threading.Condition()
        self._begun: dict[object, float] = {}
        self._waiting = 0

    @contextmanager
    def slot(self, *, is_frequent: bool = False) -> Iterator[None]:
        """Work within this context.

        Args:
            is_frequent: for somebody who was served much lately: such requests leave threads to others.

        Raises:
            BusyError: others work for too long, or too many wait.
        """
        slot = self.acquire(is_frequent=is_frequent)
        try:
            yield
        finally:
            self.release(slot)

    def acquire(self, *, is_frequent: bool = False) -> object:
        """What `slot` does, for those who call `release` with the result by themselves."""
        with self._changed:
            if is_frequent and self._max_held is not None:
                self._refuse_if(len(self._begun) + self._waiting >= self._max_held)
            self._waiting += 1
            try:
                self._wait_for_room()
            finally:
                self._waiting -= 1
            slot = object()
            self._begun[slot] = self._clock()
            return slot

    def release(self, slot: object) -> None:
        """Let the next one work."""
        with self._changed:
            del self._begun[slot]
            self._changed.notify()

    def _wait_for_room(self) -> None:
        came = self._clock()
        while len(self._begun) >= self._max_running:
            left = min(came, *self._begun.values()) + self._patience_seconds - self._clock()
            self._refuse_if(left <= 0)
            self._changed.wait(left)

    @staticmethod
    def _refuse_if(is_too_much: bool) -> None:  # noqa: FBT001 - a condition
        if is_too_much:
            raise BusyError
