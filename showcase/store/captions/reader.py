"""The reader of caption files: bytes of any known format to cues.

No words are lost silently: what can be read is read, and what cannot is reported by line and
counted. The steps: decode, tell the format, read it, sort, unroll roll-up captions, assign voices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from showcase.core.captions.cue_text import build_cue, split_cue
from showcase.core.captions.cues import Cue, number_cues
from showcase.core.captions.long_cues import MAX_CUE_WORDS, is_long, split_long_cues
from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.captions.rollup import unroll_cues
from showcase.core.captions.short_cues import join_short_cues
from showcase.core.captions.speakers import (
    AssignedVoices,
    SpeakerEvidence,
    TaggedCue,
    assign_voices,
)
from showcase.core.catalog.models import TrackTiming
from showcase.errors import Fault
from showcase.store.captions.automatic_captions import is_enough_to_tell, looks_automatic
from showcase.store.captions.cue_limit import TooManyCuesError, check_cue_count
from showcase.store.captions.findings import Finding, Findings, as_faults
from showcase.store.captions.format_table import FileContent, detect_file_format
from showcase.store.captions.name_suffix import note_wrong_suffix
from showcase.store.captions.odd_times import note_odd_times
from showcase.store.captions.ordering import sort_and_fix_times
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.rejection import (
    check_not_html,
    check_size,
    no_cues_error,
    too_many_cues_error,
)
from showcase.store.captions.time_shift import shift_times
from showcase.store.garbage_collection import rare_collections

# Where the label of a cue is looked for below its timing line.
_MAX_CUE_LINES = 20
# Where there are more, the first few show what they are about.
_MAX_SPEAKER_NOTES = 200


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
        is_automatic: a machine seems to have written it.
        is_enough_to_tell: it is so long that this can be told from its words.
        timing: where the times of its cues are from; with "none", the cues are numbered (`number_cues`).
    """

    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...]
    skipped_cue_count: int
    notes: tuple[Fault, ...] = ()
    empty_cue_count: int = 0
    speakers: tuple[SpeakerEvidence, ...] = ()
    is_automatic: bool = False
    is_enough_to_tell: bool = True
    timing: TrackTiming = "exact"


def read_captions(data: bytes, name: str, options: ReadOptions | None = None) -> CaptionFile:
    """Read a caption file; its content tells which format it has.

    Args:
        data: the whole file, at most 10 MB.
        name: its path or name, for messages.
        options: what is known about it; None for what its name says ("captions.ru.srt").

    Raises:
        ContentError: the file is too large, has too many cues or no readable one, or is no caption file.
    """
    check_size(data, name)
    with rare_collections():
        try:
            return _read_content(FileContent(data, name, options or ReadOptions.from_name(name)))
        except TooManyCuesError:
            raise too_many_cues_error(name) from None


def _read_content(content: FileContent) -> CaptionFile:
    name = content.name
    check_not_html(content.text, name)
    file_format = detect_file_format(content)
    parsed = file_format.read(content)
    check_cue_count(max(len(parsed.cues), _run_count(parsed)))
    note_wrong_suffix(name, file_format.name, file_format.suffixes, parsed.notes)
    if parsed.timing != "none":
        shift_times(parsed, content.options.offset_ms, name)
    parsed.cues = sort_and_fix_times(parsed.cues, parsed.notes)
    voices = _assign_voices(parsed, content.lines, content.options)
    if not voices.cues:
        raise no_cues_error(content.data, content.text, name, parsed)
    return _build_caption_file(content, parsed, voices)


def _run_count(parsed: ParsedFile) -> int:
    """How many cues there will be when each has one voice."""
    return sum(len(cue.text.runs) for cue in parsed.cues)


def _build_caption_file(
    content: FileContent, parsed: ParsedFile, voices: AssignedVoices
) -> CaptionFile:
    decoded, has_times = content.decoded, parsed.timing != "none"
    return CaptionFile(
        voices.cues if has_times else number_cues(voices.cues),
        decoded.faults + as_faults(parsed.faults, content.name),
        len(parsed.broken_lines),
        notes=decoded.notes + as_faults(parsed.notes, content.name),
        empty_cue_count=_empty_cue_count(parsed),
        speakers=voices.speakers if has_times else _without_starts(voices.speakers),
        is_automatic=parsed.is_automatic or looks_automatic(content.text, voices.cues),
        is_enough_to_tell=is_enough_to_tell(voices.cues),
        timing=parsed.timing,
    )


def _without_starts(speakers: Iterable[SpeakerEvidence]) -> tuple[SpeakerEvidence, ...]:
    return tuple(speaker._replace(start_ms=None) for speaker in speakers)


def _empty_cue_count(parsed: ParsedFile) -> int:
    return sum(not cue.text.text for cue in parsed.cues)


def _assign_voices(
    parsed: ParsedFile, lines: Sequence[str], options: ReadOptions
) -> AssignedVoices:
    pieces = list(_split_at_voice_tags(parsed.cues))
    if not options.has_speakers:
        _note_empty_cues(parsed.cues, parsed.notes)
        return AssignedVoices(_sort_by_start(piece.cue for piece in pieces if piece.cue.text))
    voices = assign_voices(_restore_speech(pieces, parsed), options.speakers)
    _note_speakers(voices, lines, parsed.notes)
    _note_long_cues(parsed.cues, parsed.notes)
    note_odd_times(parsed.cues, parsed.notes)
    return voices._replace(cues=_sort_by_start(split_long_cues(voices.cues)))


def _restore_speech(pieces: Sequence[TaggedCue], parsed: ParsedFile) -> list[TaggedCue]:
    """Each word once where captions roll up or grow, and cues that can be read where each has one word."""
    unrolled = unroll_cues([piece.cue for piece in pieces])
    if not unrolled.starts:  # In roll-up captions, empty cues clear the screen.
        _note_empty_cues(parsed.cues, parsed.notes)
    spoken = [
        piece if cue is piece.cue else piece._replace(cue=cue)
        for piece, cue in zip(pieces, unrolled.cues, strict=True)
        if cue.text or piece.carried_voice
    ]
    starts = {pieces[number].line for number in unrolled.starts}
    return join_short_cues(spoken, starts, parsed.word_rests)


def _sort_by_start(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Sort again: later pieces of a cue may start after the next cue."""
    return tuple(sorted(cues, key=attrgetter("start_ms")))


def _split_at_voice_tags(cues: Iterable[ParsedCue]) -> Iterator[TaggedCue]:
    """Split cues where their `<v>` tags change the voice; one without text stays one."""
    for line, start_ms, end_ms, text, identifier in cues:
        runs, open_voice = text.runs, text.open_voice
        cue = build_cue(start_ms, end_ms, text)
        if len(runs) == 1 and runs[0].voice is None:
            piece = (cue, runs[0].tagged, open_voice, line, identifier)
            yield new_tuple(TaggedCue, piece)
            continue
        cut = split_cue(cue, [run.span for run in runs])
        for part, (_, voice, tagged) in zip(cut, runs, strict=True):
            voiced = part if voice is None else part._replace(voice=voice)
            yield new_tuple(TaggedCue, (voiced, tagged, open_voice, line, identifier))
        if not cut:
            yield TaggedCue(cue, open_voice is not None, open_voice, line)


def _note_empty_cues(cues: Sequence[ParsedCue], notes: Findings) -> None:
    """Report cues without words."""
    empty = [cue.line for cue in cues if not cue.text.text]
    if empty:
        more = f", here and in {len(empty) - 1} other lines" if len(empty) > 1 else ""
        notes.append(Finding(empty[0], "empty-cue", f"a cue without text{more}; it is not shown"))


def _note_long_cues(cues: Sequence[ParsedCue], notes: Findings) -> None:
    """Report cues that hold more than a paragraph, once for the file."""
    long = [
        cue
        for cue in cues
        if len(cue.text.text) > MAX_CUE_WORDS
        and is_long(Cue(cue.start_ms, cue.end_ms, cue.text.text))
    ]
    if long:
        more = f", here and in {len(long) - 1} other cues" if len(long) > 1 else ""
        message = (
            f"more than {MAX_CUE_WORDS} words in one cue, whose times were spread over them{more}"
        )
        notes.append(Finding(long[0].line, "long-text", message, "cut it into shorter cues"))


def _note_speakers(voices: AssignedVoices, lines: Sequence[str], notes: Findings) -> None:
    """Report labels that may be speakers, and names that may be of one person."""
    fix = "name the speaker in [[people]], or put the words under not_speakers"
    places: dict[str, list[int]] = {}
    for line, label in voices.doubtful:
        places.setdefault(label, []).append(line)
    for label, (first, *others) in islice(places.items(), _MAX_SPEAKER_NOTES):
        more = f" (and in {len(others)} more places)" if others else ""
        message = f'"{label}" reads like a speaker{more}, so nobody is named after it'
        line = _label_line(lines, first, label)
        notes.append(Finding(line, "doubtful-speaker", message, fix))
    if len(places) > _MAX_SPEAKER_NOTES:
        message = f"{len(places) - _MAX_SPEAKER_NOTES} more labels read like speakers"
        notes.append(Finding(0, "doubtful-speaker", message, fix))
    _note_unnamed(voices, lines, notes)
    fix = "if they are, give the person in [[people]] the other spelling as one of its aliases"
    for line, name, other in voices.alike:
        message = f'"{name}" and "{other}" may be one person'
        notes.append(Finding(_label_line(lines, line, other), "speaker-spelling", message, fix))


def _note_unnamed(voices: AssignedVoices, lines: Sequence[str], notes: Findings) -> None:
    """Report labels that name nobody, once for the file."""
    if voices.unnamed:
        line, label = voices.unnamed[0]
        others = len(voices.unnamed) - 1
        more = f", here and in {others} more places" if others else ""
        message = f'"{label}" is nobody\'s name{more}: who speaks is not said'
        line = _label_line(lines, line, label)
        notes.append(Finding(line, "unnamed-speaker", message, "write the name if you know it"))


def _label_line(lines: Sequence[str], line: int, label: str) -> int:
    """The line of a label, which may be some lines below that of its cue."""
    below = range(line, min(line + _MAX_CUE_LINES, len(lines) + 1))
    return next((number for number in below if label in lines[number - 1]), line)
