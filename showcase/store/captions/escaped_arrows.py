"""Timing lines whose arrow is escaped, as in captions that were copied out of a page: "--&gt;" for "-->".

Without its arrow a file is no captions, so this is put right before anything else is looked at.
"""

import re
from collections.abc import Sequence
from html import unescape

from showcase.store.captions.findings import Finding, Findings

_AMPERSAND = "&(?:amp;){0,4}"
_ESCAPED_HEAD = rf"(?:{_AMPERSAND}(?:gt|#0{{0,4}}62|#[xX]0{{0,4}}3[eE]);|\\u003[eE]|%3[eE])"
_ESCAPED_ARROW = rf"{_AMPERSAND}(?:rarr|#8594|#[xX]2192);"
_DASH = rf"(?:[-–—=]|{_AMPERSAND}(?:[mn]dash|minus|#45|#[xX]2[dD]|#821[12]);)"
_GAP = r"(?:[^\S\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|&(?:nbsp|[lr]rm|#160);){0,9}"
_CLOCK = r"\d{1,5}(?:[:.,：]\d{1,4}){1,3}"
# A first look, which costs nothing in a file without escapes: they begin with one of these.
_ESCAPE_STARTS = ("&", "\\u003", "%3")
_SIGN_OF_ESCAPES = re.compile(rf"(?:{_ESCAPED_HEAD}|{_ESCAPED_ARROW}|&#45;>){_GAP}\d")
_ESCAPED_TIMES = re.compile(
    rf"^({_GAP}{_CLOCK}){_GAP}"
    rf"(?:(?:{_DASH}[ ]?){{1,3}}(?:{_ESCAPED_HEAD}|>)|{_ESCAPED_ARROW}){_GAP}(?={_CLOCK})",
    re.MULTILINE,
)
_REFERENCE = re.compile("&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MAX_LEVELS = 5


def unescape_arrows(text: str, notes: Findings) -> str:
    """A text whose timing lines have their arrows.

    Where all arrows of a file are escaped and there is no "<" or ">" in it, all of it was escaped once too
    often, and is decoded as a whole.

    Args:
        text: of a file in any format.
        notes: what was decoded is appended.
    """
    if not any(map(text.__contains__, _ESCAPE_STARTS)) or not _SIGN_OF_ESCAPES.search(text):
        return text
    escaped = [found for found in _ESCAPED_TIMES.finditer(text) if "-->" not in found[0]]
    if not escaped:
        return text
    _note(text, escaped, notes)
    plain = text if {"<", ">"} & set(text) else _unescape_all(text)
    return _ESCAPED_TIMES.sub(r"\1 --> ", plain)


def _unescape_all(text: str) -> str:
    """A text of which everything is escaped, as often as its arrows are."""
    for _ in range(_MAX_LEVELS):
        text = _REFERENCE.sub(lambda reference: unescape(reference[0]), text)
        if not _SIGN_OF_ESCAPES.search(text):
            break
    return text


def _note(text: str, escaped: Sequence[re.Match[str]], notes: Findings) -> None:
    line = len(_LINE_END.findall(text, 0, escaped[0].start(1))) + 1
    more = f", here and in {len(escaped) - 1} other lines" if len(escaped) > 1 else ""
    message = f"the arrow between times is escaped (--&gt; for -->){more}; it was decoded"
    notes.append(Finding(line, "escaped-twice", message, "write -->"))
