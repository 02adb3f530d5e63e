"""One find: what will be a hit."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Find:
    """One find.

    Attributes:
        passage: the number of the passage where it begins.
        words: the numbers of its words, ascending.
        score: how good it is.
        alignment: how an inexact quote lies on the words behind `first`.
        first: the number of the first word of those.
    """

    passage: int
    words: Sequence[int]
    score: float = 1.0
    alignment: Alignment | None = None
    first: int = 0
