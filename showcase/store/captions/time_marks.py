"""Times at the beginnings of lines, as transcripts in plain text have them.

Read are `[00:01:23] text`, `(1:23)`, `1:23 Name:`, `00:01:23.450 - text`, a time on a line of its own,
`Name  0:12` and `Name (00:12):` above what is said, `Name: [00:12] text`, and `0:0:3.5 --> 0:0:6.2`; all in
digits and brackets of any script.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.caption_lines import plain_characters

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?"
# Not half of a longer number, of a date or of a time of day: "10:30:00:12", "10:30 a.m."
_CLOCK_END = r"(?![\d:])(?!\s?[aApP]\.?[mM]\b)"
_TO = r"\s{0,3}(?:-->|->|→|[-–—~〜]|to)\s{0,3}"
_BULLET = r"\s{0,20}(?:[-–—•*>]{1,3}\s{1,3})?"
_BRACKETED = re.compile(
    rf"{_BULLET}[\[(<]\s{{0,3}}({_CLOCK})(?:{_TO}({_CLOCK}))?\s{{0,3}}[\])>]\s{{0,9}}(?:[-–—:：]\s+)?(.*)",
    re.DOTALL,
)
_RANGE = re.compile(rf"\s{{0,20}}({_CLOCK}){_TO}({_CLOCK}){_CLOCK_END}\s*(.*)", re.DOTALL)
_BARE = re.compile(
    rf"{_BULLET}({_CLOCK}){_CLOCK_END}()(?:\s+[-–—|:：]\s+|[-–—:：]\s+|\s+|$)(.*)", re.DOTALL
)
_NAMED = re.compile(
    rf"\s{{0,20}}(?P<name>[^\s\[(（][^\[\]()（）\t]{{0,60}}?)(?P<gap>\s{{1,9}}|(?<=:)(?=[\[(]))"
    rf"(?P<open>[\[(（]?)(?P<time>{_CLOCK}){_CLOCK_END}[\])）]?\s?(?P<colon>[:：]?)\s*(?P<rest>.*)",
    re.DOTALL,
)
_MAX_NAME_WORDS = 5
_MAX_NAME_CHARS = 60
_NO_NAME_ENDS = ".,;!?…。、"
_NAME_PARTICLES = frozenset({
    "and", "of", "the", "de", "del", "della", "da", "di", "do", "dos", "das", "du", "la", "le",
    "las", "los", "van", "von", "der", "den", "ter", "bin", "al", "el", "y", "e",
})  # fmt: skip
# A way to write times counts if every fifth time is written in it, measured by the most frequent way.
_MIN_KIND_SHARE = 5
_INLINE_TIME = re.compile(rf"[\[(]({_CLOCK})[\])]")


class MarkKind(Enum):
    """Where on its line a time is."""

    BRACKETED = "in brackets"
    BARE = "bare"
    RANGE = "with an end"
    NAMED = "after a name"


class TimeMark(NamedTuple):
    """A time that begins a part of a transcript.

    Attributes:
        line: its line, from 0.
        kind: where on the line it is.
        start_ms: milliseconds.
        end_ms: milliseconds, None where the file has none.
        name: who is named before the time, "" for nobody.
        rest: the text after it on its line.
    """

    line: int
    kind: MarkKind
    start_ms: int
    end_ms: int | None
    name: str
    rest: str


def find_time_marks(lines: Sequence[str]) -> tuple[list[TimeMark], list[TimeMark]]:
    """The times that begin parts of a transcript, and those that are words.

    A time is a word ("10:30 is when we start") where the file writes its times in another way, or where it
    breaks the order of the others.

    Args:
        lines: of the whole file.
    """
    marks = list(_read_marks(lines))
    usual = _usual_kinds(marks)
    alone = _are_alone(marks)
    candidates = [
        mark
        for mark in marks
        if mark.kind in usual and not (alone and mark.kind is MarkKind.BARE and mark.rest)
    ]
    kept = {
        candidates[number].line for number in _longest_ascending([m.start_ms for m in candidates])
    }
    return [m for m in marks if m.line in kept], [m for m in marks if m.line not in kept]


def keep_early_words(marks: Sequence[TimeMark], words: Sequence[TimeMark]) -> list[TimeMark]:
    """The times of a transcript, with those before the first that break the order: their words are said too.

    They get the time of the first that is in order: the words are above it.

    Args:
        marks: times that begin parts.
        words: those that do not, see `find_time_marks`.
    """
    kinds = {mark.kind for mark in marks}
    early = [mark for mark in words if mark.line < marks[0].line and mark.kind in kinds]
    return [*(mark._replace(start_ms=marks[0].start_ms, end_ms=None) for mark in early), *marks]


def _read_marks(lines: Sequence[str]) -> Iterator[TimeMark]:
    for number, line in enumerate(lines):
        if any(map(str.isdecimal, line[:200])) and (mark := _read_mark(number, line)):
            yield mark


def find_inline_times(text: str) -> Iterator[tuple[int, int, int]]:
    """Where times in brackets begin and end in a text, and what they say in milliseconds."""
    for found in _INLINE_TIME.finditer(plain_characters(text)):
        if (ms := read_clock(found[1])) is not None:
            yield found.start(), found.end(), ms


def _read_mark(number: int, line: str) -> TimeMark | None:
    plain = plain_characters(line)
    for kind, pattern in (
        (MarkKind.RANGE, _RANGE), (MarkKind.BRACKETED, _BRACKETED), (MarkKind.BARE, _BARE),
    ):  # fmt: skip
        found = pattern.match(plain)
        start_ms = read_clock(found[1]) if found else None
        if found and start_ms is not None:
            end_ms = read_clock(found[2]) if found[2] else None
            return TimeMark(number, kind, start_ms, end_ms, "", line[found.start(3) :].strip())
    return _read_named_mark(number, line, plain)


def _read_named_mark(number: int, line: str, plain: str) -> TimeMark | None:
    """`Rosa Field  0:12`, `Speaker 1 (00:12):`; text may follow only brackets, a colon beside them.

    Args:
        number: of the line, from 0.
        line: as it is written.
        plain: the same in ASCII, see `plain_characters`.
    """
    found = _NAMED.fullmatch(plain)
    if not found:
        return None
    has_colon = found["colon"] or found["name"].endswith(":")
    if found["rest"] and not (found["open"] and has_colon):
        return None
    start_ms = read_clock(found["time"])
    name = line[found.start("name") : found.end("name")].strip().rstrip(":：").strip()
    if start_ms is None or not looks_like_name(name):
        return None
    return TimeMark(
        number, MarkKind.NAMED, start_ms, None, name, line[found.start("rest") :].strip()
    )


def read_clock(text: str) -> int | None:
    """A time as transcripts have it: "1:23", "00:01:23,450", also "0:0:3.5", in digits of any script."""
    return parse_time(plain_characters(text).replace(",", "."))


def looks_like_name(text: str) -> bool:
    """Can a line be somebody's name: "Rosa Field", "SPEAKER 1", "Ana de la Cruz", "佐藤"?

    A name is up to five words without a comma or a full stop at its end, each with a capital letter, a digit,
    or letters that have no capitals.
    """
    words = text.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or len(text) > _MAX_NAME_CHARS:
        return False
    if text[-1] in _NO_NAME_ENDS or not any(map(str.isalpha, text)):
        return False
    return (
        all(not word[0].islower() or word in _NAME_PARTICLES for word in words)
        and not words[0][0].islower()
    )


def _usual_kinds(marks: Sequence[TimeMark]) -> set[MarkKind]:
    """How the file writes its times; "12:30" at the start of a line is a word in a file of "[00:12:30]"."""
    counts = Counter(mark.kind for mark in marks)
    most = max(counts.values(), default=0)
    usual = {kind for kind, count in counts.items() if count * _MIN_KIND_SHARE >= most}
    first = counts.most_common(1)[0][0] if counts else None
    if first in (MarkKind.BRACKETED, MarkKind.RANGE) and most > 1:
        usual -= {MarkKind.BARE}
    return usual


def _are_alone(marks: Sequence[TimeMark]) -> bool:
    """Has the file its bare times on lines of their own, so that one before text is a word?"""
    bare = [mark for mark in marks if mark.kind is MarkKind.BARE]
    return sum(not mark.rest for mark in bare) * 2 > len(bare)


def _longest_ascending(times: Sequence[int]) -> Iterator[int]:
    """The numbers of the most times that are in order, equal ones too (patience sorting)."""
    ends: list[int] = []  # ends[n]: the number of the smallest time that ends n + 1 times in order.
    before: list[int] = []
    for number, ms in enumerate(times):
        length = bisect_right(ends, ms, key=times.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [number]
    number = ends[-1] if ends else -1
    while number >= 0:
        yield number
        number = before[number]
