"""The words that were said in an archive: which belong together, and which are spelt like another.

A search asks it what else a word may be: other forms of it (by their stem), or, where nobody ever said the
word, those that somebody who writes by ear or in a hurry may have meant.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, groupby
from typing import TypeVar

import regex

from showcase.core.text.similarity import nearest_words
from showcase.core.text.tokenizer import is_unspaced

# Of three letters, changing one leaves too little to go by; of eight and more, two may be wrong.
LETTERS_LEAST = 4
LETTERS_FOR_TWO = 8
# Longer than any word people say; what is typed can be as long as it likes.
LETTERS_MOST = 40
# So many nearby words are enough to choose from.
NEARBY_MOST = 5
# Fewer sounds than this are said by too many words.
SOUNDS_LEAST = 3

# Letters that people who write by ear put for each other in Spanish, English and Haitian Creole, one
# replaced after the other. What is left of a word is how it sounds, near enough.
_SOUNDS = (
    ("ph", "f"), ("ch", "ç"), ("sh", "ş"), ("h", ""),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("kue", "ke"), ("kui", "ki"),
    ("z", "s"), ("v", "b"), ("y", "i"),
)  # fmt: skip
# What can be misspelt, and what it can be compared with: no numbers.
_MISSPELT = regex.compile(rf"[^\d\s]{{{LETTERS_LEAST},{LETTERS_MOST}}}")
_COMPARED = regex.compile(rf"[^\d\s]{{{LETTERS_LEAST - 1},{LETTERS_MOST + 2}}}")


@dataclass(frozen=True, slots=True)
class Nearby:
    """A word that is spelt like another.

    Attributes:
        form: folded.
        distance: how many letters were left out, added, changed or swapped with their neighbor.
        count: how often it was said; 0 for a name that nobody says.
        sounds_alike: both are said the same way.
    """

    form: str
    distance: int
    count: int
    sounds_alike: bool


class Lexicon:
    """All words of an archive, by language. It never changes."""

    def __init__(
        self, said: Mapping[str, Mapping[str, int]], names: Iterable[str] = frozenset()
    ) -> None:
        """Take the words as they were counted.

        Args:
            said: language to folded word to how often it was said.
            names: folded words of the names of those who speak.
        """
        self.said = {language: dict(counts) for language, counts in said.items()}
        self.names = frozenset(names)
        self._families: dict[str, dict[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that words are known of, in order of the alphabet."""
        return tuple(sorted(self.said))

    def counts(self, language: str) -> Mapping[str, int]:
        """How often each word of a language was said."""
        return self.said.get(language, {})

    def count(self, form: str, language: str | None = None) -> int:
        """How often a word was said, in one language or in all."""
        if language is not None:
            return self.counts(language).get(form, 0)
        return sum(counts.get(form, 0) for counts in self.said.values())

    def family(
        self, language: str, form: str, stem_function: Callable[[str], str]
    ) -> tuple[str, ...]:
        """The other words of a language that have the stem of this one, most frequent first.

        The first call for a language stems all its words; later ones look them up.
        """
        stem = stem_function(form)
        if not stem or language not in self.said:
            return ()
        if language not in self._families:
            self._families[language] = _families(self.said[language], stem_function)
        family = self._families[language].get(stem, "").split()
        return tuple(other for other in family if other != form)

    def near(
        self, form: str, language: str | None = None, *, among: Container[str] | None = None
    ) -> tuple[Nearby, ...]:
        """The words that are spelt like this one, best first; NEARBY_MOST of them.

        A word that sounds the same comes before any other; then what is nearer, then names, then what was
        said more often, then the alphabet. Numbers, short words and scripts without spaces have none.

        Args:
            form: folded; it need not be a word of the lexicon.
            language: only words that were said in it, and names; None for all.
            among: only these words.
        """
        if not _MISSPELT.fullmatch(form) or is_unspaced(form):
            return ()
        found = [
            Nearby(other, distance, self.count(other, language), sounds_alike)
            for other, distance, sounds_alike in self._spellings.near(form)
            if among is None or other in among
        ]
        return tuple(sorted(filter(self._is_known, found), key=self._rank)[:NEARBY_MOST])

    def _is_known(self, nearby: Nearby) -> bool:
        return nearby.count > 0 or nearby.form in self.names

    def merged(self, other: "Lexicon") -> "Lexicon":
        """The words of both."""
        said = {language: Counter(counts) for language, counts in self.said.items()}
        for language, counts in other.said.items():
            said.setdefault(language, Counter()).update(counts)
        return Lexicon(said, self.names | other.names)

    def to_bytes(self) -> bytes:
        """As it is kept in a file. The same words are always the same bytes."""
        said = {
            language: (sorted(counts), [counts[form] for form in sorted(counts)])
            for language, counts in sorted(self.said.items())
        }
        text = json.dumps({"said": said, "names": sorted(self.names)}, ensure_ascii=False)
        return zlib.compress(text.encode("utf-8", "surrogatepass"))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Lexicon":
        """Read what `to_bytes` wrote.

        Raises:
            ValueError: it is damaged, or something else.
        """
        try:
            read = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
            said = {language: _counts(*words) for language, words in read["said"].items()}
            return cls(said, map(_text, read["names"]))
        except (zlib.error, ValueError, TypeError, LookupError, AttributeError) as error:
            message = "these bytes are no lexicon; write it again from the transcripts"
            raise ValueError(message) from error

    @cached_property
    def _spellings(self) -> "_Spellings":
        return _Spellings({*self.names}.union(*self.said.values()))

    def _rank(self, nearby: Nearby) -> tuple[bool, int, bool, int, str]:
        named = nearby.form in self.names
        return not nearby.sounds_alike, nearby.distance, not named, -nearby.count, nearby.form


def _counts(forms: list[str], counts: list[int]) -> dict[str, int]:
    """Words and their counts as they were read."""
    return {_text(form): int(count) for form, count in zip(forms, counts, strict=True)}


def _text(form: object) -> str:
    if not isinstance(form, str):
        raise TypeError
    return form


_Key = TypeVar("_Key", int, str)

# Sets of letters are so many bits, several letters sharing one.
_BITS = 16


class _Spellings:
    """Words by their letters and by their sound, so that few have to be compared with a misspelt one.

    A wrong letter takes at most one letter away from the set of a word's letters and adds at most one, so
    all words at a distance of two are where at most two are gone and two are new.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_letters: dict[int, str] = {}
        self._by_sound: dict[str, str] = {}
        for form in filter(_COMPARED.fullmatch, forms):
            _add(self._by_letters, _letters(form), form)
            for sound in _sounds(form):
                _add(self._by_sound, sound, form)

    def near(self, form: str) -> Iterator[tuple[str, int, bool]]:
        """Other words, their distance, and whether they sound the same: then it may be any distance."""
        alike = {
            other for sound in _sounds(form) for other in self._by_sound.get(sound, "").split()
        }
        for other, distance in nearest_words(form, alike - {form}, LETTERS_MOST):
            yield other, distance, True
        for other, distance in self._near_letters(form):
            if other not in alike and other != form:
                yield other, distance, False

    def _near_letters(self, form: str) -> list[tuple[str, int]]:
        reach = 1 if len(form) < LETTERS_FOR_TWO else 2
        sets = chain.from_iterable(
            self._sets_near(form, longer, reach) for longer in range(-reach, reach + 1)
        )
        candidates = " ".join(filter(None, map(self._by_letters.get, sets))).split()
        return nearest_words(form, candidates, reach)

    def _sets_near(self, form: str, longer: int, reach: int) -> Iterator[int]:
        """The letters of words that are so much longer; each letter more leaves one change less."""
        letters, bits = _letters(form), [1 << n for n in range(_BITS)]
        gone = _sums_of_some([bit for bit in bits if letters & bit], reach - max(longer, 0))
        new = _sums_of_some([bit for bit in bits if not letters & bit], reach - max(-longer, 0))
        letters += longer << _BITS
        return (letters - out + into for out in gone for into in new)


def _sums_of_some(bits: list[int], most: int) -> list[int]:
    return [sum(some) for n in range(most + 1) for some in combinations(bits, n)]


def _letters(form: str) -> int:
    """Which letters a word has, and before them how many."""
    bits = 0
    for letter in form:
        bits |= 1 << ord(letter) % _BITS
    return bits + (len(form) << _BITS)


def _families(counts: Mapping[str, int], stem_function: Callable[[str], str]) -> dict[str, str]:
    """Stems to the words that have them, most frequent first."""
    families: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (-counts[form], form)):
        if stem := stem_function(form):
            _add(families, stem, form)
    return families


def _add(words: dict[_Key, str], key: _Key, form: str) -> None:
    """Put a word to others, all in one string: so a word alone takes no room of its own."""
    before = words.get(key)
    words[key] = form if before is None else f"{before} {form}"


def _sounds(form: str) -> list[str]:
    """How a word may be said: an English ll is an l, a Spanish one a y."""
    spellings = [form, form.replace("ll", "y")] if "ll" in form else [form]
    return [sound for sound in map(_sound, spellings) if len(sound) >= SOUNDS_LEAST]


def _sound(form: str) -> str:
    for letters, sound in _SOUNDS:
        form = form.replace(letters, sound)
    return "".join(letter for letter, _doubled in groupby(form))
