"""The reader of caption files: bytes of any known format to cues.

No words are lost silently: what can be read is read, and what cannot is reported by line and
counted. The steps: decode, tell the format, read it, sort, unroll roll-up captions, assign voices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from showcase.core.captions.cue_text import build_cue, split_cue
from showcase.core.captions.cues import Cue
from showcase.core.captions.rollup import is_rollup, unroll_cues
from showcase.core.captions.speakers import (
    AssignedVoices,
    SpeakerEvidence,
    TaggedCue,
    assign_voices,
)
from showcase.errors import Fault
from showcase.store.captions.findings import Finding, Findings, as_faults
from showcase.store.captions.format_table import FileContent, detect_file_format
from showcase.store.captions.ordering import sort_and_fix_times
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.rejection import check_not_html, check_size, no_cues_error


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """What was read from a caption file.

    Attributes:
        cues: in order of start, each of one voice.
        faults: what was lost or is doubtful; each names a line.
        skipped_cue_count: how many cues could not be read.
        notes: what is odd but was kept; each names a line.
        empty_cue_count: how many cues have no text; they are not among `cues`.
        speakers: who speaks, in the order in which they first speak.
    """

    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...]
    skipped_cue_count: int
    notes: tuple[Fault, ...] = ()
    empty_cue_count: int = 0
    speakers: tuple[SpeakerEvidence, ...] = ()


def read_captions(data: bytes, name: str, options: ReadOptions | None = None) -> CaptionFile:
    """Read a caption file; its content tells which format it has.

    Args:
        data: the whole file, at most 10 MB.
        name: its path or name, for messages.
        options: what is known about it; None for what its name says ("captions.ru.srt").

    Raises:
        ContentError: the file is too large, is not a caption file, or has no readable cue.
    """
    check_size(data, name)
    content = FileContent(data, name, options or ReadOptions.from_name(name))
    check_not_html(content.text, name)
    parsed = detect_file_format(content).read(content)
    parsed.cues = sort_and_fix_times(parsed.cues, parsed.faults, parsed.notes)
    voices = _assign_voices(parsed, content.options)
    if not voices.cues:
        empty = _empty_cue_count(parsed)
        raise no_cues_error(data, content.text, name, empty=empty, broken=parsed.broken_lines)
    return _build_caption_file(content, parsed, voices)


def _build_caption_file(
    content: FileContent, parsed: ParsedFile, voices: AssignedVoices
) -> CaptionFile:
    decoded = content.decoded
    return CaptionFile(
        voices.cues,
        decoded.faults + as_faults(parsed.faults, content.name),
        len(parsed.broken_lines),
        notes=decoded.notes + as_faults(parsed.notes, content.name),
        empty_cue_count=_empty_cue_count(parsed),
        speakers=voices.speakers,
    )


def _empty_cue_count(parsed: ParsedFile) -> int:
    return sum(not cue.text.text for cue in parsed.cues)


def _assign_voices(parsed: ParsedFile, options: ReadOptions) -> AssignedVoices:
    whole = [build_cue(cue.start_ms, cue.end_ms, cue.text) for cue in parsed.cues]
    tagged = any(run.tagged for cue in parsed.cues for run in cue.text.runs)
    if options.has_speakers and not tagged and is_rollup(whole):
        pieces = [TaggedCue(cue) for cue in unroll_cues(whole)]
    else:
        _note_empty_cues(parsed.cues, parsed.notes)
        pieces = [
            piece
            for cue, parsed_cue in zip(whole, parsed.cues, strict=True)
            for piece in _split_at_voice_tags(cue, parsed_cue)
        ]
    if not options.has_speakers:
        return AssignedVoices(_sort_by_start(piece.cue for piece in pieces if piece.cue.text))
    voices = assign_voices(pieces, options.speakers)
    _note_doubtful_labels(voices, parsed.notes)
    return voices._replace(cues=_sort_by_start(voices.cues))


def _sort_by_start(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Sort again: later pieces of a cue may start after the next cue."""
    return tuple(sorted(cues, key=attrgetter("start_ms")))


def _split_at_voice_tags(cue: Cue, parsed: ParsedCue) -> Iterator[TaggedCue]:
    """Split a cue where its `<v>` tags change the voice."""
    text, line = parsed.text, parsed.line
    cut = split_cue(cue, [run.span for run in text.runs])
    for piece, run in zip(cut, text.runs, strict=True):
        yield TaggedCue(piece._replace(voice=run.voice), run.tagged, text.open_voice, line)
    if not cut and text.open_voice:
        yield TaggedCue(cue, tagged=True, carried_voice=text.open_voice, line=line)


def _note_empty_cues(cues: Sequence[ParsedCue], notes: Findings) -> None:
    """Report cues without words."""
    empty = [cue.line for cue in cues if not cue.text.text]
    if empty:
        more = f", here and in {len(empty) - 1} other lines" if len(empty) > 1 else ""
        notes.append(Finding(empty[0], "empty-cue", f"a cue without text{more}; it is not shown"))


def _note_doubtful_labels(voices: AssignedVoices, notes: Findings) -> None:
    """Report labels that may be speakers."""
    fix = "name the speaker in [[people]], or put the words under not_speakers"
    for line, label in voices.doubtful:
        message = f'"{label}" reads like a speaker, so nobody is named after it'
        notes.append(Finding(line, "doubtful-speaker", message, fix))
