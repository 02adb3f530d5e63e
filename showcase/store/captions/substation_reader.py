"""The reader of SubStation Alpha: SSA (version 4) and ASS (version 4+).

docs/decisions/0021-caption-libraries.md says why no library reads it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from showcase.core.timing.timecodes import parse_time
from showcase.store.captions.cue_drafts import (
    CueDraft,
    finish_cues,
    voice_markup,
)
from showcase.store.captions.findings import Finding
from showcase.store.captions.new_beginnings import number_below_headers, report_new_beginnings
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.substation_text import substation_markup

_SECTION = re.compile(
    r"\[(script info|v4\+? styles\+?|events|fonts|graphics|aegisub[^\]]*)\]", re.IGNORECASE
)
_FIRST_SECTIONS = ("script info", "events")
_SECTIONS_OF_DATA = ("fonts", "graphics")
# "Name to be provided", in what converters write.
_NO_NAMES = frozenset({"NTP"})
_KEY = re.compile(r"([a-z][\w ]{0,40}?)\s*:\s?(.*)", re.IGNORECASE | re.DOTALL)
# Events that are shown but have no words, and those that are not shown.
_EVENTS_WITHOUT_WORDS = ("comment", "picture", "sound", "movie", "command")
_DEFAULT_FIELDS = (
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
)  # fmt: skip
_NEEDED_FIELDS = {"start", "end", "text"}
_CLOCK_LIKE = re.compile(r"\d:\d\d")
# Layer, start and end.
_MIN_EVENT_FIELDS = 4
# An event in the middle of a line, because a line feed was lost.
_JOINED_EVENT = re.compile(r"(?=Dialogue:[^,]{0,20},\d{1,5}:\d\d:\d\d[.,:]\d)")
_FIX_TIMES = "write Dialogue: 0,0:00:01.00,0:00:04.00,…"


def read_substation(lines: Sequence[str]) -> ParsedFile:
    """Read an SSA or ASS file.

    Args:
        lines: the whole file.

    Returns:
        A cue for each event with words; its speaker is the event's Name.
    """
    reader = _SubstationReader()
    for number, line in enumerate(lines, 1):
        for part in _JOINED_EVENT.split(line):
            reader.read_line(number, part)
    return reader.finish()


class _SubstationReader:
    """Goes through the lines of a file, and knows its section and the fields of its events."""

    def __init__(self) -> None:
        self._parsed = ParsedFile()
        self._drafts: dict[tuple[int, int, str], CueDraft] = {}
        self._fields: Sequence[str] = _DEFAULT_FIELDS
        self._section = ""
        # Where a header stands: that of another file, if events are above it.
        self._header_lines: list[int] = []
        self._drawing_lines: list[int] = []
        self._repeated_lines: list[int] = []

    def read_line(self, number: int, line: str) -> None:
        line = line.strip("\ufeff \t\f")
        if not line or line.startswith((";", "!:")):
            return
        if section := _SECTION.fullmatch(line):
            self._section = section[1].lower()
            if self._section in _FIRST_SECTIONS:
                self._header_lines.append(number)
            return
        found = _KEY.fullmatch(line)
        key, value = (found[1].lower(), found[2]) if found else ("", line)
        if key == "dialogue":
            self._read_event(number, value)
        elif key == "format" and self._section in ("events", ""):
            self._read_fields(number, value)
        elif key not in _EVENTS_WITHOUT_WORDS:
            self._check_stray(number, line)

    def _read_fields(self, number: int, value: str) -> None:
        fields = [name.strip().lower() for name in value.split(",")]
        if set(fields) >= _NEEDED_FIELDS and fields[-1] == "text":
            self._fields = ["name" if name == "actor" else name for name in fields]
        else:
            self._check_stray(number, value)

    def _read_event(self, number: int, value: str) -> None:
        values = value.split(",", len(self._fields) - 1)
        event = dict(zip(self._fields, values, strict=False))
        start_ms = parse_time(event.get("start", "").replace(",", "."))
        end_ms = parse_time(event.get("end", "").replace(",", "."))
        if start_ms is None or end_ms is None or "text" not in event:
            self._parsed.broken_lines.append(number)
            message = "the event cannot be read and was left out"
            self._parsed.faults.append(Finding(number, "unreadable-cue", message, _FIX_TIMES))
            return
        self._add_event(number, (start_ms, end_ms), event)

    def _add_event(self, number: int, times: tuple[int, int], event: dict[str, str]) -> None:
        markup, has_drawing = substation_markup(event["text"], times[0])
        if has_drawing:
            self._drawing_lines.append(number)
            if not markup.strip():
                return
        name = event.get("name", "").strip()
        markup = voice_markup("" if name.upper() in _NO_NAMES else name, markup)
        key = (*times, " ".join(markup.split()))
        if key in self._drafts:
            self._repeated_lines.append(number)
        self._drafts.setdefault(key, CueDraft(number, *times, markup))

    def _check_stray(self, number: int, line: str) -> None:
        """Report a line that belongs to no section, unless it is sure to hold no words."""
        if self._section in _SECTIONS_OF_DATA:
            return
        if _is_event_like(line):
            self._parsed.broken_lines.append(number)
            message = "the event cannot be read and was left out"
            self._parsed.faults.append(Finding(number, "unreadable-cue", message, _FIX_TIMES))
        elif self._section in ("events", "") and not line.isdecimal():
            message = "text without times was left out"
            fix = "put it into the event that it belongs to, or ; before it"
            self._parsed.faults.append(Finding(number, "text-without-times", message, fix))

    def finish(self) -> ParsedFile:
        notes = self._parsed.notes
        if self._drawing_lines:
            message = f"{len(self._drawing_lines)} drawings, which are no words, were left out"
            notes.append(Finding(self._drawing_lines[0], "drawings", message))
        if self._repeated_lines:
            message = f"{len(self._repeated_lines)} events repeat another, and were left out"
            notes.append(Finding(self._repeated_lines[0], "repeated-cue", message))
        self._parsed.cues = finish_cues(list(self._drafts.values()))
        self._report_new_beginnings()
        return self._parsed

    def _report_new_beginnings(self) -> None:
        """Events stand in any order in a file, so only another header may begin another file."""
        headers = self._header_lines
        in_files = sorted(
            self._parsed.cues, key=lambda cue: (bisect_right(headers, cue.line), cue.start_ms)
        )
        numbers = number_below_headers(in_files, headers)
        report_new_beginnings(in_files, self._parsed.faults, numbers)


def _is_event_like(line: str) -> bool:
    """Does a line have the two times of an event, whose first word is damaged?"""
    fields = line.split(",", _MIN_EVENT_FIELDS)
    clocks = [bool(_CLOCK_LIKE.search(field)) for field in fields[1:3]]
    return len(fields) >= _MIN_EVENT_FIELDS and all(clocks)
