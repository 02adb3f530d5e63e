"""Files of captions joined end to end: their times begin again, and their words would be mixed.

Nobody knows when the words of the second file are said, so this is an error. A cue or a block of cues that is
only in the wrong place is none: sorted, it fills a gap that the others leave.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.parsed_file import ParsedCue

# So many cues at the times of others are no accident; where the numbers or the beginning of the file come
# back too, fewer are enough.
_MIN_SAME_TIMES = 5
_MIN_SAME_TIMES_AT_START = 2
# A file in no order at all is not made of files.
_MAX_RUNS = 50


class NumberedTimes(NamedTuple):
    """The times of a cue, and the number that its file gives it, if any."""

    line: int
    start_ms: int
    end_ms: int
    number: int | None = None


def report_new_beginnings(
    cues: Sequence[ParsedCue], faults: Findings, numbers: dict[int, int] | None = None
) -> None:
    """Report the lines of a file at which times begin again.

    Args:
        cues: in the order of the file.
        faults: an error for each place is appended.
        numbers: those of cues, by the lines of their times; None for a format without.
    """
    if all(before.start_ms < cue.start_ms for before, cue in pairwise(cues)):
        return
    known = numbers or {}
    times = [NumberedTimes(cue.line, cue.start_ms, cue.end_ms, known.get(cue.line)) for cue in cues]
    faults += [new_beginning(line) for line in find_new_beginnings(times)]


def number_below_headers(cues: Sequence[ParsedCue], header_lines: Sequence[int]) -> dict[int, int]:
    """The numbers that cues have in a format without, by their lines: from 1 below each header.

    Args:
        cues: in the order of the file.
        header_lines: in order; {} is returned for a file of one.
    """
    counts: Counter[int] = Counter()
    numbers: dict[int, int] = {}
    for cue in cues:
        file = bisect_right(header_lines, cue.line)
        counts[file] += 1
        numbers.setdefault(cue.line, counts[file])
    return numbers if len(counts) > 1 else {}


def report_joined_lines(cues: Sequence[ParsedCue], faults: Findings) -> None:
    """The same for a format that does not say how long a line is shown: until the next one in the file.

    Args:
        cues: in the order of the file, one a line.
        faults: an error for each place is appended.
    """
    times = [
        NumberedTimes(cue.line, cue.start_ms, max(after.start_ms, cue.start_ms + 1))
        for cue, after in pairwise([*cues, *cues[-1:]])
    ]
    faults += [new_beginning(line) for line in find_new_beginnings(times)]


def new_beginning(line: int) -> Finding:
    """The error for a place where times begin again."""
    message = "another file begins here, and its times begin again"
    fix = "join the files so that times go on, or keep only one of them"
    return Finding(line, "times-begin-again", message, fix)


def find_new_beginnings(times: Sequence[NumberedTimes]) -> Iterator[int]:
    """The lines of the cues that begin another file, though its times are those of the one before."""
    runs = _ascending_runs(times)
    if not 1 < len(runs) <= _MAX_RUNS:
        return
    for number, run in enumerate(runs[1:], 1):
        earlier = [cue for before in runs[:number] for cue in before]
        if _begins_again(run, earlier):
            yield run[0].line


def _ascending_runs(times: Sequence[NumberedTimes]) -> list[list[NumberedTimes]]:
    """Cues in order of time, as far as that goes on."""
    runs = [list(times[:1])]
    for before, cue in pairwise(times):
        if cue.start_ms < before.start_ms or (
            cue.start_ms == before.start_ms and _counts_again(cue, before)
        ):
            runs.append([])
        runs[-1].append(cue)
    return runs


def _counts_again(cue: NumberedTimes, before: NumberedTimes) -> bool:
    """Do numbers begin again with this cue, at 0 or 1?"""
    return cue.number in {0, 1} and before.number is not None and before.number >= cue.number


def _begins_again(run: Sequence[NumberedTimes], earlier: Sequence[NumberedTimes]) -> bool:
    same = _count_same_times(run, earlier)
    if _counts_again(run[0], earlier[-1]) and same:
        return True
    goes_on_counting = run[0].number is not None and run[0].number not in {0, 1}
    at_start = run[0].start_ms <= earlier[0].start_ms
    needed = _MIN_SAME_TIMES_AT_START if at_start and not goes_on_counting else _MIN_SAME_TIMES
    return same >= needed and same * 2 >= len(run)


def _count_same_times(run: Sequence[NumberedTimes], earlier: Sequence[NumberedTimes]) -> int:
    """How many cues are shown while an earlier one is, for more than half of the time."""
    ordered = sorted(earlier, key=lambda cue: cue.start_ms)
    starts = [cue.start_ms for cue in ordered]
    ends = list(accumulate((cue.end_ms for cue in ordered), max))
    return sum(_is_shown_with_others(cue, starts, ends) for cue in run)


def _is_shown_with_others(cue: NumberedTimes, starts: Sequence[int], ends: Sequence[int]) -> bool:
    middle_ms = (cue.start_ms + cue.end_ms) // 2
    before = bisect_right(starts, middle_ms)
    return before > 0 and ends[before - 1] > middle_ms
