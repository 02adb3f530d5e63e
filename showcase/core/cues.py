"""Cues, as every reader of captions yields them.

Times are integer milliseconds. A cue is one piece of speech of one voice: a reader splits a cue of a
file that several voices share.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimedWord:
    """Where a word of a cue begins, when the track says so (WebVTT inline timestamps, word JSON).

    Attributes:
        at: characters from the start of the cue's `text`.
        start_ms: milliseconds from the start of the recording.
    """

    at: int
    start_ms: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A timed piece of a track (WebVTT section 3.1).

    Attributes:
        start_ms, end_ms: milliseconds; start_ms < end_ms.
        text: what is said, without tags and with entities decoded; lines are parted by line feeds.
        voice: who speaks (WebVTT `<v Name>`), None when nobody is named.
        turn: True when the file marks a change of speaker here (`>>`, a dash) without a name.
        sound: True when the whole cue is a sound, not speech ("[music]").
        words: the times of its words, in order, empty when the track carries none.
    """

    start_ms: int
    end_ms: int
    text: str
    voice: str | None = None
    turn: bool = False
    sound: bool = False
    words: tuple[TimedWord, ...] = ()
