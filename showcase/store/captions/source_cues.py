"""The cues of a WebVTT, SubRip or SBV file as they are written, so that a file can be written again.

Readers keep what is said and when. Here everything is kept: comments, styles, settings, tags, blank lines.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.caption_lines import HEADER, clean_structure
from showcase.store.captions.cue_payload import CueLines, has_loose_blanks, read_payload
from showcase.store.captions.cue_starts import (
    NON_CUE_BLOCK,
    CueStart,
    cue_number,
    find_cue_starts,
)
from showcase.store.captions.repair import text_after_times
from showcase.store.captions.repaired_captions import RepairedCaptions
from showcase.store.captions.stray_text import METADATA_LINE, split_paragraphs
from showcase.store.captions.timing_lines import CaptionFormat


class SourceCue(NamedTuple):
    """A cue as it is in its file.

    Attributes:
        line: of its times, from 1.
        above: what stands between the text of the cue before and this one: blank lines and comments.
        identifier: the lines from its number or name down to its times; () where there are none.
        has_number: its identifier is a number.
        times: the line of its times where that is as its format asks; "" for one to be written anew.
        start_ms, end_ms: milliseconds; the end may be before the start.
        settings: what is behind its times and is no text.
        text: its lines, with tags and character references.
    """

    line: int
    above: tuple[str, ...]
    identifier: tuple[str, ...]
    has_number: bool
    times: str
    start_ms: int
    end_ms: int
    settings: str
    text: tuple[str, ...]

    def at(self, start_ms: int, end_ms: int) -> "SourceCue":
        """The cue with other times, or itself."""
        if (start_ms, end_ms) == (self.start_ms, self.end_ms):
            return self
        return self._replace(start_ms=start_ms, end_ms=end_ms, times="")


class SourceFile(NamedTuple):
    """A caption file as it is written.

    Attributes:
        caption_format: its format.
        head: the lines above the first cue.
        cues: in the order in which they are to be written.
        end: the lines below the text of the last cue.
    """

    caption_format: CaptionFormat
    head: tuple[str, ...]
    cues: tuple[SourceCue, ...]
    end: tuple[str, ...]


def read_source(lines: Sequence[str], caption_format: CaptionFormat) -> SourceFile:
    """The cues of a file as they are written.

    Args:
        lines: the whole file, with all that is in its lines. All of its times can be read.
        caption_format: its format.
    """
    plain = clean_structure(lines)
    starts = list(find_cue_starts(plain, caption_format))
    loose = has_loose_blanks(plain, starts, caption_format)
    cues: list[SourceCue] = []
    below: tuple[str, ...] = ()
    for start, following in pairwise([*starts, None]):
        if start:
            end = following.first_index if following else len(plain)
            block = CueLines(plain, caption_format, start, end, following, loose)
            cue, below = _read_cue(block, lines, below)
            cues.append(cue)
    first = starts[0].first_index if starts else len(plain)
    head = _clean_head(plain[:first], lines[:first], caption_format)
    return SourceFile(caption_format, head, tuple(cues), below)


def _read_cue(
    block: CueLines, lines: Sequence[str], above: tuple[str, ...]
) -> tuple[SourceCue, tuple[str, ...]]:
    """A cue, and the lines below its text; `lines` are as they are written."""
    start, found = block.start, RepairedCaptions()
    own, _ = read_payload(block, found)
    text, below = _cut_text(lines[start.timing_index + 1 : block.end], len(own), block)
    settings = start.timing.rest if start.timing else ""
    rest = text_after_times(start, found, alone=not own) if settings else []
    cue = SourceCue(
        line=start.timing_index + 1,
        above=above,
        identifier=_identifier(block, lines),
        has_number=cue_number(block.lines, start) is not None,
        times="" if rest else _standard_times(block, lines),
        start_ms=_time_ms(start, "start"),
        end_ms=_time_ms(start, "end"),
        settings="" if rest else settings,
        text=(*rest, *text),
    )
    return cue, below


def _cut_text(
    lines: Sequence[str], count: int, block: CueLines
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """So many lines of text, without blank ones between them, and what is below the last of them.

    A blank line above a number or a note stays: whether that is said is for the owner to decide.
    """
    text: list[str] = []
    at = found = 0
    while found < count:
        plain = clean_structure([lines[at]])[0].strip()
        if plain and at and not lines[at - 1].strip() and _may_be_no_words(plain, block):
            text.append("")
        if plain:
            text.append(lines[at])
            found += 1
        at += 1
    # A line of spaces is no blank line in WebVTT, so it belongs to the text, and nobody sees it.
    while at < len(lines) and lines[at].isspace():
        at += 1
    return tuple(text), tuple(lines[at:])


def _may_be_no_words(line: str, block: CueLines) -> bool:
    """Is a line below a blank one taken for the number of a cue by some programs, or for a comment?"""
    if block.caption_format is CaptionFormat.VTT:
        return NON_CUE_BLOCK.match(line) is not None
    return line.isdecimal()


def _identifier(block: CueLines, lines: Sequence[str]) -> tuple[str, ...]:
    """The number or name of a cue; without blank lines between it and the times."""
    start = block.start
    if start.first_index == start.timing_index:
        return ()
    plain = block.lines[start.first_index]
    return (plain.strip() if plain.strip().isdecimal() else lines[start.first_index],)


def _standard_times(block: CueLines, lines: Sequence[str]) -> str:
    """The line of the times, if it needs no change; else ""."""
    at, timing = block.start.timing_index, block.start.timing
    is_kept = timing and timing.is_standard and lines[at] == block.lines[at].strip()
    return lines[at] if is_kept else ""


def _time_ms(start: CueStart, which: str) -> int:
    """Readable times are checked before; of others nothing is written."""
    return (parse_time(getattr(start.timing, which)) or 0) if start.timing else 0


def _clean_head(
    plain: Sequence[str], lines: Sequence[str], caption_format: CaptionFormat
) -> tuple[str, ...]:
    """The lines above the first cue, of WebVTT with its header in the first one."""
    if caption_format is not CaptionFormat.VTT:
        return tuple(lines)
    first = next((at for at, line in enumerate(plain) if line.strip()), len(plain))
    header = plain[first].strip() if first < len(plain) else ""
    if not HEADER.match(header):
        return ("WEBVTT", "", *lines[first:])
    return _join_header((f"WEBVTT{header[len('WEBVTT') :]}", *lines[first + 1 :]))


def _join_header(head: tuple[str, ...]) -> tuple[str, ...]:
    """The lines above the first cue; lines of the header below a blank line are put where they belong."""
    size = next((at for at, line in enumerate(head) if not line.strip()), len(head))
    late: list[str] = []
    rest = list(head[size:])
    found = split_paragraphs(head, size, len(head), CaptionFormat.VTT)
    for at, lines in reversed(list(found)):
        if all(map(METADATA_LINE.match, lines)):
            late = [*lines, *late]
            del rest[at - size - 1 : at - size + len(lines)]
    return (*head[:size], *late, *rest)
