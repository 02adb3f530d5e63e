"""Where a transcript has the headings of a video's chapters."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from showcase.core.catalog.models import Chapter
from showcase.core.transcript.passages import Passage


def chapters_by_passage(chapters: Sequence[Chapter], passages: Sequence[Passage]) -> list[range]:
    """The indexes of the chapters whose headings come before each passage.

    A chapter is the heading of the first passage that starts when the chapter starts, or later.

    Args:
        chapters: in order of time.
        passages: in order of time.

    Returns:
        A range for each passage, and one more: the chapters that start after the last passage has started.
        Every chapter is in exactly one of them; where the passages have no times, in none.
    """
    if not all(passage.has_times for passage in passages):
        return [range(0)] * (len(passages) + 1)
    starts = [chapter.start_ms for chapter in chapters]
    stops = accumulate((bisect_right(starts, passage.start_ms) for passage in passages), max)
    return [range(*pair) for pair in pairwise((0, *stops, len(chapters)))]
