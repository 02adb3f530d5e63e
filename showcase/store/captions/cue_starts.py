"""Where cues start in a caption file: its timing lines, and the identifiers above them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from showcase.store.captions.timing_lines import (
    CaptionFormat,
    Timing,
    is_broken_timing,
    read_timing,
)

# Blocks of WebVTT that are no cues (section 4.1).
NON_CUE_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_MAX_NUMBER_DIGITS = 9


class CueStart(NamedTuple):
    """Where a cue begins: the index of its first line, its timing line, and its times if readable."""

    first_index: int
    timing_index: int
    timing: Timing | None


def find_cue_starts(lines: Sequence[str], caption_format: CaptionFormat) -> Iterator[CueStart]:
    """Where the cues begin, in order."""
    before: CueStart | None = None
    number = 1
    for at, line in enumerate(lines):
        at_head = _is_at_block_start(lines, at, before)
        if not at_head and "-->" not in line and caption_format is not CaptionFormat.SBV:
            continue
        timing = read_timing(line, caption_format)
        if timing or is_broken_timing(line, caption_format, at_block_start=at_head):
            before = CueStart(_first_line_index(lines, at, before, number), at, timing)
            yield before
            number += 1


def _is_at_block_start(lines: Sequence[str], at: int, before: CueStart | None) -> bool:
    """Is a line the first of its block, or the second below a cue's identifier?"""
    if _is_blank(lines, at - 1):
        return True
    identifier = _is_blank(lines, at - 2) and not NON_CUE_BLOCK.match(lines[at - 1])
    return identifier and not (before and before.timing_index == at - 1)


def _is_blank(lines: Sequence[str], at: int) -> bool:
    return at < 0 or not lines[at].strip()


def _first_line_index(lines: Sequence[str], at: int, before: CueStart | None, number: int) -> int:
    """The index of a cue's identifier, that of its timing line when it has none."""
    above = at - 1
    while above > 0 and _is_blank(lines, above):
        above -= 1
    if above < 0 or (before and above <= before.timing_index):
        return at
    if above == at - 1 and _is_blank(lines, above - 1):
        return above
    # Text may run into the number of the next cue, or a blank line may part a number from its times.
    near = above == at - 1 or _is_blank(lines, above - 1)
    numbered = is_number(lines, above) and _is_next_cue_number(lines, above, before, number)
    return above if near and numbered else at


def is_number(lines: Sequence[str], at: int) -> bool:
    """True when a line exists and is a number only, as SubRip numbers its cues."""
    return at >= 0 and lines[at].strip().isdecimal()


def cue_number(lines: Sequence[str], cue: CueStart) -> int | None:
    """The number that SubRip writes above a cue; None when it has none or one of over nine digits."""
    text = lines[cue.first_index].strip()
    numbered = cue.first_index < cue.timing_index and text.isdecimal()
    return int(text) if numbered and len(text) <= _MAX_NUMBER_DIGITS else None


def _is_next_cue_number(
    lines: Sequence[str], above: int, before: CueStart | None, number: int
) -> bool:
    """Is a number the next cue's, and not words of the cue before: "1999"?"""
    numbered = before is not None and cue_number(lines, before) is not None
    return numbered or lines[above].strip() == str(number)
