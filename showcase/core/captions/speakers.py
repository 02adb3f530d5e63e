"""The speakers of cues, from `<v>` tags and from marks in the text: `>>`, `NAME:`, dashes, brackets.

The rules, over all cues of a file in order of start:

* A `<v>` tag counts before everything else. One that is not closed continues in the next cues without one.
* `>>` is a change of speaker. A label after it is the speaker's name; without a label nobody is named.
* A label is up to four words at the start of a line, a colon and a space. It names a speaker if it is in
  capitals in a file that is not, or if the file repeats it. Otherwise it is text ("Note: ...").
* Brackets with a colon after them hold a name. A line of nothing but brackets is a sound, and does not
  change the speaker. A dash at the start of a line is a change of speaker without a name.
* A named speaker speaks until the next mark, except in a file that names the speaker in every cue: there,
  nobody is known in a cue without a name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showcase.core.captions.cue_text import split_cue
from showcase.core.captions.cues import Cue
from showcase.core.captions.speaker_style import (
    CHEVRON,
    LABEL,
    Segment,
    SpeakerStyle,
    detect_style,
    is_sound,
    match_dash,
    split_segments,
)
from showcase.core.text.spans import Span


class TaggedCue(NamedTuple):
    """A cue, or the part of one that has one voice by its `<v>` tags.

    Attributes:
        cue: its voice is that of its `<v>` tag, None without one.
        tagged: True when a `<v>` tag decides the voice.
        carried_voice: the voice that continues after the cue, because its `<v>` tag is not closed.
        line: of the cue in its file, from 1; 0 where it is unknown.
    """

    cue: Cue
    tagged: bool = False
    carried_voice: str | None = None
    line: int = 0


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


class SpeakerEvidence(NamedTuple):
    """Who speaks in a file, and why we think so.

    Attributes:
        name: the voice of their cues.
        written: the spellings of the name in the file, the most frequent first.
        turns: how often they begin to speak.
        words: how many words they say.
        start_ms: when they first speak.
        basis: what the name rests on ("voice tag", "label", "people", ...).
    """

    name: str
    written: tuple[str, ...]
    turns: int
    words: int
    start_ms: int
    basis: str


class AssignedVoices(NamedTuple):
    """The cues of a file with their voices.

    Attributes:
        cues: without labels, `>>` and dashes in their text; sounds are cues of their own.
        doubtful: in order of their lines.
        speakers: in the order in which they first speak.
    """

    cues: tuple[Cue, ...]
    doubtful: tuple[DoubtfulLabel, ...] = ()
    speakers: tuple[SpeakerEvidence, ...] = ()


class _SpeakerPart(NamedTuple):
    """A part of a cue's text, and what the mark before it says.

    Attributes:
        span: its characters; empty when there is no text after a label.
        turn: True when the speaker changes.
        name: the new speaker, None when the mark does not name one.
        sound: True when it is a sound, not speech.
    """

    span: Span
    turn: bool = False
    name: str | None = None
    sound: bool = False


_TAGS_ONLY = SpeakerStyle({}, dashes=False)


def assign_voices(
    tagged_cues: Sequence[TaggedCue], hints: SpeakerHints = NO_HINTS
) -> AssignedVoices:
    """Give each cue its voice, and split cues that several voices share.

    Args:
        tagged_cues: in order of start; one without text only carries its voice on.
        hints: what the owner says about who speaks.
    """
    del hints  # used soon
    tracker = _SpeakerTracker(
        detect_style([piece.cue.text for piece in tagged_cues if not piece.tagged])
    )
    cues = tuple(cue for piece in tagged_cues for cue in tracker.assign_voice(piece))
    return AssignedVoices(cues)


class _SpeakerTracker:
    """Goes through the cues of a file in order, and knows who speaks."""

    def __init__(self, style: SpeakerStyle) -> None:
        self._style = style
        self._voice: str | None = None
        self._by_tag = False
        # A mark without words after it counts for the next words.
        self._pending = self._turn = False

    def assign_voice(self, piece: TaggedCue) -> list[Cue]:
        return self._assign_tagged(piece) if piece.tagged else self._assign_untagged(piece.cue)

    def _assign_tagged(self, piece: TaggedCue) -> list[Cue]:
        self._voice, self._by_tag = piece.carried_voice, piece.carried_voice is not None
        self._pending = self._turn = False
        parts = _split_parts(piece.cue.text, _TAGS_ONLY)
        return _build_cues(piece.cue, [(part, piece.cue.voice, False) for part in parts])

    def _assign_untagged(self, cue: Cue) -> list[Cue]:
        if self._style.names_every_cue and not self._by_tag and not self._pending:
            self._voice = None
        style = self._style._replace(dashes=not self._by_tag)
        return _build_cues(
            cue, [(part, *self._voice_of_part(part)) for part in _split_parts(cue.text, style)]
        )

    def _voice_of_part(self, part: _SpeakerPart) -> tuple[str | None, bool]:
        """The voice of a part, and whether the speaker changes without a name."""
        if part.turn:
            self._voice, self._by_tag = part.name, False
            self._turn = part.name is None
        silent = part.span.start == part.span.end
        self._pending = silent or (self._pending and part.sound)
        if silent or part.sound:
            return part.name, False
        turn, self._turn = self._turn, False
        return self._voice, turn


def _build_cues(cue: Cue, parts: Sequence[tuple[_SpeakerPart, str | None, bool]]) -> list[Cue]:
    spoken = [who for who in parts if who[0].span.end > who[0].span.start]
    pieces = split_cue(cue, [part.span for part, _, _ in spoken])
    return [
        piece._replace(voice=voice, turn=turn, sound=part.sound)
        for piece, (part, voice, turn) in zip(pieces, spoken, strict=True)
    ]


def _split_parts(text: str, style: SpeakerStyle) -> list[_SpeakerPart]:
    """The parts of a cue's text; a line without a mark belongs to the part before."""
    parts: list[_SpeakerPart] = []
    for segment in split_segments(text, inside=style.chevrons):
        for part in _parse_segment(segment, style):
            if parts and not (part.turn or part.sound or parts[-1].sound):
                before = parts.pop()
                begin = before.span if before.span.end > before.span.start else part.span
                parts.append(before._replace(span=Span(begin.start, part.span.end)))
            else:
                parts.append(part)
    return parts


def _parse_segment(segment: Segment, style: SpeakerStyle) -> Iterator[_SpeakerPart]:
    """The parts of a segment: one, or a sound and speech as in "JOHN [laughing]: Hi"."""
    text = segment.text
    mark = (style.chevrons and CHEVRON.match(text)) or (style.dashes and match_dash(text))
    begin, turn, name = mark.end() if mark else 0, bool(mark), None
    label = LABEL.match(text, begin)
    known = label and style.names.get((label["name"] or label["bracketed"]).casefold())
    if label and known:
        if label["aside"]:
            yield _SpeakerPart(
                _shift_span(label.span("aside"), segment.start), turn=True, name=known, sound=True
            )
        begin, turn, name = label.end(), not label["aside"], known if not label["aside"] else None
    yield _SpeakerPart(
        _shift_span((begin, len(text)), segment.start), turn, name, sound=is_sound(text[begin:])
    )


def _shift_span(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
