"""The order and the times of cues: reported where they are odd, repaired where they must be."""

from collections.abc import Sequence
from itertools import pairwise

from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.parsed_file import ParsedCue

# The longest that a cue should be shown (Netflix timed text style guide).
# A cue without an end gets this length.
_MAX_GUESSED_CUE_MS = 7_000


def sort_and_fix_times(cues: Sequence[ParsedCue], notes: Findings) -> list[ParsedCue]:
    """Sort cues by start, and give each an end after its start. Cues that start together keep their order.

    Args:
        cues: in the order of the file.
        notes: guessed ends, overlaps, cues out of order and cues of no length are appended.
    """
    for previous, cue in pairwise(cues):
        if cue.start_ms < previous.start_ms:
            message = f"begins before the cue in line {previous.line}"
            fix = "put the cues in order of time"
            notes.append(Finding(cue.line, "cues-out-of-order", message, fix))
    ordered = sorted(cues, key=lambda cue: cue.start_ms)
    ended = [
        cue
        if cue.start_ms < cue.end_ms
        else _with_valid_end(cue, _next_start_ms(ordered, at), notes)
        for at, cue in enumerate(ordered)
    ]
    _note_cues_of_no_length(cues, notes)
    _note_overlaps(ended, notes)
    return ended


def _next_start_ms(ordered: Sequence[ParsedCue], at: int) -> int | None:
    return ordered[at + 1].start_ms if at + 1 < len(ordered) else None


def _with_valid_end(cue: ParsedCue, next_start_ms: int | None, notes: Findings) -> ParsedCue:
    """Give a cue without a length an end: when the next one starts, after 7 s at the latest."""
    end_ms = cue.start_ms + _MAX_GUESSED_CUE_MS
    if next_start_ms is not None:
        end_ms = max(min(end_ms, next_start_ms), cue.start_ms + 1)
    if cue.end_ms < cue.start_ms:
        message = "ends before it begins, and its end was guessed"
        notes.append(Finding(cue.line, "ends-before-it-begins", message, "write the right end"))
    return cue._replace(end_ms=end_ms)


def _note_cues_of_no_length(cues: Sequence[ParsedCue], notes: Findings) -> None:
    """Report cues that end when they begin, once for the file."""
    empty = [cue.line for cue in cues if cue.start_ms == cue.end_ms]
    if empty:
        more = f", here and in {len(empty) - 1} other lines" if len(empty) > 1 else ""
        message = f"ends when it begins, and its end was guessed{more}"
        notes.append(Finding(empty[0], "no-length", message, "write the right end"))


def _note_overlaps(ordered: Sequence[ParsedCue], notes: Findings) -> None:
    if not ordered:
        return
    last = ordered[0]
    for cue in ordered[1:]:
        if cue.start_ms < last.end_ms:
            message = f"begins before the cue in line {last.line} has ended"
            notes.append(Finding(cue.line, "cues-overlap", message))
        if cue.end_ms > last.end_ms:
            last = cue
