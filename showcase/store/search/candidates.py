"""What was found for a question, one find for each hit: in which passage, how well, by which words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from showcase.core.quotes.alignment import Alignment
from showcase.core.search.ranking import rarity
from showcase.core.search.results import AnswerKind
from showcase.store.search.numbering import WordNumbering
from showcase.store.search.word_search import WordSearch


@dataclass(frozen=True, slots=True)
class Candidate:
    """One find.

    Attributes:
        passage: the number of the passage where it begins.
        words: the numbers of its words, ascending.
        score: how good it is.
        alignment: how an inexact quote lies on the words behind `first`.
        alignment_start: the number of the first word of those.
    """

    passage: int
    words: Sequence[int]
    score: float = 1.0
    alignment: Alignment | None = None
    alignment_start: int = 0


class CandidateSet(Protocol):
    """All finds for a question, each with a number."""

    @property
    def kind(self) -> AnswerKind:
        """What they are."""

    def passages(self) -> Collection[int]:
        """The passage of every find; one that has several stands there as often."""

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """The finds of these passages by number, and how good each is."""

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where finds begin."""

    def candidate(self, number: int) -> Candidate:
        """All about a find."""


class WordCandidates:
    """Passages that answer a query of words; a find has the number of its passage."""

    kind: AnswerKind = "words"

    def __init__(self, numbering: WordNumbering, searches: Mapping[str, WordSearch]) -> None:
        self._numbering = numbering
        self._searches = searches

    def passages(self) -> Collection[int]:
        """The passages of all languages."""
        sets = [search.passages for search in self._searches.values()]
        return sets[0] if len(sets) == 1 else set[int]().union(*sets)

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """How well each of these passages answers."""
        searches = self._searches.values()
        words = len(self._numbering.passage_by_word)
        # A word is as rare as it is in the whole archive, not in one of its languages.
        said = zip(*(search.occurrence_counts for search in searches), strict=True)
        weights = [rarity(sum(each), words) for each in said]
        found: dict[int, float] = {}
        for search in searches:
            found |= search.scores(search.passages.intersection(passages), weights)
        return found

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages themselves."""
        return numbers

    def candidate(self, number: int) -> Candidate:
        """The words by which a passage answers."""
        language = self._numbering.track_for_passage(number).header.language
        return Candidate(number, self._searches[language].matched_words(number))


class QuoteCandidates:
    """Places of a quote, or what comes near it."""

    def __init__(self, kind: AnswerKind, candidates: Sequence[Candidate]) -> None:
        self.kind = kind
        self._candidates = candidates

    def passages(self) -> Collection[int]:
        """The passage of each place."""
        return [candidate.passage for candidate in self._candidates]

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """How good the places in these passages are."""
        wanted = {*passages}
        return {
            n: candidate.score
            for n, candidate in enumerate(self._candidates)
            if candidate.passage in wanted
        }

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where places begin."""
        return (self._candidates[number].passage for number in numbers)

    def candidate(self, number: int) -> Candidate:
        """All about a place."""
        return self._candidates[number]
