"""What the cards of a video say, and what is said in their place to who does not see them."""

from showcase.core.cards.content import Card, shorten
from showcase.core.catalog.localized import VideoTexts
from showcase.core.catalog.models import Site, Video
from showcase.core.text.typography import between_marks
from showcase.core.timing.timecodes import format_clock
from showcase.web.i18n.catalogs import in_digits, t
from showcase.web.i18n.formatting import written_date
from showcase.web.sharing.headlines import speaker
from showcase.web.sharing.quotation import Quoted

# What is read aloud in one go; X takes 420 characters.
_ALT_MOST = 300


def quote_card(quoted: Quoted, site: Site) -> Card:
    """The card of a moment's words."""
    video, speaker = quoted.video, quoted.speaker
    return Card(
        words=tuple(said.text for said in quoted.excerpt.said),
        language=quoted.language,
        instead=f"Read these words where they are said, at {quoted.clock}",
        address=quoted.url.partition("://")[2] or quoted.path,
        name=speaker or video.title,
        about=quoted.organization if speaker else site.name,
        cue=_cue(video, quoted.clock),
        title=video.title if speaker else "",
    )


def title_card(video: Video, site: Site, address: str) -> Card:
    """The card of a whole video.

    Args:
        video: whose title stands on it.
        site: where it is.
        address: of its page, for where the title cannot be drawn.
    """
    return Card(
        headline=video.title,
        instead="See this video, and read its words",
        address=address.partition("://")[2] or address,
        name=site.name,
        about=written_date(video.date),
        cue=format_clock(video.duration_ms) if video.source else "",
    )


def card_alt(texts: VideoTexts, quoted: Quoted) -> str:
    """The text in the place of a quote card: its words, who says them, when and in which video."""
    words = " ".join(quoted.text.split())
    if len(words) > _ALT_MOST:
        words = shorten(words, words.rfind(" ", 0, _ALT_MOST))[0]
    organization = str(texts.organization(quoted.organization))
    who = ", ".join(part for part in (speaker(texts, quoted), organization) if part)
    said = between_marks(words, quoted.language)
    fields = {"words": said, "time": in_digits(quoted.clock), "title": str(texts.title)}
    if who:
        return t("%(words)s %(who)s, at %(time)s in “%(title)s”", who=who, **fields)
    return t("%(words)s At %(time)s in “%(title)s”", **fields)


def title_alt(texts: VideoTexts) -> str:
    """The text in the place of a video's title card."""
    return t(
        "“%(title)s”: the sun over the rows of a field, three workers on the path",
        title=str(texts.title),
    )


def _cue(video: Video, clock: str) -> str:
    """Nobody is said to be heard who is not: as the page's own quotes say it."""
    if not video.source:
        return f"Read it at {clock}"
    return f"Hear it read aloud at {clock}" if video.notice else f"Hear it at {clock}"
