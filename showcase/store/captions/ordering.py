"""The order and the times of cues: flagged where they are odd, mended where they must be."""

from collections.abc import Sequence
from itertools import pairwise

from showcase.store.captions.cue_blocks import Block

# What was found in a file: (line, message).
Findings = list[tuple[int, str]]

# The longest that a cue should stand (Netflix timed text style guide): one without an end stands so long.
_LONGEST_MS = 7_000


def in_order(blocks: Sequence[Block], faults: Findings, notes: Findings) -> list[Block]:
    """Cues sorted by start, those of one start as in the file; each ends after it begins.

    Args:
        blocks: in the order of the file.
        faults: is added to where an end was guessed.
        notes: is added to where cues overlap or are out of order.
    """
    for before, block in pairwise(blocks):
        if block.start_ms < before.start_ms:
            message = f"begins before the cue in line {before.line}; put the cues in order of time"
            notes.append((block.line, message))
    ordered = sorted(blocks, key=lambda block: block.start_ms)
    ended = [_ended(block, _next_start(ordered, at), faults) for at, block in enumerate(ordered)]
    _note_overlaps(ended, notes)
    return ended


def _next_start(ordered: Sequence[Block], at: int) -> int | None:
    return ordered[at + 1].start_ms if at + 1 < len(ordered) else None


def _ended(block: Block, next_start_ms: int | None, faults: Findings) -> Block:
    """A cue that ends before it begins ends with the next one instead, after 7 s at the latest."""
    if block.start_ms < block.end_ms:
        return block
    end_ms = block.start_ms + _LONGEST_MS
    if next_start_ms is not None:
        end_ms = max(min(end_ms, next_start_ms), block.start_ms + 1)
    faults.append((block.line, "ends before it begins; its end was guessed, write the right one"))
    return block._replace(end_ms=end_ms)


def _note_overlaps(ordered: Sequence[Block], notes: Findings) -> None:
    if not ordered:
        return
    last = ordered[0]
    for block in ordered[1:]:
        if block.start_ms < last.end_ms:
            notes.append((block.line, f"begins before the cue in line {last.line} has ended"))
        if block.end_ms > last.end_ms:
            last = block
