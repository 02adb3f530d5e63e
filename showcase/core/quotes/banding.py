"""A first, quick look at where in a window of speech a quote can be.

How many words must be put in, left out or changed so that a quote becomes a stretch of the window that
ends at a given word? That number, for every word of the window at once, takes one step for each word
of the quote: a row of the table holds only whether its number rises or falls from a column to the next,
a bit each (Myers 1999, Hyyrö 2003; here the bits are the window's words, and Python's integers are as long
as the window).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

# Places that need a few changes more than the best are looked at too, for what a change weighs is settled
# later: one more, and another for each ten words of the quote.
SLACK, SLACK_A_WORD = 1, 0.1
# So far words may have moved beside what the changes of the best place explain; and changes of a long quote
# go both ways.
DRIFT, DRIFT_MOST, DRIFT_A_WORD = 3, 10, 0.1


class Band(NamedTuple):
    """How much further on in the window than in the quote the words of a piece are.

    Attributes:
        rows: the words of the quote that make the piece.
        offsets: from least to most, in words.
    """

    rows: range
    offsets: range

    def columns(self, size: int) -> range:
        """The words of a window of `size` words that the piece can be in."""
        first, end = self.rows.start + self.offsets.start, self.rows.stop + self.offsets.stop
        return range(max(0, first), min(size, end))


class Narrowed(NamedTuple):
    """Where in a window a quote can be.

    Attributes:
        changes: how many words must be changed at the best place.
        bands: for each piece between elisions, one or more.
    """

    changes: int
    bands: list[Band]


def narrowed(
    words: Sequence[str], elisions: Iterable[int], places: Mapping[str, int], size: int
) -> Narrowed:
    """Where a quote can be in a window of `size` words.

    Args:
        words: of the quote.
        elisions: before which of them something was left out.
        places: for each word of the quote, where it is in the window: a bit for each place.
        size: how many words the window has.
    """
    bounds = [0, *sorted(elisions), len(words)]
    pieces = [range(first, end) for first, end in pairwise(bounds)]
    table: list[list[int]] = []
    falls = 0
    for piece in pieces:
        masks = [places[word] for word in words[piece.start : piece.stop]]
        table.append(_changes(masks, piece.start, falls, size))
        falls = _falls(table[-1]) if piece is not pieces[-1] else 0
    return Narrowed(min(table[-1]), _bands(pieces, table))


def _changes(masks: Sequence[int], before: int, falls: int, size: int) -> list[int]:
    """How many changes make the quote, up to the end of a piece, a stretch ending at each place.

    Args:
        masks: where each word of the piece is in the window.
        before: how many words of the quote come before the piece.
        falls: where the number of changes that they need falls, a bit each.
        size: of the window.
    """
    full = (1 << size) - 1
    up, down = 0, falls
    for mask in masks:
        same = (((mask & up) + up) ^ up) | mask | down
        rise = (down | ~(same | up)) << 1 | 1
        fall = (same & up) << 1
        up, down = (fall | ~(same | rise)) & full, rise & same & full
    steps = map(sub, _bits(up, size), _bits(down, size))
    return list(accumulate(steps, initial=before + len(masks)))


def _bits(number: int, size: int) -> bytes:
    """The bits of a number, lowest first, a byte each."""
    return f"{number:0{size}b}"[::-1].encode()


def _falls(row: Sequence[int]) -> int:
    """Behind an elision any later place will do: where the least number so far falls, a bit each."""
    falls, least = 0, row[0]
    for place, changes in enumerate(row):
        if changes < least:
            falls, least = falls | 1 << (place - 1), changes
    return falls


def _bands(pieces: Sequence[range], table: Sequence[Sequence[int]]) -> list[Band]:
    """The last piece ends where fewest changes are needed, or nearly; the one before it before it begins."""
    bands: list[Band] = []
    last = len(table[0])
    for piece, whole in zip(reversed(pieces), reversed(table), strict=True):
        row = whole[:last]
        least = min(row)
        most = least + SLACK + int(len(piece) * SLACK_A_WORD)
        drift = DRIFT + min(least, DRIFT_MOST + int(len(piece) * DRIFT_A_WORD))
        ends = [place for place, changes in enumerate(row) if changes <= most]
        bands += _merged(piece, ends, drift)
        last = max(1, min(last, ends[-1] + drift - len(piece)))
    return bands


def _merged(piece: range, ends: Sequence[int], drift: int) -> Iterable[Band]:
    """A band around each end, those that overlap as one."""
    first = previous = ends[0]
    for end in ends:
        if end - previous > 2 * drift:
            yield Band(piece, range(first - piece.stop - drift, previous - piece.stop + drift + 1))
            first = end
        previous = end
    yield Band(piece, range(first - piece.stop - drift, previous - piece.stop + drift + 1))
