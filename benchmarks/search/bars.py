"""Targets (bars) of the search benchmark; the tables say of each figure whether it meets its bar."""

from collections.abc import Mapping
from typing import TypeVar

from benchmarks.search.measure import NOT_THERE

T = TypeVar("T")

# The least percent of first hits that are the right moment, by kind of quote.
MIN_RIGHT_PERCENT: Mapping[str, float] = {
    "word for word": 100,
    "case, punctuation, quotation marks changed": 100,
    "one or two elisions": 99.5,
    "one word wrong, missing, added or misspelt": 99,
    "one word in five changed": 98,
    "one word in three changed": 95,
    NOT_THERE: 99,
}
# The most CPU milliseconds on one core, p50 and p95, for archives of up to this many cues.
MAX_WORDS_MS = {10_000: (2, 6), 100_000: (6, 40), 1_000_000: (60, 300)}
MAX_QUOTES_MS = {10_000: (8, 25), 100_000: (15, 60), 1_000_000: (80, 300)}
MAX_HOSTILE_MS = {10_000: 50, 100_000: 100, 1_000_000: 500}
# The most seconds until a changed video of 60 cues can be searched.
MAX_CHANGE_SECONDS = {10_000: 0.2, 100_000: 0.5, 1_000_000: 2}
MIN_INDEXED_CUES_PER_SECOND = 5_000
# Memory counts as bounded if ten times as many cues need less than this factor more.
MAX_MEMORY_GROWTH_FACTOR = 2


def bar_for(bars: Mapping[int, T], cues: int) -> T:
    """The bar for an archive of this many cues: that of the next size that has one, or of the largest."""
    return next((bar for size, bar in bars.items() if cues <= size), bars[max(bars)])
