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
    for found in (_long_cues(cues), _long_gaps(cues) or _late_cues(cues)):
        if found:
            line, code, message, fix = found[0]
            more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
            notes.append(Finding(line, code, message + more, fix))


def _long_cues(cues: Sequence[ParsedCue]) -> Findings:
    return [
        Finding(
            cue.line, "long-cue", f"one cue lasts {format_clock(cue.end_ms - cue.start_ms)}", _FIX
        )
        for cue in cues
        if cue.end_ms - cue.start_ms >= _MIN_LONG_CUE_MS and not _is_sound(cue.text)
    ]


def _is_sound(text: CueText) -> bool:
    """Music may last."""
    return not text.text or text.text.startswith(_BRACKETS)


def _long_gaps(cues: Sequence[ParsedCue]) -> Findings:
    return [
        Finding(
            cue.line,
            "long-gap",
            f"begins {format_clock(cue.start_ms - before.end_ms)} after the cue before, "
            f"at {format_clock(cue.start_ms)}",
            _FIX,
        )
        for before, cue in pairwise(cues)
        if cue.start_ms - before.end_ms >= _MIN_LONG_GAP_MS
    ]


def _late_cues(cues: Sequence[ParsedCue]) -> Findings:
    return [
        Finding(cue.line, "late-cue", f"a cue begins at {format_clock(cue.start_ms)}", _FIX)
        for cue in cues
        if cue.start_ms >= _MIN_LATE_START_MS
    ]
