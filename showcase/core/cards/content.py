"""What a quote card says, and how much of a quote: what is left out is left out at the end of a sentence."""

from dataclasses import dataclass

import regex

from showcase.core.text.typography import quotation_marks

# A card holds what is said in two minutes; longer ranges are refused.
MAX_CARD_QUOTE_MS = 120_000
# More characters than the largest card holds in its smallest letters; no more are ever measured.
MAX_CARD_CHARS = 600

_ALREADY_QUOTED = regex.compile(r"[\"“„«‹「].*[\"”“»›」]", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class CardContent:
    """All that a card says; what is "" is not drawn.

    Attributes:
        words: what is quoted, a paragraph for each voice, without quotation marks.
        language: of the words, a BCP 47 tag.
        headline: what stands large where nothing is quoted.
        fallback_text: what stands large where the words or the headline cannot be drawn.
        address: where the words can be read; drawn below `instead`.
        name, about: who speaks and for whom, in the corner where reading begins.
        cue: when, beside the sign of playing.
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
    """A paragraph between the quotation marks of its language, unless it has some around it already."""
    if _ALREADY_QUOTED.fullmatch(paragraph):
        return paragraph
    opening, closing = quotation_marks(language)
    return f"{opening}{paragraph}{closing}".replace("\u202f", "\u2009")
