"""The texts on the cards of a video, and their alternative texts."""

from showcase.core.cards.content import CardContent
from showcase.core.catalog.localized import LocalizedSite, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Site
from showcase.core.text.truncate import truncate_at_sentence
from showcase.core.text.typography import add_quotation_marks
from showcase.core.timing.timecodes import format_clock
from showcase.web.i18n.catalogs import localize_digits, t
from showcase.web.i18n.formatting import localized_date
from showcase.web.sharing.headlines import speaker_names
from showcase.web.sharing.quotation import Quotation

# As long as a screen reader reads comfortably; X accepts 420 characters.
_MAX_ALT_CHARS = 300


def quote_card(quotation: Quotation, site: Site) -> CardContent:
    """The content of a card with the words of a moment; `site` is named where nobody is known to speak."""
    video, speaker = quotation.video, quotation.speaker
    return CardContent(
        words=tuple(said.text for said in quotation.utterances),
        language=quotation.language,
        fallback_text=f"Read these words where they are said, at {quotation.clock}",
        address=quotation.url.partition("://")[2] or quotation.path,
        name=speaker or video.title,
        about=quotation.organization if speaker else site.name,
        cue=_call_to_action(video, quotation.clock),
        title=video.title if speaker else "",
    )


def title_card(video: Video, site: Site, address: str) -> CardContent:
    """The content of a card of a whole video.

    Args:
        video: its title, date and length are on the card.
        site: its name is on the card.
        address: the URL of the video's page, which is drawn instead of a title that no font covers.
    """
    return CardContent(
        headline=video.title,
        fallback_text="See this video, and read its words",
        address=address.partition("://")[2] or address,
        name=site.name,
        about=localized_date(video.date),
        cue=format_clock(video.duration_ms) if video.source and video.duration_ms else "",
    )


def card_alt(texts: LocalizedVideo, quotation: Quotation) -> str:
    """The alternative text of a quote card: its words, who says them, when and in which video.

    Args:
        texts: the video in the language of the reader.
        quotation: the words on the card; in the text they end at a sentence where they are long.
    """
    words = truncate_at_sentence(" ".join(quotation.text.split()), _MAX_ALT_CHARS)
    organization = str(texts.organization(quotation.organization))
    who = ", ".join(part for part in (speaker_names(texts, quotation), organization) if part)
    said = add_quotation_marks(words, quotation.language)
    fields = {"words": said, "time": localize_digits(quotation.clock), "title": str(texts.title)}
    if who:
        return t("%(words)s %(who)s, at %(time)s in “%(title)s”", who=who, **fields)
    return t("%(words)s At %(time)s in “%(title)s”", **fields)


def title_alt(texts: LocalizedVideo, site: LocalizedSite) -> str:
    """The alternative text of a video's title card.

    Args:
        texts: the video in the reader's language.
        site: says what the picture on its cards shows; its name stands for a neutral picture.
    """
    title = add_quotation_marks(str(texts.title), texts.title.language)
    return f"{title}: {site.card_art_alt or site.name}"


def _call_to_action(video: Video, clock: str) -> str:
    """When to hear the words, or to read them where there is no recording; a synthetic voice reads aloud."""
    if not video.source:
        return f"Read it at {clock}"
    read_aloud = video.voice == "synthetic"
    return f"Hear it read aloud at {clock}" if read_aloud else f"Hear it at {clock}"
