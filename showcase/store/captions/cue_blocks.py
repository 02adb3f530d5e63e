"""Cue blocks: from repaired lines to cues with times in milliseconds.

A cue that stands in its file as the standard asks is read here, by the same rules. One that had to be
repaired is read by webvtt-py, and one that webvtt-py does not accept is missing: the repair was wrong, and is
reported. This is the only user of webvtt-py; docs/decisions/0019-webvtt-py.md says why it reads after the
repair.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import webvtt

from showcase.core.captions.quick_tuples import new_tuple
from showcase.store.captions.repaired_captions import CueSource

# Those of five hours; a rule that fails for none of them fails for none.
_MAX_CONFIRMED_CUES = 5_000


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


def read_blocks(cues: Sequence[CueSource]) -> list[CueBlock]:
    """The cues in the order of their file; those that webvtt-py cannot read are missing."""
    repaired = [cue for cue in cues if not cue.is_standard][:_MAX_CONFIRMED_CUES]
    if not repaired:
        return list(map(_read_standard, cues))
    confirmed = {block.line: block for block in _read_with_webvtt(repaired)}
    missing = {cue.line for cue in repaired} - confirmed.keys()
    return [
        confirmed.get(cue.line) or _read_standard(cue) for cue in cues if cue.line not in missing
    ]


def write_document(cues: Iterable[CueSource]) -> str:
    """A WebVTT document of these cues; each has its line number as identifier."""
    blocks = (f"{cue.line}\n{cue.start} --> {cue.end}\n{_escape(cue.text)}" for cue in cues)
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


def _escape(text: str) -> str:
    """An arrow in the text would end the cue."""
    return text.replace("-->", "--&gt;")


def _read_with_webvtt(cues: Iterable[CueSource]) -> list[CueBlock]:
    return [
        CueBlock(
            int(caption.identifier or 0),
            caption.start_time.in_milliseconds(),
            caption.end_time.in_milliseconds(),
            caption.raw_text,
        )
        for caption in webvtt.WebVTT.from_string(write_document(cues)).captions
    ]


def _read_standard(cue: CueSource) -> CueBlock:
    line, start, end, text, _ = cue
    return new_tuple(CueBlock, (line, _clock_ms(start), _clock_ms(end), text))


def _clock_ms(clock: str) -> int:
    """The milliseconds of "01:02:03.500" or "02:03.500"."""
    return _minute_ms(clock[:-7]) + int(clock[-6:-4] + clock[-3:])


# Those of three days; a file goes through them in order.
@lru_cache(maxsize=4_320)
def _minute_ms(clock: str) -> int:
    """The milliseconds of "01:02", hours and minutes, or of "02"."""
    hours, _, minutes = clock.rpartition(":")
    return (int(hours or 0) * 60 + int(minutes)) * 60_000
