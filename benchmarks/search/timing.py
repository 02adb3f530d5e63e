"""CPU time of this process, in milliseconds: what a busy machine cannot change much."""

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
    """How long something takes: the half of all cases that is quicker, and 95 in 100; milliseconds."""

    p50: float
    p95: float

    @classmethod
    def of(cls, times: Sequence[float]) -> "Spread":
        """The spread of two times at least."""
        twentieths = quantiles(times, n=20, method="inclusive")
        return cls(round(twentieths[9], 3), round(twentieths[18], 3))


def timed(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, float]:
    """What a call returns, and the CPU milliseconds it took."""
    start = time.process_time_ns()
    answer = ask(*args, **kwargs)
    return answer, (time.process_time_ns() - start) / 1e6


@contextmanager
def settled() -> Iterator[None]:
    """What the benchmark itself holds in memory shall not be looked through while others are measured."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
