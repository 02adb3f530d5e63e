"""The order of hits: each rule of core/search/ranking.py outweighs those below it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.query_parser import MAX_QUERY_TERMS
from showcase.core.search.ranking import (
    EXACT_WEIGHT,
    MAX_RARITY_WEIGHT,
    PHRASE_WEIGHT,
    STEM_WEIGHT,
    best_place,
    rarity,
    score_passages,
)
from showcase.core.search.results import AnswerKind

COUNTS = st.integers(0, 10**9)


@given(COUNTS, COUNTS)
def test_rarity_is_bounded(count: int, words: int) -> None:
    assert rarity(min(count, words), words) <= MAX_RARITY_WEIGHT


@given(COUNTS, COUNTS, COUNTS)
def test_a_rarer_word_weighs_more(one: int, other: int, words: int) -> None:
    few, many = sorted((one, other))
    assert rarity(few, words) >= rarity(many, words)


@given(st.lists(st.tuples(COUNTS, st.floats(0, MAX_RARITY_WEIGHT)), max_size=MAX_QUERY_TERMS))
def test_all_words_together_weigh_less_than_a_level(terms: list[tuple[int, float]]) -> None:
    (found,) = score_passages(
        [7], [{7: count} for count, _ in terms], [weight for _, weight in terms]
    )
    assert 0 <= found < EXACT_WEIGHT - STEM_WEIGHT <= PHRASE_WEIGHT - EXACT_WEIGHT


def test_once_more_is_better_by_less_and_less() -> None:
    once, twice, often, never = score_passages([1, 2, 3, 4], [{1: 1, 2: 2, 3: 3}], [1.0])
    assert 0 < often - twice < twice - once < once
    assert never == 0


SCATTERED, IN_A_ROW, OTHER_FORMS = EXACT_WEIGHT + 9, PHRASE_WEIGHT + 1, STEM_WEIGHT + 70


@pytest.mark.parametrize(
    ("scores", "kind", "expected"),
    [
        ([], "words", None),
        ([SCATTERED], "words", 0),
        ([OTHER_FORMS, SCATTERED, IN_A_ROW, SCATTERED], "words", 2),
        ([OTHER_FORMS, SCATTERED, SCATTERED], "words", 1),
        # The first of those that are equally good, however often they have the words.
        ([OTHER_FORMS, IN_A_ROW, IN_A_ROW + 50], "words", 1),
        ([SCATTERED, SCATTERED + 50], "words", 0),
        ([OTHER_FORMS, OTHER_FORMS + 50], "words", 0),
        ([0.8, 0.95, 0.95, 0.9], "quote", 1),
        ([3.0, 7.5, 4.0], "nearest", 1),
    ],
)
def test_the_best_hit_is_the_first_of_the_best_level(
    scores: list[float], kind: AnswerKind, expected: int | None
) -> None:
    assert best_place(scores, kind) == expected
