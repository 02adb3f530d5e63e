"""The spelling index: finds words that are spelled or sound like another."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, groupby
from typing import TypeVar

import regex

from showcase.core.text.similarity import words_within_distance

# A word of three letters with one wrong is too ambiguous; in words of eight letters or more, two may be
# wrong.
MIN_SPELLING_CHARS = 4


MIN_TWO_EDIT_CHARS = 8


# Longer words are not corrected: nobody says them.
MAX_SPELLING_CHARS = 40


# Too many words share a phonetic key that is shorter.
MIN_PHONETIC_KEY_CHARS = 3


# Letters that are confused by people who write by ear in Spanish, English and Haitian Creole, replaced in
# this order. The result is roughly how a word sounds: its phonetic key.
_PHONETIC_REPLACEMENTS = (
    ("ph", "f"), ("ch", "ç"), ("sh", "ş"), ("h", ""),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("kue", "ke"), ("kui", "ki"),
    ("z", "s"), ("v", "b"), ("y", "i"),
)  # fmt: skip


# Words that can be corrected, and words that they are compared with: no numbers.
CORRECTABLE_WORD = regex.compile(rf"[^\d\s]{{{MIN_SPELLING_CHARS},{MAX_SPELLING_CHARS}}}")


_COMPARABLE_WORD = regex.compile(rf"[^\d\s]{{{MIN_SPELLING_CHARS - 1},{MAX_SPELLING_CHARS + 2}}}")


_Key = TypeVar("_Key", int, str)


# A set of letters has this many bits; several letters share one.
_LETTER_BITS = 16


class SpellingIndex:
    """Words by their set of letters and by their sound, so that few must be compared with a misspelled one.

    A wrong letter removes at most one letter from the set of a word's letters and adds at most one. So the
    words at a distance of two are among those whose sets lack at most two letters and have at most two new
    ones.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_letters: dict[int, str] = {}
        self._by_sound: dict[str, str] = {}
        for form in filter(_COMPARABLE_WORD.fullmatch, forms):
            append_word(self._by_letters, _letter_set(form), form)
            for sound in _phonetic_keys(form):
                append_word(self._by_sound, sound, form)

    def find_similar(self, form: str) -> Iterator[tuple[str, int, bool]]:
        """Similar words, their distance, and whether they sound the same; these may have any distance."""
        alike = {
            other
            for sound in _phonetic_keys(form)
            for other in self._by_sound.get(sound, "").split()
        }
        for other, distance in words_within_distance(form, alike - {form}, MAX_SPELLING_CHARS):
            yield other, distance, True
        for other, distance in self._within_edit_distance(form):
            if other not in alike and other != form:
                yield other, distance, False

    def _within_edit_distance(self, form: str) -> list[tuple[str, int]]:
        reach = 1 if len(form) < MIN_TWO_EDIT_CHARS else 2
        sets = chain.from_iterable(
            self._nearby_letter_sets(form, longer, reach) for longer in range(-reach, reach + 1)
        )
        candidates = " ".join(filter(None, map(self._by_letters.get, sets))).split()
        return words_within_distance(form, candidates, reach)

    def _nearby_letter_sets(self, form: str, longer: int, reach: int) -> Iterator[int]:
        """The sets of similar words that are `longer` letters longer; each added letter is a change."""
        letters, bits = _letter_set(form), [1 << n for n in range(_LETTER_BITS)]
        gone = _subset_sums([bit for bit in bits if letters & bit], reach - max(longer, 0))
        new = _subset_sums([bit for bit in bits if not letters & bit], reach - max(-longer, 0))
        letters += longer << _LETTER_BITS
        return (letters - out + into for out in gone for into in new)


def _subset_sums(bits: list[int], most: int) -> list[int]:
    return [sum(some) for n in range(most + 1) for some in combinations(bits, n)]


def _letter_set(form: str) -> int:
    """The set of a word's letters as bits; the higher bits are its length."""
    bits = 0
    for letter in form:
        bits |= 1 << ord(letter) % _LETTER_BITS
    return bits + (len(form) << _LETTER_BITS)


def append_word(words: dict[_Key, str], key: _Key, form: str) -> None:
    """Append a word to those of a key, in one string: a list for each key would take much more memory."""
    before = words.get(key)
    words[key] = form if before is None else f"{before} {form}"


def _phonetic_keys(form: str) -> list[str]:
    """The phonetic keys of a word; "ll" sounds like l in English, like y in Spanish."""
    spellings = [form, form.replace("ll", "y")] if "ll" in form else [form]
    return [
        sound for sound in map(_phonetic_key, spellings) if len(sound) >= MIN_PHONETIC_KEY_CHARS
    ]


def _phonetic_key(form: str) -> str:
    for letters, sound in _PHONETIC_REPLACEMENTS:
        form = form.replace(letters, sound)
    return "".join(letter for letter, _doubled in groupby(form))
