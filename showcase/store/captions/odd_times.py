"""Times that are odd in themselves: cues that last for minutes, hours of silence, days of video."""

from collections.abc import Sequence
from itertools import pairwise

from showcase.core.captions.cue_text import CueText
from showcase.core.timing.timecodes import format_clock
from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.parsed_file import ParsedCue

# A paragraph of a text with times at its paragraphs lasts a few minutes.
_MIN_LONG_CUE_MS = 10 * 60_000
_MIN_LONG_GAP_MS = 60 * 60_000
_MIN_LATE_START_MS = 24 * 3_600_000
_BRACKETS = ("[", "(", "♪", "♫", "*")
_FIX = "correct the times if they are mistyped"


def note_odd_times(cues: Sequence[ParsedCue], notes: Findings) -> None:
    """Report times that may be mistyped, each kind once for the file.

    Args:
        cues: in order of start.
        notes: what is found is appended.
    """
    if long := _long_cues(cues):
        message = f"one cue lasts {format_clock(long[0].end_ms - long[0].start_ms)}"
        notes.append(_with_count(Finding(long[0].line, "long-cue", message, _FIX), len(long)))
    if gaps := _long_gaps(cues):
        before, cue = gaps[0]
        wait, at = format_clock(cue.start_ms - before.end_ms), format_clock(cue.start_ms)
        message = f"begins {wait} after the cue before, at {at}"
        notes.append(_with_count(Finding(cue.line, "long-gap", message, _FIX), len(gaps)))
    elif late := [cue for cue in cues if cue.start_ms >= _MIN_LATE_START_MS]:
        message = f"a cue begins at {format_clock(late[0].start_ms)}"
        notes.append(_with_count(Finding(late[0].line, "late-cue", message, _FIX), len(late)))


def _with_count(first: Finding, count: int) -> Finding:
    more = f", and {count - 1} more like it" if count > 1 else ""
    return first._replace(message=first.message + more)


def _long_cues(cues: Sequence[ParsedCue]) -> list[ParsedCue]:
    return [
        cue
        for cue in cues
        if cue.end_ms - cue.start_ms >= _MIN_LONG_CUE_MS and not _is_sound(cue.text)
    ]


def _is_sound(text: CueText) -> bool:
    """Music may last."""
    return not text.text or text.text.startswith(_BRACKETS)


def _long_gaps(cues: Sequence[ParsedCue]) -> list[tuple[ParsedCue, ParsedCue]]:
    return [
        (before, cue)
        for before, cue in pairwise(cues)
        if cue.start_ms - before.end_ms >= _MIN_LONG_GAP_MS
    ]
