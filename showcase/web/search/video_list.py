"""Videos in a list."""

from dataclasses import dataclass

from showcase.core.catalog.localized import Text, VideoTexts
from showcase.core.catalog.models import Catalog, Video
from showcase.web.context.urls import Addresses
from showcase.web.i18n.catalogs import asked_locale
from showcase.web.i18n.formatting import written_clock, written_date
from showcase.web.video.player import poster_address


@dataclass(frozen=True, slots=True)
class VideoCard:
    """A video in a list."""

    title: Text
    kicker: Text
    summary: Text
    facts: str
    poster: str
    href: str


def build_cards(catalog: Catalog, to: Addresses) -> list[VideoCard]:
    """All videos, in the order of the catalog."""
    reader = asked_locale()
    return [_card(VideoTexts(video, reader), to) for video in catalog.videos]


def _card(texts: VideoTexts, to: Addresses) -> VideoCard:
    return VideoCard(
        title=texts.heading,
        kicker=texts.kicker,
        summary=texts.summary,
        facts=video_facts(texts.video),
        poster=poster_address(texts.video, to),
        href=to.video(texts.video.slug),
    )


def video_facts(video: Video) -> str:
    """Length and date: "2:34, December 2017"."""
    clock = written_clock(video.duration_ms) if video.duration_ms else ""
    date = written_date(video.date) if video.date else ""
    return ", ".join(part for part in (clock, date) if part)
