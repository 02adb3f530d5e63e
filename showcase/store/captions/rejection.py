"""Errors for files that are not captions: one sentence that says what the file is instead."""

import json
import re

from showcase.errors import ContentError, Fault

MAX_CAPTION_FILE_BYTES = 10 * 1024 * 1024
_EXPECTED = "put a WebVTT, SubRip or SBV caption file there"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml|\s*<tt\b", re.IGNORECASE)
# The first bytes of files that people upload by mistake.
_SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"%PDF": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"\x1aE\xdf\xa3": "a Matroska or WebM video",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"RIFF": "a sound, picture or video",
    b"ID3": "a sound",
    b"OggS": "a sound or video",
}
_CONTROL_CHAR = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_JSON_STARTS = ("{", "[")


def check_size(data: bytes, name: str) -> None:
    """Refuse a file that is too large to be captions.

    Raises:
        ContentError: the file has over 10 MB; captions of ten hours have about 1 MB.
    """
    if len(data) > MAX_CAPTION_FILE_BYTES:
        message = "is over 10 MB, more than any captions are"
        raise _content_error(name, "file-too-large", message)


def check_not_html(text: str, name: str) -> None:
    """Refuse an HTML page, even one that shows captions: its other words are not captions.

    Raises:
        ContentError: the file starts as HTML does.
    """
    if _HTML.match(text[:5000]):
        message = "is an HTML page, perhaps one that asks to sign in"
        fix = "download the caption file again"
        raise _content_error(name, "not-captions", message, fix)


def no_cues_error(
    data: bytes, text: str, name: str, *, empty: int, broken: list[int]
) -> ContentError:
    """The error for a file without a readable cue.

    Args:
        data: the whole file.
        text: the same, decoded.
        name: its path or name.
        empty: how many of its cues have no text.
        broken: the numbers of its timing lines that cannot be read, from 1.
    """
    if broken:
        fix = "write times as 00:00:01.000 --> 00:00:04.000"
        return _content_error(name, "no-cues", "not one cue can be read", fix, broken[0])
    if empty:
        return _content_error(name, "no-cues", f"has {empty} cues and no text in them")
    return _content_error(name, "not-captions", _describe_content(data, text))


def _describe_content(data: bytes, text: str) -> str:
    if not text.strip("\ufeff\0 \t\r\n\f"):
        return "is empty"
    if caption_format := next(
        (what for start, what in _SIGNATURES.items() if data.startswith(start)), None
    ):
        return f"is {caption_format}"
    if _is_binary(text):
        return "is binary data"
    if text.lstrip().startswith(_JSON_STARTS) and _is_json(text):
        return "is JSON"
    if _XML.match(text):
        return "is XML"
    return "has no timing line and so no cue"


def _is_binary(text: str) -> bool:
    """Text has hardly any control characters."""
    head = text[:10_000]
    return len(_CONTROL_CHAR.findall(head)) * 10 > len(head)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _content_error(
    name: str, code: str, message: str, fix: str = _EXPECTED, line: int | None = None
) -> ContentError:
    return ContentError((Fault(name, message, fix, code, line),))
