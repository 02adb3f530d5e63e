import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.timecodes import (
    format_clock,
    format_iso_duration,
    format_seconds,
    format_vtt_timestamp,
    parse_time,
    to_seconds,
)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0", 0),
        ("90", 90_000),
        ("12.5", 12_500),
        ("12.3456", 12_346),
        ("1.9996", 2_000),
        ("90s", 90_000),
        ("90S", 90_000),
        ("1.5s", 1_500),
        ("1m30s", 90_000),
        ("2m", 120_000),
        ("1h", 3_600_000),
        ("1h2m3s", 3_723_000),
        ("1h3s", 3_603_000),
        ("1:30", 90_000),
        ("100:00", 6_000_000),
        ("0:01:30.5", 90_500),
        ("01:02:03.004", 3_723_004),
        (" 90 ", 90_000),
    ],
)
def test_a_time_is_read_in_every_way_people_write_it(text: str, ms: int) -> None:
    assert parse_time(text) == ms


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "s", "h", "1:75", "1:60:00", "1:2:75", "-1", "+1", "1e3", ".5", "5.", "1,5", "1h2", "3s2m",
        "1:30:", ":30", "1:2:3:4", "nan", "inf", "٣", "1 30", "1_000", "9999999999", "\0", "\ud800",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert parse_time(text) is None


@given(st.text() | st.text(st.characters(categories=("Cs", "Nd", "Zs"))))
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert (parse_time(text) or 0) >= 0


@given(st.integers(0, 999_999_999_999))
def test_seconds_and_timestamps_are_read_back_as_the_same_time(ms: int) -> None:
    assert parse_time(format_seconds(ms)) == ms
    assert parse_time(format_vtt_timestamp(ms % 360_000_000)) == ms % 360_000_000


@pytest.mark.parametrize(
    ("ms", "seconds", "clock", "vtt", "duration"),
    [
        (0, "0", "0:00", "00:00:00.000", "PT0S"),
        (7_040, "7.04", "0:07", "00:00:07.040", "PT7S"),
        (121_500, "121.5", "2:01", "00:02:01.500", "PT2M1S"),
        (3_600_000, "3600", "1:00:00", "01:00:00.000", "PT1H"),
        (3_723_001, "3723.001", "1:02:03", "01:02:03.001", "PT1H2M3S"),
    ],
)
def test_a_time_is_written_for_addresses_pages_tracks_and_search_engines(
    ms: int, seconds: str, clock: str, vtt: str, duration: str
) -> None:
    assert format_seconds(ms) == seconds
    assert format_clock(ms) == clock
    assert format_vtt_timestamp(ms) == vtt
    assert format_iso_duration(ms) == duration


def test_seconds_in_json_are_integers_where_possible() -> None:
    assert [repr(to_seconds(ms)) for ms in (0, 9_000, 12_500, 746)] == ["0", "9", "12.5", "0.746"]
