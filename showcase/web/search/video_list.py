"""The list of videos on the home page, on error pages, and where a search found nothing."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.web.context.urls import UrlBuilder, poster_url
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.i18n.formatting import localized_clock, localized_date


@dataclass(frozen=True, slots=True)
class VideoListItem:
    """A video in a list; `facts` are its duration and date."""

    title: LocalizedText
    kicker: LocalizedText
    summary: LocalizedText
    facts: str
    poster: str
    href: str


def build_video_list(catalog: Catalog, urls: UrlBuilder) -> list[VideoListItem]:
    """All videos, in the order of the catalog: newest first."""
    reader = requested_locale()
    return [build_list_item(LocalizedVideo(video, reader), urls) for video in catalog.videos]


def build_list_item(texts: LocalizedVideo, urls: UrlBuilder) -> VideoListItem:
    """One video of a list."""
    return VideoListItem(
        title=texts.heading,
        kicker=texts.kicker,
        summary=texts.summary,
        facts=video_facts(texts.video),
        poster=poster_url(texts.video, urls),
        href=urls.video(texts.video.slug),
    )


def video_facts(video: Video) -> str:
    """Duration and date as far as they are known: "2:34, December 2017"."""
    clock = localized_clock(video.duration_ms) if video.duration_ms else ""
    date = localized_date(video.date) if video.date else ""
    return ", ".join(part for part in (clock, date) if part)
