"""Postings of many tracks, in buckets of terms: what the index writes and reads at once.

Writing a term costs the engine twenty times what its positions cost, and most terms are rare. So the words of
some tracks are numbered through, in a *chunk*; and the terms of a chunk are put into buckets by their hash,
some thirty in each. The engine's term is the bucket, and the value of its posting has the positions of every
term in it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from showcase.store.serialization import from_binary, to_binary

# Positions in a posting: unsigned, 32 bits.
POSITION_TYPECODE = "I"
_POSITION_BYTES = array(POSITION_TYPECODE).itemsize

# Half a bucket of a chunk this large is read in 0.1 ms.
_TERMS_PER_BUCKET = 32
# A chunk with more words is closed: it takes about 20 MB of memory. One track may have more.
MAX_CHUNK_WORDS = 1_000_000


class Posting(NamedTuple):
    """Where a term occurs in one track.

    Attributes:
        track: the track's number.
        positions: numbers of words, ascending.
        first_word: the number of the track's first word, from which they count.
    """

    track: int
    positions: "array[int]"
    first_word: int = 0


class TrackSpan(NamedTuple):
    """The words of a track in its chunk, half-open, and the number of the track."""

    first_word: int
    stop: int
    track: int


class PostingChunk:
    """The postings of some tracks while they are written, words numbered through.

    Attributes:
        has_tracks: whether a track was added.
        words: how many words its tracks have.
    """

    def __init__(self) -> None:
        self.has_tracks = False
        self.words = 0
        self._positions: dict[str, array[int]] = {}

    def add_track(self, positions_by_term: Mapping[str, Sequence[int]], words: int) -> None:
        """Add the postings of a track that has so many words."""
        self.has_tracks, first = True, self.words
        for term, numbers in positions_by_term.items():
            shifted = [first + number for number in numbers] if first else numbers
            known = self._positions.get(term)
            if known is None:
                self._positions[term] = array(POSITION_TYPECODE, shifted)
            else:
                known.extend(shifted)
        self.words += words

    def term_counts(self) -> dict[str, int]:
        """How often each term occurs."""
        return {term: len(positions) for term, positions in self._positions.items()}

    def bucket_count(self) -> int:
        """How many buckets its terms are put into: a power of two."""
        return 1 << (len(self._positions) // _TERMS_PER_BUCKET).bit_length()

    def buckets(self) -> dict[str, bytes]:
        """The content of each bucket that has a term, by the bucket's name."""
        count = self.bucket_count()
        terms_by_bucket: dict[str, dict[str, bytes]] = {}
        for term, positions in self._positions.items():
            bucket = terms_by_bucket.setdefault(bucket_name(term, count), {})
            bucket[term] = positions.tobytes()
        return {name: to_binary(bucket) for name, bucket in terms_by_bucket.items()}


def bucket_name(term: str, count: int) -> str:
    """The name of the bucket that a term is in, where there are `count` buckets."""
    return f"{count}/{crc32(term.encode()) % count}"


def read_bucket(data: bytes, term: str) -> "array[int]":
    """The positions of a term in a bucket; empty where it does not occur.

    Raises:
        ValueError: `data` is no bucket.
    """
    found = from_binary(dict[str, bytes], data).get(term, b"")
    return array(POSITION_TYPECODE, found)


def postings_by_track(positions: "array[int]", spans: Sequence[TrackSpan]) -> Iterator[Posting]:
    """Cut the positions of a chunk into the postings of its tracks.

    Args:
        positions: ascending.
        spans: of the tracks that were not deleted, ascending.
    """
    place = at = 0
    while at < len(positions):
        place = max(bisect_right(spans, positions[at], key=_first_word) - 1, place)
        if place == len(spans):
            return
        first, stop, track = spans[place]
        begin, end = bisect_left(positions, first, at), bisect_left(positions, stop, at)
        if begin < end:
            yield Posting(track, positions[begin:end], first)
        place, at = place + 1, end


def _first_word(span: TrackSpan) -> int:
    return span.first_word
