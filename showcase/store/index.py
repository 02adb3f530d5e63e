"""Search: what is asked in, an answer of hits out.

The engine stands behind `SearchIndex`; nothing outside `store` may notice which one answers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from showcase.core.hits import Answer, Hit
from showcase.core.matching import build_hit, matched_words, runs
from showcase.core.passages import Passage
from showcase.core.queries import SearchQuery, scan
from showcase.core.questions import Question
from showcase.core.quotes import SIMILARITY_LEAST, Alignment, Quote, align, read_quote, shared
from showcase.core.transcripts import Transcript
from showcase.core.words import Word
from showcase.store.stems import stem_function
from showcase.store.whoosh_passages import (
    RUN_MOST,
    Found,
    PassageIndex,
    Place,
    VideoWords,
    build_index,
    update_index,
)

__all__ = ["Load", "SearchIndex", "VideoWords", "build_index", "open_index", "update_index"]

# Of a quote its rarest words lead to the passages where it could be; common ones lead everywhere.
RARE_WORDS = 6
# So many passages are looked at for a quote, those with most of its rare words first; and so many of them,
# those with most of all its words around, are aligned with it: that costs ten times as much.
CANDIDATES = 12
ALIGNED = 4
# Around a candidate this many words more than the quote has are looked at, and so many for each ellipsis,
# up to so many ellipses.
MARGIN_WORDS = 12
ELIDED_WORDS = 120
ELISIONS_MOST = 3

Load = Callable[[str, str], tuple[Transcript, tuple[Passage, ...]]]


class SearchIndex(Protocol):
    """What every engine must do."""

    def search(self, question: Question) -> Answer:
        """Answer what a visitor asks; any string has an answer."""

    def close(self) -> None:
        """Give files and memory back."""


def open_index(folder: Path, load: Load) -> SearchIndex:
    """Open an index that build_index made; `load` gives a transcript by slug and language.

    Raises:
        Exception: of almost any kind when the files are damaged; the answer to all is to rebuild.
    """
    return _Search(PassageIndex(folder), load)


class _Search:
    def __init__(self, index: PassageIndex, load: Load) -> None:
        self._index = index
        self._load = load

    def close(self) -> None:
        self._index.close()

    def search(self, question: Question) -> Answer:
        limit, offset = question.limit, question.offset
        scope = _Scope(self._index, self._load, question.video, question.language)
        query = scan(question.text)
        if query.may_be_quote and (hits := scope.quote(query)):
            return Answer(query.text, "quote", len(hits), tuple(_page(hits, limit, offset)))
        total, hits = scope.words(query, None if limit is None else offset + limit)
        return Answer(query.text, "words", total, tuple(_page(hits, limit, offset)))


def _page(hits: list[Hit], limit: int | None, offset: int) -> list[Hit]:
    return hits[offset:] if limit is None else hits[offset : offset + limit]


class _Scope:
    """One search: where it looks, and what it found there."""

    def __init__(
        self, index: PassageIndex, load: Load, video: str | None, language: str | None
    ) -> None:
        self._index = index
        self._load = load
        self._video = video
        self._language = language

    def words(self, query: SearchQuery, limit: int | None) -> tuple[int, list[Hit]]:
        """The passages that answer a query of words, and how many there are in all."""
        if max(map(len, (query.run, *(term.words for term in query.terms)))) > RUN_MOST:
            limit = None  # the index knows only the beginning of so long a phrase: look at all
        in_time = self._video is not None
        found = self._index.find(
            query, video=self._video, language=self._language, limit=None if in_time else limit
        )
        places = sorted(found.places) if in_time else found.places
        hits = [hit for place in places[:limit] if (hit := self._hit(query, place))]
        return (len(hits) if limit is None else found.total), hits

    def _hit(self, query: SearchQuery, place: Place) -> Hit | None:
        transcript, passages = self._load(place.video, place.language)
        passage = passages[place.passage]
        words = matched_words(query, transcript, passage, stem_function(place.language))
        if not words and query.clauses:
            return None
        return build_hit(place.video, transcript, passage, words)

    def quote(self, query: SearchQuery) -> list[Hit]:
        """Where the words of a query stand together; else where they stand most alike; else nothing."""
        exact = self._index.find_run(query.run, video=self._video, language=self._language)
        hits = list(self._exact(query.run, exact))
        return sorted(hits or self._alike(query), key=_best_first)

    def _exact(self, run: tuple[str, ...], found: Found) -> Iterator[Hit]:
        for place in found.places:
            transcript, passages = self._load(place.video, place.language)
            passage = passages[place.passage]
            for first in runs(run, transcript.words, passage.words):
                yield build_hit(place.video, transcript, passage, range(first, first + len(run)))

    def _alike(self, query: SearchQuery) -> list[Hit]:
        """The places most alike; more than one only when they are equally so."""
        quote = read_quote(query.text)
        aligned = [
            (entry, place)
            for place in self._candidates(quote)
            if (entry := align(quote, *self._window(quote, place)))
        ]
        best = max((entry.similarity for entry, _ in aligned), default=0.0)
        if best < SIMILARITY_LEAST:
            return []
        hits = {
            (place.video, place.language, entry.words[0]): self._quoted(place, entry)
            for entry, place in aligned
            if entry.similarity == best
        }
        return list(hits.values())

    def _candidates(self, quote: Quote) -> Iterable[Place]:
        known = {word: self._index.frequency(word) for word in quote.words}
        rarest = sorted(
            (word for word in known if known[word]), key=lambda word: (known[word], word)
        )
        found = self._index.find_some(
            rarest[:RARE_WORDS], video=self._video, language=self._language, limit=CANDIDATES
        )
        nearest = sorted(
            found.places, key=lambda place: -shared(quote, *self._window(quote, place))
        )
        return nearest[:ALIGNED]

    def _window(self, quote: Quote, place: Place) -> tuple[Sequence[Word], range]:
        """The words of a place's transcript, and which of them could be the quote's."""
        transcript, passages = self._load(place.video, place.language)
        words = passages[place.passage].words
        elided = ELIDED_WORDS * min(len(quote.elisions), ELISIONS_MOST)
        margin = len(quote.words) + MARGIN_WORDS + elided
        start = max(0, words.start - margin)
        return transcript.words, range(start, min(len(transcript.words), words.stop + margin))

    def _quoted(self, place: Place, entry: Alignment) -> Hit:
        """The hit of an alignment: it belongs to the passage where it begins."""
        transcript, passages = self._load(place.video, place.language)
        passage = next(p for p in passages if entry.words[0] in p.words)
        return build_hit(place.video, transcript, passage, entry.words, entry.similarity)


def _best_first(hit: Hit) -> tuple[float, str, str, int]:
    return (-hit.similarity, hit.video, hit.language, hit.at + hit.marks[0].start)
