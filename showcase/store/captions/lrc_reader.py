"""The reader of LRC: `[01:23.45]text`, several times a line, and word times as in `<01:23.45>word`.

docs/decisions/0021-caption-libraries.md says why no library reads it.
"""

import re
from collections.abc import Sequence

from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.cue_drafts import (
    CueDraft,
    escape_words,
    finish_cues,
    time_markup,
)
from showcase.store.captions.cue_limit import check_cue_count
from showcase.store.captions.findings import Finding
from showcase.store.captions.new_beginnings import report_joined_lines
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile

_CLOCK = r"\d{1,3}:\d{1,2}(?:[:.,]\d{1,3}){0,2}"
_LINE_TIME = re.compile(rf"\s*\[\s*({_CLOCK})\s*\]")
# Some programs write the times of words as those of lines: "[00:12.00]two [00:12.50]words".
_WORD_TIME = re.compile(rf"(?:<\s*({_CLOCK})\s*>|\[(\d{{1,3}}:\d{{1,2}}[.,]\d{{1,3}})\])")
_TAG = re.compile(r"\s*\[([A-Za-z#][\w#]{0,20})\s*:([^\]]*)\]\s*")
_OFFSET = re.compile(r"\s*([+-]?\d{1,9})\s*")
_FIX = "write [01:23.45] before it"
# A refrain is short and comes a few times. Without a limit a short file could grow to an enormous one.
_MAX_REPEATED_CHARS = 100_000
# Minutes, seconds and hundredths; four are hours and these.
_PARTS_WITH_FRACTION = 3


def read_lrc(lines: Sequence[str]) -> ParsedFile:
    """Read an LRC file.

    Args:
        lines: the whole file.

    Returns:
        A cue for each time of each line. It ends when the next line starts, because LRC has no ends.
    """
    reader = _LrcReader()
    for number, line in enumerate(lines, 1):
        reader.read_line(number, line.strip("\ufeff \t\f"))
    return reader.finish()


def parse_lrc_time(text: str) -> int | None:
    """The milliseconds of a time of LRC: "01:23.45" is 83450, and so is "01:23:45"."""
    parts = re.split("[:.,]", text)
    has_fraction = len(parts) >= _PARTS_WITH_FRACTION
    whole = parts[:-1] if has_fraction else parts
    return parse_time(f"{':'.join(whole)}.{parts[-1] if has_fraction else 0}")


class _LrcReader:
    """Collects cues; the offset may be said anywhere in the file."""

    def __init__(self) -> None:
        self._parsed = ParsedFile()
        # Line, start in milliseconds before the offset, text.
        self._lines: list[tuple[int, int, str]] = []
        self._offset_ms = 0
        self._offset_line = 0
        self._length_ms: int | None = None

    def read_line(self, number: int, line: str) -> None:
        if not line:
            return
        times, at = self._read_times(line)
        if not times and (tag := _TAG.fullmatch(line)):
            self._read_tag(number, tag[1].lower(), tag[2])
        elif not times or None in times:
            self._parsed.broken_lines.append(number)
            code = "unreadable-times" if line.startswith("[") else "text-without-times"
            message = "a line without a time that can be read was left out"
            self._parsed.faults.append(Finding(number, code, message, _FIX))
        elif len(times) > 1 and len(times) * (len(line) - at) > _MAX_REPEATED_CHARS:
            message = "the line is too long for its many times and was left out"
            self._parsed.broken_lines.append(number)
            self._parsed.faults.append(Finding(number, "too-many-times", message, "keep one time"))
        else:
            self._lines += [(number, start, line[at:]) for start in times if start is not None]

    def _read_times(self, line: str) -> tuple[list[int | None], int]:
        times: list[int | None] = []
        at = 0
        while found := _LINE_TIME.match(line, at):
            times.append(parse_lrc_time(found[1]))
            at = found.end()
        return times, at

    def _read_tag(self, number: int, name: str, value: str) -> None:
        """Read `[offset:+500]` and `[length:03:20]`; the other tags are no words of the recording."""
        if name == "offset" and (offset := _OFFSET.fullmatch(value)):
            self._offset_ms, self._offset_line = int(offset[1]), number
        elif name == "length":
            self._length_ms = parse_time(value)

    def finish(self) -> ParsedFile:
        if self._offset_ms:
            message = f"the offset of {self._offset_ms} ms was taken off all times"
            self._parsed.notes.append(Finding(self._offset_line, "offset-applied", message))
        check_cue_count(len(self._lines))
        drafts = [self._draft(*line) for line in self._lines]
        self._parsed.cues = [
            cue for cue in finish_cues(drafts + self._end_of_recording(drafts)) if cue.text.text
        ]
        self._report_new_beginnings()
        return self._parsed

    def _report_new_beginnings(self) -> None:
        """A line with several times, as a refrain, stands where it is sung first."""
        first: dict[int, ParsedCue] = {}
        for cue in self._parsed.cues:
            first.setdefault(cue.line, cue)
        report_joined_lines([first[line] for line in sorted(first)], self._parsed.faults)

    def _draft(self, number: int, start_ms: int, text: str) -> CueDraft:
        markup, end_ms = self._markup(text)
        start_ms = max(start_ms - self._offset_ms, 0)
        return CueDraft(number, start_ms, end_ms if end_ms and end_ms > start_ms else None, markup)

    def _markup(self, text: str) -> tuple[str, int | None]:
        """The text as WebVTT cue text, and its end where a time after the last word says it."""
        first, *rest = _WORD_TIME.split(text)
        pieces, end_ms = [escape_words(first)], None
        for angled, square, words in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            ms = parse_lrc_time(angled or square)
            end_ms = None if ms is None or words.strip() else max(ms - self._offset_ms, 0)
            pieces.append("" if ms is None else time_markup(max(ms - self._offset_ms, 0)))
            pieces.append(escape_words(words))
        return "".join(pieces), end_ms

    def _end_of_recording(self, drafts: Sequence[CueDraft]) -> list[CueDraft]:
        last_ms = max((draft.start_ms for draft in drafts), default=0)
        if self._length_ms is None or self._length_ms <= last_ms:
            return []
        return [CueDraft(0, self._length_ms, None, "")]
