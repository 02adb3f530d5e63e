"""The repair of caption files: from what people have to a WebVTT document that webvtt-py reads whole.

webvtt-py leaves out what it cannot read, and does not say so (docs/decisions/0018-webvtt-py.md). So every
timing line is found here, written as the standard demands where it is not, and gets its line number as
cue identifier: a cue that webvtt-py still leaves out can be reported by line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from showcase.store.captions.cue_starts import (
    NON_CUE_BLOCK,
    CueStart,
    cue_number,
    find_cue_starts,
    is_number,
)
from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.timing_lines import (
    CaptionFormat,
    is_sbv_timing,
)

_HEADER = re.compile(r"WEBVTT(?:\s|$)", re.IGNORECASE)
# Style overrides of SubStation Alpha, which are also found in SubRip files: {\an8}, {\i1}.
_SUBSTATION_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_SBV_LINE_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
# "align:start", "position:10%,start"; also "A:start" (early WebVTT) and "X1:40" (SubRip).
_CUE_SETTING = re.compile(r"[A-Za-z]\w*[:=]\S*|[\d.,%-]+")
_TIMING_EXAMPLES = {
    CaptionFormat.VTT: "00:00:01.000 --> 00:00:04.000",
    CaptionFormat.SRT: "00:00:01,000 --> 00:00:04,000",
    CaptionFormat.SBV: "0:00:01.000,0:00:04.000",
}
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class RepairedCaptions:
    """A repaired file, and what was found on the way. Lines are numbered from 1.

    Attributes:
        document: WebVTT; the identifier of each cue is the number of its timing line in the file.
        timing_lines: the numbers of the timing lines whose cues are in the document.
        faults: (line, what was lost or is doubtful).
        notes: (line, what is odd but was kept).
        broken_lines: the numbers of the timing lines that cannot be read.
        identifiers: what is above timing lines and is not only a number, by the number of the timing line.
    """

    document: str = ""
    timing_lines: list[int] = field(default_factory=list)
    faults: Findings = field(default_factory=list)
    notes: Findings = field(default_factory=list)
    broken_lines: list[int] = field(default_factory=list)
    identifiers: dict[int, str] = field(default_factory=dict)


def split_lines(text: str) -> list[str]:
    """Split at CR LF, LF or CR, and replace NUL by U+FFFD (WebVTT section 6.1)."""
    return _LINE_END.split(text.replace("\0", "\ufffd"))


def detect_format(lines: Sequence[str], name: str) -> CaptionFormat:
    """The format of a file by its first line with text; where that does not tell, by the suffix of its name.

    Anything that is neither WebVTT nor SBV is read as SubRip.
    """
    first = next((line for line in lines if line.strip()), "")
    if _HEADER.match(first.strip()):
        return CaptionFormat.VTT
    if is_sbv_timing(first):
        return CaptionFormat.SBV
    return {"vtt": CaptionFormat.VTT, "sbv": CaptionFormat.SBV}.get(
        name.lower().rpartition(".")[2], CaptionFormat.SRT
    )


def repair_captions(lines: Sequence[str], caption_format: CaptionFormat) -> RepairedCaptions:
    """Write a file as the WebVTT that it is meant to be.

    Args:
        lines: the whole file, as `split_lines` splits it.
        caption_format: the format of the file.
    """
    repaired = RepairedCaptions()
    starts = list(find_cue_starts(lines, caption_format))
    borders = [*(start.first_index for start in starts), len(lines)]
    _check_preamble(lines, caption_format, borders[0], repaired)
    blocks = ["WEBVTT"]
    for start, end in zip(starts, borders[1:], strict=True):
        blocks += _cue_block(lines, caption_format, start, end, repaired)
    repaired.document = "\n\n".join(blocks) + "\n"
    _note_nonstandard_times(starts, caption_format, repaired)
    return repaired


def _check_preamble(
    lines: Sequence[str], caption_format: CaptionFormat, end: int, repaired: RepairedCaptions
) -> None:
    """Report what is odd or lost before the first cue, whose first line has the index `end`."""
    first = next((at for at in range(end) if lines[at].strip()), end)
    header = (
        caption_format is CaptionFormat.VTT and first < end and _HEADER.match(lines[first].strip())
    )
    if caption_format is CaptionFormat.VTT and not header:
        message = "no WEBVTT in the first line"
        repaired.notes.append(Finding(first + 1, "no-header", message, "begin the file with it"))
    elif header and first > 0:
        message = "blank lines before WEBVTT, so that browsers refuse the file"
        repaired.notes.append(Finding(first + 1, "blank-before-header", message, "remove them"))
    paragraphs = list(_paragraphs(lines, first, end, caption_format))
    _report_stray_text(paragraphs[1:] if header else paragraphs, repaired)


def _paragraphs(
    lines: Sequence[str], first: int, end: int, caption_format: CaptionFormat
) -> Iterator[tuple[int, list[str]]]:
    """The paragraphs in lines[first:end], each with the index of its first line.

    In WebVTT only an empty line ends a paragraph, elsewhere also one of spaces.
    """
    paragraph: list[str] = []
    for at in range(first, end):
        line = lines[at] if caption_format is CaptionFormat.VTT else lines[at].strip()
        if line:
            paragraph.append(line)
        if paragraph and (not line or at == end - 1):
            yield at + (1 if line else 0) - len(paragraph), paragraph
            paragraph = []


def _report_stray_text(
    paragraphs: Sequence[tuple[int, list[str]]], repaired: RepairedCaptions
) -> None:
    """Report text that belongs to no cue, because there is no timing line above it."""
    for at, lines in paragraphs:
        text = " ".join(lines).strip()
        if text.isdecimal():
            repaired.notes.append(
                Finding(at + 1, "number-without-cue", "a cue number without a cue")
            )
        elif text and not NON_CUE_BLOCK.match(lines[0]):
            message = "text without times was left out"
            fix = "put a timing line above it, or NOTE before it"
            repaired.faults.append(Finding(at + 1, "text-without-times", message, fix))


def _cue_block(
    lines: Sequence[str],
    caption_format: CaptionFormat,
    start: CueStart,
    end: int,
    repaired: RepairedCaptions,
) -> list[str]:
    """The block of a cue in the document, as a list of one; empty when its times cannot be read."""
    if start.timing is None:
        repaired.broken_lines.append(start.timing_index + 1)
        example = _TIMING_EXAMPLES[caption_format]
        message = "the times cannot be read and the cue was left out"
        finding = Finding(start.timing_index + 1, "unreadable-times", message, f"write {example}")
        repaired.faults.append(finding)
        return []
    payload = _cue_payload(
        list(_paragraphs(lines, start.timing_index + 1, end, caption_format)),
        caption_format,
        start,
        repaired,
        number=cue_number(lines, start),
    )
    if start.first_index < start.timing_index and not is_number(lines, start.first_index):
        repaired.identifiers[start.timing_index + 1] = lines[start.first_index].strip()
    if caption_format is CaptionFormat.SRT:
        _note_named_cue(lines, start, repaired)
    repaired.timing_lines.append(start.timing_index + 1)
    times = f"{start.timing.start} --> {start.timing.end}"
    text = _text_after_times(start, repaired, alone=not payload) + payload
    return ["\n".join([str(start.timing_index + 1), times, *text])]


def _note_named_cue(lines: Sequence[str], start: CueStart, repaired: RepairedCaptions) -> None:
    named = start.first_index < start.timing_index and not is_number(lines, start.first_index)
    if named:
        message = "a name of a cue where SubRip has its number"
        repaired.notes.append(Finding(start.first_index + 1, "named-cue", message))


def _cue_payload(
    paragraphs: list[tuple[int, list[str]]],
    caption_format: CaptionFormat,
    start: CueStart,
    repaired: RepairedCaptions,
    *,
    number: int | None,
) -> list[str]:
    """The lines of a cue's text; paragraphs that do not belong to it are reported.

    Args:
        paragraphs: all between its timing line and the next cue.
        caption_format: the format of the file.
        start: the start of the cue.
        repaired: faults and notes are added.
        number: the cue's number in SubRip, None when it has none.
    """
    if caption_format is CaptionFormat.VTT:
        own = _own_vtt_paragraphs(paragraphs, start, repaired)
    else:
        own = len(paragraphs) - _ends_with_stray_number(paragraphs, number)
    _report_stray_text(paragraphs[own:], repaired)
    return [
        clean
        for _, lines in paragraphs[:own]
        for line in lines
        for clean in _clean_line(line, caption_format)
    ]


def _own_vtt_paragraphs(
    paragraphs: Sequence[tuple[int, list[str]]], start: CueStart, repaired: RepairedCaptions
) -> int:
    """How many paragraphs are a WebVTT cue's text: one, even after a blank line, but not a comment."""
    if not paragraphs or paragraphs[0][0] == start.timing_index + 1:
        return len(paragraphs[:1])
    if NON_CUE_BLOCK.match(paragraphs[0][1][0]):
        return 0
    message = "a blank line below the times, so that browsers show the cue without its text"
    finding = Finding(start.timing_index + 1, "blank-below-times", message, "remove the line")
    repaired.notes.append(finding)
    return 1


def _ends_with_stray_number(
    paragraphs: Sequence[tuple[int, list[str]]], number: int | None
) -> bool:
    """Is the last paragraph the next cue's number, whose cue is missing? Any other is text: "1999"."""
    return len(paragraphs) > 1 and number is not None and paragraphs[-1][1] == [str(number + 1)]


def _clean_line(line: str, caption_format: CaptionFormat) -> list[str]:
    """A line of text as WebVTT allows it: "-->" or a blank line would end the cue."""
    line = _SUBSTATION_OVERRIDE.sub("", line).replace("-->", "--&gt;")
    pieces = _SBV_LINE_BREAK.split(line) if caption_format is CaptionFormat.SBV else [line]
    return [piece for piece in pieces if piece.strip()]


def _text_after_times(start: CueStart, repaired: RepairedCaptions, *, alone: bool) -> list[str]:
    """The text on the timing line, after the times: none, if that is cue settings.

    Args:
        start: the start of the cue.
        repaired: faults and notes are added.
        alone: the cue has no other text.
    """
    rest = start.timing.rest if start.timing else ""
    if all(map(_CUE_SETTING.fullmatch, rest.split())):
        return []
    if alone:
        message, fix = "text after the times", "put it on a line of its own"
        repaired.notes.append(Finding(start.timing_index + 1, "text-after-times", message, fix))
        return [rest.replace("-->", "--&gt;")]
    message = f"{rest[:40]!r} after the times is no cue setting and was left out"
    repaired.faults.append(Finding(start.timing_index + 1, "unknown-cue-setting", message))
    return []


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
