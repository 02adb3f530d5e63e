"""The targets of the search. The tables mark each figure that misses its target."""

from collections.abc import Mapping
from typing import TypeVar

from benchmarks.search.measure import NOT_THERE

T = TypeVar("T")

# At least so many percent of first hits are the right moment.
MIN_RIGHT_PERCENT: Mapping[str, float] = {
    "word for word": 100,
    "case, punctuation, quotation marks changed": 100,
    "one or two elisions": 99.5,
    "one word wrong, missing, added or misspelt": 99,
    "one word in five changed": 98,
    "one word in three changed": 95,
    NOT_THERE: 99,
}
# By the number of cues, up to: CPU milliseconds on one core, p50 and p95.
MAX_WORDS_MS = {10_000: (2, 6), 100_000: (6, 40), 1_000_000: (60, 300)}
MAX_QUOTES_MS = {10_000: (8, 25), 100_000: (15, 60), 1_000_000: (80, 300)}
MAX_HOSTILE_MS = {10_000: 50, 100_000: 100, 1_000_000: 500}
# By the number of cues, up to: seconds until one changed video of 60 cues can be searched.
MAX_CHANGE_SECONDS = {10_000: 0.2, 100_000: 0.5, 1_000_000: 2}
MIN_CUES_PER_SECOND = 5_000
# Memory counts as bounded if ten times the cues take less than this factor.
MAX_MEMORY_GROWTH = 2


def target_for(targets: Mapping[int, T], cues: int) -> T:
    """The target of the smallest size that is not below `cues`, or of the largest size."""
    return next((target for size, target in targets.items() if cues <= size), targets[max(targets)])
