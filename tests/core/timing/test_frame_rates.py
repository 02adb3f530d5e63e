from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.frame_rates import parse_frame_rate, timecode_ms


@pytest.mark.parametrize(
    ("text", "exact", "written"),
    [
        ("25", Fraction(25), "25"),
        (" 30 ", Fraction(30), "30"),
        ("29.97", Fraction(30_000, 1001), "29.97"),
        ("30000/1001", Fraction(30_000, 1001), "29.97"),
        ("23.976", Fraction(24_000, 1001), "23.976"),
        ("23.98", Fraction(24_000, 1001), "23.976"),
        ("59.94", Fraction(60_000, 1001), "59.94"),
        ("12.5", Fraction(25, 2), "12.5"),
    ],
)
def test_a_frame_rate_is_read_as_it_is_meant(text: str, exact: Fraction, written: str) -> None:
    rate = parse_frame_rate(text)
    assert rate is not None
    assert (rate.exact, str(rate)) == (exact, written)


@pytest.mark.parametrize("text", ["", "0", "-25", "fast", "1e9", "25/0", "1001", "nan", "9" * 5000])
def test_what_is_no_frame_rate_is_not_read(text: str) -> None:
    assert parse_frame_rate(text) is None


@pytest.mark.parametrize(
    ("rate", "seconds", "frames", "mark", "ms"),
    [
        ("25", 1, 20, ":", 1800),
        ("25", 80, 12, ":", 80_480),
        ("24", 0, 1, ":", 42),
        ("29.97", 3600, 0, ":", 3_603_600),
        ("29.97", 3600, 0, ";", 3_599_996),
        # 00:01:00;02 is the frame after 00:00:59;29.
        ("29.97", 60, 2, ";", 60_060),
        ("59.94", 60, 4, ";", 60_060),
        ("23.976", 80, 12, ":", 80_581),
        # Nobody drops frames of 25.
        ("25", 60, 2, ";", 60_080),
        ("12.5", 10, 5, ":", 10_400),
    ],
)
def test_a_timecode_is_the_time_of_its_frame(
    rate: str, seconds: int, frames: int, mark: str, ms: int
) -> None:
    read = parse_frame_rate(rate)
    assert read is not None
    assert timecode_ms(seconds, frames, read, drop=mark == ";") == ms


@given(st.integers(0, 100_000), st.sampled_from(["24", "25", "29.97", "30", "23.976"]))
def test_every_frame_is_later_than_the_one_before(number: int, name: str) -> None:
    rate = parse_frame_rate(name)
    assert rate is not None
    counted = int(rate.counted)
    times = [timecode_ms(*divmod(at, counted), rate) for at in (number, number + 1)]
    assert abs(times[1] - times[0] - 1000 / rate.exact) < 1
