"""Words that are spelt alike: the one module that knows rapidfuzz."""

from collections.abc import Collection

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

# Words are alike from this ratio of common letters on (twice the common letters, in order, to all letters
# of both): "exchange" and "exchanges" are, "farm" and "firm" too, "milk" and "milking" are not.
ALIKE_RATIO = 0.75
# Shorter words differ too easily ("the", "then").
ALIKE_LETTERS_LEAST = 4


def long_enough(word: str) -> bool:
    """Can anything be alike to it without being the same?"""
    return len(word) >= ALIKE_LETTERS_LEAST


def alike(word: str, others: Collection[str]) -> list[str]:
    """Those of `others` that are spelt like `word`, itself included; all are long_enough."""
    found = process.extract(
        word, others, scorer=fuzz.ratio, score_cutoff=100 * ALIKE_RATIO, limit=None
    )
    return [other for other, _, _ in found]


def nearest_words(word: str, others: Collection[str], distance_most: int) -> list[tuple[str, int]]:
    """Those of `others` that are so many letters from `word` at most, and how many.

    A letter left out, added or changed is one, and so are two neighbors that were swapped (the distance of
    Damerau 1964, in its restricted form: optimal string alignment).
    """
    found = process.extract(
        word, others, scorer=OSA.distance, score_cutoff=distance_most, limit=None
    )
    return [(other, int(distance)) for other, distance, _ in found]
