"""The texts on a quote card, and the limits of a quotation."""

from dataclasses import dataclass

import regex

from showcase.core.text.typography import quotation_marks

# A card holds the words of two minutes; longer moments are refused.
MAX_CARD_QUOTE_MS = 120_000
# More than the largest card holds in its smallest font size; longer texts are cut before they are measured.
MAX_CARD_CHARS = 600

_ALREADY_QUOTED = regex.compile(r"[\"“„«‹「].*[\"”“»›」]", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class CardContent:
    """All texts on a card; what is "" is not drawn.

    Attributes:
        words: what is quoted, a paragraph for each speaker, without quotation marks.
        language: of the words, a BCP 47 tag.
        headline: drawn large where nothing is quoted.
        fallback_text: drawn large where no font covers the words or the headline.
        address: where the words can be read; drawn below `fallback_text`.
        name: of the speaker, at the side where reading starts.
        about: the organization of the speaker, below the name.
        cue: when the words are said, beside the play icon.
        title: of the video.
    """

    words: tuple[str, ...] = ()
    language: str = ""
    headline: str = ""
    fallback_text: str = ""
    address: str = ""
    name: str = ""
    about: str = ""
    cue: str = ""
    title: str = ""


def add_card_quotation_marks(paragraph: str, language: str) -> str:
    """A paragraph in the quotation marks of its language, unless it is in some already.

    Args:
        paragraph: what one speaker says.
        language: a BCP 47 tag. The narrow spaces of French marks become thin ones, which the fonts have.
    """
    if _ALREADY_QUOTED.fullmatch(paragraph):
        return paragraph
    opening, closing = quotation_marks(language)
    return f"{opening}{paragraph}{closing}".replace("\u202f", "\u2009")
