"""The lines of a caption file, and what editors leave in them that nobody sees.

An editor that writes from right to left puts direction marks around numbers, word processors put no-break
spaces before an arrow, East Asian keyboards type full-width digits. In text they are dealt with later; here
they go from the lines that make the structure: times, numbers, the header.
"""

import re
from collections.abc import Sequence
from functools import cache
from unicodedata import decimal, normalize

import regex

# "\r\r\n" comes from a program that took a text with CR LF for one with LF.
_LINE_ENDS = ("\r\r\r\n", "\r\r\n", "\r\n", "\r")
HEADER = re.compile(r"WEBVTT(?:\s|$)", re.IGNORECASE)
# Marks of direction, joiners, soft hyphens and byte order marks (Unicode's default ignorable characters).
_UNSEEN_CHARS: dict[int, str | None] = dict.fromkeys([
    0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF,
])  # fmt: skip
_ODD_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_CLEANER = _UNSEEN_CHARS | _ODD_SPACES
_UNSEEN_REFERENCE = re.compile(
    r"&(?:lrm|rlm|nbsp|shy|zwnj|zwj|#(?:160|173|8203|820[4-7]|65279)"
    r"|#[xX](?:[aA]0|[aA][dD]|200[bBcCdDeEfF]|[fF][eE][fF][fF]));"
)
# What is typed for the marks of a time in other scripts, or chosen by its looks.
_ALIKE = dict(zip("∶꞉׃։،٫‚、。", "::::,,,,.", strict=True))
_BRACKETS = dict(zip("【】〔〕〈〉《》「」『』〖〗⟨⟩", "[]" * 8, strict=True))
# The arrow between two times: dashes with a head, as WebVTT and word processors write it, or one character.
ARROW = r"(?:(?:[-–—=~]\s?){1,6}>|→)"
# The same with dashes, heads and arrows that look like those.
ANY_ARROW = r"(?:(?:[-‐-―−=~﹣－～─━][\s\u2060-\u2069]?){1,6}[>＞›»❯〉▶►]|[→⟶⇒⟹➔➙➛➜➝➞➡⮕🡒]\ufe0f?)"
# What a line of structure may have beside ASCII, to be cleaned away.
_TO_CLEAN = regex.compile(
    "[\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\uff01-\uff5e"
    "∶꞉׃։،٫‚、。\ufe13\ufe50-\ufe55‐-―−﹣─━›»❯〉▶►⟶⇒⟹➔➙➛➜➝➞➡⮕🡒]|(?![0-9])\\p{Nd}"
)
_ARROW = re.compile(ARROW)
_ANY_ARROW = re.compile(ANY_ARROW)
_ARROW_BETWEEN_NUMBERS = re.compile(rf"(?<=\d)\s{{0,9}}({ANY_ARROW})\s{{0,9}}(?=\d)")
_MAX_NUMBER_LINE_CHARS = 24
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CLOCK_PART = re.compile(r"\d\s?[:.,]\s?\d", re.ASCII)


def split_lines(text: str) -> list[str]:
    """Split at CR LF, LF or CR, and replace NUL by U+FFFD (WebVTT section 6.1)."""
    lines = with_line_feeds(text.replace("\0", "\ufffd")).split("\n")
    return lines if text.isascii() and "&" not in text else clean_structure(lines)


def with_line_feeds(text: str) -> str:
    """A text in which every line end is a line feed."""
    for end in _LINE_ENDS if "\r" in text else ():
        text = text.replace(end, "\n")
    return text


def clean_structure(lines: Sequence[str]) -> list[str]:
    """Lines of times and numbers in plain ASCII; lines of text stay as they are.

    A line of unseen characters only becomes one space: it looks blank.
    """
    return [line if line.isascii() and "&" not in line else _clean_line(line) for line in lines]


def _clean_line(line: str) -> str:
    if not _TO_CLEAN.search(line) and not ("&" in line and _UNSEEN_REFERENCE.search(line)):
        return line
    if len(line) > _MAX_NUMBER_LINE_CHARS and not _ANY_ARROW.search(line):
        return line
    plain = _UNSEEN_REFERENCE.sub(" ", line).translate(_CLEANER)
    plain = _ARROW_BETWEEN_NUMBERS.sub(_plain_arrow, _NOT_ASCII.sub(_ascii_char, plain))
    return (plain.strip() or " ") if _is_structure(plain) else line


def _ascii_char(char: re.Match[str]) -> str:
    """A full-width character, a digit or a mark of times of another script as ASCII has it."""
    return str(decimal(char[0], "")) or _ALIKE.get(char[0]) or normalize("NFKC", char[0]) or char[0]


def plain_characters(line: str) -> str:
    """A line in which digits, brackets and the marks of times are those of ASCII; each character stays one.

    Invisible characters become spaces. It tells where a time is on the line, whose words stay as they are.
    """
    return line if line.isascii() else "".join(map(_plain_character, line))


@cache
def _plain_character(char: str) -> str:
    if char.isascii():
        return char
    plain = _BRACKETS.get(char) or _ALIKE.get(char) or str(decimal(char, ""))
    plain = plain or _CLEANER.get(ord(char), normalize("NFKC", char)) or " "
    return plain if len(plain) == 1 else char


def _plain_arrow(found: re.Match[str]) -> str:
    """An arrow that only looks like one as "→", which is read as such and noted."""
    return found[0] if _ARROW.fullmatch(found[1]) else " → "


def _is_structure(plain: str) -> bool:
    stripped = plain.strip()
    if _ARROW.search(plain):
        return _CLOCK_PART.search(plain) is not None
    return not stripped or stripped.isdecimal() or HEADER.match(stripped) is not None
