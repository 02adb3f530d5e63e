"""How words are set in a box: 1 em is the size, a character is half as wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.cards.typesetting import Box, HangingMargin, Typesetter
from tests.core.cards.card_cast import PRESS

BOX = Box(100, 50, 300, 250)


def setter(text: str, *, rtl: bool = False) -> Typesetter:
    return Typesetter(PRESS, "display", text, "#17201c", rtl=rtl)


def lines(text: str, size: int = 20, box: Box = BOX) -> list[str]:
    set_lines = setter(text).block([text], [size], box)
    assert set_lines
    return [line.text for line in set_lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We wrote it", ["We wrote it"]),
        ("We wrote the rules ourselves", ["We wrote the", "rules ourselves"]),
        ("ourselves and together we did", ["ourselves and", "together we did"]),
        ("We are all worker-driven people", ["We are all worker-", "driven people"]),
        ("a-b one two three four five", ["a-b one two", "three four five"]),
        ("They said«\u2009it\u2009» and then left", ["They said«\u2009it\u2009»", "and then left"]),
    ],
)
def test_lines_are_few_and_about_equally_wide(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("sizes", "size"), [([60, 20], 20), ([30, 20], 30), ([200, 100, 40, 30, 20], 40)]
)
def test_the_largest_size_that_fits_is_taken(sizes: list[int], size: int) -> None:
    text = "We wrote it, and they all signed it in the end"
    found = setter(text).block([text], sizes, BOX)
    assert found
    assert {line.size for line in found} == {size}


def test_what_fits_in_no_size_is_not_set() -> None:
    assert setter("We").block(["We wrote it " * 40], [60, 40], BOX) is None


def test_a_word_wider_than_the_box_is_broken_in_the_smallest_size_only() -> None:
    found = setter("x").block(["a" * 25 + " b"], [40, 20], BOX)
    assert found
    assert [(line.text, line.size) for line in found] == [("a" * 20, 20), ("aaaaa b", 20)]


def test_quotation_marks_hang_out_of_the_box_at_both_ends() -> None:
    text = "“We wrote the rules…”"
    first, *_ = (
        setter(text).block([text], [20], Box(100, 50, 290, 250), HangingMargin(12, 12)) or ()
    )
    assert (first.text, first.box.left, first.box.right) == (text, 90, 300)


def test_marks_hang_no_further_than_there_is_room_for() -> None:
    first, *_ = setter("“We").block(["“We"], [20], BOX, HangingMargin(4, 12)) or ()
    assert first.box.left == 96


def test_from_right_to_left_marks_hang_out_at_the_other_ends() -> None:
    first, *_ = setter("«ك", rtl=True).block(["«ك"], [20], BOX, HangingMargin(0, 6)) or ()
    assert first.box.right == 306


def test_lines_from_right_to_left_begin_at_the_right() -> None:
    text = "كتبنا القواعد بأنفسنا كلمة كلمة"
    found = setter(text, rtl=True).block([text], [20], BOX) or ()
    assert len(found) == 2
    assert {line.box.right for line in found} == {300}


def test_lines_of_taller_letters_have_more_space() -> None:
    latin = setter("We").block(["We wrote the", "rules"], [20], BOX) or ()
    bengali = setter("আমরা").block(["আমরা আমরা", "আমরা"], [20], BOX) or ()
    assert latin[1].baseline - latin[0].baseline < bengali[1].baseline - bengali[0].baseline
    assert bengali[1].box.top > bengali[0].box.bottom
    assert latin[0].box.top == pytest.approx(BOX.top, abs=1)


def test_there_is_space_between_two_speakers() -> None:
    one, two, three = setter("We").block(["Who wrote the rules then?", "We"], [20], BOX) or ()
    assert three.baseline - two.baseline > two.baseline - one.baseline


@pytest.mark.parametrize(
    ("room", "sizes", "expected"),
    [
        (200, [20, 10], ("Pickers United", 20)),
        (100, [20, 10], ("Pickers United", 10)),
        (50, [20, 10], ("Pickers U…", 10)),
        (44, [20, 10], ("Pickers…", 10)),
        (4, [10], ("…", 10)),
    ],
)
def test_a_line_that_has_no_room_is_made_small_then_cut(
    room: float, sizes: list[int], expected: tuple[str, int]
) -> None:
    assert setter("P").truncate("Pickers United", sizes, room) == expected


@given(
    st.lists(st.text(st.sampled_from("abc-é“আк"), min_size=1, max_size=30), min_size=1, max_size=20)
)
def test_nothing_is_lost_cut_or_outside(words: list[str]) -> None:
    text = " ".join(words)
    found = setter(text).block([text], [20, 10], BOX)
    if found:
        assert "".join(line.text for line in found).replace(" ", "") == text.replace(" ", "")
        assert all(line.box.left >= BOX.left for line in found)
        assert all(line.box.right <= BOX.right + 0.01 for line in found)
        assert found[-1].box.bottom <= BOX.bottom
