"""Two languages of a video side by side: what one says while the other says something.

Their cues are cut differently, and a translation has gaps of its own; only times are the same. So a cue of
the other language stands beside the passage in which most of its time lies.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from showcase.core.captions.cues import Cue
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import Passage


def cues_beside(passages: Sequence[Passage], cues: Sequence[Cue]) -> list[range]:
    """The cues of another language that stand beside each passage.

    Args:
        passages: of the language that is read, in order of start.
        cues: of the other one, in order of start.

    Returns:
        For each passage the numbers of its cues, which follow one another: none is lost, none stands twice,
        and none before the one that was said before it. What is said before the first passage or behind the
        last one stands beside that; what is said in a pause, beside the nearer passage.
    """
    rows = _Rows(passages)
    places = list(accumulate(map(rows.place, cues), max)) if passages else []
    stops = [bisect_right(places, number) for number in range(len(passages))]
    return [range(first, stop) for first, stop in zip([0, *stops], stops, strict=False)]


def cues_during(cues: Sequence[Cue], moment: Moment) -> range:
    """The cues that are said for the most part during a moment, or that say most of it.

    A translation is read in whole cues: where one of its words is spoken, nobody knows.
    """
    end_ms = moment.start_ms + 1 if moment.end_ms is None else moment.end_ms
    found = [n for n, cue in enumerate(cues) if _is_most(cue, moment.start_ms, end_ms)]
    return range(found[0], found[-1] + 1) if found else range(0)


def _is_most(cue: Cue, start_ms: int, end_ms: int) -> bool:
    shared = min(cue.end_ms, end_ms) - max(cue.start_ms, start_ms)
    return shared * 2 > min(cue.end_ms - cue.start_ms, end_ms - start_ms)


class _Rows:
    """Passages by their times. They begin one after the other; two voices at once end as they like."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._ended = list(accumulate((passage.end_ms for passage in passages), max))

    def place(self, cue: Cue) -> int:
        """The number of the passage in which most of a cue lies, the first of several."""
        first = bisect_right(self._ended, cue.start_ms)
        stop = bisect_left(self._passages, cue.end_ms, key=lambda row: row.start_ms)
        if first >= stop:
            return self._near(stop, cue)
        return max(range(first, stop), key=lambda number: self._shared(number, cue))

    def _near(self, behind: int, cue: Cue) -> int:
        """Of the two passages around a pause in which a cue is said, the nearer one."""
        if behind == 0 or behind == len(self._passages):
            return max(behind - 1, 0)
        before_ms = cue.start_ms - self._ended[behind - 1]
        return behind - (before_ms <= self._passages[behind].start_ms - cue.end_ms)

    def _shared(self, number: int, cue: Cue) -> int:
        passage = self._passages[number]
        return min(passage.end_ms, cue.end_ms) - max(passage.start_ms, cue.start_ms)
