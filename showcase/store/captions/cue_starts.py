"""Where cues start in a caption file: its timing lines, and the identifiers above them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showcase.core.captions.quick_tuples import new_tuple
from showcase.store.captions.caption_lines import HEADER
from showcase.store.captions.timing_lines import (
    CaptionFormat,
    Timing,
    is_broken_timing,
    read_timing,
)

# Blocks of a WebVTT file that are not cues (WebVTT section 4.1).
NON_CUE_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_MAX_NUMBER_DIGITS = 9


class CueStart(NamedTuple):
    """Where a cue starts.

    Attributes:
        first_index: the index of its identifier line in the file's lines; `timing_index` when it has none.
        timing_index: the index of its timing line.
        timing: its times; None when they cannot be read.
    """

    first_index: int
    timing_index: int
    timing: Timing | None


def find_cue_starts(lines: Sequence[str], caption_format: CaptionFormat) -> Iterator[CueStart]:
    """Find every timing line, readable or not, and the identifier above it.

    Args:
        lines: the whole file, as `split_lines` splits it.
        caption_format: the format of the file.

    Yields:
        The start of each cue, in the order of the file.
    """
    previous: CueStart | None = None
    number = 1
    commas = caption_format is CaptionFormat.SBV
    for at in _candidates(lines, commas=commas):
        if "-->" not in lines[at] and not commas and not _is_at_block_start(lines, at, previous):
            continue
        timing = read_timing(lines[at], caption_format)
        if timing or _is_broken(lines, at, previous, caption_format):
            first = _first_line_index(lines, at, previous, number)
            previous = new_tuple(CueStart, (first, at, timing))
            yield previous
            number += 1


def _is_broken(
    lines: Sequence[str], at: int, previous: CueStart | None, caption_format: CaptionFormat
) -> bool:
    at_block_start = _is_at_block_start(lines, at, previous)
    return is_broken_timing(lines[at], caption_format, at_block_start=at_block_start)


def _candidates(lines: Sequence[str], *, commas: bool) -> list[int]:
    """The lines that may be timing lines: those with the head of an arrow, in SBV also those with a comma."""
    return [
        at
        for at, line in enumerate(lines)
        if ">" in line or "→" in line or (commas and "," in line)
    ]


def _is_at_block_start(lines: Sequence[str], at: int, previous: CueStart | None) -> bool:
    """Is a line the first of its block, or the second, below a cue's identifier?"""
    if _is_blank(lines, at - 1):
        return True
    identifier = _is_blank(lines, at - 2) and not NON_CUE_BLOCK.match(lines[at - 1])
    return identifier and not (previous and previous.timing_index == at - 1)


def _is_blank(lines: Sequence[str], at: int) -> bool:
    return at < 0 or not lines[at].strip()


def _first_line_index(lines: Sequence[str], at: int, previous: CueStart | None, number: int) -> int:
    """The index of the identifier of the cue whose timing line is `at`; `at` when it has none.

    Args:
        lines: the whole file.
        at: the index of the timing line.
        previous: the cue before it.
        number: the place of the cue in the file, from 1.
    """
    above = at - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    if above < 0 or (previous and above <= previous.timing_index):
        return at
    if previous is None and HEADER.match(lines[above]):
        return at
    if above == at - 1 and _is_blank(lines, above - 1):
        return above
    # The text above may be directly above the number, or a blank line may follow the number.
    near = above == at - 1 or _is_blank(lines, above - 1)
    numbered = is_number(lines, above) and _is_next_cue_number(lines, above, previous, number)
    return above if near and numbered else at


def is_number(lines: Sequence[str], at: int) -> bool:
    """True when a line exists and holds nothing but a number, as SubRip numbers its cues."""
    return at >= 0 and lines[at].strip().isdecimal()


def cue_number(lines: Sequence[str], cue: CueStart) -> int | None:
    """The number in the line above a cue's timing line, as SubRip writes it; None when there is none.

    More than nine digits are not taken for a number.
    """
    text = lines[cue.first_index].strip()
    numbered = cue.first_index < cue.timing_index and text.isdecimal()
    return int(text) if numbered and len(text) <= _MAX_NUMBER_DIGITS else None


def _is_next_cue_number(
    lines: Sequence[str], above: int, previous: CueStart | None, number: int
) -> bool:
    """Is a number the next cue's, and not words of the cue before: "1999"?"""
    numbered = previous is not None and cue_number(lines, previous) is not None
    return numbered or lines[above].strip() == str(number)
