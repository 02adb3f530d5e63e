"""Rows: the numbers of words in running text, ascending, and where words stand in a row."""

from bisect import bisect_left
from collections.abc import Sequence

WordPositions = Sequence[int]

# To look one number up among many takes as long as to put so many of them into a set.
_LOOKUP_COST_RATIO = 10


def phrase_starts(words: Sequence[WordPositions]) -> list[int]:
    """Where words stand in a row: each n that is in words[0], with n + 1 in words[1], and so on.

    The rarest word leads, so that common ones cost little.
    """
    rarest, *others = sorted(range(len(words)), key=lambda step: len(words[step]))
    starts = [number - rarest for number in words[rarest]]
    for step in others:
        if not starts:
            break
        starts = keep_followed_starts(starts, words[step], step)
    return starts


def keep_followed_starts(starts: Sequence[int], numbers: WordPositions, step: int) -> list[int]:
    """Those of `starts` that have one of `numbers` that many steps behind."""
    if len(numbers) > _LOOKUP_COST_RATIO * len(starts):
        return [start for start in starts if _contains(numbers, start + step)]
    known = {*numbers}
    return [start for start in starts if start + step in known]


def _contains(numbers: WordPositions, number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def positions_in_range(numbers: WordPositions, words: range) -> WordPositions:
    """Those numbers that are in a range."""
    return numbers[bisect_left(numbers, words.start) : bisect_left(numbers, words.stop)]
