"""The reader of transcripts in plain text with times at the beginnings of lines: from paragraphs to cues."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import regex

from showcase.core.captions.cue_text import CueText, parse_cue_text
from showcase.core.text.tokenizer import is_unspaced
from showcase.core.timing.timecodes import format_clock, format_vtt_timestamp
from showcase.store.captions.findings import Finding
from showcase.store.captions.new_beginnings import (
    NumberedTimes,
    find_new_beginnings,
    new_beginning,
)
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.time_marks import (
    TimeMark,
    find_inline_times,
    find_time_marks,
    keep_early_words,
    looks_like_name,
)

# A transcript begins with its first time, below a title and a date at most.
_MAX_LINES_BEFORE_TIMES = 30
# Ten hours of speech, a line for each three seconds, are 12,000.
_MAX_LINES = 100_000
# Slow speech has 10 letters a second (fast: 20); of a script without spaces, 3. Text takes no longer than
# that, so that a silence after it is no part of it.
_MS_PER_LETTER = 100
_MS_PER_UNSPACED_LETTER = 350
_MIN_CUE_MS = 2_000
# A name is believed where this share of the parts of a file begins with one.
_MIN_NAMED_SHARE = 0.8
_SPEAKER_NUMBER = regex.compile(
    r"(?:speaker|interviewer|interviewee|participant)\s?\w{0,3}", regex.IGNORECASE
)
_FOOTER = regex.compile(r"\s*transcribed by https?://\S+\s*", regex.IGNORECASE)
# What YouTube's transcript says to people who do not see the clock: "1 minute, 5 seconds".
_SPOKEN_CLOCK = regex.compile(r"(?:\d+ (?:hours?|minutes?|seconds?),? ?){1,3}")


@dataclass(frozen=True, slots=True)
class TimedParagraph:
    """A part of a transcript, from one time to the next.

    Attributes:
        mark: its time.
        body: the lines below that of its time, those without text left out.
        name: who speaks, "" for nobody.
    """

    mark: TimeMark
    body: tuple[str, ...]
    name: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is said."""
        return (self.mark.rest, *self.body) if self.mark.rest else self.body


def is_timed_text(lines: Sequence[str]) -> bool:
    """Does a text have times at the beginnings of lines, from its beginning on?"""
    if len(lines) > _MAX_LINES:
        return False
    marks = keep_early_words(*find_time_marks(lines))
    before = sum(bool(line.strip()) for line in lines[: marks[0].line]) if marks else 0
    return bool(marks) and before <= _MAX_LINES_BEFORE_TIMES and (len(marks) > 1 or before == 0)


def read_timed_text(lines: Sequence[str], known_names: Sequence[str] = ()) -> ParsedFile:
    """Read a transcript with times at the beginnings of lines.

    Args:
        lines: of the whole file.
        known_names: people who may speak.
    """
    marks, words = find_time_marks(lines)
    parsed = ParsedFile()
    _report_new_beginnings([*marks, *words], parsed)
    marks = keep_early_words(marks, words)
    _note_lines_before(lines[: marks[0].line] if marks else lines, parsed)
    _note_times_in_words(words, parsed)
    paragraphs = _name_speakers(list(_paragraphs(lines, marks, parsed)), known_names)
    following = [after.mark.start_ms for after in paragraphs[1:]]
    named = any(paragraph.name for paragraph in paragraphs)
    for paragraph, next_ms in zip(paragraphs, [*following, None], strict=False):
        text = _cue_text(paragraph, named=named)
        start_ms = paragraph.mark.start_ms
        end_ms = paragraph.mark.end_ms or _guess_end(start_ms, text, next_ms)
        parsed.cues.append(ParsedCue(paragraph.mark.line + 1, start_ms, end_ms, text))
    if any(paragraph.mark.end_ms is None for paragraph in paragraphs):
        message = "the file does not say when its parts end: each ends where the next begins, at the latest"
        parsed.notes.append(Finding(marks[0].line + 1, "no-end-times", message))
    return parsed


def _report_new_beginnings(marks: Sequence[TimeMark], parsed: ParsedFile) -> None:
    """Report where the times of a text begin again: it is joined of two."""
    counts = Counter(mark.kind for mark in marks)
    usual = {kind for kind, count in counts.items() if count > 1}
    ordered = sorted((mark for mark in marks if mark.kind in usual), key=lambda mark: mark.line)
    times = [
        NumberedTimes(mark.line + 1, mark.start_ms, max(after.start_ms, mark.start_ms + 1))
        for mark, after in pairwise([*ordered, *ordered[-1:]])
    ]
    parsed.faults += [new_beginning(line) for line in find_new_beginnings(times)]


def _note_lines_before(lines: Sequence[str], parsed: ParsedFile) -> None:
    said = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    if said:
        shown = "; ".join(line[:40] for _, line in said[:3])
        message = f'{len(said)} lines before the first time are not shown: "{shown}"'
        fix = "put a time before them if they are said"
        parsed.notes.append(Finding(said[0][0], "text-before-times", message, fix))


def _note_times_in_words(words: Sequence[TimeMark], parsed: ParsedFile) -> None:
    for mark in words:
        message = f"{format_clock(mark.start_ms)} at the start of a line was not taken as a time"
        fix = "write it as the other times, in order, if it is the time of what follows"
        parsed.notes.append(Finding(mark.line + 1, "time-in-words", message, fix))


def _paragraphs(
    lines: Sequence[str], marks: Sequence[TimeMark], parsed: ParsedFile
) -> Iterator[TimedParagraph]:
    """The parts of the text; one without words is left out, as the time of nothing."""
    ends = [*(mark.line for mark in marks[1:]), len(lines)]
    for mark, end in zip(marks, ends, strict=True):
        body = [line.strip() for line in lines[mark.line + 1 : end] if line.strip()]
        if body and _FOOTER.fullmatch(body[-1]):
            message = f'"{body.pop()[:60]}" is not said, and not shown'
            parsed.notes.append(Finding(end, "footer", message))
        if body and _SPOKEN_CLOCK.fullmatch(body[0]) and len(body) > 1:
            body.pop(0)
        paragraph = TimedParagraph(mark, tuple(body), mark.name)
        if paragraph.lines:
            yield paragraph


def _name_speakers(
    paragraphs: list[TimedParagraph], known_names: Sequence[str]
) -> list[TimedParagraph]:
    """Take names that are alone between a time and what is said as speakers, if the whole file has them."""
    found = [_with_name(paragraph) for paragraph in paragraphs]
    candidates = [
        (paragraph, new)
        for paragraph, new in zip(paragraphs, found, strict=True)
        if not paragraph.name and (len(paragraph.lines) > 1 or "\t" in paragraph.lines[0])
    ]
    names = [new.name for _, new in candidates if new.name]
    known = {name.casefold() for name in known_names}
    believed = len(set(names)) < len(names) or any(
        _SPEAKER_NUMBER.fullmatch(name) or name.casefold() in known for name in names
    )
    return found if believed and len(names) >= _MIN_NAMED_SHARE * len(candidates) else paragraphs


def _with_name(paragraph: TimedParagraph) -> TimedParagraph:
    """A paragraph that begins with a name on a line or in a cell of its own, without it; else as it is."""
    first, _, rest = paragraph.lines[0].partition("\t")
    said = (*((rest.strip(),) if rest.strip() else ()), *paragraph.lines[1:])
    name = first.strip("-–—*_ ").rstrip(":：").strip("*_ ")
    if paragraph.name or not said or not looks_like_name(name):
        return paragraph
    return TimedParagraph(paragraph.mark._replace(rest=""), said, name)


def _cue_text(paragraph: TimedParagraph, *, named: bool) -> CueText:
    """The words of a paragraph; a time inside of them is that of the word after it."""
    raw = _with_timestamps("\n".join(paragraph.lines))
    if paragraph.name:
        raw = f"<v {escape(paragraph.name)}>{raw}</v>"
    elif named:
        raw = f"<v>{raw}</v>"
    return parse_cue_text(raw)


def _with_timestamps(text: str) -> str:
    """A text as that of a WebVTT cue, in which times in brackets are the times of the words after them."""
    raw, at = "", 0
    for start, end, ms in find_inline_times(text):
        raw += f"{escape(text[at:start], quote=False)}<{format_vtt_timestamp(ms)}>"
        at = end
    return raw + escape(text[at:], quote=False)


def _guess_end(start_ms: int, text: CueText, next_ms: int | None) -> int:
    """When the words of a paragraph end: when the next one begins, or as soon as slow speech would."""
    at, last_ms = max(text.words, default=(0, start_ms))
    left = text.text[at:]
    letters = sum(map(str.isalnum, left))
    unspaced = sum(map(is_unspaced, left)) if not left.isascii() else 0
    spoken_ms = (letters - unspaced) * _MS_PER_LETTER + unspaced * _MS_PER_UNSPACED_LETTER
    end_ms = max(last_ms, start_ms) + max(spoken_ms, _MIN_CUE_MS)
    return max(min(end_ms, next_ms), start_ms + 1) if next_ms is not None else end_ms
