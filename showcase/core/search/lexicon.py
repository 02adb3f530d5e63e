"""The lexicon: the words of an archive, those with the same stem, and those that are spelled alike.

A search uses it to find other forms of a word, and, for a word that does not occur, the words that were
probably meant.
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

# Similar words to choose from.
MAX_SIMILAR_WORDS = 5


@dataclass(frozen=True, slots=True)
class SimilarWord:
    """A word that is spelled like another.

    Attributes:
        form: folded.
        distance: how many letters are left out, added, changed or swapped with their neighbor.
        count: how often it occurs; 0 for a name that occurs only as a name.
        sounds_alike: True if both sound the same.
    """

    form: str
    distance: int
    count: int
    sounds_alike: bool


class Lexicon:
    """All words of an archive, by language. It never changes."""

    def __init__(
        self,
        counts_by_language: Mapping[str, Mapping[str, int]],
        names: Iterable[str] = frozenset(),
    ) -> None:
        """Take words that were counted.

        Args:
            counts_by_language: for each language, how often each folded word occurs.
            names: folded words of the names of speakers.
        """
        self.counts_by_language = {tag: dict(counts) for tag, counts in counts_by_language.items()}
        self.names = frozenset(names)
        self._families: dict[str, dict[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words, sorted."""
        return tuple(sorted(self.counts_by_language))

    def counts(self, language: str) -> Mapping[str, int]:
        """How often each word of a language occurs."""
        return self.counts_by_language.get(language, {})

    def count(self, form: str, language: str | None = None) -> int:
        """How often a word occurs in one language; in all for None."""
        if language is not None:
            return self.counts(language).get(form, 0)
        return sum(counts.get(form, 0) for counts in self.counts_by_language.values())

    def family(
        self, language: str, form: str, stem_function: Callable[[str], str]
    ) -> tuple[str, ...]:
        """The other words of a language with the same stem, most frequent first.

        The first call for a language computes the stems of all its words; later ones look them up.

        Args:
            language: BCP 47 tag.
            form: folded; it need not occur.
            stem_function: returns the stem of a folded word, "" for none.
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
        """The words that are spelled like this one, best first, MAX_SIMILAR_WORDS at most.

        They are in this order: words that sound the same, smaller distance, names, more frequent words, the
        alphabet. Numbers, short words and words in scripts without spaces have none.

        Args:
            form: folded; it need not occur.
            language: only words of this language, and names; None for all.
            among: only these words; None for all.
        """
        if not CORRECTABLE_WORD.fullmatch(form) or is_unspaced(form):
            return ()
        found = [
            SimilarWord(other, distance, self.count(other, language), sounds_alike)
            for other, distance, sounds_alike in self._spelling_index.find_similar(form)
            if among is None or other in among
        ]
        return tuple(sorted(filter(self._is_known, found), key=self._sort_key)[:MAX_SIMILAR_WORDS])

    def _is_known(self, similar: SimilarWord) -> bool:
        return similar.count > 0 or similar.form in self.names

    @cached_property
    def _spelling_index(self) -> "SpellingIndex":
        return SpellingIndex({*self.names}.union(*self.counts_by_language.values()))

    def _sort_key(self, similar: SimilarWord) -> tuple[bool, int, bool, int, str]:
        is_name = similar.form in self.names
        return not similar.sounds_alike, similar.distance, not is_name, -similar.count, similar.form


def _group_by_stem(
    counts: Mapping[str, int], stem_function: Callable[[str], str]
) -> dict[str, str]:
    """For each stem the words that have it, most frequent first, joined by spaces."""
    families: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (-counts[form], form)):
        if stem := stem_function(form):
            append_word(families, stem, form)
    return families
