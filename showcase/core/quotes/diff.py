"""A quote beside what was really said, piece by piece."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import SAME, Link
from showcase.core.search.results import Relation

# When its first or last words answer nothing, they were probably others in their places. But so many that
# answer nothing are not the words of this place at all.
EDGE_WORDS_MOST = 3


class Piece(NamedTuple):
    """A piece of a quote beside the piece of speech that answers it.

    Attributes:
        relation: how they differ; numbers in words are the same as in digits, two words as written as one.
        quoted: the words of the quote.
        said: the words of the window.
    """

    relation: Relation
    quoted: range
    said: range


def pieces(quote: Quote, chain: Sequence[Link], size: int) -> tuple[Piece, ...]:
    """All of a quote, and the words that were said from its first to its last.

    Args:
        quote: the quote.
        chain: its links with a window, in order, one at least.
        size: how many words the window has.
    """
    gaps = [_lead(quote, chain[0])]
    gaps += [_Gap(range(a[1], b[0]), range(a[3], b[2])) for a, b in pairwise(chain)]
    found = [
        piece for gap, link in zip(gaps, chain, strict=True) for piece in _both(quote, gap, link)
    ]
    return tuple(_merged([*found, *_between(quote, _trail(quote, chain[-1], size))]))


class _Gap(NamedTuple):
    quoted: range
    said: range


def _lead(quote: Quote, first: Link) -> _Gap:
    row, place = first[0], first[2]
    elided = any(at <= row for at in quote.elisions)
    reach = 0 if elided or row > EDGE_WORDS_MOST else row
    return _Gap(range(row), range(max(0, place - reach), place))


def _trail(quote: Quote, last: Link, size: int) -> _Gap:
    end, said_end = last[1], last[3]
    left = len(quote.words) - end
    elided = any(at >= end for at in quote.elisions)
    reach = 0 if elided or left > EDGE_WORDS_MOST else left
    return _Gap(range(end, len(quote.words)), range(said_end, min(size, said_end + reach)))


def _both(quote: Quote, gap: _Gap, link: Link) -> Iterator[Piece]:
    yield from _between(quote, gap)
    row, row_end, place, place_end, worth = link
    relation: Relation = "same" if worth == SAME else "changed"
    yield Piece(relation, range(row, row_end), range(place, place_end))


def _between(quote: Quote, gap: _Gap) -> Iterator[Piece]:
    """What stands between two links, where nothing answers anything."""
    quoted, said = gap
    if elisions := sorted(at for at in quote.elisions if quoted.start <= at <= quoted.stop):
        at = elisions[0]
        yield Piece("not said", range(quoted.start, at), said[:0])
        yield Piece("elided", range(at, at), said)
        yield Piece("not said", range(at, quoted.stop), said[len(said) :])
    elif quoted and said:
        yield Piece("changed", quoted, said)
    else:
        yield Piece("not said" if quoted else "not quoted", quoted, said)


def _merged(found: Iterable[Piece]) -> list[Piece]:
    """Without empty pieces; neighbors of the same kind as one."""
    merged: list[Piece] = []
    for piece in found:
        last = merged[-1] if merged else None
        if last and last.relation == piece.relation:
            quoted, said = last.quoted, last.said
            quoted = range(quoted.start, piece.quoted.stop)
            merged[-1] = Piece(piece.relation, quoted, range(said.start, piece.said.stop))
        elif piece.quoted or piece.said:
            merged.append(piece)
    return merged
