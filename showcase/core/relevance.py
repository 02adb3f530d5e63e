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

from collections.abc import Mapping, Sequence
from math import log

# The gaps hold whatever the rules below can add up to: RARITY_MOST for each of 32 terms.
ROW, EXACT, ALIKE = 4_000.0, 2_000.0, 0.0
RARITY_MOST = 60.0


def rarity(count: int, words: int) -> float:
    """How much a term tells that is said `count` times among so many words."""
    return min(1 + log((words + 1) / (count + 1)), RARITY_MOST)


def score(passage: int, counts: Sequence[Mapping[int, int]], weights: Sequence[float]) -> float:
    """How well a passage answers, among those of its level.

    Args:
        passage: its number.
        counts: of each clause, how often it is said in each passage that says it.
        weights: of each clause, its rarity.
    """
    total = 0.0
    for count, weight in zip(counts, weights, strict=True):
        said = count.get(passage, 0)
        total += weight * said / (said + 1)
    return total
