"""Compares what was read from a caption file with what is written in it."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.captions.letters import letters

# The longest label that names a speaker, in letters: "Representative Maria de los Angeles Gonzalez (she)".
_MAX_LABEL_LETTERS = 80


class Comparison(NamedTuple):
    """How what was read differs from what is written.

    Attributes:
        labels: what was left out before a cue's words, each as its letters: names of speakers, or lost words.
        lost: letters that are written and were not read, or in another order; "" where all were read.
        added: letters that were read and are not written there; "" where there are none.
    """

    labels: tuple[str, ...]
    lost: str
    added: str


def compare(written: Iterable[str], read: Iterable[str]) -> Comparison:
    """Compare lines of a file with the texts of the cues that were read from it, both in order."""
    whole, at = letters(written), 0
    labels: list[str] = []
    for text in read:
        own = letters([text])
        found = whole.find(own, at, at + _MAX_LABEL_LETTERS + len(own))
        if found < 0:
            return Comparison(tuple(labels), whole[at : at + 60], own[:60])
        if found > at:
            labels.append(whole[at:found])
        at = found + len(own)
    return Comparison(tuple(labels), whole[at:], "")
