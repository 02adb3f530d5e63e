"""An index of spellings: which words are written or sound like another."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, groupby
from typing import TypeVar

import regex

from showcase.core.text.similarity import words_within_distance

# Of three letters, changing one leaves too little to go by; of eight and more, two may be wrong.
MIN_SPELLING_CHARS = 4


MIN_TWO_EDIT_CHARS = 8


# Longer than any word people say; what is typed can be as long as it likes.
MAX_SPELLING_CHARS = 40


# Fewer sounds than this are said by too many words.
MIN_PHONETIC_KEY_CHARS = 3


# Letters that people who write by ear put for each other in Spanish, English and Haitian Creole, one
# replaced after the other. What is left of a word is how it sounds, near enough.
_PHONETIC_REPLACEMENTS = (
    ("ph", "f"), ("ch", "ç"), ("sh", "ş"), ("h", ""),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("kue", "ke"), ("kui", "ki"),
    ("z", "s"), ("v", "b"), ("y", "i"),
)  # fmt: skip


# What can be misspelt, and what it can be compared with: no numbers.
CORRECTABLE_WORD = regex.compile(rf"[^\d\s]{{{MIN_SPELLING_CHARS},{MAX_SPELLING_CHARS}}}")


_COMPARABLE_WORD = regex.compile(rf"[^\d\s]{{{MIN_SPELLING_CHARS - 1},{MAX_SPELLING_CHARS + 2}}}")


_Key = TypeVar("_Key", int, str)


# Sets of letters are so many bits, several letters sharing one.
_LETTER_BITS = 16


class SpellingIndex:
    """Words by their letters and by their sound, so that few have to be compared with a misspelt one.

    A wrong letter takes at most one letter away from the set of a word's letters and adds at most one, so
    all words at a distance of two are where at most two are gone and two are new.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_letters: dict[int, str] = {}
        self._by_sound: dict[str, str] = {}
        for form in filter(_COMPARABLE_WORD.fullmatch, forms):
            append_word(self._by_letters, _letter_set(form), form)
            for sound in _phonetic_keys(form):
                append_word(self._by_sound, sound, form)

    def find_similar(self, form: str) -> Iterator[tuple[str, int, bool]]:
        """Other words, their distance, and whether they sound the same: then it may be any distance."""
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
        """The letters of words that are so much longer; each letter more leaves one change less."""
        letters, bits = _letter_set(form), [1 << n for n in range(_LETTER_BITS)]
        gone = _subset_sums([bit for bit in bits if letters & bit], reach - max(longer, 0))
        new = _subset_sums([bit for bit in bits if not letters & bit], reach - max(-longer, 0))
        letters += longer << _LETTER_BITS
        return (letters - out + into for out in gone for into in new)


def _subset_sums(bits: list[int], most: int) -> list[int]:
    return [sum(some) for n in range(most + 1) for some in combinations(bits, n)]


def _letter_set(form: str) -> int:
    """Which letters a word has, and before them how many."""
    bits = 0
    for letter in form:
        bits |= 1 << ord(letter) % _LETTER_BITS
    return bits + (len(form) << _LETTER_BITS)


def append_word(words: dict[_Key, str], key: _Key, form: str) -> None:
    """Put a word to others, all in one string: so a word alone takes no room of its own."""
    before = words.get(key)
    words[key] = form if before is None else f"{before} {form}"


def _phonetic_keys(form: str) -> list[str]:
    """How a word may be said: an English ll is an l, a Spanish one a y."""
    spellings = [form, form.replace("ll", "y")] if "ll" in form else [form]
    return [
        sound for sound in map(_phonetic_key, spellings) if len(sound) >= MIN_PHONETIC_KEY_CHARS
    ]


def _phonetic_key(form: str) -> str:
    for letters, sound in _PHONETIC_REPLACEMENTS:
        form = form.replace(letters, sound)
    return "".join(letter for letter, _doubled in groupby(form))
