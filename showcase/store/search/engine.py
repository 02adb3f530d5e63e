"""The search engine: answers search requests from an index."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from showcase.core.quotes.quote import parse_quote
from showcase.core.search.did_you_mean import suggest_queries
from showcase.core.search.query_parser import SearchQuery, parse_query
from showcase.core.search.ranking import best_place
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.search.spelling import correct_query
from showcase.core.search.unfinished_word import completed_query, unfinished_query
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.store.lru_cache import LruCache
from showcase.store.search.candidates import CandidateSet, QuoteCandidates, WordCandidates
from showcase.store.search.documents import IndexableTrack, build_document
from showcase.store.search.facets import FacetSelection
from showcase.store.search.hits import HitBuilder
from showcase.store.search.numbering import NumberedTrack
from showcase.store.search.ordering import HitOrder
from showcase.store.search.posting_store import PostingStore, change_index, write_index
from showcase.store.search.quote_search import (
    MAX_NEAREST_PASSAGES,
    QuoteSearch,
    most_similar_candidates,
)
from showcase.store.search.reader import IndexReader
from showcase.store.search.search_index import SearchIndex
from showcase.store.search.voice_reader import read_spoken_passages
from showcase.store.search.word_search import WordSearch

# A single word with so few hits may be a typing error: other spellings are suggested.
MAX_DOUBTFUL_HITS = 2

# Views of an index that are kept in memory: what all may see now and a moment ago, and unlisted videos, each
# alone. A view takes four bytes for each word that it has.
MAX_CACHED_VIEWS = 8

# With this many words, a query that no passage answers may be a quote with a word missing.
MIN_PARTIAL_QUOTE_WORDS = 4


def build_index(folder: Path, documents: Iterable[IndexableTrack]) -> None:
    """Write a new index.

    Args:
        folder: an empty folder.
        documents: read one at a time; the tracks of a video follow one another.

    Raises:
        OSError: the folder cannot be written.
    """
    write_index(folder, map(build_document, documents))


def update_index(folder: Path, removed: Iterable[str], documents: Iterable[IndexableTrack]) -> None:
    """Remove videos from an index, then add others. No existing file is changed in place.

    Args:
        folder: of an intact index; the caller has verified its files. They may be hard links to those of
            another index.
        removed: slugs of videos; those that the index does not have are ignored. A video that changed is
            removed and added.
        documents: tracks to add, read one at a time; the tracks of a video follow one another.

    Raises:
        OSError: the folder cannot be read or written.
    """
    change_index(folder, removed, map(build_document, documents))


def open_index(folder: Path) -> SearchIndex:
    """Open an index that build_index or update_index wrote.

    Raises:
        DamagedError: a file is missing or damaged.
    """
    return _SearchEngine(PostingStore(folder))


class _SearchEngine:
    """All views of one index: one for each set of videos that were hidden lately."""

    def __init__(self, postings: PostingStore) -> None:
        self._postings = postings
        self._views = LruCache[_VisibleIndex](MAX_CACHED_VIEWS)
        self._view(frozenset())

    def close(self) -> None:
        self._postings.close()

    def search(self, request: SearchRequest) -> Answer:
        return self._view(request.hidden).search(request)

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        return read_spoken_passages(self._view(frozenset()).reader, asked, first, limit)

    def _view(self, hidden: frozenset[str]) -> "_VisibleIndex":
        return self._views.get(hidden, lambda: (self._open_view(hidden), 1))

    def _open_view(self, hidden: frozenset[str]) -> "_VisibleIndex":
        postings = self._postings.without(hidden) if hidden else self._postings
        return _VisibleIndex(IndexReader(postings))


class _VisibleIndex:
    """The index without the videos that may not be seen: no count, word or suggestion knows of them."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader

    def search(self, request: SearchRequest) -> Answer:
        query = parse_query(request.text, is_typing=request.is_typing)
        answer = self._run(request, query)
        is_doubtful = len(query.plain_words) == 1 and not query.is_open
        little = MAX_DOUBTFUL_HITS if is_doubtful else 0
        is_enough = answer.kind != "words" or answer.total > little or query.is_empty
        if is_enough or not request.corrects:
            return answer
        return self._with_corrections(request, query, answer)

    def _run(self, request: SearchRequest, query: SearchQuery) -> Answer:
        return _SearchRun(self.reader, request, query).answer()

    def _with_corrections(
        self, request: SearchRequest, query: SearchQuery, answer: Answer
    ) -> Answer:
        """Add suggestions to an answer; one without hits is replaced by that of the corrected query."""
        if not answer.total:
            corrected_answer = self._search_completed(request, query)
            answer = corrected_answer or self._search_corrected(request, query) or answer
        corrected = (answer.corrected,) if answer.corrected else ()
        # A query as long as a quote has too many words to try fewer of them.
        others = () if query.may_be_quote else self._suggested_queries(request, query)
        return replace(answer, instead=tuple(dict.fromkeys((*corrected, *others))))

    def _search_completed(self, request: SearchRequest, query: SearchQuery) -> Answer | None:
        """The answer to the query with its last word completed as the best hit says it."""
        unfinished = unfinished_query(query)
        found = self._run(request, unfinished) if unfinished else None
        if found is None or found.best is None:
            return None
        return self._search_instead(request, query, completed_query(query, found.hits[found.best]))

    def _search_corrected(self, request: SearchRequest, query: SearchQuery) -> Answer | None:
        reader = self.reader
        corrected = correct_query(query, reader.lexicon, reader.word_count, request.only_language)
        return self._search_instead(request, query, corrected)

    def _search_instead(
        self, request: SearchRequest, query: SearchQuery, corrected: str
    ) -> Answer | None:
        """The answer to another query in place of one that finds nothing; None where it finds nothing."""
        answer = self._run(request, parse_query(corrected)) if corrected else None
        if answer is None or not answer.total:
            return None
        return replace(answer, query=query.text, corrected=corrected)

    def _suggested_queries(self, request: SearchRequest, query: SearchQuery) -> tuple[str, ...]:
        reader, count_only = self.reader, replace(request, limit=0, facets=False)
        return suggest_queries(
            query,
            reader.lexicon,
            reader.word_count,
            lambda text: self._run(count_only, parse_query(text)).total,
            request.only_language,
        )


class _SearchRun:
    """One request while it is answered."""

    def __init__(self, reader: IndexReader, request: SearchRequest, query: SearchQuery) -> None:
        self._reader = reader
        self._question = request
        self._query = query
        self._scopes = list(_search_scopes(reader, request))

    def answer(self) -> Answer:
        return self._build_answer(self._find_candidates())

    def _find_candidates(self) -> CandidateSet:
        """The quote; else passages with all words; else what is nearest."""
        if self._query.may_be_quote and (candidates := self._quote_candidates()):
            return candidates
        candidates = self._word_candidates()
        if candidates.passages() or len(self._query.plain_words) < MIN_PARTIAL_QUOTE_WORDS:
            return candidates
        nearest = (
            self._nearest_candidates() if self._query.may_be_quote else self._similar_candidates()
        )
        return nearest or candidates

    def _build_answer(self, candidates: CandidateSet) -> Answer:
        reader, request = self._reader, self._question
        selection = FacetSelection(reader.numbering, candidates.passages(), request)
        scores = candidates.scores(selection.passages)
        order = HitOrder(reader.numbering, reader.track_ranks, candidates, request)
        page = order.select_page(scores)
        builder = HitBuilder(reader, request.reads)
        return Answer(
            query=self._query.text,
            kind=candidates.kind,
            total=len(scores),
            hits=tuple(builder.build(candidates.candidate(number)) for number in page.numbers),
            videos=page.count_by_video,
            facets=selection.facets() if request.facets else {},
            best=best_place([scores[number] for number in page.numbers], candidates.kind),
        )

    def _word_candidates(self) -> WordCandidates:
        searches = {
            scope.language: WordSearch(self._reader, scope.language, self._query, scope.track)
            for scope in self._scopes
        }
        return WordCandidates(self._reader.numbering, searches)

    def _quote_candidates(self) -> CandidateSet | None:
        """Where the quote was said word for word; else where it was said most similarly."""
        exact = [
            candidate for search in self._quote_searches for candidate in search.exact_candidates()
        ]
        return QuoteCandidates("quote", exact) if exact else self._open_or_similar_candidates()

    def _open_or_similar_candidates(self) -> CandidateSet | None:
        """Where a quote goes on that is still being typed; else where it was said most similarly."""
        if self._query.is_open and (words := self._word_candidates()).has_words_in_row:
            return words
        return self._similar_candidates()

    def _similar_candidates(self) -> CandidateSet | None:
        similar = most_similar_candidates(self._quote_searches)
        return QuoteCandidates("quote", similar) if similar else None

    def _nearest_candidates(self) -> CandidateSet | None:
        found = [
            candidate
            for search in self._quote_searches
            for candidate in search.nearest_candidates()
        ]
        best = nlargest(MAX_NEAREST_PASSAGES, found, key=attrgetter("score"))
        return QuoteCandidates("nearest", best) if best else None

    @cached_property
    def _quote_searches(self) -> list[QuoteSearch]:
        quote = parse_quote(self._query.text)
        return [
            QuoteSearch(self._reader, scope.language, quote, scope.track) for scope in self._scopes
        ]


class _SearchScope(NamedTuple):
    """What is searched: all tracks of a language, or one of them; `track` is None for all."""

    language: str
    track: NumberedTrack | None


def _search_scopes(reader: IndexReader, request: SearchRequest) -> Iterator[_SearchScope]:
    """The languages or tracks to search: all languages for facets, else only what the request allows."""
    numbering = reader.numbering
    wanted = request.languages or numbering.languages
    if request.video is None or request.facets:
        searched = numbering.languages if request.facets else wanted
        yield from (_SearchScope(tag, None) for tag in numbering.languages if tag in searched)
        return
    for track in numbering.tracks:
        header = track.header
        if header.video == request.video and header.language in wanted:
            yield _SearchScope(header.language, track)
