"""Alignment of a quote with the words that were said.

Words of the quote that match words of the speech are links. Of all chains of links that go forward in both,
the one with the highest total wins: each link has a score, and each word between two links that was said
without being quoted has a cost (Needleman and Wunsch 1970, Smith and Waterman 1981, as a chain of matches).
Banding finds the part of the window that this chain must be in; links are computed only there.
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

# Added to the score of a link for each word of the quote that it links.
LINKED_WORD_BONUS = 0.5
# For each word that was said where the quote has no word. One more linked word is worth skipping about three
# of them.
UNQUOTED_WORD_COST = 0.35
# The same where the quote has an ellipsis: anything may have been left out, but a single word a hundred words
# away is no part of the quote.
ELIDED_WORD_COST = 0.02
# A quote that needs more changes than this share of its words may have misspelled words, so similar words are
# compared too; but nobody misspells more than the second share of a long quote.
MIN_FUZZY_CHANGE_RATIO = 0.5
MIN_LONG_QUOTE_WORDS, MAX_LONG_QUOTE_CHANGE_RATIO = 100, 0.7
# How many links before a link are tried as its predecessor; most quotes have fewer.
MAX_LOOKBACK_LINKS = 200
# A quote whose similarity is between these is also tried with its sentences in another order, which
# multiplies the similarity by the factor.
MIN_REORDER_SIMILARITY, MAX_REORDER_SIMILARITY, REORDER_SIMILARITY_FACTOR = 0.3, 0.6, 0.9


@dataclass(frozen=True)
class Alignment:
    """A quote that is aligned with a window of speech.

    Attributes:
        quote: the quote, perhaps with its sentences in another order.
        chain: the links between words of the quote and words of the window, in order.
        window_size: how many words the window has.
        similarity: from 0.0 to 1.0; 1.0 if all words are the same.
    """

    quote: Quote
    chain: tuple[WordLink, ...]
    window_size: int
    similarity: float

    @cached_property
    def diff(self) -> tuple[DiffSegment, ...]:
        """The quote beside what was said, piece by piece, in order."""
        return build_diff(self.quote, self.chain, self.window_size)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The numbers of the words of the window that match words of the quote or replace them, ascending."""
        matched = (piece.said for piece in self.diff if piece.relation in ("same", "changed"))
        return tuple(flat.from_iterable(matched))


def align(quote: Quote, window: WindowForms) -> Alignment | None:
    """The best alignment of a quote with a window of speech.

    Args:
        quote: what somebody remembers.
        window: for each word that was said, the forms under which it is found: the whole word, then its
            parts.

    Returns:
        None if no word of the quote is in the window.
    """
    best = _align_in_order(quote, window)
    if best and MIN_REORDER_SIMILARITY < best.similarity < MAX_REORDER_SIMILARITY:
        for other in quote.reorderings(best.chain[0][0], best.chain[-1][1]):
            reordered = _align_in_order(other, window)
            if reordered and reordered.similarity * REORDER_SIMILARITY_FACTOR > best.similarity:
                similarity = round(reordered.similarity * REORDER_SIMILARITY_FACTOR, 4)
                best = replace(reordered, similarity=similarity)
    return best


def _align_in_order(quote: Quote, window: WindowForms) -> Alignment | None:
    chain = best_chain(candidate_links(quote, window), quote)
    if not chain:
        return None
    return Alignment(quote, tuple(chain), len(window), _chain_similarity(quote, chain))


def candidate_links(quote: Quote, window: WindowForms) -> list[WordLink]:
    """The links that can be part of the best chain (nearly all of them), in order; see align."""
    if not quote.words or not window:
        return []
    finder = LinkFinder(quote.words, window)
    banding = find_bands(quote.words, quote.elisions, finder.position_masks(), len(window))
    exact = banding.changes == 0
    if _is_too_different(quote, banding.changes):
        return []
    if banding.changes > len(quote.words) * MIN_FUZZY_CHANGE_RATIO:
        finder.add_similar_words(quote.words)
        banding = find_bands(quote.words, quote.elisions, finder.position_masks(), len(window))
    return sorted(
        {link for band in banding.bands for link in finder.links_in_band(band, exact=exact)}
    )


def _is_too_different(quote: Quote, changes: int) -> bool:
    """True if these are too many changes for typing errors; digits may have been said in words."""
    digits = sum(map(str.isdigit, quote.words))
    return (
        len(quote.words) >= MIN_LONG_QUOTE_WORDS
        and changes - digits > len(quote.words) * MAX_LONG_QUOTE_CHANGE_RATIO
    )


def best_chain(links: Sequence[WordLink], quote: Quote) -> list[WordLink]:
    """The chain with the highest total, of some links in order; the first of equal ones."""
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
    """The best chain that a link can continue: its total, and the number of its last link.

    Args:
        link: to continue with.
        links: all links, in order.
        totals: for each link before this one, the total of the best chain that ends with it.
        peaks: for each of them, the highest total up to it: if that is too low, no link before it will do.
        elided: the word of the quote, at most the link's, before which the last elision is; -1 for none.

    Returns:
        0 and -1 if the link begins a chain.
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
    """For each word of a quote, the word up to it before which the last elision is; -1 for none."""
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
    """The scores of the links as a share of the words quoted, or of the words said if these are more."""
    total = sum(score * (end - row) for row, end, _, _, score in chain)
    said = sum(end - row for row, end, _, _, _ in chain) + sum(_unquoted_counts(quote, chain))
    return round(total / max(said, len(quote.words)), 4)


def _unquoted_counts(quote: Quote, chain: Sequence[WordLink]) -> Iterable[int]:
    """How many words were said between each two links, except where the quote has an ellipsis."""
    return (
        place - said_end
        for (_, end, _, said_end, _), (row, _, place, _, _) in pairwise(chain)
        if not any(end <= at <= row for at in quote.elisions)
    )
