"""Names of series and topics that are one letter off from another: probably one name, misspelt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from showcase.core.text.similarity import MIN_SIMILAR_CHARS, words_within_distance


def misspelt_names(counts: Mapping[str, int]) -> dict[str, str]:
    """For each name that is one letter off from a more frequent one, that one.

    Of two that are equally frequent, the one that sorts first is taken for the right one. Short names differ
    too easily, and names with other numbers are meant ("Part 1" and "Part 2").

    Args:
        counts: for each name, how many videos have it.
    """
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    ranks = {name: rank for rank, name in enumerate(ranked)}
    return {name: min(near, key=ranks.__getitem__) for name, near in _near_names(ranked) if near}


def _near_names(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each name with those before it that are one letter off.

    Only names are compared that are equal once each of them lacks a letter, or none.
    """
    by_rest: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if len(name) < MIN_SIMILAR_CHARS:
            continue
        alike = {each for rest in _rests(name) for each in by_rest[rest]}
        yield name, [other for other in alike if _is_near(name, other)]
        for rest in _rests(name):
            by_rest[rest].append(name)


def _rests(name: str) -> set[str]:
    """A name in small letters, and what is left of it without one of its letters."""
    folded = name.casefold()
    return {folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))}


def _is_near(name: str, other: str) -> bool:
    if _digits(name) != _digits(other):
        return False
    return bool(words_within_distance(name.casefold(), [other.casefold()], 1))


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())
