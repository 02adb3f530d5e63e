"""Caption files as they are, to a WebVTT document that webvtt-py reads whole.

webvtt-py drops what it cannot read without a word. So every timing line is found here, written as the
standard asks, and given its line number as identifier: a cue that does not come back is known by line.
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
from showcase.store.captions.ordering import Findings
from showcase.store.captions.timing_lines import (
    CaptionFormat,
    is_sbv_timing,
)

_HEADER = re.compile(r"WEBVTT(?:\s|$)", re.IGNORECASE)
# SubStation's overrides, which SubRip files take over: {\an8}, {\i1}.
_SUBSTATION_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_SBV_LINE_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
# "align:start", "position:10%,start", old "A:start", SubRip's "X1:40".
_CUE_SETTING = re.compile(r"[A-Za-z]\w*[:=]\S*|[\d.,%-]+")
_TIMING_EXAMPLES = {
    CaptionFormat.VTT: "00:00:01.000 --> 00:00:04.000",
    CaptionFormat.SRT: "00:00:01,000 --> 00:00:04,000",
    CaptionFormat.SBV: "0:00:01.000,0:00:04.000",
}
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class RepairedCaptions:
    """What webvtt-py is given, and what is known already.

    Attributes:
        document: WebVTT; each cue's identifier is the number of its timing line.
        timing_lines: the numbers of all timing lines in it.
        faults: (line, what was lost or is doubtful).
        notes: (line, what is odd but was kept).
        broken_lines: the numbers of the timing lines that cannot be read.
    """

    document: str = ""
    timing_lines: list[int] = field(default_factory=list)
    faults: Findings = field(default_factory=list)
    notes: Findings = field(default_factory=list)
    broken_lines: list[int] = field(default_factory=list)


def split_lines(text: str) -> list[str]:
    """Lines as WebVTT parts them: CR LF, LF or CR; NUL is U+FFFD (section 6.1)."""
    return _LINE_END.split(text.replace("\0", "\ufffd"))


def detect_format(lines: Sequence[str], name: str) -> CaptionFormat:
    """What a file is written in, by what stands in it; its name decides when nothing does."""
    first = next((line for line in lines if line.strip()), "")
    if _HEADER.match(first.strip()):
        return CaptionFormat.VTT
    if is_sbv_timing(first):
        return CaptionFormat.SBV
    return {"vtt": CaptionFormat.VTT, "sbv": CaptionFormat.SBV}.get(
        name.lower().rpartition(".")[2], CaptionFormat.SRT
    )


def repair_captions(lines: Sequence[str], caption_format: CaptionFormat) -> RepairedCaptions:
    """Write a file as the WebVTT it is meant to be."""
    repaired = RepairedCaptions()
    heads = list(find_cue_starts(lines, caption_format))
    borders = [*(head.first_index for head in heads), len(lines)]
    _check_preamble(lines, caption_format, borders[0], repaired)
    blocks = ["WEBVTT"]
    for head, end in zip(heads, borders[1:], strict=True):
        blocks += _cue_block(lines, caption_format, head, end, repaired)
    repaired.document = "\n\n".join(blocks) + "\n"
    _note_nonstandard_times(heads, caption_format, repaired)
    return repaired


def _check_preamble(
    lines: Sequence[str], caption_format: CaptionFormat, end: int, repaired: RepairedCaptions
) -> None:
    """What stands before the first cue."""
    first = next((at for at in range(end) if lines[at].strip()), end)
    header = (
        caption_format is CaptionFormat.VTT and first < end and _HEADER.match(lines[first].strip())
    )
    if caption_format is CaptionFormat.VTT and not header:
        repaired.notes.append((first + 1, "no WEBVTT in the first line; begin the file with it"))
    elif header and first > 0:
        repaired.notes.append((first + 1, "blank lines before WEBVTT; browsers refuse the file"))
    paragraphs = list(_paragraphs(lines, first, end, caption_format))
    _report_stray_text(paragraphs[1:] if header else paragraphs, repaired)


def _paragraphs(
    lines: Sequence[str], first: int, end: int, caption_format: CaptionFormat
) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together; in WebVTT only an empty line parts them, not one of spaces."""
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
    """Text that no times stand above is in no cue."""
    for at, lines in paragraphs:
        text = " ".join(lines).strip()
        if text.isdecimal():
            repaired.notes.append((at + 1, "a cue number without a cue"))
        elif text and not NON_CUE_BLOCK.match(lines[0]):
            message = (
                "text without times was left out; put a timing line above it, or NOTE before it"
            )
            repaired.faults.append((at + 1, message))


def _cue_block(
    lines: Sequence[str],
    caption_format: CaptionFormat,
    head: CueStart,
    end: int,
    repaired: RepairedCaptions,
) -> list[str]:
    """The cue of a head as a block of the document; none when its times cannot be read."""
    if head.timing is None:
        repaired.broken_lines.append(head.timing_index + 1)
        example = _TIMING_EXAMPLES[caption_format]
        message = f"the times cannot be read and the cue was left out; write {example}"
        repaired.faults.append((head.timing_index + 1, message))
        return []
    payload = _cue_payload(
        list(_paragraphs(lines, head.timing_index + 1, end, caption_format)),
        caption_format,
        head,
        repaired,
        number=cue_number(lines, head),
    )
    if (
        caption_format is CaptionFormat.SRT
        and head.first_index < head.timing_index
        and not is_number(lines, head.first_index)
    ):
        repaired.notes.append((head.first_index + 1, "a name of a cue where SubRip has its number"))
    repaired.timing_lines.append(head.timing_index + 1)
    times = f"{head.timing.start} --> {head.timing.end}"
    text = _text_after_times(head, repaired, alone=not payload) + payload
    return ["\n".join([str(head.timing_index + 1), times, *text])]


def _cue_payload(
    paragraphs: list[tuple[int, list[str]]],
    caption_format: CaptionFormat,
    head: CueStart,
    repaired: RepairedCaptions,
    *,
    number: int | None,
) -> list[str]:
    """The text of a cue: in WebVTT up to the first empty line, else up to the next cue.

    A number alone at its end is said ("1999"), unless it is the number of a next cue that is missing.
    """
    own = 1 if caption_format is CaptionFormat.VTT else len(paragraphs)
    if own > 1 and number is not None and paragraphs[-1][1] == [str(number + 1)]:
        own -= 1
    if (
        caption_format is CaptionFormat.VTT
        and paragraphs
        and paragraphs[0][0] > head.timing_index + 1
    ):
        if NON_CUE_BLOCK.match(paragraphs[0][1][0]):
            own = 0
        else:
            message = "a blank line below the times; browsers show the cue without its text"
            repaired.notes.append((head.timing_index + 1, message))
    _report_stray_text(paragraphs[own:], repaired)
    return [
        clean
        for _, lines in paragraphs[:own]
        for line in lines
        for clean in _clean_line(line, caption_format)
    ]


def _clean_line(line: str, caption_format: CaptionFormat) -> list[str]:
    """A line of text as WebVTT takes it: an arrow would end the cue, a blank line too."""
    line = _SUBSTATION_OVERRIDE.sub("", line).replace("-->", "--&gt;")
    pieces = _SBV_LINE_BREAK.split(line) if caption_format is CaptionFormat.SBV else [line]
    return [piece for piece in pieces if piece.strip()]


def _text_after_times(head: CueStart, repaired: RepairedCaptions, *, alone: bool) -> list[str]:
    """What stands behind the times: cue settings, or the text of a cue that has no other."""
    rest = head.timing.rest if head.timing else ""
    if all(_CUE_SETTING.fullmatch(word) for word in rest.split()):
        return []
    if alone:
        repaired.notes.append(
            (head.timing_index + 1, "text behind the times; put it on a line of its own")
        )
        return [rest.replace("-->", "--&gt;")]
    message = f"{rest[:40]!r} behind the times is no cue setting and was left out"
    repaired.faults.append((head.timing_index + 1, message))
    return []


def _note_nonstandard_times(
    heads: Sequence[CueStart], caption_format: CaptionFormat, repaired: RepairedCaptions
) -> None:
    unusual = [
        head.timing_index + 1 for head in heads if head.timing and not head.timing.is_standard
    ]
    if unusual:
        more = f", here and in {len(unusual) - 1} other lines" if len(unusual) > 1 else ""
        example = f"{caption_format.value} writes {_TIMING_EXAMPLES[caption_format]}"
        message = f"times that {example}{more}; they were read as meant"
        repaired.notes.append((unusual[0], message))
