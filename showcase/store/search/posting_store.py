"""The files of the index: the one module that knows Whoosh.

A document is a track. Each of its words, under each of its forms ("en:rights"), has a posting that says
where in the transcript it stands; so a posting is written per word and track, not per word and passage,
and a phrase needs no regard to where passages end. Behind its track, each passage is a document without
words: what is stored there is all that a hit needs.

The files are pickles: the folder is private and never taken from outside.
"""

import threading
from array import array
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from whoosh import analysis, fields, formats, index

# The numbers of words in a posting: unsigned, 32 bits.
NUMBERS = "I"

_MEMORY_MB = 32
_TRACK = "track"


@dataclass(frozen=True, slots=True)
class TrackDocument:
    """What is written of one track.

    Attributes:
        video: the slug of its video.
        head: what is read when the index is opened.
        words: the numbers of the words that are found as each form, ascending.
        passages: what is read when a passage is shown, in their order.
    """

    video: str
    head: bytes
    words: Mapping[str, Iterable[int]]
    passages: Iterable[bytes]


class Posting(NamedTuple):
    """Where a form stands in one track: the track's number, and the numbers of words."""

    track: int
    words: "array[int]"


# Whoosh wants an analyzer, and asks it nothing.
_NO_ANALYZER: Any = analysis.IDAnalyzer()


class _Numbers(formats.Format):
    """The value of a posting is of any length; WordsField encodes it."""


class WordsField(fields.FieldType):
    """Takes words that were already cut, with their numbers, so that there is nothing to analyze."""

    def __init__(self) -> None:
        super().__init__(_Numbers(), _NO_ANALYZER)

    def index(
        self, value: Mapping[str, Iterable[int]], **_options: object
    ) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """Whoosh's protocol: term, frequency, weight, value of each posting."""
        for form, numbers in value.items():
            found = array(NUMBERS, numbers)
            yield form.encode(), len(found), float(len(found)), found.tobytes()


def _schema() -> fields.Schema:
    return fields.Schema(
        kind=fields.ID(), video=fields.ID(), words=WordsField(), stored=fields.STORED()
    )


def write_index(folder: Path, documents: Iterable[TrackDocument]) -> None:
    """Make a new index in an empty folder."""
    _write(index.create_in(str(folder), _schema()), (), documents)


def change_index(folder: Path, removed: Iterable[str], documents: Iterable[TrackDocument]) -> None:
    """Take videos out of an index, by slug, and put others in. No existing file is changed in place."""
    _write(index.open_dir(str(folder)), removed, documents)


def _write(whoosh_index: Any, removed: Iterable[str], documents: Iterable[TrackDocument]) -> None:
    writer = whoosh_index.writer(limitmb=_MEMORY_MB)
    for slug in removed:
        writer.delete_by_term("video", slug)
    for document in documents:
        writer.add_document(
            kind=_TRACK, video=document.video, words=document.words, stored=document.head
        )
        for passage in document.passages:
            writer.add_document(video=document.video, stored=passage)
    writer.commit()
    whoosh_index.close()


class WordIndex:
    """An index that is open for reading; any number of threads may ask it.

    Tracks are numbered from 0, in the order of `heads`.
    """

    def __init__(self, folder: Path) -> None:
        self._index: Any = index.open_dir(str(folder))
        # A reader keeps its place in its files, so one thread at a time reads.
        self._lock = threading.Lock()
        self._reader = self._index.reader()  # type: ignore[no-untyped-call] # (Whoosh's)
        self._leaves = [reader for reader, _offset in self._reader.leaf_readers()]
        self._documents = [
            (leaf, document)
            for leaf in range(len(self._leaves))
            for document in self._tracks_of(self._leaves[leaf])
        ]
        self._numbers = {place: number for number, place in enumerate(self._documents)}
        self.heads = tuple(self._stored(leaf, document) for leaf, document in self._documents)

    def close(self) -> None:
        """Give files and memory back; nothing can be asked any more."""
        self._reader.close()
        self._index.close()

    def postings(self, form: str) -> list[Posting]:
        """Where a form stands, by track."""
        with self._lock:
            return [
                Posting(number, array(NUMBERS, value))
                for leaf, reader in enumerate(self._leaves)
                for document, value in _values(reader, "words", form)
                if (number := self._numbers.get((leaf, document))) is not None
            ]

    def posting(self, form: str, track: int) -> "array[int]":
        """Where a form stands in one track."""
        leaf, document = self._documents[track]
        with self._lock:
            values = _values(self._leaves[leaf], "words", form, document)
            found, value = next(values, (-1, b""))
        return array(NUMBERS, value if found == document else b"")

    def passage(self, track: int, number: int) -> bytes:
        """What was stored of a passage."""
        leaf, document = self._documents[track]
        with self._lock:
            return self._stored(leaf, document + 1 + number)

    def counts(self) -> Counter[str]:
        """How often each form is said, in deleted documents too."""
        counts: Counter[str] = Counter()
        with self._lock:
            for reader in self._leaves:
                for form, info in reader.iter_field("words"):
                    counts[form.decode()] += int(info.weight())
        return counts

    def _stored(self, leaf: int, document: int) -> bytes:
        return bytes(self._leaves[leaf].stored_fields(document)["stored"])

    @staticmethod
    def _tracks_of(reader: Any) -> Iterator[int]:
        for document, _value in _values(reader, "kind", _TRACK):
            if not reader.is_deleted(document):
                yield document


def _values(reader: Any, field: str, form: str, first: int = 0) -> Iterator[tuple[int, bytes]]:
    """The documents of a form from `first` on, deleted ones too, and the values of their postings."""
    if (field, form) not in reader:
        return
    matcher = reader.postings(field, form)
    # A filter would take out deleted documents one by one; who asks knows which tracks there are.
    matcher = getattr(matcher, "child", matcher)
    if first:
        matcher.skip_to(first)
    while matcher.is_active():
        yield matcher.id(), matcher.value()
        matcher.next()
