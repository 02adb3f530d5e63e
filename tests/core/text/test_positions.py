from hypothesis import given
from hypothesis import strategies as st

from showcase.core.text.positions import keep_followed_starts, phrase_starts, positions_in_range

NUMBERS = st.sets(st.integers(0, 60)).map(sorted)
# So many that looking one up is cheaper than putting all into a set.
MANY = st.sets(st.integers(0, 300), min_size=40).map(sorted)


@given(st.lists(st.one_of(NUMBERS, MANY), min_size=1, max_size=4))
def test_a_phrase_starts_where_each_word_follows_the_one_before(words: list[list[int]]) -> None:
    sets = list(map(set, words))
    expected = [n for n in words[0] if all(n + step in said for step, said in enumerate(sets))]
    assert phrase_starts(words) == expected


@given(NUMBERS, st.one_of(NUMBERS, MANY), st.integers(0, 9))
def test_starts_are_kept_that_a_word_follows_after_so_many_steps(
    starts: list[int], numbers: list[int], step: int
) -> None:
    assert keep_followed_starts(starts, numbers, step) == [
        s for s in starts if s + step in set(numbers)
    ]


@given(NUMBERS, st.integers(0, 60), st.integers(0, 20))
def test_numbers_within_a_range_are_those_in_it(numbers: list[int], first: int, size: int) -> None:
    words = range(first, first + size)
    assert list(positions_in_range(numbers, words)) == [n for n in numbers if n in words]
