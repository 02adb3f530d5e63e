"""Decoding caption files: from bytes to text, in any encoding that captions are found in."""

import codecs
import re

from showcase.errors import Fault

# UTF-32 before UTF-16: its byte order mark starts with the bytes of that of UTF-16.
_ENCODING_BY_BOM = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# BCP 47 primary subtags to the encoding that programs in that language used before UTF-8 (Python's codecs).
_LEGACY_ENCODING_BY_LANGUAGE = {
    "ar": "cp1256", "be": "cp1251", "bg": "cp1251", "cs": "cp1250", "el": "cp1253", "et": "cp1257",
    "fa": "cp1256", "he": "cp1255", "hr": "cp1250", "hu": "cp1250", "ja": "cp932", "ko": "cp949",
    "lt": "cp1257", "lv": "cp1257", "mk": "cp1251", "pl": "cp1250", "ro": "cp1250", "ru": "cp1251",
    "sk": "cp1250", "sl": "cp1250", "sr": "cp1251", "th": "cp874", "tr": "cp1254", "uk": "cp1251",
    "ur": "cp1256", "vi": "cp1258", "zh": "gb18030",
}  # fmt: skip
_FALLBACK_ENCODING = "cp1252"
# A character that takes two to four bytes in UTF-8.
_UTF8_MULTIBYTE_CHAR = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NON_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_REPLACEMENT_CHAR = "\ufffd"
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(data: bytes, name: str, language: str) -> tuple[str, Fault | None]:
    """The text of a caption file.

    Args:
        data: the whole file.
        name: its path or name, for messages.
        language: a BCP 47 tag, or ""; it decides how bytes that are not UTF-8 are read.

    Returns:
        The text without its byte order mark, with U+FFFD where bytes cannot be read; and a fault when
        the encoding was guessed or bytes are damaged, else None.
    """
    encoding, mark = _detect_bom(data)
    if not encoding:
        encoding = _detect_unicode(data) or _guess_encoding(data, language)
    text = data[len(mark) :].decode(encoding, errors="replace")
    doubtful = not mark and encoding != "utf-8"
    if not doubtful and _REPLACEMENT_CHAR.encode() not in data and _REPLACEMENT_CHAR in text:
        return text, _damaged_fault(name, _first_replacement_line(text), encoding)
    return text, _guessed_fault(name, encoding) if doubtful else None


def _detect_bom(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _ENCODING_BY_BOM.items():
        if data.startswith(mark):
            return encoding, mark
    return "", b""


def _detect_unicode(data: bytes) -> str:
    """UTF-8, or UTF-16 without a byte order mark; "" when it is neither.

    Every second byte of UTF-16's digits and spaces is 0.
    """
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) * 5 > len(data[:4000]):
        return "utf-16-be" if even > odd else "utf-16-le"
    try:
        data.decode()
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _guess_encoding(data: bytes, language: str) -> str:
    """UTF-8 with damaged bytes, else the old encoding of the file's language, else Windows-1252."""
    characters = _UTF8_MULTIBYTE_CHAR.findall(data)
    stray = len(_NON_ASCII_BYTE.findall(data)) - sum(map(len, characters))
    if len(characters) > stray:
        return "utf-8"
    encoding = _LEGACY_ENCODING_BY_LANGUAGE.get(
        language.partition("-")[0].lower(), _FALLBACK_ENCODING
    )
    return encoding if _can_decode(data, encoding) else _FALLBACK_ENCODING


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _first_replacement_line(text: str) -> int:
    before = _LINE_END.findall(text, 0, text.index(_REPLACEMENT_CHAR))
    return len(before) + 1


def _damaged_fault(name: str, line: int, encoding: str) -> Fault:
    message = f"a character here is not {encoding.upper()} and cannot be read, and perhaps others after it"
    return Fault(
        name, message, "type it again and save the file as UTF-8", "damaged-character", line
    )


def _guessed_fault(name: str, encoding: str) -> Fault:
    message = f"is not UTF-8 and was read as {encoding}, which may spell letters wrong"
    return Fault(name, message, "save it as UTF-8", "guessed-encoding")
