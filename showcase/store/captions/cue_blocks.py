"""Cue blocks: the one module that knows webvtt-py."""

from typing import NamedTuple

import webvtt


class CueBlock(NamedTuple):
    """A cue as its file holds it.

    Attributes:
        line: number of its timing line in the file, from 1.
        start_ms, end_ms: milliseconds; the end may be before the start.
        raw_text: its text with tags and entities, lines parted by line feeds.
    """

    line: int
    start_ms: int
    end_ms: int
    raw_text: str


def read_blocks(document: str) -> list[CueBlock]:
    """The cues of a WebVTT document whose cue identifiers are line numbers (`captions_repair`)."""
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
