"""Who speaks, where cues say it in their text: `>>`, `NAME:`, dashes, sounds in brackets.

The rules, over all cues of a file in order of start:

* A `<v>` counts before everything else. An unclosed one goes on in the cues without one.
* `>>` is a change of speaker. A label with a colon behind it is a name; without one nobody is named.
* A label is up to four words at the start of a line, a colon, a space. It names a speaker if it is in
  capitals in a file that is not, or if it comes back in the file. Otherwise it is text ("Note: ...").
* In brackets with a colon behind them stands a name. A line of brackets only is a sound, and does not
  change who speaks. A dash at the start of a line is a change of speaker without a name.
* A named speaker goes on until the next mark, except in a file that repeats the name in cue after cue:
  there a cue without a name has none.
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
    """A cue of one voice as its tags leave it.

    Attributes:
        cue: its voice is that of its `<v>`, None without one.
        tagged: True when a `<v>` of the file's cue decides the voice.
        carried_voice: the voice that goes on behind its file's cue, when tagged.
    """

    cue: Cue
    tagged: bool = False
    carried_voice: str | None = None


class _SpeakerPart(NamedTuple):
    """A piece of a cue's text, and what the mark before it says.

    Attributes:
        span: its characters; none where a label stands alone.
        turn: somebody else speaks; `name` says who, if the mark does.
        sound: True when it is no speech.
    """

    span: Span
    turn: bool = False
    name: str | None = None
    sound: bool = False


_TAGS_ONLY = SpeakerStyle({}, dashes=False)


def assign_voices(tagged_cues: Sequence[TaggedCue]) -> tuple[Cue, ...]:
    """Give each cue its voice; cues that several voices share are split.

    Args:
        tagged_cues: in order of start; those without text only carry their voice on.

    Returns: cues without labels, `>>` and dashes in their text; sounds are cues of their own.
    """
    walk = _SpeakerTracker(
        detect_style([piece.cue.text for piece in tagged_cues if not piece.tagged])
    )
    return tuple(cue for piece in tagged_cues for cue in walk.assign_voice(piece))


class _SpeakerTracker:
    """Goes through a file and knows who speaks."""

    def __init__(self, habits: SpeakerStyle) -> None:
        self._style = habits
        self._voice: str | None = None
        self._by_tag = False
        # A mark without words behind it counts for the words that come next.
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
        habits = self._style._replace(dashes=not self._by_tag)
        return _build_cues(
            cue, [(part, *self._voice_of_part(part)) for part in _split_parts(cue.text, habits)]
        )

    def _voice_of_part(self, part: _SpeakerPart) -> tuple[str | None, bool]:
        """The voice of a part, and whether it is a change of speaker without a name."""
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
    said = [who for who in parts if who[0].span.end > who[0].span.start]
    pieces = split_cue(cue, [part.span for part, _, _ in said])
    return [
        piece._replace(voice=voice, turn=turn, sound=part.sound)
        for piece, (part, voice, turn) in zip(pieces, said, strict=True)
    ]


def _split_parts(text: str, habits: SpeakerStyle) -> list[_SpeakerPart]:
    """The pieces of a cue: a line without a mark goes on with the one before."""
    parts: list[_SpeakerPart] = []
    for segment in split_segments(text, inside=habits.chevrons):
        for part in _parse_segment(segment, habits):
            if parts and not (part.turn or part.sound or parts[-1].sound):
                before = parts.pop()
                begin = before.span if before.span.end > before.span.start else part.span
                parts.append(before._replace(span=Span(begin.start, part.span.end)))
            else:
                parts.append(part)
    return parts


def _parse_segment(segment: Segment, habits: SpeakerStyle) -> Iterator[_SpeakerPart]:
    """The mark of a segment and what stands behind it; "JOHN [laughing]: Hi" is a sound and speech."""
    text = segment.text
    mark = (habits.chevrons and CHEVRON.match(text)) or (habits.dashes and match_dash(text))
    begin, turn, name = mark.end() if mark else 0, bool(mark), None
    label = LABEL.match(text, begin)
    known = label and habits.names.get((label["name"] or label["bracketed"]).casefold())
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
