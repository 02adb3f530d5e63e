"""Cue blocks: the one module that knows webvtt-py."""

from typing import NamedTuple

import webvtt

from showcase.core.timing.timecodes import parse_time


class Block(NamedTuple):
    """A cue as its file holds it.

    Attributes:
        line: number of its timing line in the file, from 1.
        start_ms, end_ms: milliseconds; the end may be before the start.
        raw: its text with tags and entities, lines parted by line feeds.
    """

    line: int
    start_ms: int
    end_ms: int
    raw: str


def read_blocks(document: str) -> list[Block]:
    """The cues of a WebVTT document whose cue identifiers are line numbers (`captions_repair`)."""
    captions = webvtt.WebVTT.from_string(document).captions
    return [
        # Not `start_in_seconds`: webvtt-py drops the milliseconds there.
        Block(
            int(cue.identifier or 0),
            parse_time(cue.start) or 0,
            parse_time(cue.end) or 0,
            cue.raw_text,
        )
        for cue in captions
    ]
