"""A quote laid on the words that were said.

Words that answer each other are links. Of all chains of links, forward in the quote and in the speech, the
one that is worth most wins: every link earns something, and words between two links that were said without
being quoted cost something (Needleman and Wunsch 1970, Smith and Waterman 1981, as a chain of matches). A
first look says in which band of the window that chain must be; the links are looked for only there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain as flat
from itertools import pairwise

from showcase.core.quotes.banding import narrowed
from showcase.core.quotes.diff import Piece, pieces
from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import ALIKE, Link, Said, Words

# A word of the quote that is linked is worth so much, beside what its link earns, against one that is not.
LINKED = 0.5
# A word that was said and is not in the quote, where the quote has no other word in its place; so three of
# them may be passed to reach one more word.
NOT_QUOTED = 0.35
# Behind an ellipsis anything may have been left out, but one word is not looked for a hundred words away.
ELIDED = 0.02
# A quote that needs more changes than this share of its words, each word as it is spelt, may be misspelt; but
# of many words nobody misspells so many.
UNCLEAR = 0.5
LONG, HOPELESS = 100, 0.7
# A link follows one of so many before it: of a quote that somebody remembers that is all of them.
LOOK_BACK = 200
# Sentences are tried in another order when about half of a quote is there, for so much less.
TURNED_FROM, TURNED_TO, TURNED = 0.3, 0.6, 0.9


@dataclass(frozen=True)
class Alignment:
    """A quote laid on a window of speech.

    Attributes:
        quote: what was laid: the quote, or its sentences in another order.
        chain: words of the quote and words of the window that answer each other.
        size: how many words the window has.
        similarity: 1.0 when everything is the same, 0.0 when nothing is.
    """

    quote: Quote
    chain: tuple[Link, ...]
    size: int
    similarity: float

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The quote beside what was said, in order."""
        return pieces(self.quote, self.chain, self.size)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The words of the window that answer words of the quote, the same or others, ascending."""
        answers = (piece.said for piece in self.pieces if piece.relation in ("same", "changed"))
        return tuple(flat.from_iterable(answers))

    @property
    def kept(self) -> int:
        """How many words of the quote were said just so."""
        return sum(end - row for row, end, _, _, worth in self.chain if worth != ALIKE)


def align(quote: Quote, said: Said) -> Alignment | None:
    """Lay a quote on a window of speech, the best way there is.

    Args:
        quote: what somebody remembers.
        said: for each word of the window what it is found as: the whole word, then its parts.

    Returns:
        None when no word of the quote is there.
    """
    laid = _lay(quote, said)
    if laid and TURNED_FROM < laid.similarity < TURNED_TO:
        for other in quote.turned(laid.chain[0][0], laid.chain[-1][1]):
            turned = _lay(other, said)
            if turned and turned.similarity * TURNED > laid.similarity:
                laid = replace(turned, similarity=round(turned.similarity * TURNED, 4))
    return laid


def shared(quote: Quote, said: Said) -> int:
    """How many different words of a quote are in a window of speech: a cheap first look."""
    return len({*quote.words}.intersection(flat.from_iterable(said)))


def _lay(quote: Quote, said: Said) -> Alignment | None:
    chain = best_chain(links_of(quote, said), quote)
    if not chain:
        return None
    return Alignment(quote, tuple(chain), len(said), _similarity(quote, chain))


def links_of(quote: Quote, said: Said) -> list[Link]:
    """The links that can be part of the best chain, or nearly all of them, in order."""
    if not quote.words or not said:
        return []
    words = Words(quote.words, said)
    near = narrowed(quote.words, quote.elisions, words.masks(), len(said))
    exact = near.changes == 0
    if _is_hopeless(quote, near.changes):
        return []
    if near.changes > len(quote.words) * UNCLEAR:
        words.find_alike(quote.words)
        near = narrowed(quote.words, quote.elisions, words.masks(), len(said))
    return sorted({link for band in near.bands for link in words.links(band, exact=exact)})


def _is_hopeless(quote: Quote, changes: int) -> bool:
    """Are these more changes than slips? What is written in digits may have been said in words."""
    digits = sum(map(str.isdigit, quote.words))
    return len(quote.words) >= LONG and changes - digits > len(quote.words) * HOPELESS


def best_chain(links: Sequence[Link], quote: Quote) -> list[Link]:
    """The links that together are worth most; of equals those that come first."""
    elided = _elided_before(quote)
    totals: list[float] = []
    peaks: list[float] = []
    befores: list[int] = []
    peak = 0.0
    for link in links:
        best, before = _best_before(link, links, totals, peaks, elided[link[0]])
        best += (link[4] + LINKED) * (link[1] - link[0])
        peak = max(peak, best)
        totals.append(best)
        peaks.append(peak)
        befores.append(before)
    return _walk_back(links, befores, totals.index(peak)) if links else []


def _best_before(
    link: Link, links: Sequence[Link], totals: Sequence[float], peaks: Sequence[float], elided: int
) -> tuple[float, int]:
    """What the best chain that this link can follow is worth, and the number of its last link.

    Args:
        link: comes behind.
        links: all, in order.
        totals: what the best chain ending with each of the links before is worth.
        peaks: the most of these totals up to each: where it is too little, nothing before is enough.
        elided: before which word of the quote, up to the link's, the last elision was.
    """
    row, _, place, _, _ = link
    best, before, number = 0.0, -1, len(totals) - 1
    last = max(0, number - LOOK_BACK)
    while number >= last and peaks[number] > best:
        total = totals[number]
        if total > best:
            _, end, _, said_end, _ = links[number]
            unquoted = place - said_end - row + end
            if end > row or said_end > place:
                total = 0.0
            elif unquoted > 0:
                total -= unquoted * (ELIDED if end <= elided else NOT_QUOTED)
            if total > best:
                best, before = total, number
        number -= 1
    return best, before


def _elided_before(quote: Quote) -> list[int]:
    """For each word of a quote, before which word the last elision was; -1 where there was none."""
    last, before = -1, []
    for number in range(len(quote.words)):
        last = number if number in quote.elisions else last
        before.append(last)
    return before


def _walk_back(links: Sequence[Link], befores: Sequence[int], last: int) -> list[Link]:
    chain = []
    while last >= 0:
        chain.append(links[last])
        last = befores[last]
    return chain[::-1]


def _similarity(quote: Quote, chain: Sequence[Link]) -> float:
    """What the links earn of what they could: by the words of the quote, or those said if that is more."""
    earned = sum(worth * (end - row) for row, end, _, _, worth in chain)
    said = sum(end - row for row, end, _, _, _ in chain) + sum(_unquoted(quote, chain))
    return round(earned / max(said, len(quote.words)), 4)


def _unquoted(quote: Quote, chain: Sequence[Link]) -> Iterable[int]:
    """How many words were said between each two links, but where an ellipsis stands for them."""
    return (
        place - said_end
        for (_, end, _, said_end, _), (row, _, place, _, _) in pairwise(chain)
        if not any(end <= at <= row for at in quote.elisions)
    )
