"""The difference between a quote and what was said, piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import EXACT_SCORE, WordLink

# Up to this many words at an edge of a quote that match nothing replaced others; more do not belong to this
# place.
MAX_EDGE_WORDS = 3

# How a piece of a quote relates to what was said: the same words; other words; words that were not said;
# words that were said and are not in the quote; words that were left out with an ellipsis.
Relation = Literal["same", "changed", "not said", "not quoted", "elided"]


class DiffSegment(NamedTuple):
    """A piece of a quote beside the piece of speech that it matches.

    Attributes:
        relation: how they differ. Numbers in words are the same as in digits, two words the same as one.
        quoted: the numbers of its words in the quote.
        said: the numbers of its words in the window.
    """

    relation: Relation
    quoted: range
    said: range


def build_diff(quote: Quote, chain: Sequence[WordLink], size: int) -> tuple[DiffSegment, ...]:
    """The whole quote, beside what was said from its first word to its last.

    Args:
        quote: the quote.
        chain: its links with a window, in order, at least one.
        size: how many words the window has.
    """
    gaps = [_gap_before(quote, chain[0])]
    gaps += [_Gap(range(a[1], b[0]), range(a[3], b[2])) for a, b in pairwise(chain)]
    found = [
        piece
        for gap, link in zip(gaps, chain, strict=True)
        for piece in _gap_and_link_segments(quote, gap, link)
    ]
    return tuple(
        _merge_segments([*found, *_gap_segments(quote, _gap_after(quote, chain[-1], size))])
    )


class _Gap(NamedTuple):
    quoted: range
    said: range


def _gap_before(quote: Quote, first: WordLink) -> _Gap:
    row, place = first[0], first[2]
    elided = any(at <= row for at in quote.elisions)
    reach = 0 if elided or row > MAX_EDGE_WORDS else row
    return _Gap(range(row), range(max(0, place - reach), place))


def _gap_after(quote: Quote, last: WordLink, size: int) -> _Gap:
    end, said_end = last[1], last[3]
    left = len(quote.words) - end
    elided = any(at >= end for at in quote.elisions)
    reach = 0 if elided or left > MAX_EDGE_WORDS else left
    return _Gap(range(end, len(quote.words)), range(said_end, min(size, said_end + reach)))


def _gap_and_link_segments(quote: Quote, gap: _Gap, link: WordLink) -> Iterator[DiffSegment]:
    yield from _gap_segments(quote, gap)
    row, row_end, place, place_end, score = link
    relation: Relation = "same" if score == EXACT_SCORE else "changed"
    yield DiffSegment(relation, range(row, row_end), range(place, place_end))


def _gap_segments(quote: Quote, gap: _Gap) -> Iterator[DiffSegment]:
    """The words between two links, which match nothing."""
    quoted, said = gap
    if elisions := sorted(at for at in quote.elisions if quoted.start <= at <= quoted.stop):
        at = elisions[0]
        yield DiffSegment("not said", range(quoted.start, at), said[:0])
        yield DiffSegment("elided", range(at, at), said)
        yield DiffSegment("not said", range(at, quoted.stop), said[len(said) :])
    elif quoted and said:
        yield DiffSegment("changed", quoted, said)
    else:
        yield DiffSegment("not said" if quoted else "not quoted", quoted, said)


def _merge_segments(found: Iterable[DiffSegment]) -> list[DiffSegment]:
    """Leave out empty pieces, and join neighbors with the same relation."""
    merged: list[DiffSegment] = []
    for piece in found:
        last = merged[-1] if merged else None
        if last and last.relation == piece.relation:
            quoted, said = last.quoted, last.said
            quoted = range(quoted.start, piece.quoted.stop)
            merged[-1] = DiffSegment(piece.relation, quoted, range(said.start, piece.said.stop))
        elif piece.quoted or piece.said:
            merged.append(piece)
    return merged
