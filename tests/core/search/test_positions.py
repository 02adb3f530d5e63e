from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.positions import following, in_a_row, within

NUMBERS = st.sets(st.integers(0, 60)).map(sorted)
# So many that looking one up is cheaper than putting all into a set.
MANY = st.sets(st.integers(0, 300), min_size=40).map(sorted)


@given(st.lists(st.one_of(NUMBERS, MANY), min_size=1, max_size=4))
def test_words_stand_in_a_row_where_each_follows_the_one_before(words: list[list[int]]) -> None:
    expected = [n for n in words[0] if all(n + step in set(w) for step, w in enumerate(words))]
    assert in_a_row(words) == expected


@given(NUMBERS, st.one_of(NUMBERS, MANY), st.integers(0, 9))
def test_what_follows_stands_so_many_steps_behind(
    starts: list[int], numbers: list[int], step: int
) -> None:
    assert following(starts, numbers, step) == [s for s in starts if s + step in set(numbers)]


@given(NUMBERS, st.integers(0, 60), st.integers(0, 20))
def test_numbers_within_a_range_are_those_in_it(numbers: list[int], first: int, size: int) -> None:
    words = range(first, first + size)
    assert list(within(numbers, words)) == [n for n in numbers if n in words]
