"""Search: a question in, an answer of hits out.

The engine stands behind `SearchIndex`; nothing outside `store` may notice which one answers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, Protocol

from showcase.core.quotes.quote import read_quote
from showcase.core.search.did_you_mean import corrected, did_you_mean
from showcase.core.search.query_parser import SearchQuery, scan
from showcase.core.search.request import Question
from showcase.core.search.results import Answer
from showcase.store.search.candidates import Finds, PlacedFinds, WordFinds
from showcase.store.search.documents import VideoWords, document_of
from showcase.store.search.facets import Selection
from showcase.store.search.hits import HitMaker
from showcase.store.search.numbering import Track
from showcase.store.search.ordering import Order
from showcase.store.search.posting_store import change_index, write_index
from showcase.store.search.quote_search import NEAREST, QuoteSearch, most_alike
from showcase.store.search.reader import Archive
from showcase.store.search.word_search import WordSearch

__all__ = ["SearchIndex", "VideoWords", "build_index", "open_index", "update_index"]

# So few hits of a single word may come from a slip of the pen: it is worth looking for better ones.
LITTLE = 2

# Words that stand nowhere together, so many of them, may be a quote that lost a word.
NEARLY_A_QUOTE = 4


class SearchIndex(Protocol):
    """What every engine must do."""

    def search(self, question: Question) -> Answer:
        """Answer what a visitor asks; any string has an answer."""

    def close(self) -> None:
        """Give files and memory back."""


def build_index(folder: Path, documents: Iterable[VideoWords]) -> None:
    """Make a new index in an empty folder."""
    write_index(folder, map(document_of, documents))


def update_index(folder: Path, removed: Iterable[str], documents: Iterable[VideoWords]) -> None:
    """Take videos out of an index, by slug, and put others in. No existing file is changed in place."""
    change_index(folder, removed, map(document_of, documents))


def open_index(folder: Path) -> SearchIndex:
    """Open an index that build_index made.

    Raises:
        Exception: of almost any kind when the files are damaged; the answer to all is to rebuild.
    """
    return _Search(Archive(folder))


class _Search:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def close(self) -> None:
        self._archive.close()

    def search(self, question: Question) -> Answer:
        query = scan(question.text)
        answer = self._ask(question, query)
        little = LITTLE if len(query.run) == 1 else 0
        if answer.kind != "words" or answer.total > little or query.is_empty:
            return answer
        return self._in_better_words(question, query, answer)

    def _ask(self, question: Question, query: SearchQuery) -> Answer:
        return _Asked(self._archive, question, query).answer()

    def _in_better_words(self, question: Question, query: SearchQuery, answer: Answer) -> Answer:
        """What was found for words that are spelt like those that stand nowhere; what else to ask."""
        if not answer.total:
            answer = self._corrected(question, query) or answer
        first = (answer.corrected,) if answer.corrected else ()
        # What is as long as a quote has too many words to try fewer of them.
        instead = () if query.may_be_quote else self._instead(question, query)
        return replace(answer, instead=tuple(dict.fromkeys((*first, *instead))))

    def _corrected(self, question: Question, query: SearchQuery) -> Answer | None:
        archive = self._archive
        better = corrected(query, archive.lexicon, archive.known, question.language)
        answer = self._ask(question, scan(better)) if better else None
        if answer is None or not answer.total:
            return None
        return replace(answer, query=query.text, corrected=better)

    def _instead(self, question: Question, query: SearchQuery) -> tuple[str, ...]:
        archive, quick = self._archive, replace(question, limit=0, facets=False)
        return did_you_mean(
            query,
            archive.lexicon,
            archive.known,
            lambda text: self._ask(quick, scan(text)).total,
            question.language,
        )


class _Asked:
    """One question, while it is answered."""

    def __init__(self, archive: Archive, question: Question, query: SearchQuery) -> None:
        self._archive = archive
        self._question = question
        self._query = query
        self._scopes = list(_scopes(archive, question))

    def answer(self) -> Answer:
        return self._answer(self._find())

    def _find(self) -> Finds:
        """A quote as a whole; else all the words; else what comes near."""
        if self._query.may_be_quote and (finds := self._quote()):
            return finds
        finds = self._words()
        if finds.passages() or len(self._query.run) < NEARLY_A_QUOTE:
            return finds
        near = self._nearest() if self._query.may_be_quote else self._alike()
        return near or finds

    def _answer(self, finds: Finds) -> Answer:
        archive, question = self._archive, self._question
        selection = Selection(archive.layout, finds.passages(), question)
        scores = finds.scores(selection.passages)
        shown = Order(archive.layout, archive.ranks, finds, question).show(scores)
        maker = HitMaker(archive, question.reads)
        return Answer(
            query=self._query.text,
            kind=finds.kind,
            total=len(scores),
            hits=tuple(maker.hit(finds.find(number)) for number in shown.finds),
            videos=shown.videos,
            facets=selection.facets() if question.facets else {},
        )

    def _words(self) -> Finds:
        searches = {
            scope.language: WordSearch(self._archive, scope.language, self._query, scope.track)
            for scope in self._scopes
        }
        return WordFinds(self._archive.layout, searches)

    def _quote(self) -> Finds | None:
        """Where the words stand together; else where they stand most alike."""
        exact = [find for search in self._quotes for find in search.exact()]
        return PlacedFinds("quote", exact) if exact else self._alike()

    def _alike(self) -> Finds | None:
        alike = most_alike(self._quotes)
        return PlacedFinds("quote", alike) if alike else None

    def _nearest(self) -> Finds | None:
        near = [find for search in self._quotes for find in search.nearest()]
        best = nlargest(NEAREST, near, key=attrgetter("score"))
        return PlacedFinds("nearest", best) if best else None

    @cached_property
    def _quotes(self) -> list[QuoteSearch]:
        quote = read_quote(self._query.text)
        return [
            QuoteSearch(self._archive, scope.language, quote, scope.track) for scope in self._scopes
        ]


class _Scope(NamedTuple):
    """Where to look: a language, or one track of it."""

    language: str
    track: Track | None


def _scopes(archive: Archive, question: Question) -> Iterator[_Scope]:
    """All languages, unless nothing but one video is of interest."""
    layout = archive.layout
    if question.video is None or question.facets:
        only = None if question.facets else question.language
        yield from (_Scope(tag, None) for tag in layout.languages if only in (None, tag))
        return
    for track in layout.tracks:
        head = track.head
        if head.video == question.video and question.language in (None, head.language):
            yield _Scope(head.language, track)
