"""The speakers of cues, from `<v>` tags, cue identifiers, and marks in the text: `>>`, labels, dashes.

The rules, over all cues of a file in order of start:

* A `<v>` tag counts before everything else. One that is not closed continues in the next cues without one,
  except in a file that tags every cue. A cue's identifier that is a name counts for its cue.
* `>>`, and a dash at the start of a line, are a change of speaker without a name.
* A label ("Rosa:", "[Rosa]") is a name where the evidence of the whole file says so: `label_evidence.py`. One
  that is doubtful stays in the text and ends the speaker before it; nobody is named after it.
* A line of nothing but brackets is a sound, unless it is a name, and does not change the speaker.
* A named speaker speaks until the next mark, except in a file that names the speaker in every cue: there,
  nobody is known in a cue without a name.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from showcase.core.captions.cues import Cue
from showcase.core.captions.file_labels import FileLabels
from showcase.core.captions.identifier_names import find_identifier_names
from showcase.core.captions.label_evidence import Standing
from showcase.core.captions.label_reader import LabelReader
from showcase.core.captions.line_marks import LineMark, may_have_marks, read_marks
from showcase.core.captions.mark_rules import NO_LEADS
from showcase.core.captions.name_parts import LabelKind, NameParts
from showcase.core.captions.speaker_list import list_speakers
from showcase.core.captions.speaker_names import SpeakerNames
from showcase.core.captions.speaker_tracker import MarkMeaning, SpeakerTracker
from showcase.core.captions.speaker_values import (
    NO_HINTS,
    AlikeNames,
    AssignedVoices,
    DoubtfulLabel,
    KnownSpeaker,
    SpeakerEvidence,
    SpeakerHints,
    TaggedCue,
)

__all__ = [
    "NO_HINTS",
    "AlikeNames",
    "AssignedVoices",
    "DoubtfulLabel",
    "KnownSpeaker",
    "SpeakerEvidence",
    "SpeakerHints",
    "TaggedCue",
    "assign_voices",
]

_NO_NAME = MarkMeaning(turn=True)
_NOT_A_MARK = MarkMeaning(turn=False)

_TURN, _NO_TURN = MarkMeaning(turn=True), MarkMeaning(turn=False)


def assign_voices(
    tagged_cues: Sequence[TaggedCue], hints: SpeakerHints = NO_HINTS
) -> AssignedVoices:
    """Give each cue its voice, and split cues that several voices share.

    Args:
        tagged_cues: in order of start; one without text only carries its voice on.
        hints: what the owner says about who speaks.
    """
    speakers = _FileSpeakers(tagged_cues, hints)
    cues = tuple(speakers.cues())
    return AssignedVoices(
        cues,
        tuple(speakers.doubtful),
        list_speakers(cues, speakers.names),
        tuple(speakers.names.alike()),
        tuple(speakers.unnamed),
    )


class _FileSpeakers:
    """Who speaks in one file, by its tags, identifiers and labels."""

    def __init__(self, pieces: Sequence[TaggedCue], hints: SpeakerHints) -> None:
        self._pieces = pieces
        people = [spelling for known in hints.people for spelling in (known.name, *known.aliases)]
        self._reader = LabelReader(people, hints.not_speakers)
        self._voices = self._read_voices()
        self._identifiers = find_identifier_names([p.identifier for p in pieces], self._reader)
        self._labels = FileLabels(pieces, self._reader)
        others = [*self._voices.values(), *self._identifiers.values()]
        parts = [*self._labels.parts(), *(part for part in others if part)]
        self.names = SpeakerNames(hints.people, parts)
        self._labels.decide(self.names)
        self.doubtful: list[DoubtfulLabel] = []
        self.unnamed: list[DoubtfulLabel] = []

    def _read_voices(self) -> dict[str, NameParts | None]:
        """The names in `<v>` tags; None for `<v ->` and `<v Unknown>`."""
        tagged = (p for p in self._pieces if p.tagged or p.carried_voice)
        tags = dict.fromkeys(voice for p in tagged for voice in (p.cue.voice, p.carried_voice))
        parts = {tag: self._reader.read(tag) or self._reader.literal(tag) for tag in tags if tag}
        return {
            tag: None if part is None or part.kind is LabelKind.NOBODY else part
            for tag, part in parts.items()
        }

    def cues(self) -> Iterator[Cue]:
        """All cues, each of one voice."""
        tracker = SpeakerTracker(names_every_cue=self._labels.names_every_cue())
        carries = not self._tags_every_cue()
        for at, piece in enumerate(self._pieces):
            if piece.tagged:
                yield from self._tagged_cues(tracker, piece, carries=carries)
            else:
                yield from self._untagged_cues(tracker, at, piece)

    def _tags_every_cue(self) -> bool:
        """A file that repeats the tag in the next cue tags every cue; without a tag, nobody is known."""
        if not any(piece.tagged for piece in self._pieces):
            return False
        pairs = list(pairwise(self._pieces))
        repeated = sum(
            one.tagged and other.tagged and one.cue.voice == other.cue.voice for one, other in pairs
        )
        unnamed = sum(one.tagged and not other.tagged for one, other in pairs)
        return repeated > 0 and repeated >= unnamed

    def _tagged_cues(
        self, tracker: SpeakerTracker, piece: TaggedCue, *, carries: bool
    ) -> Iterator[Cue]:
        voice = self._tag_name(piece.cue.voice, piece.line)
        carried = self._tag_name(piece.carried_voice, piece.line) if carries else None
        cue = piece.cue if voice == piece.cue.voice else piece.cue._replace(voice=voice)
        text = cue.text
        named = TaggedCue(cue, piece.tagged, carried, piece.line, piece.identifier)
        marks = [LineMark(0, text)]
        if may_have_marks(text):
            marks = read_marks(text, self._reader, NO_LEADS)
        yield from tracker.tagged(named, marks)

    def _tag_name(self, tag: str | None, line: int) -> str | None:
        parts = self._voices.get(tag or "")
        return self.names.use(parts, "voice tag", line, exact=True) if parts else None

    def _untagged_cues(self, tracker: SpeakerTracker, at: int, piece: TaggedCue) -> Iterator[Cue]:
        if self._identifiers and piece.cue.text:
            parts = self._identifiers.get(piece.identifier)
            tracker.start(self.names.use(parts, "cue identifier", piece.line) if parts else None)
        marks = self._labels.marks(at)
        if marks is None:
            yield from [tracker.plain(piece.cue)] if piece.cue.text else []
            return
        if tracker.by_tag:
            marks = read_marks(
                piece.cue.text, self._reader, self._labels.rules._replace(dashes=False)
            )
        yield from tracker.marked(piece.cue, [(mark, self._meaning(at, mark)) for mark in marks])

    def _meaning(self, at: int, mark: LineMark) -> MarkMeaning:
        """What a mark says, by the evidence of the whole file."""
        label, line = mark.label, self._pieces[at].line
        if label is None:
            doubt = self._labels.doubt(at, mark)
            if doubt:
                self.doubtful.append(DoubtfulLabel(line, doubt))
            return _TURN if mark.lead or doubt else _NO_TURN
        standing = self._labels.standing(at, mark)
        if standing is Standing.WORDS:
            return _TURN if mark.lead else _NO_TURN
        if standing is Standing.NAME:
            name = self.names.use(label, self._labels.basis(mark), line)
            return MarkMeaning(turn=True, name=name, cut=True)
        if standing is Standing.DOUBTFUL:
            self.doubtful.append(DoubtfulLabel(line, label.written))
        if standing is Standing.NOBODY:
            self.unnamed.append(DoubtfulLabel(line, label.written))
        return MarkMeaning(turn=True, cut=standing is Standing.NOBODY)
