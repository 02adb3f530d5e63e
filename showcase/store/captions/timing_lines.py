"""Timing lines of WebVTT, SubRip and SBV, also those that are not written as the format demands.

Also read are: `,`, `.` or `:` before the milliseconds, no milliseconds, no hours, one digit instead of two,
spaces inside a time, and the arrows that word processors write.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from showcase.core.captions.quick_tuples import new_tuple
from showcase.core.timing.timecodes import format_vtt_timestamp, parse_time
from showcase.store.captions.caption_lines import ARROW


class CaptionFormat(Enum):
    """The format of a caption file; its value is the name that messages use."""

    VTT = "WebVTT"
    SRT = "SubRip"
    SBV = "SBV"

    # That of Enum is a function in Python, and is asked once a cue.
    __hash__ = object.__hash__


class Timing(NamedTuple):
    """A timing line, with its times as WebVTT writes them.

    Attributes:
        start, end: such as "01:02:03.500", or "02:03.500" as WebVTT may write it; the end may be
            before the start.
        rest: the text after them, usually cue settings.
        is_standard: False when the line is not written as its format demands.
    """

    start: str
    end: str
    rest: str
    is_standard: bool


_CLOCK = r"\d{1,9}(?:\s?[:.,]\s?\d{1,9}){1,3}"
_TIMING_LINE = re.compile(
    rf"\s*({_CLOCK})\s*{ARROW}\s*({_CLOCK})(?![\w:])(.*)", re.ASCII | re.DOTALL
)
_SBV_CLOCK = r"\d{1,5}:\d{1,2}:\d{1,2}(?:\.\d{1,9})?"
_SBV_TIMING_LINE = re.compile(rf"\s*({_SBV_CLOCK})\s*,\s*({_SBV_CLOCK})\s*()", re.ASCII)
_VTT_TIME = r"(?:\d{2,5}:)?[0-5]\d:[0-5]\d\.\d{3}"
_SRT_TIME = r"\d{1,5}:[0-5]\d:[0-5]\d,\d{3}"
_SBV_TIME = r"\d{1,5}:[0-5]\d:[0-5]\d\.\d{3}"
# Times that webvtt-py reads as they are, apart from SubRip's comma.
_STANDARD_TIMING_LINE = {
    CaptionFormat.VTT: re.compile(
        rf"({_VTT_TIME})[ \t]+-->[ \t]+({_VTT_TIME})(?!\S)(.*)", re.ASCII | re.DOTALL
    ),
    CaptionFormat.SRT: re.compile(
        rf"\s*({_SRT_TIME}) --> ({_SRT_TIME})(?!\S)(.*)", re.ASCII | re.DOTALL
    ),
    CaptionFormat.SBV: re.compile(rf"\s*({_SBV_TIME}),({_SBV_TIME})(\s*)", re.ASCII),
}
# Most of those that a format does not write so: "0:1:02.5", "00:01:02,500".
_USUAL_CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d):([0-5]?\d)[.,](\d{1,3})", re.ASCII)
_SEPARATOR = re.compile(r"\s?([:.,])\s?")
# Hours, minutes, seconds and a fraction of a second.
_MAX_CLOCK_PARTS = 4
_FRACTION_DIGITS = 3
# The first time with six digits of hours; nobody means one so late.
_TIME_LIMIT_MS = 100_000 * 3_600_000
_TIME_LIKE = re.compile(r"\d\s?[:.,]\s?\d")
_SBV_TIMING_LIKE = re.compile(r"\s*\d+:[^\s,]*,\S*\d\S*\s*", re.ASCII)


def read_timing(line: str, caption_format: CaptionFormat) -> Timing | None:
    """Read a timing line.

    Args:
        line: without its line feed.
        caption_format: the format of its file.

    Returns:
        None when it is not a timing line or its times cannot be read.
    """
    if found := _STANDARD_TIMING_LINE[caption_format].fullmatch(line):
        start, end, rest = found.groups()
        if "," in line:
            start, end = start.replace(",", "."), end.replace(",", ".")
        return new_tuple(Timing, (start, end, rest.strip(), True))
    return _read_nonstandard_timing(line, caption_format)


def _read_nonstandard_timing(line: str, caption_format: CaptionFormat) -> Timing | None:
    found = _SBV_TIMING_LINE.fullmatch(line) if caption_format is CaptionFormat.SBV else None
    found = found or _TIMING_LINE.fullmatch(line)
    if not found:
        return None
    start, end = _write_clock(found[1]), _write_clock(found[2])
    if start is None or end is None:
        return None
    return Timing(start, end, found[3].strip(), is_standard=False)


def is_sbv_timing(line: str) -> bool:
    """True for a timing line of SBV: "0:00:01.000,0:00:04.000"."""
    return _SBV_TIMING_LINE.fullmatch(line) is not None


# A cue often begins when the one before it ends.
@lru_cache(1024)
def _write_clock(text: str) -> str | None:
    """A time as WebVTT writes it; None for what `_parse_clock_ms` cannot read."""
    ms = _parse_clock_ms(text)
    return None if ms is None else format_vtt_timestamp(ms)


def _parse_clock_ms(text: str) -> int | None:
    """The milliseconds that a time means: "0:00:01,5" is 1500, and so is "00:00:01:500".

    Returns:
        None for 100,000 hours or more, and where minutes after hours, or seconds after minutes, are over 59.
    """
    if usual := _USUAL_CLOCK.fullmatch(text):
        hours, minutes, seconds, fraction = usual.groups()
        return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(
            f"{fraction:0<3}"
        )
    first, *others = _SEPARATOR.split(text)
    separators, numbers = others[::2], [first, *others[1::2]]
    fraction = numbers.pop() if _has_fraction(separators, numbers) else "0"
    ms = parse_time(f"{':'.join(numbers)}.{fraction}")
    return ms if ms is not None and ms < _TIME_LIMIT_MS else None


def _has_fraction(separators: list[str], numbers: list[str]) -> bool:
    """Is the last number a fraction, by its place, the separator before it, or its three digits?"""
    return (
        len(numbers) == _MAX_CLOCK_PARTS
        or separators[-1] != ":"
        or (len(separators) > 1 and len(numbers[-1]) == _FRACTION_DIGITS)
    )


def is_broken_timing(line: str, caption_format: CaptionFormat, *, at_block_start: bool) -> bool:
    """Was this line meant to be a timing line?

    Args:
        line: a line that `read_timing` cannot read.
        caption_format: the format of its file.
        at_block_start: True for the first line of its block, or the second below an identifier.
    """
    if line.startswith("NOTE"):
        return False
    if caption_format is CaptionFormat.SBV and at_block_start and _SBV_TIMING_LIKE.fullmatch(line):
        return True
    if "-->" not in line:
        return False
    return (
        any(letter.isdigit() for letter in line)
        if at_block_start
        else bool(_TIME_LIKE.search(line))
    )
