"""The reader of lists of chapters as YouTube has them in descriptions: `0:00 Intro`.

YouTube shows chapters where lines begin with times, the first is 0:00, and there are three at least
(support.google.com/youtube/answer/9884579).
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from showcase.core.captions.cue_text import parse_cue_text
from showcase.store.captions.caption_lines import plain_characters
from showcase.store.captions.findings import Finding
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.time_marks import TimeMark, find_time_marks, read_clock

_MIN_CHAPTERS = 3
# The length of the last chapter, whose end no list has, until the length of the video is known.
_LAST_CHAPTER_MS = 1_000
_MAX_LINE_CHARS = 300
_TIME_AT_END = re.compile(
    r"\s*(\S.{0,200}?)\s*[-–—|]?\s*[\[(]?((?:\d{1,3}:)?\d{1,3}:\d{2})[\])]?\s*"
)


def read_chapter_list(lines: Sequence[str], duration_ms: int = 0) -> ParsedFile:
    """Read a list of chapters. Each ends where the next begins, the last one with the recording.

    Args:
        lines: of the whole file; those without a time are not part of the list.
        duration_ms: the length of the recording, 0 where it is not known.
    """
    parsed = ParsedFile()
    chapters = list(_titles(lines))
    last_ms = max(chapters[-1][1] + _LAST_CHAPTER_MS, duration_ms) if chapters else 0
    ends = [*(start_ms for _, start_ms, _ in chapters[1:]), last_ms]
    for (line, start_ms, title), end_ms in zip(chapters, ends, strict=False):
        text = parse_cue_text(escape(title, quote=False))
        parsed.cues.append(ParsedCue(line, start_ms, max(end_ms, start_ms + 1), text))
    _note_what_youtube_asks(chapters, parsed)
    _note_other_lines(lines, {line for line, _, _ in chapters}, parsed)
    return parsed


def _titles(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Line (from 1), start in milliseconds, and title of each chapter."""
    marks, _ = find_time_marks(lines)
    at_end = [found for number, line in enumerate(lines) if (found := _time_at_end(number, line))]
    if len(at_end) > len(marks):
        yield from at_end
        return
    for mark in marks:
        title = mark.rest or mark.name or _next_line(lines, mark)
        if title:
            yield mark.line + 1, mark.start_ms, title


def _time_at_end(number: int, line: str) -> tuple[int, int, str] | None:
    line = line.strip()
    found = _TIME_AT_END.fullmatch(plain_characters(line)) if len(line) <= _MAX_LINE_CHARS else None
    start_ms = read_clock(found[2]) if found else None
    title = line[found.start(1) : found.end(1)] if found else ""
    return (number + 1, start_ms, title) if found and start_ms is not None else None


def _next_line(lines: Sequence[str], mark: TimeMark) -> str:
    """The title below a time that is alone on its line."""
    return lines[mark.line + 1].strip() if mark.line + 1 < len(lines) else ""


def _note_what_youtube_asks(chapters: Sequence[tuple[int, int, str]], parsed: ParsedFile) -> None:
    if chapters and (chapters[0][1] > 0 or len(chapters) < _MIN_CHAPTERS):
        message = (
            "YouTube shows a list of chapters only if it has three at least, the first at 0:00"
        )
        parsed.notes.append(Finding(chapters[0][0], "short-chapter-list", message))


def _note_other_lines(lines: Sequence[str], used: set[int], parsed: ParsedFile) -> None:
    titles = {cue.text.text for cue in parsed.cues}
    others = [
        (number, line.strip())
        for number, line in enumerate(lines, 1)
        if line.strip() and number not in used and line.strip() not in titles
    ]
    if others:
        message = f'{len(others)} lines without a time are no chapters: "{others[0][1][:40]}"'
        parsed.notes.append(Finding(others[0][0], "no-chapter", message))
