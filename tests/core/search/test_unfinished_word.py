"""Queries whose last word was not finished."""

from dataclasses import replace

import pytest

from showcase.core.search.query_parser import parse_query
from showcase.core.search.results import Hit
from showcase.core.search.unfinished_word import completed_query, unfinished_query
from showcase.core.text.spans import Span

EYES = Hit(
    video="a",
    language="en",
    speaker=None,
    passage=0,
    key="p0",
    text="It opened Our eyes, the co-operative said.",
    text_start=0,
    marks=(Span(3, 9), Span(10, 13)),
    matches=(Span(3, 13),),
    match_starts_ms=(None,),
    moment=None,
)


@pytest.mark.parametrize(
    ("query", "is_unfinished"),
    [("opened ou", True), ("ou", True), ("opened o", False), ("opened ou.", False), ("", False)],
)
def test_two_letters_are_the_beginning_of_a_word(query: str, *, is_unfinished: bool) -> None:
    unfinished = unfinished_query(parse_query(query))
    assert (unfinished is not None) is is_unfinished
    assert unfinished is None or unfinished.is_open


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("opened ou", "opened Our"),
        ('"opened ou', '"opened Our'),
        ("ou", "Our"),
        ("opened our", ""),
        ("opened ey", ""),
    ],
)
def test_the_last_word_is_completed_as_it_is_said(query: str, expected: str) -> None:
    assert completed_query(parse_query(query), EYES) == expected


def test_part_of_a_compound_completes_nothing() -> None:
    compound = replace(EYES, marks=(Span(24, 26), Span(27, 36)))
    assert completed_query(parse_query("cooper"), compound) == ""
