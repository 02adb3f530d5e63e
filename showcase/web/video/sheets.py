"""The words in sheets of like height: a browser lays out those that are near, and guesses the others."""

from collections.abc import Sequence
from itertools import accumulate

from showcase.web.video.transcript import Turn

# Of lines as a wide window shows them. Their height in css/read.css is that of so many, set as passages.
SHEET_LINES = 60
_LINE_CHARACTERS = 62
_SPACE_LINES = 1.2
_HEADING_LINES = 3


def cut_sheets(turns: Sequence[Turn]) -> list[list[Turn]]:
    """All passages, in order, in as many sheets as make SHEET_LINES each, nearly; few passages are one."""
    if not turns:
        return []
    tops = list(accumulate(map(_lines, turns, turns[1:]), initial=0.0))
    height = tops[-1] or 1.0
    count = max(1, round(height / SHEET_LINES))
    sheets: list[list[Turn]] = [[] for _ in range(count)]
    for turn, top in zip(turns, tops, strict=True):
        sheets[min(count - 1, int(top / height * count))].append(turn)
    return [sheet for sheet in sheets if sheet]


def _lines(turn: Turn, after: Turn) -> float:
    """How many lines a passage takes, with the space and the headings above it."""
    characters = (after.offset - turn.offset) / _LINE_CHARACTERS
    return characters + _SPACE_LINES + _HEADING_LINES * len(turn.headings)
