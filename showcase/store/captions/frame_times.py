"""Times that count frames ("00:01:20:12"), written as milliseconds before a file is read.

A colon before one or two digits is a frame; before three digits, or where a number is higher than any frame,
it is a fraction of a second.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from showcase.core.timing.frame_rates import FrameRate, timecode_ms
from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.findings import Finding, Findings

_TIMECODE = re.compile(
    r"(?<![\d:.,;])(\d{1,3})\s?:\s?([0-5]?\d)\s?:\s?([0-5]?\d)\s?([:;])\s?(\d{1,3})(?![\d:.,;])",
    re.ASCII,
)
_ARROW = re.compile(r"(?:[-–—=]\s?){1,3}>|→")
_MAX_FRAME_DIGITS = 2
# Of a start and an end; a time in milliseconds has one less.
_MIN_TIMECODE_COLONS = 6
_FILM_RATE = FrameRate(Fraction(24), Fraction(24))
# Frame rates to guess from, lowest first.
_USUAL_RATES = tuple(FrameRate(Fraction(rate), Fraction(rate)) for rate in (25, 30, 50, 60))
# So many timecodes without a frame 24 are not at 25 frames a second: one in 25 would have it.
_MIN_FILM_TIMECODES = 150
_NTSC_RATE = FrameRate(Fraction(30_000, 1001), Fraction(30))


class _FrameLine(NamedTuple):
    """A timing line in frames.

    Attributes:
        at: its index.
        timecodes: its start and end.
    """

    at: int
    timecodes: tuple[re.Match[str], ...]


def convert_frames(
    lines: Sequence[str], rate: FrameRate | None, notes: Findings, *, decimal_mark: str = "."
) -> tuple[list[str], Fraction]:
    """Write the times of a file that counts frames as milliseconds.

    Args:
        lines: the whole file.
        rate: that the owner names; None to guess.
        notes: how frames were read is appended.
        decimal_mark: before the milliseconds, as the file's format demands.

    Returns:
        The lines; and how long a second of the file's clock lasts, in seconds: 1 for a file without frames.
    """
    found = _find_frame_lines(lines)
    frames = [int(timecode[5]) for line in found for timecode in line.timecodes]
    if not found or max(frames) >= max(_USUAL_RATES[-1].counted, rate.counted if rate else 0):
        return list(lines), Fraction(1)
    drop = any(timecode[4] == ";" for line in found for timecode in line.timecodes)
    used = rate or _guess_rate(frames, drop=drop)
    notes += _frame_notes(found, used, guessed=rate is None)
    converted = list(lines)
    for line in found:
        converted[line.at] = _write_milliseconds(lines[line.at], used, decimal_mark)
    return converted, Fraction(1) if drop else used.clock_scale


def _find_frame_lines(lines: Sequence[str]) -> list[_FrameLine]:
    """The timing lines in frames; none where any of the file's times has three digits of a fraction."""
    found = []
    for at, line in enumerate(lines):
        if ":" not in line or line.count(":") + line.count(";") < _MIN_TIMECODE_COLONS:
            continue
        if not _ARROW.search(line):
            continue
        timecodes = tuple(_TIMECODE.finditer(line))[:2]
        if len(timecodes) == 2:  # noqa: PLR2004 - a start and an end
            found.append(_FrameLine(at, timecodes))
    digits = (len(timecode[5]) for line in found for timecode in line.timecodes)
    return found if all(count <= _MAX_FRAME_DIGITS for count in digits) else []


def _guess_rate(frames: Sequence[int], *, drop: bool) -> FrameRate:
    """The lowest usual rate that counts so high."""
    highest = max(frames)
    if drop and highest < _NTSC_RATE.counted:
        return _NTSC_RATE
    if len(frames) >= _MIN_FILM_TIMECODES and highest < _FILM_RATE.counted:
        return _FILM_RATE
    return next(rate for rate in _USUAL_RATES if highest < rate.counted)


def _frame_notes(lines: Iterable[_FrameLine], rate: FrameRate, *, guessed: bool) -> Findings:
    first, *_ = lines
    notes: Findings = []
    if guessed:
        example = first.timecodes[0][0]
        time = format_vtt_timestamp(_timecode_ms(first.timecodes[0], rate))
        message = (
            f"times that count frames were read as {rate} frames a second, which is a guess: "
            f"{example} is {time}"
        )
        fix = f"write frame_rate = {rate}, or the right one, into the track's table in video.toml"
        notes.append(Finding(first.at + 1, "frames-guessed", message, fix))
    for line in lines:
        if any(int(timecode[5]) >= rate.counted for timecode in line.timecodes):
            message = f"counts more than the {rate.counted} frames of a second"
            fix = "correct frame_rate in the track's table in video.toml, or the time"
            notes.append(Finding(line.at + 1, "frame-too-high", message, fix))
            break
    return notes


def _timecode_ms(timecode: re.Match[str], rate: FrameRate) -> int:
    hours, minutes, seconds = int(timecode[1]), int(timecode[2]), int(timecode[3])
    whole = hours * 3600 + minutes * 60 + seconds
    return timecode_ms(whole, int(timecode[5]), rate, drop=timecode[4] == ";")


def _write_milliseconds(line: str, rate: FrameRate, decimal_mark: str) -> str:
    def write(timecode: re.Match[str]) -> str:
        return format_vtt_timestamp(_timecode_ms(timecode, rate)).replace(".", decimal_mark)

    return _TIMECODE.sub(write, line, count=2)
