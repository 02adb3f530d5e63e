"""The words that were said in an archive: which belong together, and which are spelt like another.

A search asks it what else a word may be: other forms of it (by their stem), or, where nobody ever said the
word, those that somebody who writes by ear or in a hurry may have meant.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from showcase.core.search.spelling_index import (
    CORRECTABLE_WORD,
    SpellingIndex,
    append_word,
)
from showcase.core.text.tokenizer import is_unspaced

# So many nearby words are enough to choose from.
MAX_SIMILAR_WORDS = 5


@dataclass(frozen=True, slots=True)
class SimilarWord:
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
        self.counts_by_language = {language: dict(counts) for language, counts in said.items()}
        self.names = frozenset(names)
        self._families: dict[str, dict[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that words are known of, in order of the alphabet."""
        return tuple(sorted(self.counts_by_language))

    def counts(self, language: str) -> Mapping[str, int]:
        """How often each word of a language was said."""
        return self.counts_by_language.get(language, {})

    def count(self, form: str, language: str | None = None) -> int:
        """How often a word was said, in one language or in all."""
        if language is not None:
            return self.counts(language).get(form, 0)
        return sum(counts.get(form, 0) for counts in self.counts_by_language.values())

    def family(
        self, language: str, form: str, stem_function: Callable[[str], str]
    ) -> tuple[str, ...]:
        """The other words of a language that have the stem of this one, most frequent first.

        The first call for a language stems all its words; later ones look them up.
        """
        stem = stem_function(form)
        if not stem or language not in self.counts_by_language:
            return ()
        if language not in self._families:
            self._families[language] = _group_by_stem(
                self.counts_by_language[language], stem_function
            )
        family = self._families[language].get(stem, "").split()
        return tuple(other for other in family if other != form)

    def similar_words(
        self, form: str, language: str | None = None, *, among: Container[str] | None = None
    ) -> tuple[SimilarWord, ...]:
        """The words that are spelt like this one, best first; NEARBY_MOST of them.

        A word that sounds the same comes before any other; then what is nearer, then names, then what was
        said more often, then the alphabet. Numbers, short words and scripts without spaces have none.

        Args:
            form: folded; it need not be a word of the lexicon.
            language: only words that were said in it, and names; None for all.
            among: only these words.
        """
        if not CORRECTABLE_WORD.fullmatch(form) or is_unspaced(form):
            return ()
        found = [
            SimilarWord(other, distance, self.count(other, language), sounds_alike)
            for other, distance, sounds_alike in self._spelling_index.find_similar(form)
            if among is None or other in among
        ]
        return tuple(sorted(filter(self._is_known, found), key=self._sort_key)[:MAX_SIMILAR_WORDS])

    def _is_known(self, nearby: SimilarWord) -> bool:
        return nearby.count > 0 or nearby.form in self.names

    @cached_property
    def _spelling_index(self) -> "SpellingIndex":
        return SpellingIndex({*self.names}.union(*self.counts_by_language.values()))

    def _sort_key(self, nearby: SimilarWord) -> tuple[bool, int, bool, int, str]:
        named = nearby.form in self.names
        return not nearby.sounds_alike, nearby.distance, not named, -nearby.count, nearby.form


def _group_by_stem(
    counts: Mapping[str, int], stem_function: Callable[[str], str]
) -> dict[str, str]:
    """Stems to the words that have them, most frequent first."""
    families: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (-counts[form], form)):
        if stem := stem_function(form):
            append_word(families, stem, form)
    return families
