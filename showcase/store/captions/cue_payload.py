"""The text of a cue: which of the lines below its times are its own."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from showcase.store.captions.cue_limit import MAX_CUES, check_cue_count
from showcase.store.captions.cue_starts import NON_CUE_BLOCK, CueStart, cue_number
from showcase.store.captions.findings import Finding
from showcase.store.captions.repaired_captions import RepairedCaptions
from showcase.store.captions.stray_text import Paragraph, report_stray_text, split_paragraphs
from showcase.store.captions.timing_lines import CaptionFormat

# A comment in one line, which a sentence could be: "NOTE the price".
_NOTE_OF_WORDS = re.compile(r"NOTE[ \t]+\S")


class CueLines(NamedTuple):
    """The lines between the times of a cue and the next cue.

    Attributes:
        lines: the whole file.
        caption_format: its format.
        start: of the cue.
        end: the index of the first line of the next cue, or the number of lines.
        following: the next cue; None for the last one.
        has_loose_blanks: True in a file of WebVTT whose writer puts blank lines between times and text.
    """

    lines: Sequence[str]
    caption_format: CaptionFormat
    start: CueStart
    end: int
    following: CueStart | None
    has_loose_blanks: bool


def read_payload(block: CueLines, repaired: RepairedCaptions) -> tuple[list[str], bool]:
    """The lines of a cue's text, and whether they stand as the standard asks.

    Args:
        block: where the cue is.
        repaired: what does not belong to the cue, or is odd, is added to its findings.
    """
    first, end = block.start.timing_index + 1, block.end
    while end > first and not block.lines[end - 1].strip():
        end -= 1
    own = block.lines[first:end]
    if own and all(own) and not any(map(str.isspace, own)) and "-->" not in "\n".join(own):
        return list(own), True
    return _read_odd_payload(block, repaired), False


def _read_odd_payload(block: CueLines, repaired: RepairedCaptions) -> list[str]:
    """The text of a cue that has blank lines or arrows in it, or none at all."""
    first = block.start.timing_index + 1
    found = split_paragraphs(block.lines, first, block.end, block.caption_format)
    paragraphs = list(islice(found, MAX_CUES + 1))
    check_cue_count(len(paragraphs))
    if block.caption_format is CaptionFormat.VTT:
        own = _own_vtt_paragraphs(paragraphs, block, repaired)
    else:
        own = len(paragraphs) - _ends_with_stray_number(paragraphs, block, repaired)
    report_stray_text(paragraphs[own:], repaired)
    return [line for _, lines in paragraphs[:own] for line in lines if line.strip()]


def _own_vtt_paragraphs(
    paragraphs: Sequence[Paragraph], block: CueLines, repaired: RepairedCaptions
) -> int:
    """How many paragraphs are a WebVTT cue's text: one, even after a blank line, but not a comment.

    Where the writer of a file puts blank lines below times, those after them are the cue's too.
    """
    times = block.start.timing_index
    if not paragraphs or paragraphs[0][0] == times + 1:
        return len(paragraphs[:1])
    if NON_CUE_BLOCK.match(paragraphs[0][1][0]):
        return _own_note(paragraphs[0], block, repaired)
    message = "a blank line below the times, so that browsers show the cue without its text"
    repaired.notes.append(Finding(times + 1, "blank-below-times", message, "remove the line"))
    return _leading_text_count(paragraphs, repaired)


def _leading_text_count(paragraphs: Sequence[Paragraph], repaired: RepairedCaptions) -> int:
    """How many paragraphs in a row are no comments; those behind the first are noted."""
    for count, (at, lines) in enumerate(paragraphs):
        if NON_CUE_BLOCK.match(lines[0]):
            return count
        if count > 0:
            message = "a blank line within a cue, so that browsers do not show what is below it"
            repaired.notes.append(Finding(at + 1, "blank-in-cue", message, "remove the line"))
    return len(paragraphs)


def _own_note(paragraph: Paragraph, block: CueLines, repaired: RepairedCaptions) -> int:
    """A comment, or words that begin with NOTE? Words, where other cues have a blank line there too."""
    at, lines = paragraph
    if not (block.has_loose_blanks and _NOTE_OF_WORDS.match(lines[0])):
        return 0
    message = "NOTE below times and a blank line was read as words"
    fix = "remove the blank line above it if it is said, or the cue if it is not"
    repaired.notes.append(Finding(at + 1, "note-or-words", message, fix))
    return 1


def _ends_with_stray_number(
    paragraphs: Sequence[Paragraph], block: CueLines, repaired: RepairedCaptions
) -> bool:
    """Is the last paragraph a number whose cue is missing? Any other is text: "1999".

    At the end of a file it is text as well, unless the numbers of the file stand apart from their times.
    """
    number = cue_number(block.lines, block.start)
    if len(paragraphs) < 2 or number is None or paragraphs[-1][1] != [str(number + 1)]:  # noqa: PLR2004
        return False
    if block.following is None:
        apart = block.start.first_index < block.start.timing_index - 1
        if not apart:
            message = "a number alone at the end was read as words"
            fix = "remove it if it is the number of a cue that is missing"
            finding = Finding(paragraphs[-1][0] + 1, "number-or-words", message, fix)
            repaired.notes.append(finding)
        return apart
    return cue_number(block.lines, block.following) == number + 2


def has_loose_blanks(
    lines: Sequence[str], starts: Sequence[CueStart], caption_format: CaptionFormat
) -> bool:
    """Has a cue of this file a blank line between its times and a text that is no comment?"""
    if caption_format is not CaptionFormat.VTT:
        return False
    return any(
        _begins_with_blank(lines[start.timing_index + 1 : following.first_index][:2])
        for start, following in pairwise(starts)
        if not lines[start.timing_index + 1]
    )


def _begins_with_blank(lines: Sequence[str]) -> bool:
    return len(lines) > 1 and not lines[0] and bool(lines[1]) and not NON_CUE_BLOCK.match(lines[1])
