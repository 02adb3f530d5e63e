"""Small pieces of English: numbers with their nouns, durations, dates, lists."""

from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, which takes an s unless told: "1 word", "1,200 words"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def matches(number: int) -> str:
    """How many matches: "3 matches"."""
    return count(number, "match", "matches")


def moments(number: int) -> str:
    """How many moments: "12 moments"."""
    return count(number, "moment")


def spoken_duration(ms: int) -> str:
    """A duration as it is read aloud: "1 hour 2 minutes 34 seconds"."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    return " ".join(count(number, noun) for number, noun in parts if number) or "0 seconds"


def written_date(date: str) -> str:
    """A date as precise as it is known: "2017-12" is "December 2017"."""
    year, *rest = date.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    day = f"{int(rest[1])}," if len(rest) > 1 else ""
    return " ".join(part for part in (month, day, year) if part)


def listing(items: Sequence[str]) -> str:
    """One or more things in a row: "English and Español", "a, b and c"."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def shorten(text: str, most: int) -> str:
    """At most that many characters, cut between words, with an ellipsis."""
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def file_size(size: int) -> str:
    """A number of bytes as people read it: "820 kB", "1.9 MB" (a thousand to a thousand: IEC 80000-13)."""
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6)):
        if size >= bytes_:
            return f"{size / bytes_:.1f} {unit}"
    return f"{max(round(size / 1000), 1)} kB"
