"""The best alignment by the plain table of all pairs of words: slow, and nothing is left out."""

from collections import defaultdict
from collections.abc import Sequence

from showcase.core.quotes.alignment import ELIDED, LINKED, NOT_QUOTED
from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import Link, Said


def best_worth(links: Sequence[Link], quote: Quote, said: Said) -> float:
    """What the best chain of these links is worth."""
    ending = defaultdict[tuple[int, int], list[Link]](list)
    for link in links:
        ending[link[1], link[3]].append(link)
    table = [[0.0] * (len(said) + 1) for _ in range(len(quote.words) + 1)]
    for row in range(len(quote.words) + 1):
        skip = ELIDED if row in quote.elisions else NOT_QUOTED
        for place in range(len(said) + 1):
            ways = [0.0]
            if row:
                ways.append(table[row - 1][place])
            if place:
                ways.append(table[row][place - 1] - skip)
            if row and place:
                ways.append(table[row - 1][place - 1])
            ways += [
                table[first][start] + (worth + LINKED) * (row - first)
                for first, _, start, _, worth in ending[row, place]
            ]
            table[row][place] = max(ways)
    return max(map(max, table))
