"""Roll-up captions, unrolled so that each word comes once.

YouTube's automatic captions show two lines. Each cue repeats the line of the cue before and adds a line below
it, and a cue of 10 ms follows with the same lines, so each word is in the file two to four times.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from showcase.core.captions.cues import Cue, TimedWord

# In roll-up captions, half of the cues start with the last lines of the cue before (YouTube: nearly all).
_MIN_REPEATING_SHARE = 0.5
# Every second cue of YouTube's adds no line. A song that repeats a line does not add one below it.
_MIN_ADDING_SHARE = 0.25
# A screen of CEA-608 captions has 15 rows.
_MAX_SCREEN_LINES = 15


class _CueLine(NamedTuple):
    text: str
    words: tuple[TimedWord, ...]


def _split_lines(cue: Cue) -> list[_CueLine]:
    """The lines of a cue, each with its word times."""
    lines: list[_CueLine] = []
    start = first = 0
    for text in cue.text.split("\n") if cue.text else []:
        last = bisect_left(cue.words, start + len(text), lo=first, key=attrgetter("at"))
        words = (TimedWord(word.at - start, word.start_ms) for word in cue.words[first:last])
        lines.append(_CueLine(text, tuple(words)))
        start, first = start + len(text) + 1, last
    return lines


def _repeated_line_count(before: Sequence[_CueLine], lines: Sequence[_CueLine]) -> int:
    """How many of the first lines of a cue are the last lines of the cue before.

    A line with word times is being spoken: it is always new.
    """
    texts = [line.text for line in before]
    for count in range(min(len(before), len(lines), _MAX_SCREEN_LINES), 0, -1):
        head = lines[:count]
        if texts[-count:] == [line.text for line in head] and not any(line.words for line in head):
            return count
    return 0


def is_rollup(cues: Sequence[Cue]) -> bool:
    """Do these cues repeat each other's lines, as roll-up captions do?

    Args:
        cues: in order of start, lines separated by line feeds; a cue without text clears the screen.
    """
    screens = [_split_lines(cue) for cue in cues]
    pairs = [(before, lines) for before, lines in pairwise(screens) if before and lines]
    kept = [(_repeated_line_count(before, lines), len(lines)) for before, lines in pairs]
    repeating = sum(old > 0 for old, _ in kept)
    adding = sum(0 < old < all_lines for old, all_lines in kept)
    return (
        repeating > 0
        and repeating >= _MIN_REPEATING_SHARE * len(kept)
        and adding >= _MIN_ADDING_SHARE * len(kept)
    )


def unroll_cues(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The lines of roll-up captions, each once, with their word times.

    Args:
        cues: as for `is_rollup`.

    Returns:
        One cue for each cue with new lines, without the old ones. It ends when the next one starts at the
        latest.
    """
    new = [cue for cue in _cues_of_new_lines(cues) if cue.text]
    following = [cue.start_ms for cue in new[1:]]
    clipped = [
        cue._replace(end_ms=max(min(cue.end_ms, start_ms), cue.start_ms + 1))
        for cue, start_ms in zip(new, following, strict=False)
    ]
    return (*clipped, *new[len(clipped) :])


def _cues_of_new_lines(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Each cue with its new lines only."""
    before: list[_CueLine] = []
    for cue in cues:
        lines = _split_lines(cue)
        yield _join_lines(cue, lines[_repeated_line_count(before, lines) :])
        before = lines


def _join_lines(cue: Cue, lines: Sequence[_CueLine]) -> Cue:
    words: list[TimedWord] = []
    start = 0
    for line in lines:
        words += [TimedWord(start + word.at, word.start_ms) for word in line.words]
        start += len(line.text) + 1
    return cue._replace(text="\n".join(line.text for line in lines), words=tuple(words), ruby=())
