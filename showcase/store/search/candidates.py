"""What was found for a question, one find for each hit: in which passage, how well, by which words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from showcase.core.quotes.alignment import Alignment
from showcase.core.search.ranking import rarity
from showcase.core.search.results import Kind
from showcase.store.search.numbering import Layout
from showcase.store.search.word_search import WordSearch


@dataclass(frozen=True, slots=True)
class Find:
    """One find.

    Attributes:
        passage: the number of the passage where it begins.
        words: the numbers of its words, ascending.
        score: how good it is.
        alignment: how an inexact quote lies on the words behind `first`.
        first: the number of the first word of those.
    """

    passage: int
    words: Sequence[int]
    score: float = 1.0
    alignment: Alignment | None = None
    first: int = 0


class Finds(Protocol):
    """All finds for a question, each with a number."""

    @property
    def kind(self) -> Kind:
        """What they are."""

    def passages(self) -> Collection[int]:
        """The passage of every find; one that has several stands there as often."""

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """The finds of these passages by number, and how good each is."""

    def passages_of(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where finds begin."""

    def find(self, number: int) -> Find:
        """All about a find."""


class WordFinds:
    """Passages that answer a query of words; a find has the number of its passage."""

    kind: Kind = "words"

    def __init__(self, layout: Layout, searches: Mapping[str, WordSearch]) -> None:
        self._layout = layout
        self._searches = searches

    def passages(self) -> Collection[int]:
        """The passages of all languages."""
        sets = [search.passages for search in self._searches.values()]
        return sets[0] if len(sets) == 1 else set[int]().union(*sets)

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """How well each of these passages answers."""
        searches = self._searches.values()
        words = len(self._layout.passage_of)
        # A word is as rare as it is in the whole archive, not in one of its languages.
        said = zip(*(search.said for search in searches), strict=True)
        weights = [rarity(sum(each), words) for each in said]
        found: dict[int, float] = {}
        for search in searches:
            found |= search.scores(search.passages.intersection(passages), weights)
        return found

    def passages_of(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages themselves."""
        return numbers

    def find(self, number: int) -> Find:
        """The words by which a passage answers."""
        language = self._layout.track(number).head.language
        return Find(number, self._searches[language].words_in(number))


class PlacedFinds:
    """Places of a quote, or what comes near it."""

    def __init__(self, kind: Kind, finds: Sequence[Find]) -> None:
        self.kind = kind
        self._finds = finds

    def passages(self) -> Collection[int]:
        """The passage of each place."""
        return [find.passage for find in self._finds]

    def scores(self, passages: Collection[int]) -> Mapping[int, float]:
        """How good the places in these passages are."""
        wanted = {*passages}
        return {n: find.score for n, find in enumerate(self._finds) if find.passage in wanted}

    def passages_of(self, numbers: Iterable[int]) -> Iterable[int]:
        """The passages where places begin."""
        return (self._finds[number].passage for number in numbers)

    def find(self, number: int) -> Find:
        """All about a place."""
        return self._finds[number]
