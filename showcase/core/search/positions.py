"""Rows: the numbers of words in running text, ascending, and where words stand in a row."""

from bisect import bisect_left
from collections.abc import Sequence

Numbers = Sequence[int]

# To look one number up among many takes as long as to put so many of them into a set.
_LOOK_UP = 10


def in_a_row(words: Sequence[Numbers]) -> list[int]:
    """Where words stand in a row: each n that is in words[0], with n + 1 in words[1], and so on.

    The rarest word leads, so that common ones cost little.
    """
    rarest, *others = sorted(range(len(words)), key=lambda step: len(words[step]))
    starts = [number - rarest for number in words[rarest]]
    for step in others:
        if not starts:
            break
        starts = following(starts, words[step], step)
    return starts


def following(starts: Sequence[int], numbers: Numbers, step: int) -> list[int]:
    """Those of `starts` that have one of `numbers` that many steps behind."""
    if len(numbers) > _LOOK_UP * len(starts):
        return [start for start in starts if _has(numbers, start + step)]
    known = {*numbers}
    return [start for start in starts if start + step in known]


def _has(numbers: Numbers, number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def within(numbers: Numbers, words: range) -> Numbers:
    """Those numbers that are in a range."""
    return numbers[bisect_left(numbers, words.start) : bisect_left(numbers, words.stop)]
