"""Cue blocks: a repaired WebVTT document, cut into cues by webvtt-py.

This is the only user of webvtt-py. docs/decisions/0019-webvtt-py.md says why it reads after the repair.
"""

from typing import NamedTuple

import webvtt


class CueBlock(NamedTuple):
    """A cue as it is in its file.

    Attributes:
        line: number of its timing line in the file, from 1.
        start_ms, end_ms: milliseconds; the end may be before the start.
        raw_text: its text with tags and character references, lines separated by line feeds.
    """

    line: int
    start_ms: int
    end_ms: int
    raw_text: str


def read_blocks(document: str) -> list[CueBlock]:
    """The cues of a WebVTT document, in its order.

    Args:
        document: as `repair_captions` writes it: each cue's identifier is a line number. A cue that
            webvtt-py cannot read is missing from the result.
    """
    captions = webvtt.WebVTT.from_string(document).captions
    return [
        CueBlock(
            int(cue.identifier or 0),
            cue.start_time.in_milliseconds(),
            cue.end_time.in_milliseconds(),
            cue.raw_text,
        )
        for cue in captions
    ]
