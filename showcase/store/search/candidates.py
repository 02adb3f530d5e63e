"""Candidates: what was found for a request, one for each hit: its passage, its words and its score."""

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
    """What may become a hit; passages and words have their numbers in the archive (numbering.py).

    Attributes:
        passage: the passage where it begins.
        words: the matched words, ascending.
        score: higher is better; only scores of one set can be compared.
        alignment: of an inexact quote with the words from `alignment_start` on; None for all else.
        alignment_start: the first word of the alignment's window.
    """

    passage: int
    words: Sequence[int]
    score: float = 1.0
    alignment: Alignment | None = None
    alignment_start: int = 0


class CandidateSet(Protocol):
    """All candidates for a request, each with a number: its place, or that of its passage."""

    @property
    def kind(self) -> AnswerKind:
        """What the candidates are."""

    def passages(self) -> Collection[int]:
        """The passage of every candidate, as often as it has candidates."""

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """The numbers of the candidates of these passages, and their scores."""

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where these candidates begin."""

    def candidate(self, number: int) -> Candidate:
        """The candidate of a number."""


class WordCandidates:
    """Passages that answer a query of words; the number of a candidate is that of its passage."""

    kind: AnswerKind = "words"

    def __init__(self, numbering: WordNumbering, searches: Mapping[str, WordSearch]) -> None:
        self._numbering = numbering
        self._searches = searches

    def passages(self) -> Collection[int]:
        """The passages of all languages."""
        sets = [search.passages for search in self._searches.values()]
        return sets[0] if len(sets) == 1 else set[int]().union(*sets)

    @property
    def has_words_in_row(self) -> bool:
        """Are several words of the query said in a row as they were typed?"""
        return any(search.has_words_in_row for search in self._searches.values())

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """The score of each of these passages."""
        searches = self._searches.values()
        words = len(self._numbering.passage_by_word)
        # Rarity counts in the whole archive, not in one language, so that scores can be compared.
        counts = zip(*(search.occurrence_counts for search in searches), strict=True)
        weights = [rarity(sum(each), words) for each in counts]
        scores_by_passage: dict[int, float] = {}
        for search in searches:
            scores_by_passage |= search.scores(search.passages.intersection(passages), weights)
        return scores_by_passage

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The numbers themselves: each is that of a passage."""
        return numbers

    def candidate(self, number: int) -> Candidate:
        """The passage with its matched words."""
        language = self._numbering.track_for_passage(number).header.language
        return Candidate(number, self._searches[language].matched_words(number))


class QuoteCandidates:
    """Places where a quote was said, or the nearest passages."""

    def __init__(self, kind: AnswerKind, candidates: Sequence[Candidate]) -> None:
        self.kind = kind
        self._candidates = candidates

    def passages(self) -> Collection[int]:
        """The passage of each candidate."""
        return [candidate.passage for candidate in self._candidates]

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """The scores of the candidates in these passages."""
        wanted = {*passages}
        return {
            n: candidate.score
            for n, candidate in enumerate(self._candidates)
            if candidate.passage in wanted
        }

    def candidate_passages(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where these candidates begin."""
        return (self._candidates[number].passage for number in numbers)

    def candidate(self, number: int) -> Candidate:
        """The candidate of a number."""
        return self._candidates[number]
