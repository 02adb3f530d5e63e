"""The reader of MicroDVD: `{25}{50}text|second line`, with frames for times.

docs/decisions/0021-caption-libraries.md says why no library reads it.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from showcase.core.timing.frame_rates import FrameRate, parse_frame_rate, timecode_ms
from showcase.store.captions.cue_drafts import CueDraft, escape_words, finish_cues
from showcase.store.captions.cue_limit import MAX_CUES, check_cue_count
from showcase.store.captions.findings import Finding
from showcase.store.captions.new_beginnings import report_new_beginnings
from showcase.store.captions.parsed_file import ParsedFile

_TIMES = re.compile(r"\{(\d{1,9})\}\{(\d{0,9})\}")
# Tags such as {y:i}, {Y:b} and {c:$0000FF}.
_TAG = re.compile(r"\{[A-Za-z]:[^{}]*\}")
_DEFAULT_STYLE = re.compile(r"\{DEFAULT\}", re.IGNORECASE)
# The first cue says the frames a second: {1}{1}25.
_FRAME_RATE = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:fps)?\s*", re.IGNORECASE)
_MAX_RATE_FRAME = 1
# What players assume, because most files were made for films on television discs.
_ASSUMED_FRAME_RATE = FrameRate(Fraction(24000, 1001), Fraction(24))


def read_microdvd(lines: Sequence[str], frame_rate: FrameRate | None) -> ParsedFile:
    """Read a MicroDVD file.

    Args:
        lines: the whole file.
        frame_rate: as the owner says; None for what the file says.
    """
    reader = _MicrodvdReader(frame_rate)
    for number, line in enumerate(lines, 1):
        reader.read_line(number, line)
    return reader.finish()


class _MicrodvdReader:
    """Collects cues with frames; their times are known when the frame rate is."""

    def __init__(self, frame_rate: FrameRate | None) -> None:
        self._parsed = ParsedFile()
        self._owner_rate = frame_rate
        self._file_rate: FrameRate | None = None
        # Line, start and end in frames, and the lines of the text as cue text.
        self._cues: list[tuple[int, int, int | None, list[str]]] = []

    def read_line(self, number: int, line: str) -> None:
        line = line.strip("\ufeff \t\f")
        before, *rest = _TIMES.split(line, MAX_CUES + 1)
        if before.strip() and not _DEFAULT_STYLE.match(before):
            self._read_untimed(number, before)
        for start, end, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            self._read_cue(number, int(start), int(end) if end else None, text)

    def _read_cue(self, number: int, start: int, end: int | None, text: str) -> None:
        first = not self._cues and self._file_rate is None
        if first and max(start, end or 0) <= _MAX_RATE_FRAME and (rate := _parse_rate(text)):
            self._file_rate = rate
            return
        self._cues.append((number, start, end, [microdvd_markup(text)]))
        check_cue_count(len(self._cues))

    def _read_untimed(self, number: int, text: str) -> None:
        """A line without frames goes on with the cue before it; one that begins with a brace is broken."""
        check_cue_count(len(self._parsed.notes) + len(self._parsed.broken_lines))
        if self._cues and not text.startswith("{"):
            self._cues[-1][-1].append(microdvd_markup(text))
            message = "a line without frames was read as part of the cue before it"
            self._parsed.notes.append(
                Finding(number, "line-without-times", message, "write | for a new line")
            )
            return
        self._parsed.broken_lines.append(number)
        message = "the frames cannot be read and the cue was left out"
        self._parsed.faults.append(Finding(number, "unreadable-times", message, "write {25}{50}"))

    def finish(self) -> ParsedFile:
        rate = self._owner_rate or self._file_rate or _ASSUMED_FRAME_RATE
        if self._cues and not (self._owner_rate or self._file_rate):
            message = f"the file does not say its frame rate, and {_ASSUMED_FRAME_RATE} was assumed"
            fix = "write frame_rate = 25, or what it is, in its table in video.toml"
            self._parsed.notes.append(Finding(self._cues[0][0], "assumed-frame-rate", message, fix))
        drafts = [
            CueDraft(
                number, _ms(start, rate), None if end is None else _ms(end, rate), "\n".join(markup)
            )
            for number, start, end, markup in self._cues
        ]
        self._parsed.cues = finish_cues(drafts)
        in_file = sorted(self._parsed.cues, key=lambda cue: cue.line)
        report_new_beginnings(in_file, self._parsed.faults)
        return self._parsed


def _parse_rate(text: str) -> FrameRate | None:
    found = _FRAME_RATE.fullmatch(text)
    return parse_frame_rate(found[1].replace(",", ".")) if found else None


def _ms(frame: int, rate: FrameRate) -> int:
    return timecode_ms(0, frame, rate)


def microdvd_markup(text: str) -> str:
    """The text of a cue as WebVTT cue text; a slash at the start of a line makes it slanted.

    Args:
        text: with "|" between lines.
    """
    lines = _TAG.sub("", text).split("|")
    return "\n".join(escape_words(line.strip().removeprefix("/")) for line in lines)
