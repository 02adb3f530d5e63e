"""The size of a video's headline, by how wide it would be."""

from unicodedata import category

# The end of the block Latin Extended-B.
_LAST_LATIN_CHAR = "\u024f"
# Widths of combining marks by their Unicode category, in Latin letters: Mn takes no room, Mc does.
_MARK_WIDTHS = {"Mn": 0, "Mc": 1}
# The largest sizes first: the most Latin letters of a headline, and of its longest word.
_SIZES = (("xl", 16, 8), ("l", 24, 11), ("m", 44, 14))


def title_size(headline: str) -> str:
    """The size ("xl", "l", "m" or "s") in which a headline fills a line or two.

    Letters that the display font lacks come from a font of the device, where they are twice as wide.
    """
    width = _display_width(headline)
    longest_word = max(map(_display_width, headline.split()), default=0)
    for size, max_width, max_word_width in _SIZES:
        if width <= max_width and longest_word <= max_word_width:
            return size
    return "s"


def _display_width(text: str) -> int:
    """How many Latin letters would be as wide; a mark above or below a letter takes no room."""
    return sum(
        1 if letter <= _LAST_LATIN_CHAR else _MARK_WIDTHS.get(category(letter), 2)
        for letter in text
    )
