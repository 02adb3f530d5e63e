"""Numbers as people write them and as they say them: "25" is "twenty-five", "veinticinco", "vingt-cinq".

A number is spoken here, never parsed: one side writes digits, so the other side is looked through for what
those digits sound like. Nothing has to be guessed of the grammar of a text, nor of its language.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from showcase.core.text.number_words import NUMBER_GRAMMARS, english_ordinal, english_year_wordings

# Below a billion: what is longer is a telephone number, and read by digits.
MAX_NUMBER_DIGITS = 9

_NUMBER = regex.compile(r"(?P<digits>[0-9]+)(?P<ordinal>st|nd|rd|th)?")
_LEADING_DIGITS = regex.compile(r"[1-9][0-9]{0,2}")
_THOUSANDS_GROUP = regex.compile(r"[0-9]{3}")


def find_numbers(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The numbers in digits: first word, the word behind, and the digits ("2,017" has two words)."""
    # Digits come before all other characters of words: most texts are done with after one look.
    if min(words, default=":") >= ":":
        return
    for number, word in enumerate(words):
        if _NUMBER.fullmatch(word):
            yield number, number + 1, word
            end = number + 1
            if _LEADING_DIGITS.fullmatch(word):
                while end < len(words) and _THOUSANDS_GROUP.fullmatch(words[end]):
                    end += 1
            if end > number + 1:
                yield number, end, "".join(words[number:end])


@lru_cache(maxsize=10_000)
def spell_number(digits: str) -> frozenset[tuple[str, ...]]:
    """What digits ("25", "25th") sound like in every language known here, as folded words.

    Returns:
        Nothing for what is no number, or too long a one.
    """
    found = _NUMBER.fullmatch(digits)
    if not found or len(found["digits"]) > MAX_NUMBER_DIGITS:
        return frozenset()
    number = int(found["digits"])
    if found["ordinal"]:
        texts = [english_ordinal(text) for text in NUMBER_GRAMMARS["en"].spell(number)]
    else:
        texts = [text for language in NUMBER_GRAMMARS.values() for text in language.spell(number)]
        texts += english_year_wordings(number)
    return frozenset(tuple(text.split()) for text in texts)
