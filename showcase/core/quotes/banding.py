"""Banding: finds quickly where in a window of speech a quote can be.

The table of edit distances says, for each word of the window, how many words must be added, left out or
changed to turn the quote into a part of the window that ends with that word. It is computed in one step for
each word of the quote, for all words of the window at once: a row holds only whether its numbers rise or fall
from one column to the next, a bit each (Myers 1999, Hyyrö 2003; here each bit is a word of the window, and a
Python integer holds a whole row).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

# Places that need a few more changes than the best are bands too, because changes are weighted only later:
# one more change, and another for each ten words of the quote.
SLACK_CHANGES, SLACK_CHANGES_PER_WORD = 1, 0.1
# How far words may have moved, in words: at least this much, and further with the changes at the best place;
# for a long quote only up to a limit, because added and missing words cancel each other.
MIN_DRIFT_WORDS, MAX_EXTRA_DRIFT_WORDS, EXTRA_DRIFT_PER_WORD = 3, 10, 0.1


class Band(NamedTuple):
    """A diagonal band of the table: a piece of the quote, and how far its words may be shifted in the window.

    Attributes:
        rows: the numbers of the piece's words in the quote.
        offsets: number of a word in the window minus its number in the quote.
    """

    rows: range
    offsets: range

    def columns(self, size: int) -> range:
        """The numbers of the words of a window of `size` words that the piece can be in."""
        first, end = self.rows.start + self.offsets.start, self.rows.stop + self.offsets.stop
        return range(max(0, first), min(size, end))


class BandingResult(NamedTuple):
    """Where in a window a quote can be.

    Attributes:
        changes: how many words must be added, left out or changed at the best place.
        bands: one or more for each piece between elisions.
    """

    changes: int
    bands: list[Band]


def find_bands(
    words: Sequence[str], elisions: Iterable[int], position_masks: Mapping[str, int], size: int
) -> BandingResult:
    """Where a quote can be in a window.

    Args:
        words: of the quote.
        elisions: the numbers of the words before which something was left out.
        position_masks: for each word of the quote, the words of the window that match it, a bit each.
        size: how many words the window has.
    """
    bounds = [0, *sorted(elisions), len(words)]
    pieces = [range(first, end) for first, end in pairwise(bounds)]
    table: list[list[int]] = []
    falls = 0
    for piece in pieces:
        masks = [position_masks[word] for word in words[piece.start : piece.stop]]
        table.append(_change_counts(masks, piece.start, falls, size))
        falls = _running_minimum_falls(table[-1]) if piece is not pieces[-1] else 0
    return BandingResult(min(table[-1]), _select_bands(pieces, table))


def _change_counts(masks: Sequence[int], before: int, falls: int, size: int) -> list[int]:
    """The table's row for the last word of a piece: how many changes each place in the window needs.

    Args:
        masks: for each word of the piece, the words of the window that match it, a bit each.
        before: how many words of the quote come before the piece.
        falls: where the number of changes that these need falls, a bit each.
        size: how many words the window has.
    """
    full = (1 << size) - 1
    up, down = 0, falls
    for mask in masks:
        same = (((mask & up) + up) ^ up) | mask | down
        rise = (down | ~(same | up)) << 1 | 1
        fall = (same & up) << 1
        up, down = (fall | ~(same | rise)) & full, rise & same & full
    steps = map(sub, _bits_lowest_first(up, size), _bits_lowest_first(down, size))
    return list(accumulate(steps, initial=before + len(masks)))


def _bits_lowest_first(number: int, size: int) -> bytes:
    """The bits of a number, lowest first, as bytes."""
    return f"{number:0{size}b}"[::-1].encode()


def _running_minimum_falls(row: Sequence[int]) -> int:
    """After an elision any later place will do: where the minimum so far falls, a bit each."""
    falls, least = 0, row[0]
    for place, changes in enumerate(row):
        if changes < least:
            falls, least = falls | 1 << (place - 1), changes
    return falls


def _select_bands(pieces: Sequence[range], table: Sequence[Sequence[int]]) -> list[Band]:
    """The bands of each piece, where (nearly) the fewest changes are needed; each before the next."""
    bands: list[Band] = []
    last = len(table[0])
    for piece, whole in zip(reversed(pieces), reversed(table), strict=True):
        row = whole[:last]
        least = min(row)
        most = least + SLACK_CHANGES + int(len(piece) * SLACK_CHANGES_PER_WORD)
        drift = MIN_DRIFT_WORDS + min(
            least, MAX_EXTRA_DRIFT_WORDS + int(len(piece) * EXTRA_DRIFT_PER_WORD)
        )
        ends = [place for place, changes in enumerate(row) if changes <= most]
        bands += _merge_bands(piece, ends, drift)
        last = max(1, min(last, ends[-1] + drift - len(piece)))
    return bands


def _merge_bands(piece: range, ends: Sequence[int], drift: int) -> Iterable[Band]:
    """A band around each end; bands that overlap become one."""
    first = previous = ends[0]
    for end in ends:
        if end - previous > 2 * drift:
            yield Band(piece, range(first - piece.stop - drift, previous - piece.stop + drift + 1))
            first = end
        previous = end
    yield Band(piece, range(first - piece.stop - drift, previous - piece.stop + drift + 1))
