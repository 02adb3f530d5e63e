"""Writes a WebVTT, SubRip or SBV file again: each cue in a block of its own, its times as the format asks."""

from collections.abc import Iterator

from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.source_cues import SourceCue, SourceFile
from showcase.store.captions.timing_lines import CaptionFormat


def write_source(file: SourceFile) -> str:
    """The text of a file; lines are separated by line feeds.

    What is written as the format asks is written as it was, also blank lines and comments.
    """
    lines = list(file.head)
    for cue in file.cues:
        is_blank = not lines or not lines[-1].strip()
        lines += cue.above[1:] if is_blank and cue.above[:1] == ("",) else cue.above
        if lines and lines[-1].strip():
            lines.append("")
        lines += _cue_lines(cue, file.caption_format)
    return "\n".join([*lines, *file.end])


def _cue_lines(cue: SourceCue, caption_format: CaptionFormat) -> Iterator[str]:
    yield from cue.identifier
    yield cue.times or _times(cue, caption_format)
    yield from cue.text


def _times(cue: SourceCue, caption_format: CaptionFormat) -> str:
    start, end = format_vtt_timestamp(cue.start_ms), format_vtt_timestamp(cue.end_ms)
    if caption_format is CaptionFormat.SBV:
        return f"{start.removeprefix('0')},{end.removeprefix('0')}"
    if caption_format is CaptionFormat.SRT:
        start, end = start.replace(".", ","), end.replace(".", ",")
    return f"{start} --> {end} {cue.settings}".rstrip()


def renumber(file: SourceFile) -> SourceFile:
    """A file whose cues are numbered from 1, if they are numbered."""
    if not all(cue.has_number for cue in file.cues):
        return file
    numbered = (cue._replace(identifier=(str(number),)) for number, cue in enumerate(file.cues, 1))
    return file._replace(cues=tuple(numbered))
