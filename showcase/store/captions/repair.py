"""The repair of caption files: from what people have to cues that are written as the standard asks.

webvtt-py leaves out what it cannot read, and does not say so (docs/decisions/0019-webvtt-py.md). So every
timing line is found here, written as the standard demands where it is not, and reported by its line number.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from showcase.core.captions.quick_tuples import new_tuple
from showcase.store.captions.caption_lines import HEADER
from showcase.store.captions.cue_limit import MAX_CUES, check_cue_count
from showcase.store.captions.cue_payload import CueLines, has_loose_blanks, read_payload
from showcase.store.captions.cue_starts import CueStart, cue_number, find_cue_starts, is_number
from showcase.store.captions.findings import Finding
from showcase.store.captions.repaired_captions import CueSource, RepairedCaptions
from showcase.store.captions.stray_text import check_preamble
from showcase.store.captions.timing_lines import CaptionFormat, is_sbv_timing

# "align:start", "position:10%,start"; also "A:start" (early WebVTT) and "X1:40" (SubRip).
_CUE_SETTING = re.compile(r"[A-Za-z]\w*[:=]\S*|[\d.,%-]+")
_NAMED_SETTING = re.compile(r"[A-Za-z]\w*[:=]\S+")
_SETTING_NAMES = frozenset({"align", "line", "position", "region", "size", "vertical"})
_TIMING_EXAMPLES = {
    CaptionFormat.VTT: "00:00:01.000 --> 00:00:04.000",
    CaptionFormat.SRT: "00:00:01,000 --> 00:00:04,000",
    CaptionFormat.SBV: "0:00:01.000,0:00:04.000",
}


def detect_format(lines: Sequence[str], name: str) -> CaptionFormat:
    """The format of a file by its first line with text; where that does not tell, by the suffix of its name.

    Anything that is neither WebVTT nor SBV is read as SubRip.
    """
    first = next((line for line in lines if line.strip()), "")
    if HEADER.match(first.strip()):
        return CaptionFormat.VTT
    if is_sbv_timing(first):
        return CaptionFormat.SBV
    return {"vtt": CaptionFormat.VTT, "sbv": CaptionFormat.SBV}.get(
        name.lower().rpartition(".")[2], CaptionFormat.SRT
    )


def repair_captions(lines: Sequence[str], caption_format: CaptionFormat) -> RepairedCaptions:
    """Find the cues of a file, written as they are meant to be.

    Args:
        lines: the whole file, as `split_lines` splits it.
        caption_format: the format of the file.

    Raises:
        TooManyCuesError: it has more timing lines than any recording needs.
    """
    repaired = RepairedCaptions()
    starts = list(islice(find_cue_starts(lines, caption_format), MAX_CUES + 1))
    check_cue_count(len(starts))
    check_preamble(lines, caption_format, starts[0] if starts else None, repaired)
    loose = has_loose_blanks(lines, starts, caption_format)
    for start, following in pairwise([*starts, None]):
        end = following.first_index if following else len(lines)
        if start:
            block = (lines, caption_format, start, end, following, loose)
            _add_cue(new_tuple(CueLines, block), repaired)
    _note_nonstandard_times(starts, caption_format, repaired)
    return repaired


def _add_cue(block: CueLines, repaired: RepairedCaptions) -> None:
    """Add a cue, or report that its times cannot be read."""
    timing, line = block.start.timing, block.start.timing_index + 1
    if timing is None:
        repaired.broken_lines.append(line)
        message = "the times cannot be read and the cue was left out"
        fix = f"write {_TIMING_EXAMPLES[block.caption_format]}"
        repaired.faults.append(Finding(line, "unreadable-times", message, fix))
        return
    payload, is_standard = read_payload(block, repaired)
    if block.start.first_index < block.start.timing_index:
        _keep_identifier(block, repaired)
    if timing.rest:
        payload = text_after_times(block.start, repaired, alone=not payload) + payload
    is_standard = (is_standard or not payload) and timing.is_standard
    source = (line, timing.start, timing.end, "\n".join(payload), is_standard)
    repaired.cues.append(new_tuple(CueSource, source))


def _keep_identifier(block: CueLines, repaired: RepairedCaptions) -> None:
    """Keep what is above a timing line: a number, or what may name the speaker."""
    first, timing = block.start.first_index, block.start.timing_index
    if (number := cue_number(block.lines, block.start)) is not None:
        repaired.numbers[timing + 1] = number
    elif not is_number(block.lines, first):
        repaired.identifiers[timing + 1] = block.lines[first].strip()
        if block.caption_format is CaptionFormat.SRT:
            message = "a name of a cue where SubRip has its number"
            repaired.notes.append(Finding(first + 1, "named-cue", message))


def text_after_times(start: CueStart, repaired: RepairedCaptions, *, alone: bool) -> list[str]:
    """The text on the timing line, after the times: none, if that is cue settings.

    Args:
        start: the start of the cue.
        repaired: faults and notes are added.
        alone: the cue has no other text.
    """
    rest = start.timing.rest if start.timing else ""
    if all(map(_CUE_SETTING.fullmatch, rest.split())):
        return []
    if alone or not _has_settings(rest.split()):
        message, fix = "text after the times", "put it on a line of its own"
        repaired.notes.append(Finding(start.timing_index + 1, "text-after-times", message, fix))
        return [rest]
    message = f"{rest[:40]!r} after the times is no cue setting and was left out"
    repaired.notes.append(Finding(start.timing_index + 1, "unknown-cue-setting", message))
    return []


def _has_settings(words: Sequence[str]) -> bool:
    """Is a text meant for settings: "align left", "align:start foo", "foo"? Words are no settings."""
    return (
        len(words) == 1
        or words[0].rstrip(":=") in _SETTING_NAMES
        or any(map(_NAMED_SETTING.fullmatch, words))
    )


def _note_nonstandard_times(
    starts: Sequence[CueStart], caption_format: CaptionFormat, repaired: RepairedCaptions
) -> None:
    unusual = [
        start.timing_index + 1 for start in starts if start.timing and not start.timing.is_standard
    ]
    if unusual:
        more = f", here and in {len(unusual) - 1} other lines" if len(unusual) > 1 else ""
        example = f"{caption_format.value} writes {_TIMING_EXAMPLES[caption_format]}"
        message = f"times that {example}{more}"
        finding = Finding(unusual[0], "nonstandard-times", message, "they were read as meant")
        repaired.notes.append(finding)
