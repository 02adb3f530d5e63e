"""What comes first: every rule of the order of hits, with its reason.

| rule | weight | reason |
|---|---|---|
| words in a row as typed | ROW | "human rights" means the two together, wherever else both stand |
| all words exactly as typed | EXACT | who types "organizing" wants it before "organization" |
| forms of the same stem | ALIKE | right more often than wrong, so they are found, behind |
| misspelt words | only if nothing else | a word that nobody says was meant as one that is said |
| a rare word | its rarity, up to RARITY_MOST | "maize OR the" asks for maize |
| said more often there | n / (n + 1) of that | once tells most; five times is not five times better |
| newer videos, then slug, language, time | the order of equals | the same answer every time |

A rule above outweighs all below it together: that is what the gaps between the weights are for.
"""

from collections.abc import Collection, Iterable, Mapping
from math import log
from operator import add

# The gaps hold whatever the rules below can add up to: RARITY_MOST for each of 32 terms.
ROW, EXACT, ALIKE = 4_000.0, 2_000.0, 0.0
RARITY_MOST = 60.0


def rarity(count: int, words: int) -> float:
    """How much a term tells that is said `count` times among so many words."""
    return min(1 + log((words + 1) / (count + 1)), RARITY_MOST)


def scores(
    passages: Collection[int], counts: Iterable[Mapping[int, int]], weights: Iterable[float]
) -> list[float]:
    """How well each of these passages answers, among those of its level.

    Args:
        passages: their numbers.
        counts: of each clause, how often it is said in each passage that says it.
        weights: of each clause, its rarity.
    """
    totals = [0.0] * len(passages)
    for count, weight in zip(counts, weights, strict=True):
        said = [count.get(passage, 0) for passage in passages]
        # There may be a hundred thousand passages; how often a word is said in one is a small number.
        earned = {times: weight * times / (times + 1) for times in {*said}}
        totals = list(map(add, totals, map(earned.__getitem__, said)))
    return totals
