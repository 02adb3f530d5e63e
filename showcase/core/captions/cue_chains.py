"""Chains: cues in a row, each of which shows words of the cue before again.

What a chain proves: nobody says a growing line anew in each of its stages, they are too short; and no refrain
repeats whole lines of the cue before in cue after cue, and adds others below them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from showcase.core.captions.cues import Cue
from showcase.core.captions.screens import (
    Screen,
    ScreenChange,
    find_change,
    read_screen,
    word_key,
)

# Faster than anybody speaks: fast speech has four words a second.
_MAX_WORDS_PER_SECOND = 6
# Faster than anybody repeats themselves: in words a second, by how many cues in a row add words.
_MIN_RATES = {2: 4.0, 3: 3.0, 4: 2.5}
# So many cues in a row that keep lines of the cue before, and add others, are no song.
_MIN_ADDING_CUES = 3
# After so long a silence, a line that begins like the one before is said anew.
_MAX_GROWING_PAUSE_MS = 3_000


@dataclass(slots=True)
class Chain:
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

    def only_grows(self) -> bool:
        """Does each of its cues but the first keep all that was there, and add words?"""
        return self.adding() == len(self.changes)

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


def find_chains(cues: Sequence[Cue]) -> Iterator[Chain]:
    """The longest rows of cues that follow from each other, two cues at least.

    Args:
        cues: in order of start.
    """
    chain: Chain | None = None
    screen: Screen | None = None
    for number in range(1, len(cues)):
        before, screen, change = screen, None, None
        if _may_follow(cues[number - 1], cues[number]):
            before = before or read_screen(cues[number - 1])
            screen = read_screen(cues[number])
            change = _find_timely_change(before, screen)
            if change:
                chain = chain or Chain([number - 1], [before])
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
    first = word_key(text.split(None, 1)[0] if text[0].isascii() else text[0])
    return first in before.casefold() or first.startswith(word_key(before.split(None, 1)[0]))


def _find_timely_change(before: Screen, screen: Screen) -> ScreenChange | None:
    shown_ms = screen.cue.end_ms - screen.cue.start_ms
    hurried = screen.length * 1000 > _MAX_WORDS_PER_SECOND * shown_ms
    change = find_change(before, screen, hurried=hurried)
    if change and screen.cue.start_ms - before.cue.end_ms > _MAX_GROWING_PAUSE_MS:
        adds_lines = change.whole_lines and change.kept < len(screen.keys)
        return change if adds_lines else None
    return change
