"""The reader of WebVTT, SubRip and SBV: lines to cues.

The file is repaired first, and then read by webvtt-py: docs/decisions/0019-webvtt-py.md says why.
"""

from collections.abc import Sequence

from showcase.core.captions.cue_text import parse_cue_text
from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.timing.frame_rates import FrameRate
from showcase.store.captions.caption_lines import split_lines
from showcase.store.captions.cue_blocks import CueBlock, read_blocks
from showcase.store.captions.cue_limit import check_cue_count
from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.frame_times import convert_frames
from showcase.store.captions.hls_pieces import find_pieces, join_pieces
from showcase.store.captions.new_beginnings import report_new_beginnings
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.repair import detect_format, repair_captions
from showcase.store.captions.repaired_captions import RepairedCaptions
from showcase.store.captions.tagged_names import keep_names
from showcase.store.captions.text_escapes import clean_escapes
from showcase.store.captions.timing_lines import CaptionFormat
from showcase.store.captions.word_highlights import merge_highlights
from showcase.store.captions.word_rests import find_word_rests


def read_webvtt(
    text: str,
    name: str,
    frame_rate: FrameRate | None = None,
    *,
    lines: Sequence[str] | None = None,
) -> ParsedFile:
    """Read a WebVTT, SubRip or SBV file; its content tells which it is.

    Args:
        text: the whole file.
        name: its path or name; its suffix counts where the content does not tell.
        frame_rate: of times that count frames; None to guess.
        lines: the text as `split_lines` splits it; None where nobody has split it yet.

    Raises:
        TooManyCuesError: it has more cues or voice tags than any recording needs.
    """
    notes: Findings = []
    check_cue_count(text.count("<v"))
    lines = split_lines(text) if lines is None else lines
    caption_format = detect_format(lines, name)
    mark = "," if caption_format is CaptionFormat.SRT else "."
    lines, clock_scale = convert_frames(lines, frame_rate, notes, decimal_mark=mark)
    pieces = find_pieces(lines) if "WEBVTT" in text else None
    repaired = repair_captions(pieces.lines if pieces else lines, caption_format)
    blocks = clean_escapes(
        _read_repaired_blocks(repaired), repaired.notes, sbv=caption_format is CaptionFormat.SBV
    )
    name_of = repaired.identifiers.get
    cues = [
        new_tuple(ParsedCue, (line, start_ms, end_ms, parse_cue_text(raw), name_of(line, "")))
        for line, start_ms, end_ms, raw in blocks
    ]
    cues = list(keep_names(cues, [block.raw_text for block in blocks]))
    cues = merge_highlights(cues, [block.raw_text for block in blocks])
    if pieces:
        cues = join_pieces(cues, pieces, repaired.faults, repaired.notes)
    else:
        report_new_beginnings(cues, repaired.faults, repaired.numbers)
    _note_unknown_tags(cues, repaired.notes)
    notes += repaired.notes
    return ParsedFile(
        cues,
        repaired.faults,
        notes,
        repaired.broken_lines,
        clock_scale,
        find_word_rests(cues, lines),
    )


def _read_repaired_blocks(repaired: RepairedCaptions) -> list[CueBlock]:
    """Read the repaired document; report cues that webvtt-py leaves out in spite of the repair."""
    blocks = read_blocks(repaired.cues)
    read = {block.line for block in blocks}
    for line in (cue.line for cue in repaired.cues if cue.line not in read):
        repaired.broken_lines.append(line)
        message = "the cue cannot be read and was left out"
        repaired.faults.append(Finding(line, "unreadable-cue", message))
    return blocks


def _note_unknown_tags(cues: list[ParsedCue], notes: Findings) -> None:
    """Report tags that may have been words."""
    for cue in cues:
        if cue.text.unknown:
            message = f"<{cue.text.unknown[0]}> is read as a tag and not shown"
            notes.append(Finding(cue.line, "unknown-tag", message, "write words as &lt;...&gt;"))
