"""What was withdrawn, and which moments it concerns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.withdrawals import (
    NO_WITHDRAWALS,
    TimeRange,
    Withdrawals,
    WithdrawnPassage,
    begins_in,
    merge_ranges,
    overlaps,
)
from showcase.core.timing.moments import Moment

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: TimeRange(p[0], p[0] + p[1]))
)


@given(RANGES)
def test_merged_ranges_have_the_same_times_in_order_and_apart(ranges: list[TimeRange]) -> None:
    merged = merge_ranges(ranges)
    assert {ms for each in merged for ms in range(*each)} == {
        ms for each in ranges for ms in range(*each)
    }
    assert all(a.end_ms < b.start_ms for a, b in pairwise(merged))


@pytest.mark.parametrize(
    ("moment", "begins", "has_part"),
    [
        (Moment(10), True, True),
        (Moment(19, 40), True, True),
        (Moment(5, 11), False, True),
        (Moment(5, 10), False, False),
        (Moment(5), False, False),
        (Moment(20), False, False),
    ],
)
def test_a_moment_begins_in_a_range_or_has_a_part_of_it(
    moment: Moment, *, begins: bool, has_part: bool
) -> None:
    ranges = (TimeRange(10, 20), TimeRange(50, 60))
    assert (begins_in(moment, ranges), overlaps(moment, ranges)) == (begins, has_part)


def test_nothing_is_withdrawn_without_people_and_passages() -> None:
    assert not NO_WITHDRAWALS
    assert Withdrawals(passages=(WithdrawnPassage("a"),))
    assert Withdrawals((("Ana", "A."), ("Bo",))).names == ("Ana", "A.", "Bo")
