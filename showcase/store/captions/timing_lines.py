"""The timing lines of WebVTT, SubRip and SBV, as they are meant.

Read are `,` or `.` or `:` before the milliseconds, none at all, no hours, one digit where two belong,
spaces inside a time, and the arrows of word processors.
"""

import re
from enum import Enum
from typing import NamedTuple

from showcase.core.timing.timecodes import parse_time


class Kind(Enum):
    """What a caption file is written in; the value is its name on the screen."""

    VTT = "WebVTT"
    SRT = "SubRip"
    SBV = "SBV"


class Timing(NamedTuple):
    """A timing line.

    Attributes:
        start_ms, end_ms: milliseconds, as they stand there.
        rest: what stands behind them, cue settings as a rule.
        usual: False when it is not written as its format asks.
    """

    start_ms: int
    end_ms: int
    rest: str
    usual: bool


_CLOCK = r"\d{1,9}(?:\s?[:.,]\s?\d{1,9}){1,3}"
_ARROW = r"(?:(?:[-–—=]\s?){1,3}>|→)"
_LINE = re.compile(rf"\s*({_CLOCK})\s*{_ARROW}\s*({_CLOCK})(?![\w:])(.*)", re.ASCII | re.DOTALL)
_SBV_CLOCK = r"\d{1,5}:\d{1,2}:\d{1,2}(?:\.\d{1,9})?"
_SBV_LINE = re.compile(rf"\s*({_SBV_CLOCK})\s*,\s*({_SBV_CLOCK})\s*()", re.ASCII)
_USUAL = {
    Kind.VTT: re.compile(
        r"(?:\d{2,}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d\.\d{3}"
    ),
    Kind.SRT: re.compile(r"\s*\d+:\d\d:\d\d,\d{3} --> \d+:\d\d:\d\d,\d{3}"),
    Kind.SBV: re.compile(r"\s*\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}"),
}
_SEPARATOR = re.compile(r"\s?([:.,])\s?")
# Hours, minutes, seconds and a fraction.
_ALL_PARTS = 4
_FRACTION_DIGITS = 3
# The first time that takes six digits of hours; no time this late is meant.
_TOO_LATE_MS = 100_000 * 3_600_000
_LIKE_A_TIME = re.compile(r"\d\s?[:.,]\s?\d")
_LIKE_SBV = re.compile(r"\s*\d+:[^\s,]*,\S*\d\S*\s*", re.ASCII)


def read_timing(line: str, kind: Kind) -> Timing | None:
    """Read a timing line, None when it is none or its times cannot be read."""
    found = _SBV_LINE.fullmatch(line) if kind is Kind.SBV else None
    found = found or _LINE.fullmatch(line)
    if not found:
        return None
    start_ms, end_ms = _clock(found[1]), _clock(found[2])
    if start_ms is None or end_ms is None:
        return None
    return Timing(start_ms, end_ms, found[3].strip(), _USUAL[kind].match(line) is not None)


def is_sbv_timing(line: str) -> bool:
    """True for "0:00:01.000,0:00:04.000"."""
    return _SBV_LINE.fullmatch(line) is not None


def _clock(text: str) -> int | None:
    """A time as it is meant: "0:00:01,5" is 1500 milliseconds, "00:00:01:500" too.

    Returns:
        Milliseconds, None when minutes or seconds behind others are over 59.
    """
    first, *others = _SEPARATOR.split(text)
    separators, numbers = others[::2], [first, *others[1::2]]
    fraction = numbers.pop() if _has_fraction(separators, numbers) else "0"
    ms = parse_time(f"{':'.join(numbers)}.{fraction}")
    return ms if ms is not None and ms < _TOO_LATE_MS else None


def _has_fraction(separators: list[str], numbers: list[str]) -> bool:
    """The last number is one by its place, by the separator before it, or by its three digits."""
    return (
        len(numbers) == _ALL_PARTS
        or separators[-1] != ":"
        or (len(separators) > 1 and len(numbers[-1]) == _FRACTION_DIGITS)
    )


def is_broken_timing(line: str, kind: Kind, *, at_head: bool) -> bool:
    """Was this line meant to be a timing line?

    Args:
        line: one that `read_timing` cannot read.
        kind: the file's.
        at_head: it is the first line of its block, or the second.
    """
    if line.startswith("NOTE"):
        return False
    if kind is Kind.SBV and at_head and _LIKE_SBV.fullmatch(line):
        return True
    if "-->" not in line:
        return False
    return any(letter.isdigit() for letter in line) if at_head else bool(_LIKE_A_TIME.search(line))
