"""The order and the times of cues: reported where they are odd, repaired where they must be."""

from collections.abc import Sequence
from itertools import pairwise

from showcase.store.captions.cue_blocks import CueBlock

# What was found in a file: (line number from 1, message).
Findings = list[tuple[int, str]]

# The longest that a cue should be shown (Netflix timed text style guide).
# A cue without an end gets this length.
_MAX_GUESSED_CUE_MS = 7_000


def sort_and_fix_times(
    blocks: Sequence[CueBlock], faults: Findings, notes: Findings
) -> list[CueBlock]:
    """Sort cues by start, and give each an end after its start. Cues that start together keep their order.

    Args:
        blocks: in the order of the file.
        faults: guessed ends are appended.
        notes: overlaps and cues out of order are appended.
    """
    for previous, block in pairwise(blocks):
        if block.start_ms < previous.start_ms:
            message = (
                f"begins before the cue in line {previous.line}; put the cues in order of time"
            )
            notes.append((block.line, message))
    ordered = sorted(blocks, key=lambda block: block.start_ms)
    ended = [
        _with_valid_end(block, _next_start_ms(ordered, at), faults)
        for at, block in enumerate(ordered)
    ]
    _note_overlaps(ended, notes)
    return ended


def _next_start_ms(ordered: Sequence[CueBlock], at: int) -> int | None:
    return ordered[at + 1].start_ms if at + 1 < len(ordered) else None


def _with_valid_end(block: CueBlock, next_start_ms: int | None, faults: Findings) -> CueBlock:
    """Let a cue that ends before it starts end when the next one starts, after 7 s at the latest."""
    if block.start_ms < block.end_ms:
        return block
    end_ms = block.start_ms + _MAX_GUESSED_CUE_MS
    if next_start_ms is not None:
        end_ms = max(min(end_ms, next_start_ms), block.start_ms + 1)
    faults.append((block.line, "ends before it begins; its end was guessed, write the right one"))
    return block._replace(end_ms=end_ms)


def _note_overlaps(ordered: Sequence[CueBlock], notes: Findings) -> None:
    if not ordered:
        return
    last = ordered[0]
    for block in ordered[1:]:
        if block.start_ms < last.end_ms:
            notes.append((block.line, f"begins before the cue in line {last.line} has ended"))
        if block.end_ms > last.end_ms:
            last = block
