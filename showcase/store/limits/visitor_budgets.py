"""The computing time that each visitor may ask for in a minute.

What is counted is what requests cost and not how many there are: thirty people behind one address who search
as people do cost less than a program that asks for the dearest it can find.
"""

import math
import os
import time
from collections.abc import Callable
from hashlib import blake2b
from typing import Literal

from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from showcase.store.limits.remote_counters import RemoteCounters
from showcase.store.limits.shared_counters import SharedCounters

# Kinds of work with a budget of their own: who has searched too much still sees pages.
WorkKind = Literal["search", "cards", "api", "pages"]

_SECRET_BYTES = 32
_KEY_BYTES = 12
_SECONDS_PER_DAY = 86_400
# Who has used this part of a budget asks often; others go first.
_FREQUENT_SHARE = 0.1


class VisitorBudgets:
    """Counts for all processes that are forked after it was made."""

    def __init__(
        self, seconds_per_minute: int, clock: Callable[[], float] = time.time, redis: str = ""
    ) -> None:
        """Give each visitor so much.

        Args:
            seconds_per_minute: of processor time, for each kind of work; 0 for no limit.
            clock: tells seconds since 1970.
            redis: the address of a Redis where several machines count together; "" for this machine alone.

        Raises:
            ShowcaseError: the client of Redis is not installed.
        """
        self._clock = clock
        self._limit = RateLimitItemPerMinute(seconds_per_minute * 1000)
        self._remote = RemoteCounters(redis, clock) if redis else None
        self._limiter = FixedWindowRateLimiter(self._remote or SharedCounters(clock))
        self._own_secret = os.urandom(_SECRET_BYTES)
        self._secret = b""
        self._is_off = seconds_per_minute == 0

    def visitor_key(self, address: bytes) -> str:
        """A hash of a visitor's address, which nobody can turn back, and which is another one every day."""
        if not self._secret:
            own = self._own_secret
            self._secret = self._remote.shared_secret(own) if self._remote else own
        day = int(self._clock()) // _SECONDS_PER_DAY
        return blake2b(
            address, key=self._secret, salt=day.to_bytes(8), digest_size=_KEY_BYTES
        ).hexdigest()

    def seconds_to_wait(self, kind: WorkKind, visitor: str) -> int:
        """How long a visitor has to wait for more work of a kind; 0 for not at all.

        Args:
            kind: of the work.
            visitor: the key; "" for one that is not known, who never waits.
        """
        if self._is_off or not visitor or self._limiter.test(self._limit, kind, visitor):
            return 0
        ends = self._limiter.get_window_stats(self._limit, kind, visitor).reset_time
        return max(1, math.ceil(ends - self._clock()))

    def is_frequent(self, kind: WorkKind, visitor: str) -> bool:
        """True for one who was given a tenth of the budget in this minute."""
        if self._is_off or not visitor:
            return False
        cost = round(self._limit.amount * (1 - _FREQUENT_SHARE))
        return not self._limiter.test(self._limit, kind, visitor, cost=cost)

    def charge(self, kind: WorkKind, visitor: str, seconds: float) -> None:
        """Count what a request has cost, in seconds of processor time."""
        if visitor and not self._is_off:
            self._limiter.hit(self._limit, kind, visitor, cost=max(1, round(seconds * 1000)))
