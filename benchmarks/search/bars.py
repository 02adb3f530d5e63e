"""How good the search must be. A figure that misses its bar is told as such."""

from collections.abc import Mapping
from typing import TypeVar

from benchmarks.search.measure import NOT_THERE

T = TypeVar("T")

# Percent of first answers that are the right moment.
RIGHT: Mapping[str, float] = {
    "word for word": 100,
    "case, punctuation, quotation marks changed": 100,
    "one or two elisions": 99.5,
    "one word wrong, missing, added or misspelt": 99,
    "one word in five changed": 98,
    "one word in three changed": 95,
    NOT_THERE: 99,
}
# CPU milliseconds on one core, p50 and p95, up to so many cues.
WORDS_MS = {10_000: (2, 6), 100_000: (6, 40), 1_000_000: (60, 300)}
QUOTES_MS = {10_000: (8, 25), 100_000: (15, 60), 1_000_000: (80, 300)}
HOSTILE_MS = {10_000: 50, 100_000: 100, 1_000_000: 500}
# Seconds until one changed video of 60 cues can be searched.
CHANGE_S = {10_000: 0.2, 100_000: 0.5, 1_000_000: 2}
INDEXED_A_SECOND = 5_000
# Memory is bounded when ten times the cues take less than this much more.
MEMORY_GROWS = 2


def bar_for(bars: Mapping[int, T], cues: int) -> T:
    """The bar of an archive of this size: that of the next larger one that has a bar."""
    return next((bar for size, bar in bars.items() if cues <= size), bars[max(bars)])
