"""The reader of caption files: WebVTT, SubRip or SBV to cues.

No words are lost silently: what can be read is read, and what cannot is reported by line and
counted. The steps: decode, repair, read the cues (webvtt-py), sort, parse tags, unroll roll-up captions,
assign voices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import PurePath

from showcase.core.captions.cue_text import CueText, build_cue, parse_cue_text, split_cue
from showcase.core.captions.cues import Cue
from showcase.core.captions.rollup import is_rollup, unroll_cues
from showcase.core.captions.speakers import TaggedCue, assign_voices
from showcase.errors import Fault
from showcase.store.captions.cue_blocks import CueBlock, read_blocks
from showcase.store.captions.encoding import decode
from showcase.store.captions.ordering import Findings, sort_and_fix_times
from showcase.store.captions.rejection import check_not_html, check_size, no_cues_error
from showcase.store.captions.repair import (
    RepairedCaptions,
    detect_format,
    repair_captions,
    split_lines,
)

# Tracks without speakers: "Step one: the march" is the title of a chapter, "Words appear: ..." a description.
_KINDS_WITHOUT_SPEAKERS = ("chapters", "descriptions", "metadata")


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """What was read from a caption file.

    Attributes:
        cues: in order of start, each of one voice.
        faults: what was lost or is doubtful; each names a line.
        skipped_cue_count: how many cues could not be read.
        notes: what is odd but was kept; each names a line.
        empty_cue_count: how many cues have no text; they are not among `cues`.
    """

    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...]
    skipped_cue_count: int
    notes: tuple[Fault, ...] = ()
    empty_cue_count: int = 0


def read_captions(data: bytes, name: str) -> CaptionFile:
    """Read a caption file; its content tells which of the three formats it has.

    Args:
        data: the whole file, at most 10 MB.
        name: its path or name, for messages. The language in it ("captions.ru.srt") decides how bytes
            that are not UTF-8 are read; files of chapters, descriptions and metadata get no speakers.

    Raises:
        ContentError: the file is too large, is not a caption file, or has no readable cue.
    """
    check_size(data, name)
    text, doubt = decode(data, name)
    check_not_html(text, name)
    lines = split_lines(text)
    repaired = repair_captions(lines, detect_format(lines, name))
    blocks = sort_and_fix_times(_read_repaired_blocks(repaired), repaired.faults, repaired.notes)
    texts = [parse_cue_text(block.raw_text) for block in blocks]
    cues = _build_cues(blocks, texts, repaired, speakers=_has_speakers(name))
    empty = sum(not text.text for text in texts)
    if not cues:
        raise no_cues_error(data, text, name, empty=empty, broken=repaired.broken_lines)
    faults = ((doubt,) if doubt else ()) + _as_faults(repaired.faults, name)
    return CaptionFile(
        cues,
        faults,
        len(repaired.broken_lines),
        notes=_as_faults(repaired.notes, name),
        empty_cue_count=empty,
    )


def _as_faults(findings: Findings, name: str) -> tuple[Fault, ...]:
    return tuple(Fault(f"{name}:{line}", message) for line, message in sorted(findings))


def _has_speakers(name: str) -> bool:
    return PurePath(name).name.partition(".")[0] not in _KINDS_WITHOUT_SPEAKERS


def _read_repaired_blocks(repaired: RepairedCaptions) -> list[CueBlock]:
    """Read the repaired document; report cues that webvtt-py leaves out in spite of the repair."""
    blocks = read_blocks(repaired.document)
    for line in sorted(set(repaired.timing_lines) - {block.line for block in blocks}):
        repaired.broken_lines.append(line)
        repaired.faults.append((line, "the cue cannot be read and was left out"))
    return blocks


def _build_cues(
    blocks: Sequence[CueBlock],
    texts: Sequence[CueText],
    repaired: RepairedCaptions,
    *,
    speakers: bool,
) -> tuple[Cue, ...]:
    whole = [
        build_cue(block.start_ms, block.end_ms, text)
        for block, text in zip(blocks, texts, strict=True)
    ]
    tagged = any(run.tagged for text in texts for run in text.runs)
    if speakers and not tagged and is_rollup(whole):
        return _sort_by_start(assign_voices([TaggedCue(cue) for cue in unroll_cues(whole)]))
    _note_odd_texts(blocks, texts, repaired.notes)
    pieces = [
        piece
        for cue, text in zip(whole, texts, strict=True)
        for piece in _split_at_voice_tags(cue, text)
    ]
    return _sort_by_start(
        assign_voices(pieces) if speakers else [p.cue for p in pieces if p.cue.text]
    )


def _sort_by_start(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Sort again: later pieces of a cue may start after the next cue."""
    return tuple(sorted(cues, key=attrgetter("start_ms")))


def _split_at_voice_tags(cue: Cue, text: CueText) -> Iterator[TaggedCue]:
    """Split a cue where its `<v>` tags change the voice."""
    cut = split_cue(cue, [run.span for run in text.runs])
    for piece, run in zip(cut, text.runs, strict=True):
        yield TaggedCue(piece._replace(voice=run.voice), run.tagged, carried_voice=text.open_voice)
    if not cut and text.open_voice:
        yield TaggedCue(cue, tagged=True, carried_voice=text.open_voice)


def _note_odd_texts(blocks: Sequence[CueBlock], texts: Sequence[CueText], notes: Findings) -> None:
    """Report cues without words, and tags that may have been words."""
    empty = [block.line for block, text in zip(blocks, texts, strict=True) if not text.text]
    if empty:
        more = f", here and in {len(empty) - 1} other lines" if len(empty) > 1 else ""
        notes.append((empty[0], f"a cue without text{more}; it is not shown"))
    for block, text in zip(blocks, texts, strict=True):
        if text.unknown:
            message = (
                f"<{text.unknown[0]}> is read as a tag and not shown; write words as &lt;...&gt;"
            )
            notes.append((block.line, message))
