"""Goes through the cues of a file in order, and knows who speaks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showcase.core.captions.cue_text import split_cue
from showcase.core.captions.cues import Cue
from showcase.core.captions.line_marks import LineMark
from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.captions.sounds import is_sound
from showcase.core.captions.speaker_values import TaggedCue
from showcase.core.text.spans import Span


class MarkMeaning(NamedTuple):
    """What a mark at the start of a line says.

    Attributes:
        turn: the speaker changes.
        name: the new speaker, None when the mark does not name one.
        cut: the label is cut off the text.
    """

    turn: bool
    name: str | None = None
    cut: bool = False


class SpeakerPart(NamedTuple):
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


MeantMark = tuple[LineMark, MarkMeaning]


class SpeakerTracker:
    """Gives each cue its voice. Call its methods in the order of the cues.

    Args:
        names_every_cue: a cue without a name is nobody's.
    """

    def __init__(self, *, names_every_cue: bool) -> None:
        self._names_every_cue = names_every_cue
        self._voice: str | None = None
        # The voice is that of a tag that is not closed: dashes are no turns then.
        self.by_tag = False
        # A mark without words after it counts for the next words.
        self._pending = self._turn = False

    def tagged(self, piece: TaggedCue, marks: Sequence[LineMark]) -> list[Cue]:
        """The cues of a piece whose voice is decided by a `<v>` tag.

        Args:
            piece: its voice is the speaker's name, None where the tag names nobody.
            marks: its lines, without dashes.
        """
        self._voice, self.by_tag = piece.carried_voice, piece.carried_voice is not None
        self._pending = self._turn = False
        parts = split_parts([(mark, MarkMeaning(turn=False)) for mark in marks])
        voice = piece.cue.voice
        return _build_cues(
            piece.cue, [(part, voice, voice is None and not part.sound) for part in parts]
        )

    def start(self, name: str | None) -> None:
        """A cue begins whose identifier says who speaks; None for nobody."""
        self._turn = name is None and self._voice is not None
        self._voice, self.by_tag = name, False

    def plain(self, cue: Cue) -> Cue:
        """A cue without any mark in its text."""
        self._forget()
        turn, self._turn, self._pending = self._turn, False, False
        if not (self._voice or turn):
            return cue
        start_ms, end_ms, text, _, _, sound, words, ruby = cue
        return new_tuple(Cue, (start_ms, end_ms, text, self._voice, turn, sound, words, ruby))

    def marked(self, cue: Cue, marks: Sequence[MeantMark]) -> list[Cue]:
        """The cues of a cue that may have marks in its text."""
        self._forget()
        parts = split_parts(marks)
        return _build_cues(cue, [(part, *self._voice_of_part(part)) for part in parts])

    def _forget(self) -> None:
        if self._names_every_cue and not self.by_tag and not self._pending:
            self._voice = None

    def _voice_of_part(self, part: SpeakerPart) -> tuple[str | None, bool]:
        """The voice of a part, and whether the speaker changes without a name."""
        if part.turn:
            self._voice, self.by_tag = part.name, False
            self._turn = part.name is None
        silent = part.span.start == part.span.end
        self._pending = silent or (self._pending and part.sound)
        if silent or part.sound:
            return part.name, False
        turn, self._turn = self._turn, False
        return self._voice, turn


def _build_cues(cue: Cue, parts: Sequence[tuple[SpeakerPart, str | None, bool]]) -> list[Cue]:
    spoken = [who for who in parts if who[0].span.end > who[0].span.start]
    if len(spoken) == 1 and not cue.words:
        part, voice, turn = spoken[0]
        text = cue.text[part.span.start : part.span.end]
        fields = (cue.start_ms, cue.end_ms, text, voice, turn, part.sound, (), cue.ruby)
        return [new_tuple(Cue, fields)]
    pieces = split_cue(cue, [part.span for part, _, _ in spoken])
    return [
        piece._replace(voice=voice, turn=turn, sound=part.sound)
        for piece, (part, voice, turn) in zip(pieces, spoken, strict=True)
    ]


def split_parts(marks: Sequence[MeantMark]) -> list[SpeakerPart]:
    """The parts of a cue's text; a line without a mark belongs to the part before."""
    parts: list[SpeakerPart] = []
    for mark, said in marks:
        if parts and not said.turn and not parts[-1].sound and mark.text[:1].isalnum():
            parts[-1] = _extend(parts[-1], mark)
            continue
        for part in _parts_of_line(mark, said):
            if parts and not (part.turn or part.sound or parts[-1].sound):
                before = parts.pop()
                begin = before.span if before.span.end > before.span.start else part.span
                parts.append(before._replace(span=Span(begin.start, part.span.end)))
            else:
                parts.append(part)
    return parts


def _extend(part: SpeakerPart, mark: LineMark) -> SpeakerPart:
    """A part with one more line of words."""
    start = part.span.start if part.span.end > part.span.start else mark.start
    return SpeakerPart(Span(start, mark.start + len(mark.text)), part.turn, part.name, part.sound)


def _parts_of_line(mark: LineMark, said: MarkMeaning) -> Iterator[SpeakerPart]:
    """The parts of a line: one, or a sound and speech as in "JOHN [laughing]: Hi"."""
    begin = mark.words_at if said.cut else mark.lead
    if said.cut and mark.aside:
        yield SpeakerPart(_shift(mark.aside, mark.start), said.turn, said.name, sound=True)
        said = MarkMeaning(turn=False)
    span = new_tuple(Span, (mark.start + begin, mark.start + len(mark.text)))
    yield new_tuple(SpeakerPart, (span, said.turn, said.name, is_sound(mark.text[begin:])))


def _shift(span: Span, by: int) -> Span:
    return new_tuple(Span, (span[0] + by, span[1] + by))
