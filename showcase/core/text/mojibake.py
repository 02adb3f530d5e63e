"""Mojibake: UTF-8 that was read as another encoding and saved again, as "JosÃ©" for "José"."""

import unicodedata
from itertools import pairwise

# What UTF-8 was read as. The bytes that Windows-1252 leaves undefined are read as Latin-1 has them (WHATWG).
_READ_AS = ("cp1252", "cp1251", "cp1250", "mac-roman", "cp437")
# Letters of Europe, and the punctuation that word processors set.
_COMMON_RANGES = ((0xA0, 0x17F), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122))
# Fewer characters than this, outside the common ranges, may be chance.
_MIN_RARE_CHARS = 3


def undo_mojibake(text: str) -> str | None:
    """The text as it was meant, None where it is no mojibake beyond doubt."""
    if text.isascii():
        return None
    for encoding in _READ_AS:
        meant = _decode_again(text, encoding) or _decode_again(
            text.replace("\u00c3 ", "\u00c3\u00a0"), encoding
        )
        if meant and _is_plausible(meant, encoding):
            return meant
    return _undo_word_by_word(text)


def _undo_word_by_word(text: str) -> str | None:
    """Mends the words that are mojibake of Western Europe; None where there is none."""
    words = [_undo_word(word) for word in text.split(" ")]
    mended = " ".join(words)
    return mended if mended != text else None


def _undo_word(word: str) -> str:
    """A word without its mojibake. "AMANHÃ»" is a Portuguese word and a closing quote."""
    meant = _decode_again(word, "cp1252")
    if not meant or not _is_plausible(meant, "cp1252"):
        return word
    shouted = any(
        before.isupper() and after.islower() and not after.isascii()
        for before, after in pairwise(meant)
    )
    return word if shouted and len(meant) > 2 else meant  # noqa: PLR2004 - "Él" has a capital


def _decode_again(text: str, encoding: str) -> str | None:
    try:
        meant = b"".join(_encode(character, encoding) for character in text).decode()
    except UnicodeError:
        return None
    return meant if meant != text else None


def _encode(character: str, encoding: str) -> bytes:
    """One character in an encoding; as Latin-1 where that has none.

    Raises:
        UnicodeEncodeError: neither has it.
    """
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _is_plausible(meant: str, encoding: str) -> bool:
    foreign = [character for character in meant if not character.isascii()]
    if any(unicodedata.category(character)[0] == "C" for character in foreign):
        return False
    if encoding == "cp1252" and all(map(_is_common, foreign)):
        return True
    return len(foreign) >= _MIN_RARE_CHARS and all(
        unicodedata.category(character)[0] in "LMNP" for character in foreign
    )


def _is_common(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _COMMON_RANGES)
