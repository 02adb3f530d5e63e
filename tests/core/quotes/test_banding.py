from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.quotes.banding import Band, find_bands


def places(words: Sequence[str], said: Sequence[str]) -> dict[str, int]:
    return {word: sum(1 << n for n, other in enumerate(said) if other == word) for word in words}


def changes_by_hand(words: Sequence[str], elisions: Sequence[int], said: Sequence[str]) -> int:
    """Words added, left out or changed at the best place, from the full table with a row for each word."""
    row = [0] * (len(said) + 1)
    for number, word in enumerate(words, 1):
        before, row = row, [number]
        for place, other in enumerate(said):
            row.append(min(before[place] + (word != other), before[place + 1] + 1, row[place] + 1))
        if number in elisions:
            row = [min(row[: place + 1]) for place in range(len(row))]
    return min(row)


WORDS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12)


@given(
    WORDS, st.sets(st.integers(1, 11), max_size=3), st.lists(st.sampled_from("abcdef"), min_size=1)
)
def test_the_changes_of_the_best_place_are_counted(
    words: list[str], elisions: set[int], said: list[str]
) -> None:
    between = sorted(at for at in elisions if at < len(words))
    near = find_bands(words, between, places(words, said), len(said))
    assert near.changes == changes_by_hand(words, between, said)


@given(st.lists(st.text("abcde", max_size=1), max_size=40), st.integers(3, 12), st.data())
def test_an_exact_quote_is_in_a_band(said: list[str], size: int, data: st.DataObject) -> None:
    said = [*said, *"edcbaedcbaedcba"]
    first = data.draw(st.integers(0, len(said) - size))
    words = said[first : first + size]
    near = find_bands(words, (), places(words, said), len(said))
    assert near.changes == 0
    assert any(first in band.offsets for band in near.bands)


def test_each_piece_between_elisions_has_its_bands() -> None:
    said = [f"w{number}" for number in range(100)]
    words = [*said[10:14], *said[60:65], *said[90:93]]
    near = find_bands(words, (9, 4), places(words, said), len(said))
    assert near.changes == 0
    assert {band.rows for band in near.bands} == {range(4), range(4, 9), range(9, 12)}
    for rows, offset in ((range(4), 10), (range(4, 9), 56), (range(9, 12), 81)):
        assert any(offset in band.offsets for band in near.bands if band.rows == rows)


@pytest.mark.parametrize(
    ("band", "columns"),
    [
        (Band(range(3), range(10, 12)), range(10, 15)),
        (Band(range(2, 5), range(-4, 1)), range(6)),
        (Band(range(3), range(17, 25)), range(17, 20)),
    ],
)
def test_a_band_is_within_the_window(band: Band, columns: range) -> None:
    assert band.columns(20) == columns
