"""Bytes of a caption file to text."""

import codecs
import re
from pathlib import PurePath

from showcase.errors import Fault

# UTF-32 before UTF-16: its mark begins like that of UTF-16.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# What programs of each language wrote before UTF-8: BCP 47 primary subtags to Python's codecs.
_BEFORE_UTF8 = {
    "ar": "cp1256", "be": "cp1251", "bg": "cp1251", "cs": "cp1250", "el": "cp1253", "et": "cp1257",
    "fa": "cp1256", "he": "cp1255", "hr": "cp1250", "hu": "cp1250", "ja": "cp932", "ko": "cp949",
    "lt": "cp1257", "lv": "cp1257", "mk": "cp1251", "pl": "cp1250", "ro": "cp1250", "ru": "cp1251",
    "sk": "cp1250", "sl": "cp1250", "sr": "cp1251", "th": "cp874", "tr": "cp1254", "uk": "cp1251",
    "ur": "cp1256", "vi": "cp1258", "zh": "gb18030",
}  # fmt: skip
_WESTERN = "cp1252"
# Bytes that begin or go on a character of UTF-8, and those that are none.
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_REPLACEMENT = "\ufffd"
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(data: bytes, name: str) -> tuple[str, Fault | None]:
    """The text of a caption file.

    Args:
        data: the whole file.
        name: its name; the language in it ("captions.ru.srt") tells the encoding that is no UTF-8.

    Returns:
        The text without byte order mark, U+FFFD where it cannot be read; and what is doubtful.
    """
    encoding, mark = _marked(data)
    if not encoding:
        encoding = _evident(data) or _guess(data, name)
    text = data[len(mark) :].decode(encoding, errors="replace")
    doubtful = not mark and encoding != "utf-8"
    if not doubtful and _REPLACEMENT.encode() not in data and _REPLACEMENT in text:
        return text, Fault(_place(text, name), _damaged(encoding))
    return text, Fault(name, _guessed(encoding)) if doubtful else None


def _marked(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding, mark
    return "", b""


def _evident(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of its digits and spaces is 0. UTF-8: it can be read."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) * 5 > len(data[:4000]):
        return "utf-16-be" if even > odd else "utf-16-le"
    try:
        data.decode()
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _guess(data: bytes, name: str) -> str:
    """UTF-8 with damaged places, else what programs of the file's language wrote, else Western."""
    characters = _MULTIBYTE.findall(data)
    stray = len(_NOT_ASCII.findall(data)) - sum(map(len, characters))
    if len(characters) > stray:
        return "utf-8"
    encoding = _BEFORE_UTF8.get(_language(name), _WESTERN)
    return encoding if _reads(data, encoding) else _WESTERN


def _language(name: str) -> str:
    suffixes = PurePath(name).suffixes[:-1]
    return suffixes[-1].lstrip(".").partition("-")[0].lower() if suffixes else ""


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _place(text: str, name: str) -> str:
    before = _LINE_END.findall(text, 0, text.index(_REPLACEMENT))
    return f"{name}:{len(before) + 1}"


def _damaged(encoding: str) -> str:
    return (
        f"a character here is not {encoding.upper()} and cannot be read, and perhaps others behind it; "
        "type it again and save the file as UTF-8"
    )


def _guessed(encoding: str) -> str:
    return (
        f"is not UTF-8; it was read as {encoding}, which may spell letters wrong; save it as UTF-8"
    )
