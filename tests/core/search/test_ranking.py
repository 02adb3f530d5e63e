"""The order of hits: each rule of core/search/ranking.py outweighs those below it."""

from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.query_parser import TERMS_MOST
from showcase.core.search.ranking import ALIKE, EXACT, RARITY_MOST, ROW, rarity, scores

COUNTS = st.integers(0, 10**9)


@given(COUNTS, COUNTS)
def test_rarity_is_bounded(count: int, words: int) -> None:
    assert rarity(min(count, words), words) <= RARITY_MOST


@given(COUNTS, COUNTS, COUNTS)
def test_a_rarer_word_weighs_more(one: int, other: int, words: int) -> None:
    few, many = sorted((one, other))
    assert rarity(few, words) >= rarity(many, words)


@given(st.lists(st.tuples(COUNTS, st.floats(0, RARITY_MOST)), max_size=TERMS_MOST))
def test_all_words_together_weigh_less_than_a_level(terms: list[tuple[int, float]]) -> None:
    (found,) = scores([7], [{7: count} for count, _ in terms], [weight for _, weight in terms])
    assert 0 <= found < EXACT - ALIKE <= ROW - EXACT


def test_once_more_is_better_by_less_and_less() -> None:
    once, twice, often, never = scores([1, 2, 3, 4], [{1: 1, 2: 2, 3: 3}], [1.0])
    assert 0 < often - twice < twice - once < once
    assert never == 0
