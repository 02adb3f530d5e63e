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

from showcase.core.quotes.quote import parse_quote
from showcase.core.search.did_you_mean import suggest_queries
from showcase.core.search.query_parser import SearchQuery, parse_query
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.search.spelling import correct_query
from showcase.store.search.candidates import CandidateSet, QuoteCandidates, WordCandidates
from showcase.store.search.documents import IndexableTrack, build_document
from showcase.store.search.facets import FacetSelection
from showcase.store.search.hits import HitBuilder
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.ordering import HitOrder
from showcase.store.search.posting_store import change_index, write_index
from showcase.store.search.quote_search import (
    MAX_NEAREST_PASSAGES,
    QuoteSearch,
    most_similar_candidates,
)
from showcase.store.search.reader import IndexReader
from showcase.store.search.word_search import WordSearch

# So few hits of a single word may come from a slip of the pen: it is worth looking for better ones.
MAX_DOUBTFUL_HITS = 2

# Words that stand nowhere together, so many of them, may be a quote that lost a word.
MIN_PARTIAL_QUOTE_WORDS = 4


class SearchIndex(Protocol):
    """What every engine must do."""

    def search(self, question: SearchRequest) -> Answer:
        """Answer what a visitor asks; any string has an answer."""

    def close(self) -> None:
        """Give files and memory back."""


def build_index(folder: Path, documents: Iterable[IndexableTrack]) -> None:
    """Make a new index in an empty folder."""
    write_index(folder, map(build_document, documents))


def update_index(folder: Path, removed: Iterable[str], documents: Iterable[IndexableTrack]) -> None:
    """Take videos out of an index, by slug, and put others in. No existing file is changed in place."""
    change_index(folder, removed, map(build_document, documents))


def open_index(folder: Path) -> SearchIndex:
    """Open an index that build_index made.

    Raises:
        DamagedError: a file is missing or damaged.
    """
    return _SearchEngine(IndexReader(folder))


class _SearchEngine:
    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader

    def close(self) -> None:
        self._reader.close()

    def search(self, question: SearchRequest) -> Answer:
        query = parse_query(question.text)
        answer = self._run(question, query)
        little = MAX_DOUBTFUL_HITS if len(query.plain_words) == 1 else 0
        if answer.kind != "words" or answer.total > little or query.is_empty:
            return answer
        return self._with_corrections(question, query, answer)

    def _run(self, question: SearchRequest, query: SearchQuery) -> Answer:
        return _SearchRun(self._reader, question, query).answer()

    def _with_corrections(
        self, question: SearchRequest, query: SearchQuery, answer: Answer
    ) -> Answer:
        """What was found for words that are spelt like those that stand nowhere; what else to ask."""
        if not answer.total:
            answer = self._search_corrected(question, query) or answer
        first = (answer.corrected,) if answer.corrected else ()
        # What is as long as a quote has too many words to try fewer of them.
        instead = () if query.may_be_quote else self._suggested_queries(question, query)
        return replace(answer, instead=tuple(dict.fromkeys((*first, *instead))))

    def _search_corrected(self, question: SearchRequest, query: SearchQuery) -> Answer | None:
        reader = self._reader
        better = correct_query(query, reader.lexicon, reader.word_count, question.language)
        answer = self._run(question, parse_query(better)) if better else None
        if answer is None or not answer.total:
            return None
        return replace(answer, query=query.text, corrected=better)

    def _suggested_queries(self, question: SearchRequest, query: SearchQuery) -> tuple[str, ...]:
        reader, quick = self._reader, replace(question, limit=0, facets=False)
        return suggest_queries(
            query,
            reader.lexicon,
            reader.word_count,
            lambda text: self._run(quick, parse_query(text)).total,
            question.language,
        )


class _SearchRun:
    """One question, while it is answered."""

    def __init__(self, reader: IndexReader, question: SearchRequest, query: SearchQuery) -> None:
        self._reader = reader
        self._question = question
        self._query = query
        self._scopes = list(_search_scopes(reader, question))

    def answer(self) -> Answer:
        return self._build_answer(self._find_candidates())

    def _find_candidates(self) -> CandidateSet:
        """A quote as a whole; else all the words; else what comes near."""
        if self._query.may_be_quote and (candidates := self._quote_candidates()):
            return candidates
        candidates = self._word_candidates()
        if candidates.passages() or len(self._query.plain_words) < MIN_PARTIAL_QUOTE_WORDS:
            return candidates
        near = (
            self._nearest_candidates() if self._query.may_be_quote else self._similar_candidates()
        )
        return near or candidates

    def _build_answer(self, candidates: CandidateSet) -> Answer:
        reader, question = self._reader, self._question
        selection = FacetSelection(reader.numbering, candidates.passages(), question)
        scores = candidates.scores(selection.passages)
        shown = HitOrder(reader.numbering, reader.track_ranks, candidates, question).select_page(
            scores
        )
        maker = HitBuilder(reader, question.reads)
        return Answer(
            query=self._query.text,
            kind=candidates.kind,
            total=len(scores),
            hits=tuple(maker.build(candidates.candidate(number)) for number in shown.numbers),
            videos=shown.count_by_video,
            facets=selection.facets() if question.facets else {},
        )

    def _word_candidates(self) -> CandidateSet:
        searches = {
            scope.language: WordSearch(self._reader, scope.language, self._query, scope.track)
            for scope in self._scopes
        }
        return WordCandidates(self._reader.numbering, searches)

    def _quote_candidates(self) -> CandidateSet | None:
        """Where the words stand together; else where they stand most alike."""
        exact = [
            candidate for search in self._quote_searches for candidate in search.exact_candidates()
        ]
        return QuoteCandidates("quote", exact) if exact else self._similar_candidates()

    def _similar_candidates(self) -> CandidateSet | None:
        alike = most_similar_candidates(self._quote_searches)
        return QuoteCandidates("quote", alike) if alike else None

    def _nearest_candidates(self) -> CandidateSet | None:
        near = [
            candidate
            for search in self._quote_searches
            for candidate in search.nearest_candidates()
        ]
        best = nlargest(MAX_NEAREST_PASSAGES, near, key=attrgetter("score"))
        return QuoteCandidates("nearest", best) if best else None

    @cached_property
    def _quote_searches(self) -> list[QuoteSearch]:
        quote = parse_quote(self._query.text)
        return [
            QuoteSearch(self._reader, scope.language, quote, scope.track) for scope in self._scopes
        ]


class _SearchScope(NamedTuple):
    """Where to look: a language, or one track of it."""

    language: str
    track: NumberedTrack | None


def _search_scopes(reader: IndexReader, question: SearchRequest) -> Iterator[_SearchScope]:
    """All languages, unless nothing but one video is of interest."""
    numbering = reader.numbering
    if question.video is None or question.facets:
        only = None if question.facets else question.language
        yield from (_SearchScope(tag, None) for tag in numbering.languages if only in (None, tag))
        return
    for track in numbering.tracks:
        header = track.header
        if header.video == question.video and question.language in (None, header.language):
            yield _SearchScope(header.language, track)
