"""Moments: stretches of a video, and the one place that reads and writes them in addresses.

A moment is a temporal W3C media fragment (Media Fragments URI 1.0, section 4.2.1). People and other
sites write it in many ways; all that are known are read, one is written: `t=90` or `t=12.5,18`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from showcase.core.timing.timecodes import format_seconds, parse_time


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A stretch of a video.

    Attributes:
        start_ms: milliseconds from the start of the recording, 0 or more.
        end_ms: where it ends, behind start_ms; None plays on.
    """

    start_ms: int
    end_ms: int | None = None

    def __str__(self) -> str:
        """The value of `t=`: "90" or "12.5,18"."""
        start = format_seconds(self.start_ms)
        return start if self.end_ms is None else f"{start},{format_seconds(self.end_ms)}"


def moment_between(start_ms: int, end_ms: int) -> Moment:
    """The moment from one time to another, one millisecond long at least.

    Where two people talk at once, the last word can end before the first begins.
    """
    return Moment(start_ms, max(end_ms, start_ms + 1))


def parse_moment(text: str) -> Moment | None:
    """Read the value of `t=`.

    "90", "90s", "1m30s", "1:30", "12,34", ",7", "t=12,34" and "npt:12,34" are moments. A range that has
    no end behind its comma ("3,"), is backwards ("7,3") or empty ("3,3") is none (section 6.2.1).

    Returns:
        The moment, or None where there is none: what cannot be read is ignored, never an error.
    """
    text = text.strip().removeprefix("#").removeprefix("t=").removeprefix("npt:")
    first, comma, last = text.partition(",")
    start = 0 if comma and not first.strip() else parse_time(first)
    end = parse_time(last) if comma else None
    if start is None or (comma and (end is None or end <= start)):
        return None
    return Moment(start, end)


def moment_from_query(arguments: Mapping[str, str]) -> Moment | None:
    """The moment that an address asks for: `?t=…`, else `?start=…&end=…` as other players write it."""
    if moment := parse_moment(arguments.get("t", "")):
        return moment
    start, end = arguments.get("start", ""), arguments.get("end", "")
    if not start and not end:
        return None
    return parse_moment(f"{start},{end}" if end else start)


def moment_url(
    path: str, moment: Moment | None = None, *, anchor: str = "", **query: str | None
) -> str:
    """The address of a moment: `path`, `?t=` first and readable, then what else is asked, then `#anchor`.

    Values of `query` that are empty or None are left out; half an emoji (a lone surrogate) becomes "?".
    """
    parts = [] if moment is None else [f"t={moment}"]
    if rest := {key: value for key, value in query.items() if value}:
        parts.append(urlencode(rest, errors="replace"))
    question = "?" + "&".join(parts) if parts else ""
    return path + question + (f"#{quote(anchor, errors='replace')}" if anchor else "")
