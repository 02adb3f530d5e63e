"""The colors of what is drawn outside of pages: cards, icons, posters, and what a phone shows before a page.

They are those of the design tokens, so that they follow when an owner's tokens.css changes them.
"""

from typing import NamedTuple

from showcase.core.branding.design_tokens import (
    Color,
    Tokens,
    contrast_ratio,
    strip_comments,
    theme_tokens,
    token_color,
)

# WCAG 2.2, success criterion 1.4.3.
MIN_TEXT_CONTRAST = 4.5
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


class CardInks(NamedTuple):
    """The colors of a card, "#rrggbb": words and small text can be read on the background."""

    background: str
    words: str
    small: str


class Palette(NamedTuple):
    """The colors of an archive.

    Attributes:
        light: of cards in the light theme.
        dark: of cards in the dark theme.
        ground: what a page is read on, in the light theme.
        ink: the dark color of controls, "#rrggbb" as all that follow.
        accent: what stands out on `ink`.
        art: the ground of drawings.
        line: the lines in them.
        strong: the third dark color of drawings, beside `ink` and `art`.
        bright: the sun in them.
        pale: the lightest color in them.
    """

    light: CardInks
    dark: CardInks
    ground: str
    ink: str
    accent: str
    art: str
    line: str
    strong: str
    bright: str
    pale: str


def read_palette(own_sheet: str, theirs: str) -> Palette:
    """The palette of an archive.

    Args:
        own_sheet: the design tokens of the showcase, which have every color as "#rrggbb".
        theirs: the owner's tokens.css; what it gives no color that can be read stays that of `own_sheet`.
    """
    own = theme_tokens(strip_comments(own_sheet), dark=False)
    both = own | theme_tokens(strip_comments(theirs), dark=False)

    def color(name: str) -> Color:
        return token_color(both, name) or _own_color(own, name)

    ink, accent, paper = color("--ink"), color("--sun"), color("--paper")
    art = color("--leaf")
    return Palette(
        light=_card_inks(color("--hero"), color("--hero-text"), color("--hero-read")),
        dark=_card_inks(ink, accent, paper),
        ground=str(color("--ground")),
        ink=str(ink),
        accent=str(_readable(accent, ink)),
        art=str(art),
        line=str(_readable(accent, art)),
        strong=str(color("--tomato")),
        bright=str(accent),
        pale=str(paper),
    )


def _own_color(own: Tokens, name: str) -> Color:
    color = token_color(own, name)
    if color is None:
        message = f"{name} of the showcase's own tokens is no color"
        raise ValueError(message)
    return color


def _card_inks(background: Color, words: Color, small: Color) -> CardInks:
    return CardInks(
        str(background), str(_readable(words, background)), str(_readable(small, background))
    )


def _readable(text: Color, ground: Color) -> Color:
    """A color for text; where its contrast is too low, black or white, whichever is read more easily."""
    if contrast_ratio(text, ground) >= MIN_TEXT_CONTRAST:
        return text
    return max(_BLACK, _WHITE, key=lambda color: contrast_ratio(color, ground))
