"""The words in sheets of like height: a browser lays out those that are near, and guesses the others."""

from collections.abc import Sequence
from itertools import accumulate

from showcase.web.video.transcript_view import PassageView

# Of lines as a wide window shows them. Their height in css/read.css is that of so many, set as passages.
LINES_PER_SHEET = 60
_CHARS_PER_LINE = 62
_SPACING_LINES = 1.2
_HEADING_LINES = 3


def split_into_sheets(turns: Sequence[PassageView]) -> list[list[PassageView]]:
    """All passages, in order, in as many sheets as make SHEET_LINES each, nearly; few passages are one."""
    if not turns:
        return []
    tops = list(accumulate(map(_line_count, turns, turns[1:]), initial=0.0))
    height = tops[-1] or 1.0
    count = max(1, round(height / LINES_PER_SHEET))
    sheets: list[list[PassageView]] = [[] for _ in range(count)]
    for turn, top in zip(turns, tops, strict=True):
        sheets[min(count - 1, int(top / height * count))].append(turn)
    return [sheet for sheet in sheets if sheet]


def _line_count(turn: PassageView, after: PassageView) -> float:
    """How many lines a passage takes, with the space and the headings above it."""
    characters = (after.offset - turn.offset) / _CHARS_PER_LINE
    return characters + _SPACING_LINES + _HEADING_LINES * len(turn.headings)
