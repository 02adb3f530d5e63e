"""The quote card in the share panel: what is shown of it, and all that can be downloaded."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

from showcase.core.cards.content import MAX_CARD_QUOTE_MS
from showcase.core.text.typography import add_quotation_marks
from showcase.web.context.request import snapshot
from showcase.web.i18n.catalogs import gettext_noop, t
from showcase.web.sharing.card_content import quote_card
from showcase.web.sharing.quotation import Quotation
from showcase.web.sharing.quote_text import attribution_parts, single_line
from showcase.web.sharing.share_links import ShareLink

if TYPE_CHECKING:
    from showcase.store.cards.service import CardService

# By whether the wide card and the square one have room for the beginning of the words only.
_NOTES = {
    (False, False): "",
    (True, True): gettext_noop("Cards have room for the beginning of these words only."),
    (True, False): gettext_noop(
        "The wide card has room for the beginning of these words only; the square one has all of them."
    ),
    (False, True): gettext_noop(
        "The square card has room for the beginning of these words only; the wide one has all of them."
    ),
}


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The quote card of the words.

    Attributes:
        src: of the one that is shown, the wide and light one.
        alt: its alternative text.
        note: a sentence where a card does not have all the words; "" where each has.
        downloads: in every shape and theme.
    """

    src: str
    alt: str
    note: str
    downloads: list[ShareLink]


def build_share_card(quotation: Quotation) -> ShareCard | None:
    """The card of a quotation; None where its words last longer than a card holds, or have no times."""
    moment = quotation.moment
    if moment is None or (moment.end_ms or 0) - moment.start_ms > MAX_CARD_QUOTE_MS:
        return None
    kinds = (
        (t("Wide, light"), None, None), (t("Wide, dark"), None, "dark"),
        (t("Square, light"), "square", None), (t("Square, dark"), "square", "dark"),
    )  # fmt: skip
    links = [ShareLink(label, _card_url(quotation, size, theme)) for label, size, theme in kinds]
    is_wide_shortened, is_square_shortened = _shortened_shapes(quotation)
    note = _NOTES[is_wide_shortened, is_square_shortened]
    return ShareCard(
        src=links[0].href,
        alt=_card_alt(quotation, is_shortened=is_wide_shortened),
        note=t(note) if note else "",
        downloads=links,
    )


def _shortened_shapes(quotation: Quotation) -> tuple[bool, bool]:
    """Whether the wide card leaves out words, and whether the square one does."""
    maker = cast("CardService", current_app.extensions["cards"])
    card = quote_card(quotation, snapshot().catalog.site)
    return maker.is_shortened(card, "wide"), maker.is_shortened(card, "square")


def _card_alt(quotation: Quotation, *, is_shortened: bool) -> str:
    words = add_quotation_marks(single_line(quotation), quotation.language)
    told = f"{words} — {', '.join(attribution_parts(quotation))}"
    return t("The beginning of: %(words)s", words=told) if is_shortened else told


def _card_url(quotation: Quotation, size: str | None, theme: str | None) -> str:
    urls, lang = quotation.urls, quotation.link_language
    return urls.card(quotation.video.slug, quotation.moment, lang=lang, size=size, theme=theme)
