"""The files of the index. No other module but posting_schema.py knows Whoosh.

A track is a Whoosh document, whose stored fields have its header. It is followed by one with its term
counts, then by one for each passage; these have no terms. What is stored with a passage is all that a hit
needs, and Whoosh compresses it. After some tracks follows the document of their chunk, whose terms are the
buckets of their postings (posting_buckets.py); so a phrase may reach from one passage into the next.

Answers must not depend on the updates that an index has had. To remove a video is to mark its tracks as
deleted: their chunk keeps their postings, and Whoosh orders tracks by segment. So postings are cut by the
tracks that are left, tracks are numbered in order of their videos' slugs, and the counts of deleted tracks
are subtracted from those of their chunk. Segments are never merged, which would lose what is deleted. Videos
that may not be seen are left out of a view of the index in the same way.

The files hold pickles, so the folder is private and never comes from elsewhere.
"""

import threading
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from whoosh import index

from showcase.store.damage import raising_damaged
from showcase.store.search.posting_buckets import (
    MAX_CHUNK_WORDS,
    POSITION_TYPECODE,
    Posting,
    PostingChunk,
    TrackSpan,
    bucket_name,
    postings_by_track,
    read_bucket,
)
from showcase.store.search.posting_schema import CHUNK_KIND, TRACK_KIND, document_schema
from showcase.store.serialization import from_json, to_json

_MAX_WRITER_MEMORY_MB = 32
# Documents from a track's own to that of its term counts, and to that of its first passage.
_COUNTS_OFFSET, _PASSAGES_OFFSET = 1, 2


@dataclass(frozen=True, slots=True)
class TrackDocument:
    """What is written for one track.

    Attributes:
        video: the slug of its video.
        header: bytes that are read when the index is opened.
        word_count: how many words it has.
        positions_by_term: for each term, the numbers of its words in the track, ascending, from 0.
        passages: for each passage, bytes that are read when it is shown.
    """

    video: str
    header: bytes
    word_count: int
    positions_by_term: Mapping[str, Sequence[int]]
    passages: Iterable[bytes]


class _Chunk(NamedTuple):
    """A chunk of an open index: its document, its number of buckets, and the tracks that were not deleted."""

    document: int
    bucket_count: int
    spans: list[TrackSpan]


def write_index(folder: Path, documents: Iterable[TrackDocument]) -> None:
    """Write a new index into an empty folder."""
    _write_documents(index.create_in(str(folder), document_schema()), (), documents)


def change_index(folder: Path, removed: Iterable[str], documents: Iterable[TrackDocument]) -> None:
    """Remove videos by slug, then add documents. No existing file is changed in place."""
    _write_documents(index.open_dir(str(folder)), removed, documents)


def _write_documents(
    whoosh_index: Any, removed: Iterable[str], documents: Iterable[TrackDocument]
) -> None:
    writer = whoosh_index.writer(limitmb=_MAX_WRITER_MEMORY_MB)
    for slug in removed:
        writer.delete_by_term("video", slug)
    chunk = PostingChunk()
    for document in documents:
        _write_document(writer, document, chunk.words)
        chunk.add_track(document.positions_by_term, document.word_count)
        if chunk.words >= MAX_CHUNK_WORDS:
            _write_chunk(writer, chunk)
            chunk = PostingChunk()
    if chunk.has_tracks:
        _write_chunk(writer, chunk)
    writer.commit(merge=False)
    whoosh_index.close()


def _write_document(writer: Any, document: TrackDocument, first_word: int) -> None:
    counts = {term: len(positions) for term, positions in document.positions_by_term.items()}
    writer.add_document(
        kind=TRACK_KIND,
        video=document.video,
        slug=document.video,
        first_word=first_word,
        word_count=document.word_count,
        stored=document.header,
    )
    writer.add_document(stored=to_json(counts))
    for passage in document.passages:
        writer.add_document(stored=passage)


def _write_chunk(writer: Any, chunk: PostingChunk) -> None:
    writer.add_document(
        kind=CHUNK_KIND,
        buckets=chunk.buckets(),
        bucket_count=chunk.bucket_count(),
        stored=to_json(chunk.term_counts()),
    )


class PostingStore:
    """An index that is open for reading, for any number of threads; every method may raise DamagedError.

    Tracks are numbered from 0 in order of their videos' slugs, those of a video as they were added.

    Attributes:
        headers: of each track, by number.
    """

    def __init__(self, folder: Path) -> None:
        """Open an index.

        Raises:
            DamagedError: a file is missing or damaged.
        """
        self._folder = folder
        # A Whoosh reader keeps its place in its files, so one thread at a time may read.
        self._lock = threading.Lock()
        with self._reading():
            self._index: Any = index.open_dir(str(folder))
            self._reader = self._index.reader()  # type: ignore[no-untyped-call] # (Whoosh's)
            self._leaves = [reader for reader, _offset in self._reader.leaf_readers()]
            self._number_tracks(frozenset())

    def without(self, hidden: frozenset[str]) -> "PostingStore":
        """A view of this index in which some videos are as if they had been removed, by slug.

        It shares the open files, and is closed with them.
        """
        view = copy(self)
        with self._reading():
            view._number_tracks(hidden)  # noqa: SLF001 (of the same class)
        return view

    def _number_tracks(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        tracks = sorted(self._live_tracks(), key=lambda found: str(found[2]["slug"]))
        self._documents = [(leaf, document) for leaf, document, _ in tracks]
        self.headers = tuple(bytes(stored["stored"]) for *_, stored in tracks)
        self._chunks = [_chunks(reader) for reader in self._leaves]
        for number, (leaf, document, stored) in enumerate(tracks):
            first, count = stored["first_word"], stored["word_count"]
            span = TrackSpan(first, first + count, number)
            _chunk_after(self._chunks[leaf], document).spans.append(span)
        for chunks in self._chunks:
            for chunk in chunks:
                chunk.spans.sort()

    def close(self) -> None:
        """Release files and memory; afterwards every method raises DamagedError."""
        self._reader.close()
        self._index.close()

    def postings(self, term: str) -> list[Posting]:
        """Where a term occurs, in order of the tracks."""
        with self._reading():
            found = [
                posting
                for leaf, chunks in enumerate(self._chunks)
                for chunk, positions in self._positions(leaf, chunks, term)
                for posting in postings_by_track(positions, chunk.spans)
            ]
        return sorted(found, key=attrgetter("track"))

    def posting(self, term: str, track: int) -> Posting:
        """The positions of a term in one track; none where it does not occur."""
        leaf, document = self._documents[track]
        with self._reading():
            chunk = _chunk_after(self._chunks[leaf], document)
            spans = [span for span in chunk.spans if span.track == track]
            for _, positions in self._positions(leaf, [chunk], term):
                return next(postings_by_track(positions, spans), Posting(track, positions[:0]))
        return Posting(track, array(POSITION_TYPECODE))

    def passage(self, track: int, number: int) -> bytes:
        """The stored bytes of a passage; `number` counts from 0 in the track."""
        leaf, document = self._documents[track]
        with self._reading():
            return self._stored(leaf, document + _PASSAGES_OFFSET + number)

    def track_terms(self, track: int) -> list[str]:
        """The terms of one track, sorted."""
        leaf, document = self._documents[track]
        with self._reading():
            return sorted(self._term_counts(leaf, document + _COUNTS_OFFSET))

    def term_counts(self) -> Counter[str]:
        """How often each term occurs in all tracks."""
        counts: Counter[str] = Counter()
        with self._reading():
            for leaf, reader in enumerate(self._leaves):
                for chunk in self._chunks[leaf]:
                    counts.update(self._term_counts(leaf, chunk.document))
                for document in _documents_of_kind(reader, TRACK_KIND):
                    if not self._is_live(reader, document):
                        counts.subtract(self._term_counts(leaf, document + _COUNTS_OFFSET))
        return +counts

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, raising_damaged(str(self._folder)):
            yield

    def _live_tracks(self) -> Iterator[tuple[int, int, Any]]:
        """Leaf, document and stored fields of each track that was not deleted and may be seen."""
        for leaf, reader in enumerate(self._leaves):
            for document in _documents_of_kind(reader, TRACK_KIND):
                if self._is_live(reader, document):
                    yield leaf, document, reader.stored_fields(document)

    def _is_live(self, reader: Any, document: int) -> bool:
        if reader.is_deleted(document):
            return False
        return not self._hidden or str(reader.stored_fields(document)["slug"]) not in self._hidden

    def _positions(
        self, leaf: int, chunks: Sequence[_Chunk], term: str
    ) -> Iterator[tuple[_Chunk, "array[int]"]]:
        """The positions of a term in those of some chunks of a leaf that have its bucket."""
        by_document = {chunk.document: chunk for chunk in chunks}
        for count in {chunk.bucket_count for chunk in chunks}:
            first = min(by_document)
            name = bucket_name(term, count)
            for document, value in _posting_values(self._leaves[leaf], "buckets", name, first):
                if document in by_document:
                    yield by_document[document], read_bucket(value, term)

    def _term_counts(self, leaf: int, document: int) -> dict[str, int]:
        return from_json(dict[str, int], self._stored(leaf, document))

    def _stored(self, leaf: int, document: int) -> bytes:
        return bytes(self._leaves[leaf].stored_fields(document)["stored"])


def _chunks(reader: Any) -> list[_Chunk]:
    return [
        _Chunk(document, int(reader.stored_fields(document)["bucket_count"]), [])
        for document in _documents_of_kind(reader, CHUNK_KIND)
    ]


def _chunk_after(chunks: Sequence[_Chunk], document: int) -> _Chunk:
    """The chunk of the track with this document: the next one."""
    return chunks[bisect_left(chunks, document, key=attrgetter("document"))]


def _documents_of_kind(reader: Any, kind: str) -> Iterator[int]:
    """Their numbers, those of deleted ones too, ascending."""
    for document, _value in _posting_values(reader, "kind", kind):
        yield document


def _posting_values(
    reader: Any, field: str, term: str, first: int = 0
) -> Iterator[tuple[int, bytes]]:
    """The postings of a term from document `first` on, deleted ones too: document and value."""
    if (field, term) not in reader:
        return
    matcher = reader.postings(field, term)
    # Whoosh's filter checks each document whether it is deleted; the caller knows which tracks there are. The
    # filter has already moved on to the first document that is not deleted.
    if (unfiltered := getattr(matcher, "child", None)) is not None:
        matcher = unfiltered
        matcher.reset()
    if first:
        matcher.skip_to(first)
    while matcher.is_active():
        yield matcher.id(), matcher.value()
        matcher.next()
