"""Cues, as every reader of captions returns them.

Times are integer milliseconds. A cue has one voice: a reader splits the cues of a file that several voices
share.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple


class TimedWord(NamedTuple):
    """When a word of a cue begins, where the track says so (timestamp tags, WebVTT section 6.4).

    Attributes:
        at: its first character, counted from the start of the cue's `text`.
        start_ms: milliseconds from the start of the recording.
    """

    at: int
    start_ms: int


class Ruby(NamedTuple):
    """How a part of a cue is read, printed small above it (WebVTT section 6.4, `<ruby>` and `<rt>`).

    Attributes:
        start, end: the characters of the part in the cue's `text`, half-open.
        reading: such as "のうえん" for "農園"; it is shown, and no word of the transcript.
    """

    start: int
    end: int
    reading: str


class Cue(NamedTuple):
    """A timed piece of a track (WebVTT section 3.1).

    An archive has a million of them, so they are stored as JSON arrays, in the order of the fields.

    Attributes:
        start_ms, end_ms: milliseconds from the start of the recording; start_ms < end_ms. In a track without
            times they are no times: see `number_cues`.
        text: what is said, without tags and with character references decoded; lines are separated by
            line feeds.
        voice: who speaks (WebVTT `<v Name>`), None when nobody is named.
        turn: True when the file marks a change of speaker here (`>>`, a dash) without a name.
        sound: True when the whole cue is a sound, not speech ("[music]").
        words: the times of its words, in order; empty when the track has none.
        ruby: how parts of its text are read, in order, not overlapping.
    """

    start_ms: int
    end_ms: int
    text: str
    voice: str | None = None
    turn: bool = False
    sound: bool = False
    words: tuple[TimedWord, ...] = ()
    ruby: tuple[Ruby, ...] = ()


def number_cues(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues of a track without times: the start of each is its index, its end that of the next.

    So they stay in order, and whoever took the numbers for times would see at once that they are none.
    """
    return tuple(
        cue._replace(start_ms=index, end_ms=index + 1, words=()) for index, cue in enumerate(cues)
    )


def time_at_offset(cue: Cue, at: int) -> int:
    """When a character of a cue's text is spoken, in milliseconds.

    The times of the cue's start and end are known, and those of words where the track has them. Between
    two known times, each character takes equally long.

    Args:
        cue: any cue.
        at: characters from the start of its text; outside the text, the cue's start or end is returned.
    """
    return times_at_offsets(cue, [at])[0]


def times_at_offsets(cue: Cue, offsets: Iterable[int]) -> list[int]:
    """The times of several characters of a cue's text: see `time_at_offset`."""
    anchors = _anchors(cue)
    return [_interpolate(anchors, at) for at in offsets]


def _anchors(cue: Cue) -> list[tuple[int, int]]:
    """The known (character, milliseconds) pairs of a cue, without times that run backwards."""
    at, ms = 0, cue.start_ms
    known = {at: ms}
    for word in cue.words:
        if word.at >= at and ms <= word.start_ms <= cue.end_ms:
            at, ms = word.at, word.start_ms
            known[at] = ms
    known[max(len(cue.text), at + 1)] = cue.end_ms
    return list(known.items())


def _interpolate(anchors: Sequence[tuple[int, int]], at: int) -> int:
    number = min(max(bisect_right(anchors, at, key=itemgetter(0)) - 1, 0), len(anchors) - 2)
    (first, first_ms), (last, last_ms) = anchors[number], anchors[number + 1]
    at = min(max(at, first), last)
    return first_ms + (last_ms - first_ms) * (at - first) // (last - first)
