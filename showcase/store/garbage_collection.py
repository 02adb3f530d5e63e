"""Fewer collections of cyclic garbage while much is built that has no cycles.

A transcript is a million small tuples. Python's collector looks through all that is alive after every 700 new
ones, and finds nothing: that was an eighth of the time of a build. What has no cycles is freed without it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many new containers, net, until the collector looks through them: those of a few hours of speech.
_YOUNG_CONTAINERS = 200_000
# Those of a page or two: that of a long talk is tens of thousands of small objects without cycles.
_YOUNG_CONTAINERS_OF_SERVER = 20_000


def collect_less_often() -> None:
    """For a process that serves: leave alone what is loaded by now, look through the rest less often."""
    gc.freeze()
    gc.set_threshold(_YOUNG_CONTAINERS_OF_SERVER, *gc.get_threshold()[1:])


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the collector of this process run rarely, in all threads, until the end of the block."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG_CONTAINERS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
