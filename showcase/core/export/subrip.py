"""Writes cues as SubRip (.srt), which every editor and player of subtitles can read.

The format has no standard. This writes what most programs write: numbers from 1, a comma before the
milliseconds, and a blank line after each cue.
"""

import re
from collections.abc import Iterable

from showcase.core.captions.cues import Cue
from showcase.core.timing.timecodes import format_vtt_timestamp

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
# It separates the times of a cue; some programs take any line with it for such times.
_TIMING_ARROW, _ARROW_REPLACEMENT = "-->", "→"


def write_srt(cues: Iterable[Cue]) -> str:
    """A whole SubRip file.

    Args:
        cues: in order of start; those without text are left out.

    Returns:
        The text of the file. A speaker is named where they start to speak ("Ana: "); a change of speaker
        without a name is a dash.
    """
    blocks: list[str] = []
    last: str | None = None
    for cue in cues:
        if text := _format_text(cue, last):
            blocks.append(
                f"{len(blocks) + 1}\n{_timestamp(cue.start_ms)} --> {_timestamp(cue.end_ms)}\n{text}\n"
            )
            last = last if cue.sound else cue.voice
    return "\n".join(blocks)


def _timestamp(ms: int) -> str:
    return format_vtt_timestamp(ms).replace(".", ",")


def _format_text(cue: Cue, last: str | None) -> str:
    """The text of a cue without blank lines, which would end it; `last` is the voice of the one before."""
    text = "\n".join(line for line in _sanitize(cue.text).split("\n") if line.strip())
    if not text:
        return ""
    if cue.voice and cue.voice != last:
        return f"{' '.join(_sanitize(cue.voice).split())}: {text}"
    return f"- {text}" if cue.turn and not cue.voice else text


def _sanitize(text: str) -> str:
    return _CONTROL.sub(" ", text).replace(_TIMING_ARROW, _ARROW_REPLACEMENT)
