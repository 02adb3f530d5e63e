"""CPU time of this process in milliseconds, which other programs hardly change."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """The 50th and the 95th percentile of some times, in milliseconds."""

    p50: float
    p95: float

    @classmethod
    def of(cls, times: Sequence[float]) -> "Spread":
        """The spread of at least two times."""
        twentieths = quantiles(times, n=20, method="inclusive")
        return cls(round(twentieths[9], 3), round(twentieths[18], 3))


def timed(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, float]:
    """The result of a call, and its CPU milliseconds."""
    start = time.process_time_ns()
    answer = ask(*args, **kwargs)
    return answer, (time.process_time_ns() - start) / 1e6


@contextmanager
def settled() -> Iterator[None]:
    """Keep the garbage collector from scanning the benchmark's own objects while something is measured."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
