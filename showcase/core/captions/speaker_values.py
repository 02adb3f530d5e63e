"""What goes into and comes out of the assignment of voices: cues with tags, hints, doubts, evidence."""

from typing import NamedTuple

from showcase.core.captions.cues import Cue


class TaggedCue(NamedTuple):
    """A cue, or the part of one that has one voice by its `<v>` tags.

    Attributes:
        cue: its voice is that of its `<v>` tag, None without one.
        tagged: True when a `<v>` tag decides the voice.
        carried_voice: the voice that continues after the cue, because its `<v>` tag is not closed.
        line: of the cue in its file, from 1; 0 where it is unknown.
        identifier: of the cue in its file (WebVTT section 4.1), which may be a name; "" without one.
    """

    cue: Cue
    tagged: bool = False
    carried_voice: str | None = None
    line: int = 0
    identifier: str = ""


class KnownSpeaker(NamedTuple):
    """Somebody who may speak, as `[[people]]` of video.toml has it.

    Attributes:
        name: the voice of their cues.
        aliases: other spellings of the name in caption files.
    """

    name: str
    aliases: tuple[str, ...] = ()


class SpeakerHints(NamedTuple):
    """What an owner says about who speaks.

    Attributes:
        people: who may speak.
        not_speakers: labels that are words, not names ("Problem").
    """

    people: tuple[KnownSpeaker, ...] = ()
    not_speakers: tuple[str, ...] = ()


NO_HINTS = SpeakerHints()


class DoubtfulLabel(NamedTuple):
    """A label that may be a speaker: it stays in the text, and nobody is named after it.

    Attributes:
        line: of its cue in the file, from 1.
        label: as it is written.
    """

    line: int
    label: str


class AlikeNames(NamedTuple):
    """Two names that may be of one person, and are not joined.

    Attributes:
        line: of the first cue in the file that has the second name, from 1.
        name: a voice, or a person's name in `[[people]]`.
        other: a voice.
    """

    line: int
    name: str
    other: str


class SpeakerEvidence(NamedTuple):
    """Who speaks in a file, and why we think so.

    Attributes:
        name: the voice of their cues; None for all speech of nobody who is named.
        written: the spellings of the name in the file, the most frequent first.
        turns: how often they begin to speak.
        words: how many words they say.
        start_ms: when they first speak; None in a file without times.
        basis: what the name rests on ("voice tag", "label: comes back", "[[people]]"); "" for nobody.
    """

    name: str | None
    written: tuple[str, ...]
    turns: int
    words: int
    start_ms: int | None
    basis: str


class AssignedVoices(NamedTuple):
    """The cues of a file with their voices.

    Attributes:
        cues: without labels, `>>` and dashes in their text; sounds are cues of their own.
        doubtful: in order of their lines.
        speakers: in the order in which they first speak; those who are not named come last.
        alike: names that may be of one person.
        unnamed: labels that say that nobody knows who speaks ("Unknown"), in order of their lines.
    """

    cues: tuple[Cue, ...]
    doubtful: tuple[DoubtfulLabel, ...] = ()
    speakers: tuple[SpeakerEvidence, ...] = ()
    alike: tuple[AlikeNames, ...] = ()
    unnamed: tuple[DoubtfulLabel, ...] = ()
