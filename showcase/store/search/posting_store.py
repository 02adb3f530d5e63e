"""The files of the index. No other module knows Whoosh.

A track is a Whoosh document. Each term ("en:rights") has one posting for each track, with the positions of
its words in the track; so a phrase may reach from one passage into the next. The document of a track is
followed by one with its term counts, then by one for each passage; these have no terms. What is stored with a
passage is all that a hit needs.

Answers must not depend on the updates that an index has had. Whoosh keeps the postings of a deleted track
until it merges segments, and orders tracks by segment. So tracks are numbered in order of their videos'
slugs, and the counts of deleted tracks are subtracted from those of Whoosh.

The files hold pickles, so the folder is private and never comes from elsewhere.
"""

import json
import threading
import zlib
from array import array
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from whoosh import analysis, fields, formats, index

from showcase.store.damage import raising_damaged

# Positions in a posting: unsigned, 32 bits.
POSITION_TYPECODE = "I"

_MAX_WRITER_MEMORY_MB = 32
_TRACK_KIND = "track"
# Documents from a track's own to that of its term counts, and to that of its first passage.
_COUNTS_OFFSET, _PASSAGES_OFFSET = 1, 2
# Fast, and a third of the size.
_ZLIB_LEVEL = 1


@dataclass(frozen=True, slots=True)
class TrackDocument:
    """What is written for one track.

    Attributes:
        video: the slug of its video.
        header: bytes that are read when the index is opened.
        positions_by_term: for each term, the numbers of its words in the track, ascending, from 0.
        passages: for each passage, bytes that are read when it is shown.
    """

    video: str
    header: bytes
    positions_by_term: Mapping[str, Sequence[int]]
    passages: Iterable[bytes]


class Posting(NamedTuple):
    """Where a term occurs in one track: the track's number, and positions in the track, ascending."""

    track: int
    positions: "array[int]"


# Whoosh requires an analyzer, and does not call it.
_NO_ANALYZER: Any = analysis.IDAnalyzer()


class _PositionsFormat(formats.Format):
    """Postings with values of any length, which PositionsField encodes."""


class PositionsField(fields.FieldType):
    """A field whose value maps terms to positions, so that there is nothing to analyze."""

    def __init__(self) -> None:
        super().__init__(_PositionsFormat(), _NO_ANALYZER)

    def index(
        self, value: Mapping[str, Iterable[int]], **_options: object
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Whoosh's protocol: yield term, frequency, weight and value of each posting."""
        for term, numbers in value.items():
            positions = array(POSITION_TYPECODE, numbers)
            yield term.encode(), len(positions), float(len(positions)), positions.tobytes()


def _schema() -> fields.Schema:
    return fields.Schema(
        kind=fields.ID(),
        video=fields.ID(),
        words=PositionsField(),
        slug=fields.STORED(),
        stored=fields.STORED(),
    )


def write_index(folder: Path, documents: Iterable[TrackDocument]) -> None:
    """Write a new index into an empty folder."""
    _write_documents(index.create_in(str(folder), _schema()), (), documents)


def change_index(folder: Path, removed: Iterable[str], documents: Iterable[TrackDocument]) -> None:
    """Remove videos by slug, then add documents. No existing file is changed in place."""
    _write_documents(index.open_dir(str(folder)), removed, documents)


def _write_documents(
    whoosh_index: Any, removed: Iterable[str], documents: Iterable[TrackDocument]
) -> None:
    writer = whoosh_index.writer(limitmb=_MAX_WRITER_MEMORY_MB)
    for slug in removed:
        writer.delete_by_term("video", slug)
    for document in documents:
        _write_document(writer, document)
    writer.commit()
    whoosh_index.close()


def _write_document(writer: Any, document: TrackDocument) -> None:
    writer.add_document(
        kind=_TRACK_KIND,
        video=document.video,
        words=document.positions_by_term,
        slug=document.video,
        stored=document.header,
    )
    writer.add_document(video=document.video, stored=_encode_term_counts(document))
    for passage in document.passages:
        writer.add_document(video=document.video, stored=passage)


def _encode_term_counts(document: TrackDocument) -> bytes:
    counts = {term: len(positions) for term, positions in document.positions_by_term.items()}
    return zlib.compress(json.dumps(counts, ensure_ascii=False).encode(), _ZLIB_LEVEL)


def _decode_term_counts(data: bytes) -> dict[str, int]:
    counts: dict[str, int] = json.loads(zlib.decompress(data))
    return counts


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
            self._documents = sorted(self._live_tracks(), key=self._slug)
            self.headers = tuple(self._stored(*place) for place in self._documents)
        self._track_numbers = {place: number for number, place in enumerate(self._documents)}

    def close(self) -> None:
        """Release files and memory; afterwards every method raises DamagedError."""
        self._reader.close()
        self._index.close()

    def postings(self, term: str) -> list[Posting]:
        """Where a term occurs, in order of the tracks."""
        with self._reading():
            found = [
                Posting(number, array(POSITION_TYPECODE, value))
                for leaf, reader in enumerate(self._leaves)
                for document, value in _posting_values(reader, "words", term)
                if (number := self._track_numbers.get((leaf, document))) is not None
            ]
        return sorted(found, key=attrgetter("track"))

    def posting(self, term: str, track: int) -> "array[int]":
        """The positions of a term in one track; empty where it does not occur."""
        leaf, document = self._documents[track]
        with self._reading():
            values = _posting_values(self._leaves[leaf], "words", term, document)
            found, value = next(values, (-1, b""))
            return array(POSITION_TYPECODE, value if found == document else b"")

    def passage(self, track: int, number: int) -> bytes:
        """The stored bytes of a passage; `number` counts from 0 in the track."""
        leaf, document = self._documents[track]
        with self._reading():
            return self._stored(leaf, document + _PASSAGES_OFFSET + number)

    def term_counts(self) -> Counter[str]:
        """How often each term occurs in all tracks."""
        counts: Counter[str] = Counter()
        with self._reading():
            for leaf, reader in enumerate(self._leaves):
                for term, info in reader.iter_field("words"):
                    counts[term.decode()] += int(info.weight())
                for document in _track_documents(reader, deleted=True):
                    stored = self._stored(leaf, document + _COUNTS_OFFSET)
                    counts.subtract(_decode_term_counts(stored))
        return +counts

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, raising_damaged(str(self._folder)):
            yield

    def _live_tracks(self) -> Iterator[tuple[int, int]]:
        for leaf, reader in enumerate(self._leaves):
            for document in _track_documents(reader, deleted=False):
                yield leaf, document

    def _slug(self, place: tuple[int, int]) -> str:
        leaf, document = place
        return str(self._leaves[leaf].stored_fields(document)["slug"])

    def _stored(self, leaf: int, document: int) -> bytes:
        return bytes(self._leaves[leaf].stored_fields(document)["stored"])


def _track_documents(reader: Any, *, deleted: bool) -> Iterator[int]:
    for document, _value in _posting_values(reader, "kind", _TRACK_KIND):
        if reader.is_deleted(document) is deleted:
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
