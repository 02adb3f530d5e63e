"""Captions that roll, unrolled: each word once.

YouTube's automatic captions show two lines. Each cue repeats the line before and adds one below, and a
cue of 10 ms settles it, so a word stands in the file two to four times.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from showcase.core.captions.cues import Cue, TimedWord

# In a file that rolls, half of the cues begin with the end of the one before (YouTube: nearly all).
_REPEATING = 0.5
# Every second cue of YouTube's only settles the one before; a song that repeats a line never adds to it.
_ADDING = 0.25
# Lines that a screen holds: CEA-608 has 15 rows.
_SCREEN = 15


class _Line(NamedTuple):
    text: str
    words: tuple[TimedWord, ...]


def _lines(cue: Cue) -> list[_Line]:
    """The lines of a cue, each with its inline times."""
    lines: list[_Line] = []
    start = first = 0
    for text in cue.text.split("\n") if cue.text else []:
        last = bisect_left(cue.words, start + len(text), lo=first, key=attrgetter("at"))
        words = (TimedWord(word.at - start, word.start_ms) for word in cue.words[first:last])
        lines.append(_Line(text, tuple(words)))
        start, first = start + len(text) + 1, last
    return lines


def _old(before: Sequence[_Line], lines: Sequence[_Line]) -> int:
    """How many lines of a cue were there already: the most that end the one before and begin this one.

    A line with an inline time is being spoken: it is always new.
    """
    texts = [line.text for line in before]
    for count in range(min(len(before), len(lines), _SCREEN), 0, -1):
        head = lines[:count]
        if texts[-count:] == [line.text for line in head] and not any(line.words for line in head):
            return count
    return 0


def rolls(cues: Sequence[Cue]) -> bool:
    """Do these cues repeat each other's lines, as captions that roll do?

    Args:
        cues: in order of start, lines parted by line feeds; a cue without text clears the screen.
    """
    screens = [_lines(cue) for cue in cues]
    pairs = [(before, lines) for before, lines in pairwise(screens) if before and lines]
    kept = [(_old(before, lines), len(lines)) for before, lines in pairs]
    repeating = sum(old > 0 for old, _ in kept)
    adding = sum(0 < old < all_lines for old, all_lines in kept)
    return repeating > 0 and repeating >= _REPEATING * len(kept) and adding >= _ADDING * len(kept)


def unroll(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The lines of captions that roll, each once, with their word times.

    Args:
        cues: as in `rolls`.

    Returns:
        A cue for each one that brings new lines, from its start to its end or the next one's start.
    """
    new = [cue for cue in _new(cues) if cue.text]
    following = [cue.start_ms for cue in new[1:]]
    clipped = [
        replace(cue, end_ms=max(min(cue.end_ms, start_ms), cue.start_ms + 1))
        for cue, start_ms in zip(new, following, strict=False)
    ]
    return (*clipped, *new[len(clipped) :])


def _new(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Each cue with its new lines only."""
    before: list[_Line] = []
    for cue in cues:
        lines = _lines(cue)
        yield _joined(cue, lines[_old(before, lines) :])
        before = lines


def _joined(cue: Cue, lines: Sequence[_Line]) -> Cue:
    words: list[TimedWord] = []
    start = 0
    for line in lines:
        words += [TimedWord(start + word.at, word.start_ms) for word in line.words]
        start += len(line.text) + 1
    return replace(cue, text="\n".join(line.text for line in lines), words=tuple(words))
