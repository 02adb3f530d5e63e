"""The size step of a title: how wide its longest line is when it is shown."""

from unicodedata import category

_LAST_LATIN_CHAR = "\u024f"


_MARK_WIDTHS = {"Mn": 0, "Mc": 1}


def title_size(headline: str) -> str:
    """The size that lets a headline fill a line or two: by its length and its longest word.

    What the display face does not have comes from the device's, whose letters are twice as wide.
    """
    length, longest = (
        _display_width(headline),
        max(map(_display_width, headline.split()), default=0),
    )
    for size, most, word in (("xl", 16, 8), ("l", 24, 11), ("m", 44, 14)):
        if length <= most and longest <= word:
            return size
    return "s"


def _display_width(text: str) -> int:
    """How many Latin letters would be as wide; a mark above or below a letter takes no room."""
    return sum(
        1 if letter <= _LAST_LATIN_CHAR else _MARK_WIDTHS.get(category(letter), 2)
        for letter in text
    )
