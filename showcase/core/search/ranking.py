"""Ranking: the rules for the order of hits, with their reasons.

| rule | weight | reason |
|---|---|---|
| words in a row as typed | PHRASE_WEIGHT | "human rights" means the two words together |
| all words exactly as typed | EXACT_WEIGHT | who types "organizing" wants it before "organization" |
| words of the same stem | STEM_WEIGHT | mostly right, so they are found, but come after the exact words |
| misspelled words | only if there is nothing else | a word that does not occur was meant as another |
| a rare word | its rarity, up to MAX_RARITY_WEIGHT | "maize OR the" is about maize |
| more occurrences in the passage | n / (n + 1) of the rarity | five times is not five times better than once
| | newer videos, then slug, language, time | order of equal hits | the same answer every time |

Each rule outweighs all rules below it together; the gaps between the weights make sure of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log
from operator import add

from showcase.core.search.results import AnswerKind

# The gaps are larger than what the rules below can add up to: MAX_RARITY_WEIGHT for each of 32 terms.
PHRASE_WEIGHT, EXACT_WEIGHT, STEM_WEIGHT = 4_000.0, 2_000.0, 0.0
MAX_RARITY_WEIGHT = 60.0


def rarity(count: int, words: int) -> float:
    """The weight of a term that occurs `count` times in an archive of this many words."""
    return min(1 + log((words + 1) / (count + 1)), MAX_RARITY_WEIGHT)


def score_passages(
    passages: Collection[int], counts: Iterable[Mapping[int, int]], weights: Iterable[float]
) -> list[float]:
    """The scores of passages by the rarity of clauses and how often they occur.

    Args:
        passages: their numbers.
        counts: for each clause, how often it occurs in a passage, by passage.
        weights: for each clause, its rarity.

    Returns:
        A score for each passage, in their order.
    """
    totals = [0.0] * len(passages)
    for count, weight in zip(counts, weights, strict=True):
        occurrences = [count.get(passage, 0) for passage in passages]
        # There may be a hundred thousand passages, but only a few distinct counts.
        scores = {times: weight * times / (times + 1) for times in {*occurrences}}
        totals = list(map(add, totals, map(scores.__getitem__, occurrences)))
    return totals


def best_place(scores: Sequence[float], kind: AnswerKind) -> int | None:
    """Which of some hits in the order of the page is shown first, before a visitor chooses one.

    | kind | the best are | of these |
    |---|---|---|
    | "words" | those with the words in a row; else those with all words as typed; else all | the first |
    | "quote" | those that are most similar | the first |
    | "nearest" | those with the most of the quote's rare words | the first |

    How often a word is said in a passage does not count here: who searches in one video reads from its first
    hit to its last, and expects to begin at the first of equally good ones.

    Args:
        scores: of the hits, in the order of the page.
        kind: what the hits are.

    Returns:
        A place in `scores`; None where there are none.
    """
    levels = [score // EXACT_WEIGHT for score in scores] if kind == "words" else scores
    return max(range(len(levels)), key=lambda place: (levels[place], -place), default=None)
