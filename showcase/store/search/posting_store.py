"""The files of the index: the one module that knows Whoosh.

A document is a track. Each of its words, under each of its forms ("en:rights"), has a posting that says
where in the transcript it stands; so a posting is written per word and track, not per word and passage,
and a phrase needs no regard to where passages end. After its track comes a document with its term counts,
then one for each passage, all without words: what is stored for a passage is all that a hit needs.

Answers must not depend on the updates that an index has had. Whoosh keeps the postings of a deleted track
until it merges segments, and orders tracks by segment. So tracks are numbered in order of their videos'
slugs, and the counts of deleted tracks are subtracted from those of Whoosh.

The files are pickles: the folder is private and never taken from outside.
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

# The numbers of words in a posting: unsigned, 32 bits.
POSITION_TYPECODE = "I"

_MAX_WRITER_MEMORY_MB = 32
_TRACK_KIND = "track"
# Documents from a track's own to that of its term counts, and to that of its first passage.
_COUNTS_OFFSET, _PASSAGES_OFFSET = 1, 2
# Fast, and a third of the size.
_ZLIB_LEVEL = 1


@dataclass(frozen=True, slots=True)
class TrackDocument:
    """What is written of one track.

    Attributes:
        video: the slug of its video.
        header: what is read when the index is opened.
        positions_by_term: the numbers of the words that are found as each form, ascending.
        passages: what is read when a passage is shown, in their order.
    """

    video: str
    header: bytes
    positions_by_term: Mapping[str, Sequence[int]]
    passages: Iterable[bytes]


class Posting(NamedTuple):
    """Where a form stands in one track: the track's number, and the numbers of words."""

    track: int
    positions: "array[int]"


# Whoosh wants an analyzer, and asks it nothing.
_NO_ANALYZER: Any = analysis.IDAnalyzer()


class _PositionsFormat(formats.Format):
    """The value of a posting is of any length; PositionsField encodes it."""


class PositionsField(fields.FieldType):
    """Takes words that were already cut, with their numbers, so that there is nothing to analyze."""

    def __init__(self) -> None:
        super().__init__(_PositionsFormat(), _NO_ANALYZER)

    def index(
        self, value: Mapping[str, Iterable[int]], **_options: object
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Whoosh's protocol: term, frequency, weight, value of each posting."""
        for form, numbers in value.items():
            found = array(POSITION_TYPECODE, numbers)
            yield form.encode(), len(found), float(len(found)), found.tobytes()


def _schema() -> fields.Schema:
    return fields.Schema(
        kind=fields.ID(),
        video=fields.ID(),
        words=PositionsField(),
        slug=fields.STORED(),
        stored=fields.STORED(),
    )


def write_index(folder: Path, documents: Iterable[TrackDocument]) -> None:
    """Make a new index in an empty folder."""
    _write_documents(index.create_in(str(folder), _schema()), (), documents)


def change_index(folder: Path, removed: Iterable[str], documents: Iterable[TrackDocument]) -> None:
    """Take videos out of an index, by slug, and put others in. No existing file is changed in place."""
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
        # A reader keeps its place in its files, so one thread at a time reads.
        self._lock = threading.Lock()
        with self._reading():
            self._index: Any = index.open_dir(str(folder))
            self._reader = self._index.reader()  # type: ignore[no-untyped-call] # (Whoosh's)
            self._leaves = [reader for reader, _offset in self._reader.leaf_readers()]
            self._documents = sorted(self._live_tracks(), key=self._slug)
            self.headers = tuple(self._stored(*place) for place in self._documents)
        self._track_numbers = {place: number for number, place in enumerate(self._documents)}

    def close(self) -> None:
        """Give files and memory back; nothing can be asked any more."""
        self._reader.close()
        self._index.close()

    def postings(self, form: str) -> list[Posting]:
        """Where a form occurs, in order of the tracks."""
        with self._reading():
            found = [
                Posting(number, array(POSITION_TYPECODE, value))
                for leaf, reader in enumerate(self._leaves)
                for document, value in _posting_values(reader, "words", form)
                if (number := self._track_numbers.get((leaf, document))) is not None
            ]
        return sorted(found, key=attrgetter("track"))

    def posting(self, form: str, track: int) -> "array[int]":
        """Where a form stands in one track."""
        leaf, document = self._documents[track]
        with self._reading():
            values = _posting_values(self._leaves[leaf], "words", form, document)
            found, value = next(values, (-1, b""))
            return array(POSITION_TYPECODE, value if found == document else b"")

    def passage(self, track: int, number: int) -> bytes:
        """What was stored of a passage."""
        leaf, document = self._documents[track]
        with self._reading():
            return self._stored(leaf, document + _PASSAGES_OFFSET + number)

    def term_counts(self) -> Counter[str]:
        """How often each form occurs in all tracks."""
        counts: Counter[str] = Counter()
        with self._reading():
            for leaf, reader in enumerate(self._leaves):
                for form, info in reader.iter_field("words"):
                    counts[form.decode()] += int(info.weight())
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
    reader: Any, field: str, form: str, first: int = 0
) -> Iterator[tuple[int, bytes]]:
    """The documents of a form from `first` on, deleted ones too, and the values of their postings."""
    if (field, form) not in reader:
        return
    matcher = reader.postings(field, form)
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
