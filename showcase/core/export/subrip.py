"""Cues written as SubRip (.srt), which every editor and player of subtitles reads.

The format has no standard. What is written is what most programs write: numbers from 1, a comma before the
milliseconds, a blank line behind each cue.
"""

import re
from collections.abc import Iterable

from showcase.core.captions.cues import Cue
from showcase.core.timing.timecodes import format_vtt

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
# Between two times it begins a cue, wherever it stands for programs that read carelessly.
_ARROW, _HARMLESS = "-->", "→"


def write_srt(cues: Iterable[Cue]) -> str:
    """A whole SubRip file.

    Args:
        cues: in order of start; those without text are left out.

    Returns:
        The file's text. A voice is named where it begins to speak ("Ana: "); a change of speaker without a
        name is a dash.
    """
    blocks: list[str] = []
    last: str | None = None
    for cue in cues:
        if text := _text(cue, last):
            blocks.append(
                f"{len(blocks) + 1}\n{_time(cue.start_ms)} --> {_time(cue.end_ms)}\n{text}\n"
            )
            last = last if cue.sound else cue.voice
    return "\n".join(blocks)


def _time(ms: int) -> str:
    return format_vtt(ms).replace(".", ",")


def _text(cue: Cue, last: str | None) -> str:
    """What a cue shows; `last` spoke before it. A blank line would end it."""
    text = "\n".join(line for line in _plain(cue.text).split("\n") if line.strip())
    if not text:
        return ""
    if cue.voice and cue.voice != last:
        return f"{' '.join(_plain(cue.voice).split())}: {text}"
    return f"- {text}" if cue.turn and not cue.voice else text


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text).replace(_ARROW, _HARMLESS)
