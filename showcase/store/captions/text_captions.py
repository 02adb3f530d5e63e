"""The reader of transcripts that are written as text: plain text, Word documents, lists of chapters.

Its content tells what a text is: times at the beginnings of lines, a table of Whisper's, or captions that
somebody pasted into a document.
"""

import re
from collections.abc import Sequence

from showcase.core.captions.cue_text import parse_cue_text
from showcase.store.captions.caption_lines import ANY_ARROW, split_lines
from showcase.store.captions.chapter_list import read_chapter_list
from showcase.store.captions.docx_text import read_docx_lines
from showcase.store.captions.escaped_arrows import unescape_arrows
from showcase.store.captions.findings import Finding, Findings
from showcase.store.captions.new_beginnings import report_new_beginnings
from showcase.store.captions.parsed_file import ParsedCue, ParsedFile
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.timed_text import is_timed_text, read_timed_text
from showcase.store.captions.timing_lines import is_sbv_timing
from showcase.store.captions.untimed_text import is_text_name, read_untimed_text
from showcase.store.captions.webvtt_reader import read_webvtt

# The arrow between two times of WebVTT and SubRip, also as word processors write it.
# Spaces and direction marks may stand around it.
_GAP = r"[ \t\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,6}"
_ARROW = re.compile(rf"\d{_GAP}{ANY_ARROW}{_GAP}\d")
# Teams writes hours, minutes and seconds without leading zeros, and the speaker on the line below.
_TEAMS_TIMES = re.compile(
    r"^[ \t]*\d{1,3}:\d{1,2}:\d{1,2}\.\d+ --> \d{1,3}:\d{1,2}:\d{1,2}\.\d+[ \t]*$", re.MULTILINE
)
_BRACKETED_TIMES = re.compile(
    r"^[ \t]*\[[\d:.,]{4,16} {1,3}-{1,3}> {1,3}[\d:.,]{4,16}\]", re.MULTILINE
)
_UNPADDED = re.compile(r"^[ \t]*(?:\d:\d{1,2}|\d+:\d):\d{1,2}\.|:\d\.\d+[ \t]*$", re.MULTILINE)
_SPEECH_KINDS = ("captions", "subtitles")
_CONTROL_CHAR = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
# Text has hardly any control characters; binary data has more than one in a hundred.
_MAX_CONTROL_SHARE = 100
_WHISPER_TABLE = re.compile(r"\s*start\tend\ttext[ \t]*$", re.MULTILINE)


def is_text_with_times(text: str) -> bool:
    """Is a file a transcript or a list of chapters, with times at the beginnings of lines?"""
    if text.lstrip("\ufeff \t\r\n")[:6].upper() == "WEBVTT":
        return False
    if _ARROW.search(text):
        return _is_from_teams(text) or _has_bracketed_arrows(text)
    lines = split_lines(text)
    if _begins_as_sbv(lines):
        return False
    return bool(_WHISPER_TABLE.match(text)) or is_timed_text(lines)


def _begins_as_sbv(lines: Sequence[str]) -> bool:
    return is_sbv_timing(next((line for line in lines if line.strip()), ""))


def _is_from_teams(text: str) -> bool:
    times = _TEAMS_TIMES.findall(text)
    return (
        bool(times)
        and len(times) == len(_ARROW.findall(text))
        and any(map(_UNPADDED.search, times))
    )


def _has_bracketed_arrows(text: str) -> bool:
    """Are all arrows those of Whisper's output on a screen, `[00:00.000 --> 00:04.000]  We came`?"""
    times = len(_BRACKETED_TIMES.findall(text)) if "[" in text else 0
    return times > 0 and times == len(_ARROW.findall(text))


def read_text(text: str, options: ReadOptions) -> ParsedFile:
    """Read a text with times; `is_text_with_times` tells one.

    Args:
        text: the whole file.
        options: what is known about it.
    """
    if _WHISPER_TABLE.match(text):
        return _read_whisper_table(split_lines(text))
    lines = split_lines(text)
    if options.kind == "chapters":
        return read_chapter_list(lines, options.duration_ms)
    return read_timed_text(lines, [person.name for person in options.speakers.people])


def read_docx(data: bytes, name: str, options: ReadOptions) -> ParsedFile:
    """Read a Word document: a transcript with times, or captions of another format that were pasted into it.

    Args:
        data: the whole file.
        name: its path or name.
        options: what is known about it.

    Raises:
        ContentError: it is no Word document, or damaged.
    """
    notes: Findings = []
    text = unescape_arrows("\n".join(read_docx_lines(data, name)), notes)
    parsed = _read_document(text, name, options)
    parsed.notes[:0] = notes
    return parsed


def _read_document(text: str, name: str, options: ReadOptions) -> ParsedFile:
    if is_text_with_times(text):
        return read_text(text, options)
    if is_text_without_times(text, name, options.kind):
        return read_untimed_text(split_lines(text), name, options.duration_ms)
    return read_webvtt(text, name)


def is_text_without_times(text: str, name: str, kind: str) -> bool:
    """Is a file the transcript of a track of speech, without times, as its name says?

    Args:
        text: the whole file, which is none of the formats with times.
        name: its path or name.
        kind: of its track.
    """
    return (
        kind in _SPEECH_KINDS
        and is_text_name(name)
        and _ARROW.search(text) is None
        and not _begins_as_sbv(split_lines(text))
        and not text.startswith(("{\\rtf", "%PDF", "WEBVTT"))
        and len(_CONTROL_CHAR.findall(text)) * _MAX_CONTROL_SHARE <= len(text)
        and any(map(str.isalpha, text))
    )


def _read_whisper_table(lines: Sequence[str]) -> ParsedFile:
    """Whisper's table: start and end in milliseconds, and text."""
    parsed = ParsedFile()
    for number, line in enumerate(lines, 1):
        start, _, rest = line.partition("\t")
        end, _, text = rest.partition("\t")
        if _is_ms(start) and _is_ms(end):
            parsed.cues.append(
                ParsedCue(number, int(start), int(end), parse_cue_text(_escape(text)))
            )
        elif line.strip() and start.strip() != "start":
            parsed.broken_lines.append(number)
            message = "the line has no start and end in milliseconds, and was left out"
            finding = Finding(
                number, "unreadable-times", message, "write start, end and text with tabs"
            )
            parsed.faults.append(finding)
    report_new_beginnings(parsed.cues, parsed.faults)
    return parsed


def _is_ms(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len("3600000000")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
