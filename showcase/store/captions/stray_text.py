"""Text of a caption file that belongs to no cue, and what stands before the first one."""

import re
from collections.abc import Iterator, Sequence

from showcase.store.captions.caption_lines import HEADER
from showcase.store.captions.cue_starts import NON_CUE_BLOCK, CueStart
from showcase.store.captions.findings import Finding
from showcase.store.captions.repaired_captions import RepairedCaptions
from showcase.store.captions.timing_lines import CaptionFormat

# What YouTube, HLS and other programs write below WEBVTT; no sentence begins so.
METADATA_LINE = re.compile(
    r"X-TIMESTAMP-MAP\s*=|X-[A-Z][\w-]*\s*[:=]|(?:Kind|Language|Content-Type|Encoding|Styles?)\s*:\s?\S+\s*$",
    re.IGNORECASE,
)
# The index of its first line, and its lines.
Paragraph = tuple[int, list[str]]


def split_paragraphs(
    lines: Sequence[str], first: int, end: int, caption_format: CaptionFormat
) -> Iterator[Paragraph]:
    """The paragraphs in lines[first:end].

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


def report_stray_text(paragraphs: Sequence[Paragraph], repaired: RepairedCaptions) -> None:
    """Report text that belongs to no cue, because there is no timing line above it."""
    for at, lines in paragraphs:
        text = " ".join(lines).strip()
        if text.isdecimal():
            message = "a cue number without a cue"
            repaired.notes.append(Finding(at + 1, "number-without-cue", message))
        elif text and not NON_CUE_BLOCK.match(lines[0]):
            message = "text without times was left out"
            fix = "put a timing line above it, or NOTE before it"
            repaired.faults.append(Finding(at + 1, "text-without-times", message, fix))


def check_preamble(
    lines: Sequence[str],
    caption_format: CaptionFormat,
    first_cue: CueStart | None,
    repaired: RepairedCaptions,
) -> None:
    """Report what is odd or lost before the first cue; None when the file has no cue."""
    end = first_cue.first_index if first_cue else len(lines)
    first = next((at for at in range(end) if lines[at].strip()), end)
    header = (
        caption_format is CaptionFormat.VTT and first < end and HEADER.match(lines[first].strip())
    )
    if caption_format is CaptionFormat.VTT:
        _note_header(first, first_cue, repaired, found=bool(header))
    paragraphs = list(split_paragraphs(lines, first, end, caption_format))
    if header:
        paragraphs = _without_late_metadata(paragraphs[1:], repaired)
    report_stray_text(paragraphs, repaired)


def _without_late_metadata(
    paragraphs: Sequence[Paragraph], repaired: RepairedCaptions
) -> list[Paragraph]:
    """What is between the header and the first cue, without lines of the header below a blank line."""
    late = [found for found in paragraphs if all(map(METADATA_LINE.match, found[1]))]
    for at, lines in late:
        message = f'"{lines[0][:40]}" belongs to the header, and a blank line is above it'
        finding = Finding(at + 1, "blank-in-header", message, "remove the blank line")
        repaired.notes.append(finding)
    return [found for found in paragraphs if found not in late]


def _note_header(
    first: int, first_cue: CueStart | None, repaired: RepairedCaptions, *, found: bool
) -> None:
    """Note a header that is missing, late, or without a blank line below it."""
    if not found:
        message = "no WEBVTT in the first line"
        repaired.notes.append(Finding(first + 1, "no-header", message, "begin the file with it"))
    elif first > 0:
        message = "blank lines before WEBVTT, so that browsers refuse the file"
        repaired.notes.append(Finding(first + 1, "blank-before-header", message, "remove them"))
    if found and first_cue and first_cue.first_index == first + 1:
        message = "the first cue stands right below WEBVTT"
        fix = "put a blank line below WEBVTT"
        repaired.notes.append(Finding(first + 2, "no-blank-below-header", message, fix))
