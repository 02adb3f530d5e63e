"""Time expressions of TTML, and the intervals of nested elements (TTML2, sections 12.3.1 and 12.2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from showcase.core.timing.frame_rates import FrameRate, timecode_ms

_CLOCK = re.compile(
    r"(?:(\d{1,5}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9})|[:;](\d{1,3})(?:\.\d{1,3})?)?", re.ASCII
)
_OFFSET = re.compile(r"(\d{1,12}(?:[.,]\d{1,9})?)\s*(h|m|s|ms|f|t)?", re.ASCII)
_MS_PER_METRIC = {"h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1}
_MULTIPLIER = re.compile(r"\s*([1-9]\d{0,5})[\s:]+([1-9]\d{0,5})\s*", re.ASCII)
_DEFAULT_FRAME_RATE = Fraction(30)
_MAX_SIXTIETHS = 59
# A leap second is the sixtieth.
_MAX_SECONDS = 60
_TIME_LIMIT_MS = 100_000 * 3_600_000


@dataclass(slots=True)
class TtmlClock:
    """How a document counts time, by the attributes of its root.

    Attributes:
        rate: of its frames.
        tick_rate: ticks a second.
        is_timecode: its times are timecodes of SMPTE ST 12-1, and not of a clock.
        drop_frame: they leave out numbers to keep up with the clock.
        is_frame_rate_known: False when the document does not say its frame rate.
        used_frames: True once a time had frames.
        used_nonstandard: True once a time was not written as the standard demands.
    """

    rate: FrameRate
    tick_rate: float
    is_timecode: bool
    drop_frame: bool
    is_frame_rate_known: bool
    used_frames: bool = False
    used_nonstandard: bool = False

    @classmethod
    def from_attributes(cls, root: Mapping[str, str], rate: FrameRate | None) -> "TtmlClock":
        """The clock of a document.

        Args:
            root: the attributes of the element `tt`, without prefixes.
            rate: as the owner says; None for what the document says.
        """
        own = _number(root.get("frameRate", ""))
        multiplier = _MULTIPLIER.fullmatch(root.get("frameRateMultiplier", ""))
        slowed = Fraction(int(multiplier[1]), int(multiplier[2])) if multiplier else Fraction(1)
        counted = own or _DEFAULT_FRAME_RATE
        used = rate or FrameRate(counted * slowed, counted)
        sub_rate = _number(root.get("subFrameRate", "")) or 1
        ticks = _number(root.get("tickRate", "")) or (used.exact * sub_rate if own else 1)
        is_timecode = root.get("timeBase", "").strip() == "smpte"
        dropped = root.get("dropMode", "").strip() == "dropNTSC"
        known = bool(own or rate)
        return cls(used, float(ticks), is_timecode, dropped, is_frame_rate_known=known)

    def parse(self, text: str) -> int | None:
        """Read a time expression: "00:00:01.500", "00:00:01:12", "1.5s", "90000t".

        Read as meant are also "01:02.5", a comma before the fraction, and seconds without their "s".

        Returns:
            Milliseconds; None when it is no time.
        """
        text = text.strip()
        if clock := _CLOCK.fullmatch(text):
            ms = self._clock_ms(clock)
        elif offset := _OFFSET.fullmatch(text):
            ms = self._offset_ms(float(offset[1].replace(",", ".")), offset[2] or "")
        else:
            return None
        without_metric = ":" not in text and text[-1:].isdecimal()
        self.used_nonstandard |= "," in text or text.count(":") == 1 or without_metric
        return ms if ms is not None and ms < _TIME_LIMIT_MS else None

    def _clock_ms(self, clock: re.Match[str]) -> int | None:
        hours, minutes, seconds, fraction, frames = clock.groups()
        if int(minutes) > _MAX_SIXTIETHS or int(seconds) > _MAX_SECONDS:
            return None
        whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
        if frames is None:
            return whole * 1000 + round(float(f"0.{fraction or 0}") * 1000)
        self.used_frames = True
        if self.is_timecode:
            return timecode_ms(whole, int(frames), self.rate, drop=self.drop_frame)
        return whole * 1000 + round(int(frames) * 1000 / self.rate.exact)

    def _offset_ms(self, number: float, metric: str) -> int:
        if metric == "f":
            self.used_frames = True
            return round(number * 1000 / float(self.rate.exact))
        if metric == "t":
            return round(number * 1000 / self.tick_rate)
        return round(number * _MS_PER_METRIC[metric or "s"])


class TimeInterval(NamedTuple):
    """When an element is shown.

    Attributes:
        start_ms, end_ms: milliseconds; the end is None where nothing says it.
        is_own: its own attributes say so, or those of a `div` around it.
    """

    start_ms: int = 0
    end_ms: int | None = None
    is_own: bool = False


class TimeAttributes(NamedTuple):
    """The attributes of an element in milliseconds, None where it has none."""

    begin: int | None = None
    end: int | None = None
    dur: int | None = None

    def is_empty(self) -> bool:
        """True for an element without times."""
        return self == (None, None, None)


def nest_interval(own: TimeAttributes, around: TimeInterval, after_ms: int | None) -> TimeInterval:
    """The interval of an element inside another one.

    Args:
        own: its attributes; they count from the start of the element around it.
        around: the interval of the element around it.
        after_ms: the end of the element before it, in a `timeContainer` of "seq"; else None.
    """
    if own.is_empty():
        return around if after_ms is None else around._replace(start_ms=after_ms)
    reference = around.start_ms if after_ms is None else after_ms
    start = reference + (own.begin or 0)
    ends = [around.end_ms] if around.end_ms is not None else []
    ends += [reference + own.end] if own.end is not None else []
    ends += [start + own.dur] if own.dur is not None else []
    return TimeInterval(start, min(ends, default=None), is_own=True)


def is_absolute(own: TimeAttributes, around: TimeInterval) -> bool:
    """Were an element's times written from the start of the recording, against the standard?

    Counted from the element around it, it would start after that has ended; counted from the recording's
    start, it starts inside.
    """
    if own.begin is None or around.end_ms is None or not around.start_ms:
        return False
    outside = around.start_ms + own.begin >= around.end_ms
    return outside and around.start_ms <= own.begin < around.end_ms


def _number(text: str) -> Fraction:
    """A number above 0; 0 where there is none."""
    found = re.fullmatch(r"\s*(\d{1,9}(?:\.\d{1,6})?)\s*", text, re.ASCII)
    return Fraction(found[1]) if found else Fraction(0)
