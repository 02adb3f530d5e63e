"""Frame rates and timecodes: times that count frames, as cutting rooms write them.

A timecode of SMPTE ST 12-1 names a frame, not a time: at 29.97 frames a second it counts 30 to the second,
so that an hour of it lasts 3,603.6 s. Drop-frame timecode, written with ";", leaves out two numbers a minute
except in every tenth, and keeps up with the clock.
"""

import re
from fractions import Fraction
from typing import NamedTuple

_RATE = re.compile(r"\d{1,6}(?:\.\d{1,6}|/[1-9]\d{0,5})?", re.ASCII)
# 23.976, 29.97, 59.94 and their like are 24, 30 and 60 in 1.001 seconds.
_NTSC_SLOWDOWN = Fraction(1001, 1000)
_NTSC_TOLERANCE = Fraction(1, 1000)
MIN_FRAME_RATE, MAX_FRAME_RATE = 1, 1000


class FrameRate(NamedTuple):
    """How many frames a second has.

    Attributes:
        exact: frames in a second of the recording: 30000/1001.
        counted: frames in a second of its timecode: 30.
    """

    exact: Fraction
    counted: Fraction

    @property
    def clock_scale(self) -> Fraction:
        """How long a second of timecode lasts, in seconds: 1 for 25 frames, 1.001 for 29.97."""
        return self.counted / self.exact

    def __str__(self) -> str:
        """The rate as owners write it: "25", "29.97", "23.976"."""
        return f"{float(self.exact):.3f}".rstrip("0").rstrip(".")


def parse_frame_rate(text: str) -> FrameRate | None:
    """A frame rate as people write it: "25", "29.97", "23.976", "30000/1001".

    Returns:
        None when it is no number, or not between 1 and 1,000.
    """
    text = text.strip()
    if not _RATE.fullmatch(text):
        return None
    rate = Fraction(text)
    if not MIN_FRAME_RATE <= rate <= MAX_FRAME_RATE:
        return None
    counted = Fraction(-(-rate // 1))
    slow = counted / _NTSC_SLOWDOWN
    if rate != counted and abs(slow - rate) / rate < _NTSC_TOLERANCE:
        return FrameRate(slow, counted)
    return FrameRate(rate, rate)


def timecode_ms(seconds: int, frames: int, rate: FrameRate, *, drop: bool = False) -> int:
    """The time of a timecode in milliseconds, rounded half up.

    Args:
        seconds: its hours, minutes and seconds together.
        frames: what is counted after the seconds.
        rate: of the recording.
        drop: True for drop-frame timecode (SMPTE ST 12-1, section 5.2.2): of 29.97 and its multiples.
    """
    counted, exact = rate.counted, rate.exact
    number = seconds * counted.numerator + frames * counted.denominator
    if drop and exact != counted and counted.numerator % 30 == 0:
        minutes = seconds // 60
        number -= counted.numerator // 15 * (minutes - minutes // 10)
    # Whole numbers: fractions take ten times as long.
    parts = number * exact.denominator * 1000
    per_ms = exact.numerator * counted.denominator
    return (2 * parts + per_ms) // (2 * per_ms)
