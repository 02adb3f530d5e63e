"""Passages are put into sheets of about the same height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.localized import Text
from showcase.web.video.sheets import SHEET_LINES, cut_sheets
from showcase.web.video.transcript import Heading, Turn

# Characters of a passage that takes about ten lines, with the space above it.
TEN_LINES = round(62 * 8.8)


def turns_of(*lengths: int, headings: int = 0) -> list[Turn]:
    offsets = [sum(lengths[:number]) for number in range(len(lengths))]
    begun = [Heading(1, Text("The yard"))] * headings
    return [
        Turn(
            f"p{offset}", offset, Text(""), Text(""), "0:00", "0", "#", target=False, headings=begun, lines=[]
        )
        for offset in offsets
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("passages", "sheets"), [(0, 0), (1, 1), (8, 1), (12, 2), (60, 10), (360, 60)]
)
def test_a_long_video_has_as_many_sheets_as_its_words_fill(passages: int, sheets: int) -> None:
    assert len(cut_sheets(turns_of(*[TEN_LINES] * passages))) == sheets


def test_headings_take_room() -> None:
    passages = [62] * 60
    assert len(cut_sheets(turns_of(*passages, headings=1))) > len(cut_sheets(turns_of(*passages)))


@given(st.lists(st.integers(1, 3_000), max_size=200))
def test_every_passage_is_in_one_sheet_in_its_order(lengths: list[int]) -> None:
    turns = turns_of(*lengths)
    sheets = cut_sheets(turns)
    assert [turn for sheet in sheets for turn in sheet] == turns
    assert all(sheets)


@given(st.lists(st.integers(100, TEN_LINES), min_size=40, max_size=200))
def test_sheets_are_nearly_alike(lengths: list[int]) -> None:
    turns = turns_of(*lengths)
    lines = {turn.key: length / 62 for turn, length in zip(turns, lengths, strict=True)}
    heights = [sum(lines[turn.key] for turn in sheet) for sheet in cut_sheets(turns)]
    assert max(heights) - min(heights) < SHEET_LINES / 2
