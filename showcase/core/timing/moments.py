"""Moments: stretches of a video, and the one place that reads and writes them in addresses.

A moment is a temporal W3C media fragment (Media Fragments URI 1.0, section 4.2.1). People and other
sites write it in many ways; all that are known are read, one is written: `t=90` or `t=12.5,18`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import decimal, normalize
from urllib.parse import quote, urlencode

from showcase.core.timing.timecodes import format_seconds, parse_time

# The names of parameters in addresses: ours and YouTube's, YouTube's for a video that is gone on with.
START_NAMES = ("t", "start", "time_continue")
# YouTube's, and PeerTube's.
END_NAMES = ("end", "stop")
# "1m30", "1h30", "1h2m3": a last number without a unit counts the next smaller one.
_WITHOUT_LAST_UNIT = re.compile(r".*([hm])\d{1,2}", re.ASCII)
_NEXT_UNIT = {"h": "m", "m": "s"}
_MAX_TIME_CHARS = 100


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

    def without_end(self) -> "Moment":
        """From the same time, but it plays on."""
        return Moment(self.start_ms)


def moment_between(start_ms: int, end_ms: int) -> Moment:
    """The moment from one time to another, one millisecond long at least.

    Where two people talk at once, the last word can end before the first begins.
    """
    return Moment(start_ms, max(end_ms, start_ms + 1))


def parse_moment(text: str) -> Moment | None:
    """Read the value of `t=`.

    "90", "90s", "1m30s", "1m30", "90.", "1:30", "12,34", "12-34", ",7", "t=12,34" and "npt:12,34" are
    moments, also in digits of another script. A range that has no end behind its comma ("3,"), is backwards
    ("7,3") or empty ("3,3") is none (section 6.2.1).

    Returns:
        The moment, or None where there is none: what cannot be read is ignored, never an error.
    """
    text = _plain_text(text).removeprefix("#").removeprefix("t=").removeprefix("npt:")
    first, comma, last = text.partition(",")
    if not comma and text[:1] != "-":
        first, comma, last = text.partition("-")
    start = 0 if comma and not first else _parse_link_time(first)
    end = _parse_link_time(last) if comma else None
    if start is None or (comma and (end is None or end <= start)):
        return None
    return Moment(start, end)


def _plain_text(text: str) -> str:
    """A time without spaces, in ASCII, also one in full-width characters or digits of another script."""
    plain = normalize("NFKC", text[:_MAX_TIME_CHARS])
    return "".join(
        "-" if char in "–—" else str(decimal(char, char)) for char in plain if not char.isspace()
    )


def _parse_link_time(text: str) -> int | None:
    """A time as it is in links, where its last unit or the digits after its point may be missing."""
    text = text.lower()
    if text[-2:-1].isdecimal():  # "90."
        text = text.removesuffix(".")
    if cut := _WITHOUT_LAST_UNIT.fullmatch(text):
        text += _NEXT_UNIT[cut[1]]
    return parse_time(text)


def moment_from_query(arguments: Mapping[str, str]) -> Moment | None:
    """The moment that an address asks for: `?t=…`, else `?start=…`, each also with `end=` or `stop=`.

    Other players write the end so. An end that is none, or not after the time of `t`, is ignored.
    """
    end = next((arguments[name] for name in END_NAMES if arguments.get(name)), "")
    if moment := parse_moment(arguments.get("t", "")):
        ranged = parse_moment(f"{moment},{end}") if moment.end_ms is None else None
        return ranged or moment
    names = START_NAMES[1:]
    start = next((arguments[name] for name in names if arguments.get(name)), "")
    return parse_moment(f"{start},{end}" if end else start)


def moment_text(arguments: Mapping[str, str]) -> str:
    """What an address has where `moment_from_query` looks for a moment, as it is written; "" for nothing."""
    return next((arguments[name] for name in (*START_NAMES, *END_NAMES) if arguments.get(name)), "")


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
