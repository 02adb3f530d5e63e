"""Quotations in plain text: words between their language's marks, in lines that read right in any direction.

What shows plain text orders its letters by the Unicode Bidirectional Algorithm (UAX #9). A line that mixes
directions is told apart by marks that nobody sees: in front of it which way it runs, around a stretch that it
runs another way. They stand around words, never in them, and only where right-to-left letters are.
"""

import unicodedata

from showcase.core.text.languages import direction

_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_LEFT_TO_RIGHT_ISOLATE, _RIGHT_TO_LEFT_ISOLATE = "\u2066", "\u2067"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})

_COMMON = ("“", "”")
_LOW_HIGH, _LOW_RIGHT, _RIGHT_RIGHT, _ANGLES = ("„", "“"), ("„", "”"), ("”", "”"), ("«", "»")
# As books in these languages print them; in all others “so”.
_MARKS = {
    **dict.fromkeys(("bg", "cs", "de", "et", "hr", "is", "ka", "lt", "mk", "sk", "sl", "sr"), _LOW_HIGH),
    **dict.fromkeys(("bs", "hu", "pl", "ro"), _LOW_RIGHT),
    **dict.fromkeys(("fi", "he", "sv"), _RIGHT_RIGHT),
    **dict.fromkeys(
        ("ar", "ca", "el", "es", "fa", "hy", "it", "nb", "nn", "no", "ps", "ru", "sq", "uk"), _ANGLES
    ),
    "fr": ("«\u202f", "\u202f»"),
    "ja": ("「", "」"),
}  # fmt: skip


def quotation_marks(language: str) -> tuple[str, str]:
    """What opens and what ends a quotation in a language, by its BCP 47 tag."""
    return _MARKS.get(language.partition("-")[0].lower(), _COMMON)


def between_marks(text: str, language: str) -> str:
    """Words between the quotation marks of their language: “so”."""
    opening, closing = quotation_marks(language)
    return f"{opening}{text}{closing}"


def line_of_words(text: str, language: str) -> str:
    """A line of plain text in one language, marked to run that language's way."""
    if not _mixes(text):
        return text
    if direction(language) == "rtl":
        return f"{_RIGHT_TO_LEFT_MARK}{_RIGHT_TO_LEFT_ISOLATE}{text}{_POP_ISOLATE}"
    return f"{_LEFT_TO_RIGHT_MARK}{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP_ISOLATE}"


def line_of_parts(*parts: str) -> str:
    """A line of names, titles and times, "One, two": each that runs the other way keeps to itself."""
    if not any(map(_mixes, parts)):
        return ", ".join(parts)
    own = [f"{_FIRST_STRONG_ISOLATE}{part}{_POP_ISOLATE}" for part in parts]
    return _LEFT_TO_RIGHT_MARK + ", ".join(own)


def _mixes(text: str) -> bool:
    """Has this text right-to-left letters?"""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)
