"""The values of transcripts in JSON: times, certainties and speakers, as programs write them."""

import math
from collections.abc import Mapping, Sequence

from showcase.core.timing.timecodes import parse_time

MS_PER_SECOND = 1_000
_NANOSECONDS = 1_000_000_000
# 1,000 hours: more than any recording has.
_MAX_MS = 3_600_000_000
_PERCENT = 100
_MAX_SPEAKER_NUMBER = 1_000_000
_SPEAKER_NAMES = ("name", "speaker_name", "label", "id")
_NOBODY = frozenset({"", "unknown", "unknown speaker", "speaker_unknown", "none", "null"})

Fields = Mapping[str, object]


def read_ms(value: object, per_second: int) -> int | None:
    """A time in milliseconds, None when it is none, or is negative or far too large.

    Args:
        value: a number, a number as text ("0.44"), a clock ("00:01:02,500"), seconds as Google writes them
            ("1.3s", {"seconds": "1", "nanos": 300000000}).
        per_second: how many units of a number are a second: 1 for seconds, 1000 for milliseconds.
    """
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        if not 0 <= value <= _MAX_MS * per_second:
            return None
        ms = round(value * MS_PER_SECOND / per_second)
        return ms if ms <= _MAX_MS else None
    if isinstance(value, str):
        return _read_clock_ms(value, per_second)
    if isinstance(value, dict) and not value.keys().isdisjoint(("seconds", "nanos")):
        seconds, nanos = read_number(value.get("seconds", 0)), read_number(value.get("nanos", 0))
        value = None if seconds is None or nanos is None else seconds + nanos / _NANOSECONDS
    number = read_number(value)
    if number is None:
        return None
    ms = round(number * MS_PER_SECOND / per_second)
    return ms if 0 <= ms <= _MAX_MS else None


def _read_clock_ms(value: str, per_second: int) -> int | None:
    number = read_number(value)
    if number is not None:
        return read_ms(number, per_second)
    ms = parse_time(value[:40].replace(",", "."))
    return ms if ms is not None and ms <= _MAX_MS else None


def read_number(value: object) -> float | None:
    """A finite number, also one that is written as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def read_probability(value: object) -> float | None:
    """A certainty from 0 to 1; also one in percent. None when there is none."""
    number = read_number(value)
    if number is None or not 0 <= number <= _PERCENT:
        return None
    return number / _PERCENT if number > 1 else number


def read_text(value: object) -> str:
    """A text; "" for anything that is not one."""
    return value if isinstance(value, str) else ""


def first_value(fields: Fields, names: Sequence[str]) -> object:
    """The value of the first property that is there and is not null; None when there is none."""
    for name in names:
        value = fields.get(name)
        if value is not None:
            return value
    return None


def read_speaker(value: object, names: Mapping[str, str] | None = None) -> str | None:
    """Who speaks, as the file has it.

    Names are kept as they are, also "SPEAKER_00": an alias in `[[people]]` gives them the name of a person.
    A number or a letter alone would say nothing on a page, so 0 is "Speaker 0" and "A" is "Speaker A", as the
    programs that write such files show them.

    Args:
        value: a name, a number, or an object with one of them.
        names: the names by the identifiers that the file uses; None when it has none.

    Returns:
        None when the file says that it does not know who speaks.
    """
    if isinstance(value, dict):
        value = first_value(value, _SPEAKER_NAMES)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int) and not 0 <= value <= _MAX_SPEAKER_NUMBER:
        return None
    written = " ".join(str(value)[:200].split())
    name = (names or {}).get(written) or written
    if name.casefold() in _NOBODY:
        return None
    return f"Speaker {name}" if name.isdecimal() or (len(name) == 1 and name.isascii()) else name


def speaker_names(entries: object) -> dict[str, str]:
    """The names of a list of speakers, by their identifiers: `[{"id": 1, "name": "Ana"}]`."""
    found = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict):
            name = read_text(first_value(entry, ("name", "speaker_name")))
            for key in ("id", "speaker_id"):
                identifier = entry.get(key)
                if name and isinstance(identifier, str):
                    found[identifier] = name
                elif (
                    name and isinstance(identifier, int) and 0 <= identifier <= _MAX_SPEAKER_NUMBER
                ):
                    found[str(identifier)] = name
    return found
