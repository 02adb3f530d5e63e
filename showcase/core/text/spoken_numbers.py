"""Numbers as people write them and as they say them: "25" is "twenty-five", "veinticinco", "vingt-cinq".

A number is spoken here, never parsed: one side writes digits, so the other side is looked through for what
those digits sound like. Nothing has to be guessed of the grammar of a text, nor of its language.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from showcase.core.text.number_words import LANGUAGES, ordinal, years

# Below a billion: what is longer is a telephone number, and read by digits.
DIGITS_MOST = 9

_NUMBER = regex.compile(r"(?P<digits>[0-9]+)(?P<ordinal>st|nd|rd|th)?")
_BEFORE_THOUSANDS = regex.compile(r"[1-9][0-9]{0,2}")
_THOUSANDS = regex.compile(r"[0-9]{3}")


def numbers_in(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The numbers in digits: first word, the word behind, and the digits ("2,017" has two words)."""
    # Digits come before all other characters of words: most texts are done with after one look.
    if min(words, default=":") >= ":":
        return
    for number, word in enumerate(words):
        if _NUMBER.fullmatch(word):
            yield number, number + 1, word
            end = number + 1
            if _BEFORE_THOUSANDS.fullmatch(word):
                while end < len(words) and _THOUSANDS.fullmatch(words[end]):
                    end += 1
            if end > number + 1:
                yield number, end, "".join(words[number:end])


@lru_cache(maxsize=10_000)
def spoken(digits: str) -> frozenset[tuple[str, ...]]:
    """What digits ("25", "25th") sound like in every language known here, as folded words.

    Returns:
        Nothing for what is no number, or too long a one.
    """
    found = _NUMBER.fullmatch(digits)
    if not found or len(found["digits"]) > DIGITS_MOST:
        return frozenset()
    number = int(found["digits"])
    if found["ordinal"]:
        texts = [ordinal(text) for text in LANGUAGES["en"].speak(number)]
    else:
        texts = [text for language in LANGUAGES.values() for text in language.speak(number)]
        texts += years(number)
    return frozenset(tuple(text.split()) for text in texts)
