"""Writes cues as WebVTT (section 4.1), for browsers and for download."""

import re
from collections.abc import Iterable

from showcase.core.captions.cues import Cue
from showcase.core.timing.timecodes import format_vtt_timestamp

_TAG_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LANGUAGE = re.compile(r"[A-Za-z0-9-]+")
# Control characters except the line feed; a carriage return would end a line.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def write_vtt(cues: Iterable[Cue], language: str, note: str = "") -> str:
    """A whole WebVTT file.

    Args:
        cues: in order of start; those without text are left out.
        language: BCP 47 tag, for the header `Language`, which some programs read.
        note: one line for those who open the file, a comment block (section 4.1); "" for none.

    Returns:
        The text of the file. Each cue names its voice; a change of speaker without a name is a dash.
    """
    header = "WEBVTT"
    if _LANGUAGE.fullmatch(language):
        header += f"\nLanguage: {language}"
    # An arrow would end the comment: it is that of a timing line.
    line = " ".join(note.split()).replace("-->", "→")
    notes = [f"NOTE {line}"] if note else []
    return (
        "\n\n".join([header, *notes, *(block for cue in cues if (block := _format_cue(cue)))])
        + "\n"
    )


def _format_cue(cue: Cue) -> str:
    whole = _add_ruby(cue) if cue.ruby else _escape(cue.text)
    text = "\n".join(line for line in whole.split("\n") if line.strip())
    if not text:
        return ""
    if cue.voice:
        text = f"<v {' '.join(_escape(cue.voice).split())}>{text}</v>"
    elif cue.turn:
        text = f"- {text}"
    return f"{format_vtt_timestamp(cue.start_ms)} --> {format_vtt_timestamp(cue.end_ms)}\n{text}"


def _add_ruby(cue: Cue) -> str:
    """The text of a cue with its readings (WebVTT section 4.2.2)."""
    pieces: list[str] = []
    at = 0
    for ruby in cue.ruby:
        base, reading = cue.text[ruby.start : ruby.end], " ".join(_escape(ruby.reading).split())
        pieces += [
            _escape(cue.text[at : ruby.start]),
            f"<ruby>{_escape(base)}<rt>{reading}</rt></ruby>",
        ]
        at = ruby.end
    return "".join(pieces) + _escape(cue.text[at:])


def _escape(text: str) -> str:
    """Text without anything that a program could take for a tag, an entity or a timing line."""
    return _CONTROL.sub(" ", text).translate(_TAG_ESCAPES)
