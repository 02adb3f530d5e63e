"""Decoding caption files: from bytes to text, in any encoding that captions are found in.

What is decoded beyond doubt is noted; what is doubtful is a fault, by line where one can be named.
docs/decisions/0020-encodings.md says how it is decided.
"""

import codecs
import re
from bisect import bisect_left
from typing import NamedTuple

from showcase.errors import Fault
from showcase.store.captions.encoding_evidence import guess_encoding
from showcase.store.captions.findings import Finding, Findings, as_faults
from showcase.store.captions.lost_letters import report_lost_letters
from showcase.store.captions.mojibake import undo_mojibake

# UTF-32 before UTF-16: its byte order mark starts with the bytes of that of UTF-16.
_ENCODING_BY_BOM = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Encodings of seven bits, by the escape that begins their characters (ISO/IEC 2022).
_ENCODING_BY_ESCAPE = {b"\x1b$)C": "iso2022_kr", b"\x1b$": "iso2022_jp_2"}
_NAMES = {
    "big5": "Big5", "big5hkscs": "Big5-HKSCS", "cp932": "Shift-JIS", "cp949": "EUC-KR", "euc_jp": "EUC-JP",
    "gb18030": "GB18030", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U", "mac_cyrillic": "Mac Cyrillic",
    "mac_roman": "Mac Roman", "cesu-8": "CESU-8", "iso2022_jp_2": "ISO-2022-JP", "iso2022_kr": "ISO-2022-KR",
}  # fmt: skip
# A character that takes two to four bytes in UTF-8.
_UTF8_MULTIBYTE_CHAR = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HALF_CHARACTER = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf]")
_ASCII_BYTES = bytes(range(0x80))
# All but those that go on with a character of UTF-8.
_NOT_LATER_BYTES = bytes([*range(0x80), *range(0xC0, 0x100)])
_NON_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_REPLACEMENT_CHAR = "\ufffd"
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_END_BYTES = re.compile(rb"\r\n|\r|\n")
_SAMPLE_BYTES = 4_000
# A share of the bytes: half of UTF-16's digits, spaces and line feeds are 0, and timing lines are full of
# them.
_MIN_ZERO_SHARE = 0.08
_MAX_NAMED_LINES = 20
_MAX_SHOWN_CHARS = 60


class DecodedText(NamedTuple):
    """The text of a file, and what is doubtful or odd about its characters.

    Attributes:
        text: without its byte order mark, with U+FFFD where bytes cannot be read.
        faults: characters that cannot be read, or that may be others.
        notes: what was decoded beyond doubt, though it is not UTF-8.
    """

    text: str
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def decode(data: bytes, name: str, language: str) -> DecodedText:
    """The text of a caption file.

    Args:
        data: the whole file.
        name: its path or name, for messages.
        language: a BCP 47 tag, or ""; a hint where bytes are not UTF-8.
    """
    faults: Findings = []
    notes: Findings = []
    text = _decode_bytes(data, language, faults, notes)
    text = undo_mojibake(text, faults, notes)
    if _REPLACEMENT_CHAR in text:
        _report_damage(text, faults)
    report_lost_letters(text, language, faults)
    return DecodedText(text, as_faults(faults, name), as_faults(notes, name))


def _decode_bytes(data: bytes, language: str, faults: Findings, notes: Findings) -> str:
    for mark, encoding in _ENCODING_BY_BOM.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if (text := _decode_cesu(data)) is not None:
        _report_encoding("cesu-8", notes)
        return text
    encoding, is_certain = _detect_encoding(data, language)
    if encoding != "utf-8":
        if is_certain:
            _report_encoding(encoding, notes)
        else:
            _report_guess(encoding, data, faults)
    return data.decode(encoding, errors="replace")


def _detect_encoding(data: bytes, language: str) -> tuple[str, bool]:
    """An encoding of a file without a byte order mark, and whether it is beyond doubt."""
    if zeros := _detect_utf16(data):
        return zeros, True
    for escape, encoding in _ENCODING_BY_ESCAPE.items():
        if escape in data and _can_decode(data, encoding):
            return encoding, True
    if _can_decode(data, "utf-8") or _is_damaged_utf8(data):
        return "utf-8", True
    guess = guess_encoding(data, language)
    return guess.encoding, guess.is_certain


def _detect_utf16(data: bytes) -> str:
    """UTF-16 without a byte order mark, by the zeros in its timing lines; "" when it is not."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _MIN_ZERO_SHARE * len(sample) or min(even, odd) * 4 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_damaged_utf8(data: bytes) -> bool:
    """Are most of the bytes over 127 those of UTF-8?"""
    later = len(data.translate(None, _NOT_LATER_BYTES))
    # A character has one first byte, and one to three of these; as many characters as other bytes need more.
    if 3 * later <= len(data.translate(None, _ASCII_BYTES)):
        return False
    characters = _UTF8_MULTIBYTE_CHAR.findall(data)
    stray = len(_NON_ASCII_BYTE.findall(data)) - sum(map(len, characters))
    return len(characters) > stray


def _decode_cesu(data: bytes) -> str | None:
    """UTF-8 in which an emoji is two halves, as some databases write it (Unicode Technical Report 26)."""
    if not _HALF_CHARACTER.search(data) or _can_decode(data, "utf-8"):
        return None
    try:
        text = data.decode("utf-8", "surrogatepass")
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeError:
        return None


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _report_encoding(encoding: str, notes: Findings) -> None:
    message = f"is not UTF-8 and was read as {_encoding_name(encoding)}"
    notes.append(Finding(0, "other-encoding", message, "save it as UTF-8"))


def _report_guess(encoding: str, data: bytes, faults: Findings) -> None:
    """Name the first line that may be spelt wrong, and how it reads."""
    lines = _LINE_END_BYTES.split(data)
    doubtful = [at for at, line in enumerate(lines, 1) if not line.isascii()]
    more = f", and {len(doubtful) - 1} other lines" if len(doubtful) > 1 else ""
    shown = lines[doubtful[0] - 1].decode(encoding, "replace").strip()[:_MAX_SHOWN_CHARS]
    message = (
        f"is not UTF-8; it was read as {_encoding_name(encoding)},"
        f' which may spell letters wrong: "{shown}"{more}'
    )
    faults.append(Finding(doubtful[0], "guessed-encoding", message, "save it as UTF-8"))


def _encoding_name(encoding: str) -> str:
    name = _NAMES.get(encoding) or encoding.upper().replace("_", "-").replace("ISO8859", "ISO-8859")
    return f"Windows-{name[2:]}" if name.startswith("CP12") else name


def _report_damage(text: str, faults: Findings) -> None:
    """Name the lines with characters that cannot be read, so many at most."""
    ends = [found.start() for found in _LINE_END.finditer(text)]
    places = (found.start() for found in re.finditer(_REPLACEMENT_CHAR, text))
    lines = list(dict.fromkeys(bisect_left(ends, place) + 1 for place in places))
    message = "a character here cannot be read"
    fix = "type it again and save the file as UTF-8"
    for number, line in enumerate(lines[:_MAX_NAMED_LINES], 1):
        left = len(lines) - _MAX_NAMED_LINES if number == _MAX_NAMED_LINES else 0
        more = f", nor in {left} lines below" if left > 0 else ""
        faults.append(Finding(line, "damaged-character", message + more, fix))
