"""Tracks of one recording that fit, or part."""

from itertools import accumulate
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.timing.cue_fit import Drift, common_shift_ms, find_drift, together_share
from tests.conftest import slow_after

CHANCE = Random(7)  # noqa: S311 - examples
# Half an hour of cues that last one to six seconds.
STARTS = [*accumulate(CHANCE.randrange(1_000, 6_000) for _ in range(500))]


def by_hand(starts: list[int]) -> list[int]:
    """The same times as another person sets them; each eighth cue is left out."""
    return [start + CHANCE.randrange(-150, 150) for n, start in enumerate(starts) if n % 8]


@pytest.mark.parametrize("rate", [25 / 24, 24 / 25, 25 / 23.976, 1.001, 23.976 / 30])
def test_another_speed_grows_with_time(rate: float) -> None:
    drift = find_drift(STARTS, by_hand([round(start * rate) for start in STARTS]))
    assert drift is not None
    assert drift.gradual
    assert abs(drift.early_shift_ms) < 1_500
    assert abs(drift.late_shift_ms - (rate - 1) * STARTS[-1]) < 1_000


@pytest.mark.parametrize(("before_s", "after_s"), [(0, 30), (0, -45), (2, 62), (30, 0)])
def test_another_cut_changes_at_once(before_s: int, after_s: int) -> None:
    cut = len(STARTS) // 2
    moved = [start + 1_000 * (before_s if n < cut else after_s) for n, start in enumerate(STARTS)]
    drift = find_drift(STARTS, sorted(by_hand(moved)))
    assert drift is not None
    assert not drift.gradual
    assert abs(drift.early_shift_ms - 1_000 * before_s) < 300
    assert abs(drift.late_shift_ms - 1_000 * after_s) < 300


@pytest.mark.parametrize("shift_s", [0, 5, -3_600])
def test_what_is_late_all_the_time_does_not_part(shift_s: int) -> None:
    later = by_hand([start + shift_s * 1_000 for start in STARTS])
    assert find_drift(STARTS, later) is None
    shift = common_shift_ms(STARTS, later)
    assert shift is not None
    assert abs(shift - shift_s * 1_000) < 300


@pytest.mark.parametrize("others", slow_after(1, [20, 80, 500]))
def test_times_of_another_recording_part_in_no_way(others: int) -> None:
    for seed in range(20):
        chance = Random(seed)  # noqa: S311 - examples
        times = [*accumulate(chance.randrange(1_000, 6_000) for _ in range(others))]
        assert find_drift(STARTS, times) is None
        assert find_drift(times, STARTS) is None


def test_few_cues_tell_nothing() -> None:
    assert find_drift(STARTS, [start * 2 for start in STARTS[:17]]) is None
    assert find_drift(STARTS[:17], STARTS) is None


@given(st.lists(st.integers(0, 10**8), min_size=18, max_size=60))
def test_any_times_are_compared(times: list[int]) -> None:
    others = sorted(times)
    for drift in (
        find_drift(STARTS, others),
        find_drift(others, STARTS),
        find_drift(others, others),
    ):
        assert drift is None or isinstance(drift, Drift)
    assert together_share(others, others) == 1
