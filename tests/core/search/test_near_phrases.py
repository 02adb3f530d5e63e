"""Phrases that are said, near a query that is not."""

import pytest
from hypothesis import example, given

from showcase.core.search.near_phrases import MAX_NEAR_PHRASES, near_phrases
from showcase.core.text.tokenizer import tokenize
from tests.sample_videos import HOSTILE, QUERIES

SAID = "It opened our blue eyes and the workers of our farm wrote the rules of the farm"


def is_said(phrase: str) -> bool:
    """Whether the words of a phrase in quotation marks are in a row in SAID, all others somewhere."""
    words = [word.form for word in tokenize(phrase)]
    said = [word.form for word in tokenize(SAID)]
    if phrase.startswith('"'):
        return any(said[at : at + len(words)] == words for at in range(len(said)))
    return {*words} <= {*said}


@pytest.mark.parametrize(
    ("query", "suggestions", "expected"),
    [
        # Spelled otherwise, then in a row, then fewer words, then one.
        ("opend their blue eyes", ["opened our blue eyes", "opened blue eyes"],
         ["opened our blue eyes"]),
        ("opened their blue eyes", ["opened eyes"], ['"blue eyes"', "opened eyes"]),
        ("farm workers organize the union", [], ["farm", "workers"]),
        ("workers of our union", [], ['"workers of our"']),
        ("their rules wrote the rules", [], ['"wrote the rules"']),
        # At most three, and none that is a part of another one.
        ("blue rules farm eyes workers", [], ["blue", "rules", "farm"]),
        ("Blue  EYES, zebra", [], ['"Blue EYES"']),
        ('"opened blue eyes"', [], ['"blue eyes"', "opened"]),
        # Nothing but words that all speech has.
        ("of the zebra", ["the of"], []),
        ("the of", [], []),
        ("zebra", [], []),
        ("zebra", ["workers"], ["workers"]),
        # The same words anywhere are no other phrase.
        ('"eyes blue"', ["eyes blue"], ["eyes", "blue"]),
        # Conditions are left to the suggestions.
        ("farm -zebra union", ["farm -zebra"], []),
        ("farm OR zebra", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_near_phrases(query: str, suggestions: list[str], expected: list[str]) -> None:
    assert near_phrases(query, "en", suggestions, is_said) == expected


def test_a_language_whose_common_words_nobody_knows_has_none() -> None:
    assert near_phrases("the zebra", "tlh", [], is_said) == ["the"]


@example("farm " * 400)
@given(QUERIES)
def test_each_of_them_is_said_and_few_are_tried(query: str) -> None:
    tried: list[str] = []

    def said(phrase: str) -> bool:
        tried.append(phrase)
        return is_said(phrase)

    found = near_phrases(query, "en", ["farm"], said)
    assert len(found) <= MAX_NEAR_PHRASES
    assert all(map(is_said, found))
    assert len(tried) <= 50


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_queries_are_harmless(query: str) -> None:
    assert near_phrases(query, "en", [], lambda _: False) == []
