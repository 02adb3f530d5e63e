"""The codes of CEA-608, the closed captions of analog television: two bytes for each frame (ANSI/CTA-608-E).

Bytes have seven bits here; the eighth is their parity.
"""

from enum import Enum
from functools import lru_cache

# The letters that are not those of ASCII (table 50).
_BASIC = {
    0x2A: "á", 0x5C: "é", 0x5E: "í", 0x5F: "ó", 0x60: "ú", 0x7B: "ç", 0x7C: "÷", 0x7D: "Ñ", 0x7E: "ñ",
    0x7F: "█",
}  # fmt: skip
# Codes 11 30 to 11 3F; 11 39 is a space that lets the picture through.
_SPECIAL = "®°½¿™¢£♪à èâêîôû"
# Codes 12 20 to 12 3F, and 13 20 to 13 3F. They replace the character before them.
_EXTENDED_12 = "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»"
_EXTENDED_13 = "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘"
# Preamble codes: the first byte, and whether the second is 60 or more, say the row.
_ROWS = {
    0x10: (11, 11), 0x11: (1, 2), 0x12: (3, 4), 0x13: (12, 13), 0x14: (14, 15), 0x15: (5, 6),
    0x16: (7, 8), 0x17: (9, 10),
}  # fmt: skip
_CHANNEL_BIT = 0x08
_FIRST_CONTROL, _FIRST_CHAR = 0x10, 0x20


class Command(Enum):
    """A miscellaneous control code, by its second byte (table 52)."""

    RESUME_LOADING = 0x20  # pop-on captions
    BACKSPACE = 0x21
    DELETE_TO_END = 0x24
    ROLL_UP_2 = 0x25
    ROLL_UP_3 = 0x26
    ROLL_UP_4 = 0x27
    RESUME_DIRECT = 0x29  # paint-on captions
    TEXT_RESTART = 0x2A
    TEXT_RESUME = 0x2B
    ERASE_DISPLAYED = 0x2C
    CARRIAGE_RETURN = 0x2D
    ERASE_LOADED = 0x2E
    END_OF_CAPTION = 0x2F


_COMMANDS = {command.value: command for command in Command}
_MISCELLANEOUS = (0x14, 0x15)
_TAB = 0x17
_MID_ROW = 0x11


def is_control(first: int) -> bool:
    """Does a pair of bytes with this first byte hold a control code?"""
    return _FIRST_CONTROL <= first < _FIRST_CHAR


def is_second_channel(first: int) -> bool:
    """Is a control code for the second channel of its field (CC2, CC4)?"""
    return bool(first & _CHANNEL_BIT)


def first_channel_code(first: int) -> int:
    """The first byte of the same control code for the first channel."""
    return first & ~_CHANNEL_BIT


@lru_cache(maxsize=16_384)
def decode_chars(first: int, second: int) -> str:
    """The characters of two bytes that are no control code; padding has none."""
    return "".join(_BASIC.get(code) or chr(code) for code in (first, second) if code >= _FIRST_CHAR)


def decode_special(first: int, second: int) -> str:
    """The character of a special code, or the space that a mid-row code is; "" for other codes."""
    if first != _MID_ROW:
        return ""
    if 0x30 <= second <= 0x3F:  # noqa: PLR2004 - the codes of the table
        return _SPECIAL[second - 0x30]
    return " " if 0x20 <= second <= 0x2F else ""  # noqa: PLR2004 - the codes of the table


def decode_extended(first: int, second: int) -> str:
    """The character of an extended code, which replaces the one before it; "" for other codes."""
    table = {0x12: _EXTENDED_12, 0x13: _EXTENDED_13}.get(first)
    return table[second - 0x20] if table and 0x20 <= second <= 0x3F else ""  # noqa: PLR2004


def decode_command(first: int, second: int) -> Command | None:
    """The miscellaneous control code of a pair of bytes, None when it is another code."""
    return _COMMANDS.get(second) if first in _MISCELLANEOUS else None


def decode_tab(first: int, second: int) -> int:
    """How many columns a tab code moves to the right; 0 for other codes."""
    return second - 0x20 if first == _TAB and 0x21 <= second <= 0x23 else 0  # noqa: PLR2004


def decode_preamble(first: int, second: int) -> tuple[int, int] | None:
    """The (row, column) that a preamble code moves to, row from 1; None for other codes."""
    if first not in _ROWS or second < 0x40:  # noqa: PLR2004
        return None
    upper, lower = _ROWS[first]
    column = (second & 0x0E) * 2 if second & 0x10 else 0
    return (lower if second & 0x20 else upper), column
