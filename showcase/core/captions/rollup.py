"""Captions that roll up or grow, unrolled so that each word comes once.

* YouTube's automatic captions show two lines. Each cue repeats the line of the cue before and adds a line
  below it, and a cue of 10 ms follows with the same lines, so each word is in the file two to four times.
* Roll-up captions of television (CEA-608) show two to four lines, and each cue adds one below.
* Live captions and those that are painted on grow word by word, and each stage is a cue.

A refrain that is sung again, or a chant, is said again: `cue_chains.py` tells the two apart.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from showcase.core.captions.cue_chains import Chain, find_chains
from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.captions.screens import (
    Screen,
    ScreenChange,
    word_spans,
)

# Roll-up captions hold for a part of a file; a short piece of them counts near a long one.
_MAX_DISTANCE_CUES = 20
# In a file that rolls up throughout, half of the cues begin with the last lines of the cue before, and half
# of those add a line (YouTube: every second cue adds none). A song that repeats a line adds none below it.
_MIN_REPEATING_SHARE, _MIN_ADDING_SHARE = 0.5, 0.25
# Nobody repeats themselves in nearly all cues of a file: where so many grow, and so many beyond doubt, a slow
# line grows too.
_MIN_GROWING_SHARE, _MIN_SURE_SHARE = 0.8, 0.3


@dataclass(slots=True)
class _Word:
    """A word that was said.

    Attributes:
        text: as it was last spelt; "" when it was taken back.
        gap: what parts it from the word before in its cue.
        times: (characters from its start, milliseconds) of its inline times.
    """

    text: str
    gap: str
    times: list[tuple[int, int]]


class UnrolledCues(NamedTuple):
    """Cues of which each has only the words that it adds.

    Attributes:
        cues: as many as there were; one that adds no word has no text.
        starts: the numbers of the cues that begin a new screen, where captions roll or grow.
    """

    cues: tuple[Cue, ...]
    starts: frozenset[int] = frozenset()


def unroll_cues(cues: Sequence[Cue]) -> UnrolledCues:
    """Leave each word of roll-up and growing captions once, in the cue that adds it.

    Args:
        cues: in order of start, lines separated by line feeds; a cue without text clears the screen.

    Returns:
        The cues; where nothing rolls, they are the same. One that rolls ends when the next one with words
        starts, at the latest.
    """
    chains = list(_rolling_chains(cues))
    if not chains:
        return UnrolledCues(tuple(cues))
    unrolled = list(cues)
    for chain in chains:
        for number, cue in zip(chain.numbers, _unroll_chain(chain), strict=True):
            unrolled[number] = cue
    rolling = {number for chain in chains for number in chain.numbers}
    starts = frozenset(chain.numbers[0] for chain in chains)
    return UnrolledCues(tuple(_clip_ends(unrolled, rolling)), starts)


def _rolling_chains(cues: Sequence[Cue]) -> Iterator[Chain]:
    chains = list(find_chains(cues))
    sure = {number for chain in chains if chain.rolls() for number in chain.numbers}
    whole_file = _rolls_throughout(cues, chains)
    all_grow = _grows_throughout(cues, chains, len(sure))
    for chain in chains:
        near = range(
            chain.numbers[0] - _MAX_DISTANCE_CUES, chain.numbers[-1] + _MAX_DISTANCE_CUES + 1
        )
        if (
            chain.numbers[0] in sure
            or (whole_file and chain.adding_lines())
            or (all_grow and chain.adding())
            or (sure and chain.may_roll() and not sure.isdisjoint(near))
        ):
            yield chain


def _grows_throughout(cues: Sequence[Cue], chains: Sequence[Chain], sure: int) -> bool:
    """Is it beyond doubt of all its lines that they grow, because so many of them do?"""
    spoken = sum(bool(cue.text) for cue in cues)
    growing = sum(len(chain.numbers) for chain in chains if chain.only_grows())
    return growing >= _MIN_GROWING_SHARE * spoken and sure >= _MIN_SURE_SHARE * spoken


def _rolls_throughout(cues: Sequence[Cue], chains: Sequence[Chain]) -> bool:
    pairs = sum(bool(before.text and cue.text) for before, cue in pairwise(cues))
    repeating = sum(change.whole_lines for chain in chains for change in chain.changes)
    adding = sum(chain.adding_lines() for chain in chains)
    enough = adding >= _MIN_ADDING_SHARE * pairs
    return adding > 1 and enough and repeating >= _MIN_REPEATING_SHARE * pairs


def _unroll_chain(chain: Chain) -> Iterator[Cue]:
    """The cues of a chain, each with the words that it adds."""
    added: list[list[_Word]] = []
    shown: list[_Word] = []
    for screen, change in zip(chain.screens, _settle_changes(chain), strict=True):
        words = _read_words(screen.cue)
        kept = shown[change.dropped : change.dropped + change.kept]
        for word in shown[change.dropped + change.kept :]:
            word.text = ""
        for word, again in zip(kept, words, strict=False):
            word.text = again.text
        added.append(words[change.kept :])
        shown = kept + added[-1]
    for screen, words in zip(chain.screens, added, strict=True):
        yield _build_cue(screen.cue, [word for word in words if word.text])


def _settle_changes(chain: Chain) -> Iterator[ScreenChange]:
    """The change of each cue, and the first is all new.

    Where every cue adds a line, a full screen of equal lines that comes again has one more of them.
    """
    yield ScreenChange(0, 0)
    height = max(len(screen.lines) for screen in chain.screens)
    screens = zip(chain.screens[1:], chain.changes, strict=True)
    holds = any(
        change.kept == len(screen.keys) and not _is_uniform(screen) for screen, change in screens
    )
    for screen, change in zip(chain.screens[1:], chain.changes, strict=True):
        again = change.kept == len(screen.keys) and not change.dropped and not chain.is_timed()
        if again and not holds and len(screen.lines) == height and _is_uniform(screen):
            line = screen.lines[1]
            yield ScreenChange(line, change.kept - line, whole_lines=True)
        else:
            yield change


def _is_uniform(screen: Screen) -> bool:
    """Are all its lines the same, and more than one?"""
    lines = [screen.keys[first:last] for first, last in pairwise(screen.lines)]
    return len(lines) > 1 and all(line == lines[0] for line in lines)


def _read_words(cue: Cue) -> list[_Word]:
    text = cue.text
    spans = word_spans(text)
    ends = [0, *(span.end for span in spans)]
    words = [
        _Word(text[span.start : span.end], text[end : span.start], [])
        for span, end in zip(spans, ends, strict=False)
    ]
    for word in cue.words:
        number = bisect_right(ends, word.at) - 1
        if number < len(words):  # An inline time may be before a no-break space.
            offset = max(word.at - spans[number].start, 0)
            words[number].times.append((offset, word.start_ms))
    return words


def _build_cue(cue: Cue, words: Sequence[_Word]) -> Cue:
    text = ""
    times: list[TimedWord] = []
    for word in words:
        text += word.gap if text else ""
        times += [TimedWord(len(text) + offset, ms) for offset, ms in word.times]
        text += word.text
    return cue._replace(text=text, words=tuple(times), ruby=())


def _clip_ends(cues: Sequence[Cue], rolling: set[int]) -> Iterator[Cue]:
    """Let cues that roll end where the next one with words starts, after one millisecond at least."""
    next_start: int | None = None
    clipped = []
    for number in range(len(cues) - 1, -1, -1):
        cue = cues[number]
        if cue.text and number in rolling and next_start is not None:
            end_ms = max(min(cue.end_ms, next_start), cue.start_ms + 1)
            cue = cue._replace(end_ms=end_ms)
        next_start = cue.start_ms if cue.text else next_start
        clipped.append(cue)
    return reversed(clipped)
