"""Counters in a Redis that several machines share; while it cannot be reached, in this machine's memory."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from limits.errors import ConfigurationError, StorageError
from limits.storage import storage_from_string
from limits.storage.base import Storage

from showcase.errors import ShowcaseError
from showcase.store.limits.shared_counters import SharedCounters

if TYPE_CHECKING:
    from limits.storage import RedisStorage

# Nobody waits for a Redis that does not answer, and it is not asked again at once.
_TIMEOUT_SECONDS = 0.3
_PAUSE_SECONDS = 10
_SECRET_NAME = "showcase:visitor-key"  # noqa: S105 - a name
T = TypeVar("T")


class RemoteCounters(Storage):
    """Counts in Redis; without it, as SharedCounters does."""

    STORAGE_SCHEME = None

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        """Use the Redis at an address; it is not asked for anything yet.

        Args:
            url: as in "redis://10.0.0.5:6379/0".
            clock: tells seconds since 1970.

        Raises:
            ShowcaseError: the client of Redis is not installed.
        """
        super().__init__()
        try:
            remote = storage_from_string(
                url,
                wrap_exceptions=True,
                socket_timeout=_TIMEOUT_SECONDS,
                socket_connect_timeout=_TIMEOUT_SECONDS,
            )
        except ConfigurationError as error:
            message = (
                'SHOWCASE_LIMITS_REDIS needs the client of Redis: pip install "showcase[redis]".'
            )
            raise ShowcaseError(message) from error
        self._remote = cast("RedisStorage", remote)
        self._local, self._clock = SharedCounters(clock), clock
        self._asked_again_at = 0.0

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong with the storage."""
        return StorageError

    def shared_secret(self, secret: bytes) -> bytes:
        """The secret that all machines have: this one if none of them has brought one yet."""

        def exchange(storage: Storage) -> bytes:
            if storage is self._local:
                return secret
            client = self._remote.storage
            try:
                client.set(_SECRET_NAME, secret, nx=True)
                return bytes(client.get(_SECRET_NAME) or secret)
            except storage.base_exceptions as error:
                raise StorageError(error) from error

        return self._ask(exchange)

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a counter, and begin a new one of `expiry` seconds where there is none; the sum."""
        return self._ask(lambda storage: storage.incr(key, expiry, amount))

    def get(self, key: str) -> int:
        """What was counted; 0 for no counter."""
        return self._ask(lambda storage: storage.get(key))

    def get_expiry(self, key: str) -> float:
        """When a counter ends, in seconds since 1970; now for no counter."""
        return self._ask(lambda storage: storage.get_expiry(key))

    def check(self) -> bool:
        """True while Redis answers."""
        return self._remote.check()

    def reset(self) -> int | None:
        """Forget all counters."""
        return self._ask(lambda storage: storage.reset())

    def clear(self, key: str) -> None:
        """Forget a counter."""
        self._ask(lambda storage: storage.clear(key))

    def _ask(self, question: Callable[[Storage], T]) -> T:
        if self._clock() >= self._asked_again_at:
            try:
                return question(self._remote)
            except StorageError:
                self._asked_again_at = self._clock() + _PAUSE_SECONDS
        return question(self._local)
