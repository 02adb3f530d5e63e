"""Captions that roll up or grow, unrolled so that each word comes once.

* YouTube's automatic captions show two lines. Each cue repeats the line of the cue before and adds a line
  below it, and a cue of 10 ms follows with the same lines, so each word is in the file two to four times.
* Roll-up captions of television (CEA-608) show two to four lines, and each cue adds one below.
* Live captions and those that are painted on grow word by word, and each stage is a cue.

A refrain that is sung again, or a chant, is said again. What tells the two apart: nobody says a growing line
anew in each of its stages, they are too short; and no refrain repeats whole lines of the cue before in cue
after cue, and adds others below them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.captions.screens import (
    Screen,
    ScreenChange,
    find_change,
    read_screen,
    word_key,
    word_spans,
)

# Faster than anybody speaks: fast speech has four words a second.
_MAX_WORDS_PER_SECOND = 6
# Faster than anybody repeats themselves: in words a second, by how many cues in a row add words.
_MIN_RATES = {2: 4.0, 3: 3.0, 4: 2.5}
# So many cues in a row that keep lines of the cue before, and add others, are no song.
_MIN_ADDING_CUES = 3
# After so long a silence, a line that begins like the one before is said anew.
_MAX_GROWING_PAUSE_MS = 3_000
# Roll-up captions hold for a part of a file; a short piece of them counts near a long one.
_MAX_DISTANCE_CUES = 20
# In a file that rolls up throughout, half of the cues begin with the last lines of the cue before, and half
# of those add a line (YouTube: every second cue adds none). A song that repeats a line adds none below it.
_MIN_REPEATING_SHARE, _MIN_ADDING_SHARE = 0.5, 0.25
# Of a file in which so many cues grow beyond doubt, a slow line grows too.
_MIN_GROWING_SHARE = 0.8


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


@dataclass(slots=True)
class _Chain:
    """Cues in a row, each of which follows from the one before.

    Attributes:
        numbers: of the cues.
        screens: of each cue.
        changes: of each cue but the first.
    """

    numbers: list[int]
    screens: list[Screen]
    changes: list[ScreenChange] = field(default_factory=list)

    def adding(self) -> int:
        """How many of the cues keep all words that were there, and add others."""
        changes = zip(self.changes, self.screens[1:], strict=True)
        return sum(
            not change.revised and change.kept < len(screen.keys) for change, screen in changes
        )

    def adding_lines(self) -> int:
        """How many of the cues keep whole lines and add others."""
        return sum(
            change.whole_lines
            and 0 < change.kept < len(screen.keys)
            and set(screen.keys[: change.kept]) != set(screen.keys[change.kept :])
            for change, screen in zip(self.changes, self.screens[1:], strict=True)
        )

    def rate(self) -> float:
        """How many words a second would be said if every cue were said anew."""
        starts = [screen.cue.start_ms for screen in self.screens]
        last = self.screens[-1].cue
        ms = starts[-1] - starts[0] + min(last.end_ms - last.start_ms, _MAX_GROWING_PAUSE_MS)
        return sum(screen.length for screen in self.screens) * 1000 / max(ms, 1)

    def is_timed(self) -> bool:
        """Does it have inline times, as YouTube gives them to what is new?"""
        return any(screen.is_timed for screen in self.screens)

    def rolls(self) -> bool:
        """Is it beyond doubt that its words are repeated on the screen, and not said again?"""
        least = _MIN_RATES.get(min(self.adding(), max(_MIN_RATES)))
        return (
            (self.is_timed() and any(change.whole_lines for change in self.changes))
            or self.adding_lines() >= _MIN_ADDING_CUES
            or (least is not None and self.rate() > least)
        )

    def may_roll(self) -> bool:
        """Would it count as rolling beside other cues that roll?"""
        return self.adding_lines() > 0 or (
            self.adding() > 0 and self.rate() > min(_MIN_RATES.values())
        )


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


def _rolling_chains(cues: Sequence[Cue]) -> Iterator[_Chain]:
    chains = list(_find_chains(cues))
    sure = {number for chain in chains if chain.rolls() for number in chain.numbers}
    whole_file = _rolls_throughout(cues, chains)
    all_grow = len(sure) >= _MIN_GROWING_SHARE * sum(bool(cue.text) for cue in cues)
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


def _rolls_throughout(cues: Sequence[Cue], chains: Sequence[_Chain]) -> bool:
    pairs = sum(bool(before.text and cue.text) for before, cue in pairwise(cues))
    repeating = sum(change.whole_lines for chain in chains for change in chain.changes)
    adding = sum(chain.adding_lines() for chain in chains)
    enough = adding >= _MIN_ADDING_SHARE * pairs
    return adding > 1 and enough and repeating >= _MIN_REPEATING_SHARE * pairs


def _find_chains(cues: Sequence[Cue]) -> Iterator[_Chain]:
    """The longest rows of cues that follow from each other, two cues at least."""
    chain: _Chain | None = None
    for number in range(1, len(cues)):
        change = None
        if _may_follow(cues[number - 1], cues[number]):
            before = chain.screens[-1] if chain else read_screen(cues[number - 1])
            screen = read_screen(cues[number])
            change = _find_timely_change(before, screen)
            if change:
                chain = chain or _Chain([number - 1], [before])
                chain.numbers.append(number)
                chain.screens.append(screen)
                chain.changes.append(change)
        if chain and not change:
            yield chain
            chain = None
    if chain:
        yield chain


def _may_follow(earlier: Cue, cue: Cue) -> bool:
    """A quick look: can a cue keep words of the one before?"""
    before, text = earlier.text, cue.text
    if not before or not text or earlier.voice != cue.voice:
        return False
    first = text.split(None, 1)[0] if text[0].isascii() else text[0]
    return word_key(first) in before.casefold() or word_key(first).startswith(
        word_key(before.split(None, 1)[0])
    )


def _find_timely_change(before: Screen, screen: Screen) -> ScreenChange | None:
    shown_ms = screen.cue.end_ms - screen.cue.start_ms
    hurried = screen.length * 1000 > _MAX_WORDS_PER_SECOND * shown_ms
    change = find_change(before, screen, hurried=hurried)
    if change and screen.cue.start_ms - before.cue.end_ms > _MAX_GROWING_PAUSE_MS:
        adds_lines = change.whole_lines and change.kept < len(screen.keys)
        return change if adds_lines else None
    return change


def _unroll_chain(chain: _Chain) -> Iterator[Cue]:
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


def _settle_changes(chain: _Chain) -> Iterator[ScreenChange]:
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
