"""What was withdrawn: people, passages, or a whole video, whose words may not be published any more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from showcase.core.timing.moments import Moment


class TimeRange(NamedTuple):
    """A part of a recording: milliseconds, half-open."""

    start_ms: int
    end_ms: int

    def overlap_ms(self, start_ms: int, end_ms: int) -> int:
        """For how long it and another part go on together; 0 or less where they do not."""
        return min(self.end_ms, end_ms) - max(self.start_ms, start_ms)


@dataclass(frozen=True, slots=True)
class WithdrawnPassage:
    """A passage that was withdrawn: exact words wherever they are said, or a time.

    Attributes:
        words: as they stand in the transcript; "" where a time is given.
        time: None where words are given.
    """

    words: str = ""
    time: TimeRange | None = None


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """What was withdrawn of a video that is published.

    Attributes:
        people: for each person, the name and the other spellings of it in the captions.
        passages: in the order of video.toml.
    """

    people: tuple[tuple[str, ...], ...] = ()
    passages: tuple[WithdrawnPassage, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the people."""
        return tuple(name for names in self.people for name in names)

    def __bool__(self) -> bool:
        """True where anything was withdrawn."""
        return bool(self.people or self.passages)


NO_WITHDRAWALS = Withdrawals()


def merge_ranges(ranges: Iterable[TimeRange]) -> tuple[TimeRange, ...]:
    """The same times in order, without ranges that overlap or touch."""
    merged: list[TimeRange] = []
    for each in sorted(ranges):
        if merged and each.start_ms <= merged[-1].end_ms:
            merged[-1] = TimeRange(merged[-1].start_ms, max(merged[-1].end_ms, each.end_ms))
        else:
            merged.append(each)
    return tuple(merged)


def begins_in(moment: Moment, ranges: Sequence[TimeRange]) -> bool:
    """True for a moment that begins where something was withdrawn."""
    return any(each.start_ms <= moment.start_ms < each.end_ms for each in ranges)


def overlaps(moment: Moment, ranges: Sequence[TimeRange]) -> bool:
    """True for a moment in which something was withdrawn; one without an end is as long as its start."""
    end_ms = moment.start_ms + 1 if moment.end_ms is None else moment.end_ms
    return any(each.overlap_ms(moment.start_ms, end_ms) > 0 for each in ranges)
