"""Times as people and files write them, and back; inside they are integer milliseconds."""

import re

# The largest number of minutes or seconds behind a colon.
_SIXTIETHS = 59
_MS = {"h": 3_600_000, "m": 60_000, "s": 1_000}

# Ten hours are 36,000 seconds; five digits of hours are more than any recording and keep numbers small.
_CLOCK = re.compile(r"(?:(?:(\d{1,5}):)?(\d{1,4}):)?(\d{1,9})(?:\.(\d{1,9}))?", re.ASCII)
_UNITS = re.compile(r"(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,9})(?:\.(\d{1,9}))?s)?", re.ASCII)


def _fraction(digits: str | None) -> int:
    """The milliseconds in the digits behind a decimal point, rounded half up: "5" is 500."""
    return (int(f"{digits or '':0<4}"[:4]) + 5) // 10


def _sum(hours: str | None, minutes: str | None, seconds: str | None, fraction: str | None) -> int:
    whole = int(hours or 0) * _MS["h"] + int(minutes or 0) * _MS["m"] + int(seconds or 0) * _MS["s"]
    return whole + _fraction(fraction)


def parse_time(text: str) -> int | None:
    """Read a time as people write it in links: "90", "12.5", "90s", "1m30s", "1:30", "0:01:30.5".

    Returns:
        Milliseconds, or None when it is not a time. "1:75" is not: behind a colon only 0 to 59 count
        (Media Fragments 1.0, section 4.2.1: npt-mmss, npt-hhmmss).
    """
    text = text.strip().lower()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds, _ = clock.groups()
        if (minutes and int(seconds) > _SIXTIETHS) or (hours and int(minutes) > _SIXTIETHS):
            return None
        return _sum(*clock.groups())
    units = _UNITS.fullmatch(text) if text else None
    return _sum(*units.groups()) if units else None


def format_seconds(ms: int) -> str:
    """Milliseconds as the shortest seconds: 90000 is "90", 12500 is "12.5"."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds}.{rest:03d}".rstrip("0") if rest else str(seconds)


def seconds(ms: int) -> int | float:
    """Milliseconds as a number of JSON: 9000 is 9, 12500 is 12.5."""
    whole, rest = divmod(ms, 1000)
    return ms / 1000 if rest else whole


def format_clock(ms: int) -> str:
    """Milliseconds as a clock without fractions, as on the page: "0:07", "2:01", "1:02:03"."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def format_vtt(ms: int) -> str:
    """Milliseconds as a WebVTT timestamp (section 3.1): "00:02:01.500"."""
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{rest:03d}"


def format_duration(ms: int) -> str:
    """Milliseconds as an ISO 8601 duration in whole seconds: "PT2M1S"."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "H"), (minutes, "M"), (seconds, "S")]
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")
