"""Errors for files that are not captions: one sentence that says what the file is instead."""

import json
import re

from showcase.errors import ContentError, Fault
from showcase.store.captions.cue_limit import MAX_CUES
from showcase.store.captions.parsed_file import ParsedFile

MAX_CAPTION_FILE_BYTES = 10 * 1024 * 1024
_EXPECTED = "put a caption file there, such as WebVTT or SubRip"
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
    b"\0\0\1\xba": "VobSub or another film of pictures, whose words cannot be read",
    b"PG": "PGS, pictures of words that cannot be read",
    b"# VobSub index": "an index of VobSub, pictures of words that cannot be read",
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


def too_many_cues_error(name: str) -> ContentError:
    """The error for a file with more cues than any recording needs: see `cue_limit`."""
    message = f"has over {MAX_CUES:,} cues or broken lines, more than any recording needs"
    return _content_error(name, "too-many-cues", message, "export it again, or cut it into parts")


def no_cues_error(data: bytes, text: str, name: str, parsed: ParsedFile) -> ContentError:
    """The error for a file without a readable cue.

    Args:
        data: the whole file.
        text: the same, decoded.
        name: its path or name.
        parsed: what its reader found.
    """
    if parsed.broken_lines:
        fixes = [finding.fix for finding in sorted(parsed.faults) if finding.fix]
        fix, line = next(iter(fixes), _EXPECTED), min(parsed.broken_lines)
        return _content_error(name, "no-cues", "not one cue can be read", fix, line)
    if parsed.cues:
        message = f"has {len(parsed.cues)} cues and no text in them"
        return _content_error(name, "no-cues", message)
    if not text.strip("\ufeff\0 \t\r\n\f"):
        return _content_error(name, "empty-file", "is empty")
    return _content_error(name, "not-captions", _describe_content(data, text))


def _describe_content(data: bytes, text: str) -> str:
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
