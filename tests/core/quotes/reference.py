"""A reference for tests: the best alignment by the full table of all pairs of words, without shortcuts."""

from collections import defaultdict
from collections.abc import Sequence

from showcase.core.quotes.alignment import ELIDED_WORD_COST, LINKED_WORD_BONUS, UNQUOTED_WORD_COST
from showcase.core.quotes.quote import Quote
from showcase.core.quotes.word_links import WindowForms, WordLink


def best_worth(links: Sequence[WordLink], quote: Quote, said: WindowForms) -> float:
    """The total of the best chain of these links."""
    ending = defaultdict[tuple[int, int], list[WordLink]](list)
    for link in links:
        ending[link[1], link[3]].append(link)
    table = [[0.0] * (len(said) + 1) for _ in range(len(quote.words) + 1)]
    for row in range(len(quote.words) + 1):
        skip = ELIDED_WORD_COST if row in quote.elisions else UNQUOTED_WORD_COST
        for place in range(len(said) + 1):
            ways = [0.0]
            if row:
                ways.append(table[row - 1][place])
            if place:
                ways.append(table[row][place - 1] - skip)
            if row and place:
                ways.append(table[row - 1][place - 1])
            ways += [
                table[first][start] + (worth + LINKED_WORD_BONUS) * (row - first)
                for first, _, start, _, worth in ending[row, place]
            ]
            table[row][place] = max(ways)
    return max(map(max, table))
