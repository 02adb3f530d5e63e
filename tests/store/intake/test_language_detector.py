"""The language of words: beyond doubt, or nothing is said."""

import pytest

from showcase.resources import find_folder
from showcase.store.intake.language_detector import CANDIDATES, detect_language
from tests.store.intake.given import BENGALI, CREOLE, ENGLISH, SPANISH

SAMPLES = {"en": ENGLISH, "es": SPANISH, "ht": CREOLE, "bn": BENGALI}


@pytest.mark.parametrize("tag", SAMPLES)
def test_each_language_of_the_pages_is_known_beyond_doubt(tag: str) -> None:
    found = detect_language(SAMPLES[tag] * 2)
    assert (found.tag, found.is_certain) == (tag, True)


def test_all_languages_of_the_pages_are_among_those_it_chooses_from() -> None:
    pages = {path.name for path in find_folder("showcase/translations").iterdir()}
    assert pages | {"en"} <= set(CANDIDATES)


@pytest.mark.parametrize("texts", [(), ("Hello there",), ("♪ ♪ ♪",) * 90, ("1, 2, 3",) * 90])
def test_of_few_words_nothing_is_said(texts: tuple[str, ...]) -> None:
    found = detect_language(texts)
    assert (found.tag, found.is_certain, found.reason) == ("", False, "has too few words")


def test_a_text_in_two_languages_is_in_doubt() -> None:
    found = detect_language(ENGLISH * 4 + SPANISH * 4)
    assert not found.is_certain
    assert found.reason == "reads like English and Español in different places"


def test_words_of_two_languages_side_by_side_are_in_doubt() -> None:
    mixed = [f"{one} {other}" for one, other in zip(ENGLISH, SPANISH, strict=True)]
    assert not detect_language(mixed * 3).is_certain
