"""Mojibake: UTF-8 that was read as another encoding and saved again, as "JosÃ©" for "José"."""

import unicodedata

# What UTF-8 was read as. The bytes that Windows-1252 leaves undefined are read as Latin-1 has them (WHATWG).
_READ_AS = ("cp1252", "cp1251", "cp1250", "mac-roman", "cp437")
# Letters of Europe, and the punctuation that word processors set.
_COMMON_RANGES = ((0xA0, 0x17F), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122))
_CLOSING_MARKS = "»”’“›\u00a0"
# Fewer characters beyond ASCII, in any script, may be chance.
_MIN_FOREIGN_CHARS = 3


def undo_double_encoding(text: str) -> str | None:
    """The text as it was meant, None where it is no mojibake beyond doubt."""
    if text.isascii():
        return None
    for encoding in _READ_AS if _has_foreign_sign(text) else ():
        meant = _decode_again(text, encoding)
        if meant and _is_foreign(meant):
            return meant
    # The no-break space that ends "Ã" plus itself, "à", is often made a space.
    words = [_undo_word(word) for word in text.replace("Ã  ", "Ã\u00a0 ").split(" ")]
    mended = " ".join(words)
    return mended if any(map(_is_common, mended)) and mended != text else None


def _has_foreign_sign(text: str) -> bool:
    """False for letters alone, as "Àà" or "Éł". Mojibake has signs among them: "Ð¡Ð°", "√©"."""
    return any(unicodedata.category(character)[0] != "L" for character in _foreign(text))


def _undo_word(word: str) -> str:
    """A word as it was meant. "AMANHÃ»" is a Portuguese word and a closing quote, not "amanhû"."""
    meant = _decode_again(word, "cp1252")
    if not meant or (word[:-1].isupper() and word[-1] in _CLOSING_MARKS):
        return word
    return meant if all(map(_is_common, _foreign(meant))) else word


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


def _is_foreign(meant: str) -> bool:
    """True for so many letters beyond ASCII that they are no chance."""
    foreign = _foreign(meant)
    return len(foreign) >= _MIN_FOREIGN_CHARS and all(
        unicodedata.category(character)[0] in "LMNP" for character in foreign
    )


def _foreign(text: str) -> list[str]:
    return [character for character in text if not character.isascii()]


def _is_common(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _COMMON_RANGES)
