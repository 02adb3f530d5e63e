"""The offset of a caption file's clock, as an owner names it in video.toml."""

from collections.abc import Iterator

from showcase.core.captions.cues import TimedWord
from showcase.core.timing.timecodes import format_clock
from showcase.errors import ContentError, Fault
from showcase.store.captions.findings import Finding
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile

_FIX = "correct offset in the track's table in video.toml"


def shift_times(parsed: ParsedFile, offset_ms: int, name: str) -> None:
    """Move every time of a file by the offset of its clock; cues that would begin before 0 are reported.

    Args:
        parsed: its cues are moved. A cue that ends before 0 is left out, with a fault.
        offset_ms: milliseconds, less than 0 for an earlier time; 0 changes nothing.
        name: the path or name of the file, for messages.

    Raises:
        ContentError: no cue is left.
    """
    if not offset_ms or not parsed.cues:
        return
    # An offset is written as the file writes its times: where frames make its seconds longer, it is longer.
    by_ms = round(offset_ms * parsed.clock_scale)
    cues = list(_shift_cues(parsed, by_ms))
    if not cues:
        message = f"the offset puts every cue before 0, the last by {_clock(parsed, by_ms)}"
        raise ContentError((Fault(name, message, _FIX, "before-the-start"),))
    parsed.cues = cues


def _clock(parsed: ParsedFile, by_ms: int) -> str:
    return format_clock(-by_ms - max(cue.start_ms for cue in parsed.cues))


def _shift_cues(parsed: ParsedFile, by_ms: int) -> Iterator[ParsedCue]:
    for cue in parsed.cues:
        start_ms, end_ms = cue.start_ms + by_ms, cue.end_ms + by_ms
        if max(start_ms, end_ms - 1) < 0:
            message = "lies before 0 with this offset, and was left out"
            parsed.faults.append(Finding(cue.line, "before-the-start", message, _FIX))
            continue
        if start_ms < 0:
            message = "begins before 0 with this offset, and was cut there"
            parsed.notes.append(Finding(cue.line, "cut-at-start", message, _FIX))
        words = tuple(TimedWord(at, ms + by_ms) for at, ms in cue.text.words)
        text = cue.text._replace(words=words) if words else cue.text
        yield cue._replace(start_ms=max(start_ms, 0), end_ms=max(end_ms, 0), text=text)
