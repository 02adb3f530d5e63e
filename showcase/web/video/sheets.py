"""Sheets of passages, of about equal height: a browser lays out those that are near, and no others."""

from collections.abc import Sequence
from itertools import accumulate

from showcase.web.video.transcript_view import PassageView

# Lines as a wide window shows them; css/transcript.css gives the estimated height of so many.
LINES_PER_SHEET = 60
_CHARS_PER_LINE = 62
_SPACING_LINES = 1.2
_HEADING_LINES = 3


def split_into_sheets(passages: Sequence[PassageView]) -> list[list[PassageView]]:
    """All passages, in order, in sheets of about LINES_PER_SHEET lines; no sheet is empty."""
    if not passages:
        return []
    tops = list(accumulate(map(_line_count, passages, passages[1:]), initial=0.0))
    height = tops[-1] or 1.0
    count = max(1, round(height / LINES_PER_SHEET))
    sheets: list[list[PassageView]] = [[] for _ in range(count)]
    for passage, top in zip(passages, tops, strict=True):
        sheets[min(count - 1, int(top / height * count))].append(passage)
    return [sheet for sheet in sheets if sheet]


def _line_count(passage: PassageView, following: PassageView) -> float:
    """How many lines a passage takes, with the space and the headings above it."""
    text_lines = (following.offset - passage.offset) / _CHARS_PER_LINE
    return text_lines + _SPACING_LINES + _HEADING_LINES * len(passage.headings)
