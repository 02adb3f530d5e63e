from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.moments import (
    Moment,
    moment_from_query,
    moment_text,
    moment_url,
    parse_moment,
)

MOMENTS = st.builds(
    lambda start, length: Moment(start, start + length if length else None),
    st.integers(0, 99_999_999_999),
    st.none() | st.integers(1, 9_999_999),
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("90", Moment(90_000)),
        ("90s", Moment(90_000)),
        ("1m30s", Moment(90_000)),
        ("1h2m3s", Moment(3_723_000)),
        ("1:30", Moment(90_000)),
        ("0:01:30.5", Moment(90_500)),
        ("12,34", Moment(12_000, 34_000)),
        ("#t=12,34", Moment(12_000, 34_000)),
        ("t=12,34", Moment(12_000, 34_000)),
        ("#t=npt:12,34", Moment(12_000, 34_000)),
        ("npt:0:01:30,0:02:00", Moment(90_000, 120_000)),
        (",7", Moment(0, 7_000)),
        ("0", Moment(0)),
        ("12.5,18", Moment(12_500, 18_000)),
        ("1m30s,2m", Moment(90_000, 120_000)),
        (" 12 , 34 ", Moment(12_000, 34_000)),
        ("1m30", Moment(90_000)),
        ("1M05", Moment(65_000)),
        ("1h30", Moment(5_400_000)),
        ("1h2m3", Moment(3_723_000)),
        ("1m30,1m40", Moment(90_000, 100_000)),
        ("90.", Moment(90_000)),
        ("1m30.", Moment(90_000)),
        ("1:30.", Moment(90_000)),
        ("12.,34.", Moment(12_000, 34_000)),
        ("1m 30s", Moment(90_000)),
        ("10-20", Moment(10_000, 20_000)),
        ("1:30–1:40", Moment(90_000, 100_000)),
        ("npt:10 — 20", Moment(10_000, 20_000)),
        ("２０", Moment(20_000)),
        ("１：３０", Moment(90_000)),
        ("٩٠", Moment(90_000)),
        ("۱:۳۰", Moment(90_000)),
        ("৯০,১০০", Moment(90_000, 100_000)),
    ],
)
def test_a_moment_is_read_in_every_way_it_is_written(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "", ",", "3,", "7,3", "3,3", "0,0", ",0", "x", "x,3", "3,x", "1,2,3", "-1", "1:75", "smpte:1,2",
        "m30", "1m300", "30m5m", ".", "1..", "20-10", "5-", "-", "1-2-3", "-1,5", "90.s",
        "\ud800", "\0",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_ignored(text: str) -> None:
    assert parse_moment(text) is None


@given(MOMENTS)
def test_a_moment_is_read_back_as_it_was_written(moment: Moment) -> None:
    assert parse_moment(str(moment)) == moment


@given(st.text() | st.text("0123456789:.,hms#t=np-–３٣ "))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    moment = parse_moment(text)
    assert moment is None or moment.end_ms is None or 0 <= moment.start_ms < moment.end_ms


@pytest.mark.parametrize(
    ("arguments", "moment"),
    [
        ({}, None),
        ({"q": "12"}, None),
        ({"t": "12,34"}, Moment(12_000, 34_000)),
        ({"start": "12"}, Moment(12_000)),
        ({"start": "12", "end": "34"}, Moment(12_000, 34_000)),
        ({"end": "34"}, Moment(0, 34_000)),
        ({"start": "34", "end": "12"}, None),
        ({"t": "7", "start": "12"}, Moment(7_000)),
        ({"t": "7,3", "start": "12"}, Moment(12_000)),
        ({"t": "10", "stop": "20"}, Moment(10_000, 20_000)),
        ({"t": "10", "end": "20", "stop": "30"}, Moment(10_000, 20_000)),
        ({"t": "1m30", "end": "1m40."}, Moment(90_000, 100_000)),
        ({"start": "10", "stop": "20"}, Moment(10_000, 20_000)),
        ({"start": "1m30"}, Moment(90_000)),
        ({"time_continue": "90"}, Moment(90_000)),
        ({"stop": "7"}, Moment(0, 7_000)),
        ({"t": "10,15", "stop": "20"}, Moment(10_000, 15_000)),
        ({"t": "10", "stop": "5"}, Moment(10_000)),
        ({"t": "10", "stop": "soon"}, Moment(10_000)),
        ({"t": "10", "stop": "12,14"}, Moment(10_000)),
        ({"t": "soon", "stop": "20"}, Moment(0, 20_000)),
    ],
)
def test_an_address_asks_for_a_moment_with_t_or_as_other_players_write_it(
    arguments: dict[str, str], moment: Moment | None
) -> None:
    assert moment_from_query(arguments) == moment


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({}, ""),
        ({"t": "soon", "start": "3"}, "soon"),
        ({"start": "noon"}, "noon"),
        ({"stop": "x"}, "x"),
    ],
)
def test_the_time_of_an_address_is_kept_as_it_is_written(
    arguments: dict[str, str], text: str
) -> None:
    assert moment_text(arguments) == text


@pytest.mark.parametrize(
    ("moment", "anchor", "query", "address"),
    [
        (None, "", {}, "/videos/dairy"),
        (Moment(90_000), "", {}, "/videos/dairy?t=90"),
        (Moment(12_500, 18_000), "p12500", {}, "/videos/dairy?t=12.5,18#p12500"),
        (Moment(0), "", {"q": "R&D #1", "lang": ""}, "/videos/dairy?t=0&q=R%26D+%231"),
        (None, "a b", {"q": None}, "/videos/dairy#a%20b"),
    ],
)
def test_an_address_is_written_in_one_readable_form(
    moment: Moment | None, anchor: str, query: dict[str, str | None], address: str
) -> None:
    assert moment_url("/videos/dairy", moment, anchor=anchor, **query) == address


@given(MOMENTS, st.text(min_size=1), st.text())
def test_what_was_asked_is_read_back_from_any_address(moment: Moment, q: str, anchor: str) -> None:
    parts = urlsplit(moment_url("/videos/dairy", moment, anchor=anchor, q=q))
    assert parts.path == "/videos/dairy"
    assert parse_qs(parts.query, keep_blank_values=True) == {"t": [str(moment)], "q": [q]}


def test_half_an_emoji_gives_an_address_too() -> None:
    assert moment_url("/search", anchor="\ud800", q="\ud83d maize") == "/search?q=%3F+maize#%3F"
