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

from showcase.core.quotes.banding import find_bands
from showcase.core.quotes.diff import DiffSegment, build_diff
from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import LinkFinder, WindowForms, WordLink

# A word of the quote that is linked is worth so much, beside what its link earns, against one that is not.
LINKED_WORD_BONUS = 0.5
# A word that was said and is not in the quote, where the quote has no other word in its place; so three of
# them may be passed to reach one more word.
UNQUOTED_WORD_COST = 0.35
# Behind an ellipsis anything may have been left out, but one word is not looked for a hundred words away.
ELIDED_WORD_COST = 0.02
# A quote that needs more changes than this share of its words, each word as it is spelt, may be misspelt; but
# of many words nobody misspells so many.
MIN_FUZZY_CHANGE_RATIO = 0.5
MIN_LONG_QUOTE_WORDS, MAX_LONG_QUOTE_CHANGE_RATIO = 100, 0.7
# A link follows one of so many before it: of a quote that somebody remembers that is all of them.
MAX_LOOKBACK_LINKS = 200
# Sentences are tried in another order when about half of a quote is there, for so much less.
MIN_REORDER_SIMILARITY, MAX_REORDER_SIMILARITY, REORDER_SIMILARITY_FACTOR = 0.3, 0.6, 0.9


@dataclass(frozen=True)
class Alignment:
    """A quote laid on a window of speech.

    Attributes:
        quote: what was laid: the quote, or its sentences in another order.
        chain: words of the quote and words of the window that answer each other.
        window_size: how many words the window has.
        similarity: 1.0 when everything is the same, 0.0 when nothing is.
    """

    quote: Quote
    chain: tuple[WordLink, ...]
    window_size: int
    similarity: float

    @cached_property
    def diff(self) -> tuple[DiffSegment, ...]:
        """The quote beside what was said, in order."""
        return build_diff(self.quote, self.chain, self.window_size)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The words of the window that answer words of the quote, the same or others, ascending."""
        answers = (piece.said for piece in self.diff if piece.relation in ("same", "changed"))
        return tuple(flat.from_iterable(answers))


def align(quote: Quote, window: WindowForms) -> Alignment | None:
    """Lay a quote on a window of speech, the best way there is.

    Args:
        quote: what somebody remembers.
        window: for each word of the window what it is found as: the whole word, then its parts.

    Returns:
        None when no word of the quote is there.
    """
    laid = _align_in_order(quote, window)
    if laid and MIN_REORDER_SIMILARITY < laid.similarity < MAX_REORDER_SIMILARITY:
        for other in quote.reorderings(laid.chain[0][0], laid.chain[-1][1]):
            turned = _align_in_order(other, window)
            if turned and turned.similarity * REORDER_SIMILARITY_FACTOR > laid.similarity:
                laid = replace(
                    turned, similarity=round(turned.similarity * REORDER_SIMILARITY_FACTOR, 4)
                )
    return laid


def _align_in_order(quote: Quote, said: WindowForms) -> Alignment | None:
    chain = best_chain(candidate_links(quote, said), quote)
    if not chain:
        return None
    return Alignment(quote, tuple(chain), len(said), _chain_similarity(quote, chain))


def candidate_links(quote: Quote, window: WindowForms) -> list[WordLink]:
    """The links that can be part of the best chain, or nearly all of them, in order."""
    if not quote.words or not window:
        return []
    words = LinkFinder(quote.words, window)
    near = find_bands(quote.words, quote.elisions, words.position_masks(), len(window))
    exact = near.changes == 0
    if _is_too_different(quote, near.changes):
        return []
    if near.changes > len(quote.words) * MIN_FUZZY_CHANGE_RATIO:
        words.add_similar_words(quote.words)
        near = find_bands(quote.words, quote.elisions, words.position_masks(), len(window))
    return sorted({link for band in near.bands for link in words.links_in_band(band, exact=exact)})


def _is_too_different(quote: Quote, changes: int) -> bool:
    """Are these more changes than slips? What is written in digits may have been said in words."""
    digits = sum(map(str.isdigit, quote.words))
    return (
        len(quote.words) >= MIN_LONG_QUOTE_WORDS
        and changes - digits > len(quote.words) * MAX_LONG_QUOTE_CHANGE_RATIO
    )


def best_chain(links: Sequence[WordLink], quote: Quote) -> list[WordLink]:
    """The links that together are worth most; of equals those that come first."""
    elided = _last_elisions(quote)
    totals: list[float] = []
    peaks: list[float] = []
    befores: list[int] = []
    peak = 0.0
    for link in links:
        best, before = _best_predecessor(link, links, totals, peaks, elided[link[0]])
        best += (link[4] + LINKED_WORD_BONUS) * (link[1] - link[0])
        peak = max(peak, best)
        totals.append(best)
        peaks.append(peak)
        befores.append(before)
    return _trace_back(links, befores, totals.index(peak)) if links else []


def _best_predecessor(
    link: WordLink,
    links: Sequence[WordLink],
    totals: Sequence[float],
    peaks: Sequence[float],
    elided: int,
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
    last = max(0, number - MAX_LOOKBACK_LINKS)
    while number >= last and peaks[number] > best:
        total = totals[number]
        if total > best:
            _, end, _, said_end, _ = links[number]
            unquoted = place - said_end - row + end
            if end > row or said_end > place:
                total = 0.0
            elif unquoted > 0:
                total -= unquoted * (ELIDED_WORD_COST if end <= elided else UNQUOTED_WORD_COST)
            if total > best:
                best, before = total, number
        number -= 1
    return best, before


def _last_elisions(quote: Quote) -> list[int]:
    """For each word of a quote, before which word the last elision was; -1 where there was none."""
    last, before = -1, []
    for number in range(len(quote.words)):
        last = number if number in quote.elisions else last
        before.append(last)
    return before


def _trace_back(links: Sequence[WordLink], befores: Sequence[int], last: int) -> list[WordLink]:
    chain = []
    while last >= 0:
        chain.append(links[last])
        last = befores[last]
    return chain[::-1]


def _chain_similarity(quote: Quote, chain: Sequence[WordLink]) -> float:
    """What the links earn of what they could: by the words of the quote, or those said if that is more."""
    earned = sum(worth * (end - row) for row, end, _, _, worth in chain)
    said = sum(end - row for row, end, _, _, _ in chain) + sum(_unquoted_counts(quote, chain))
    return round(earned / max(said, len(quote.words)), 4)


def _unquoted_counts(quote: Quote, chain: Sequence[WordLink]) -> Iterable[int]:
    """How many words were said between each two links, but where an ellipsis stands for them."""
    return (
        place - said_end
        for (_, end, _, said_end, _), (row, _, place, _, _) in pairwise(chain)
        if not any(end <= at <= row for at in quote.elisions)
    )
