"""Videos in a list."""

from dataclasses import dataclass

from showcase.core.videos import Catalog, Video
from showcase.web.addresses import Addresses
from showcase.web.phrases import written_clock, written_date
from showcase.web.player import poster_address


@dataclass(frozen=True, slots=True)
class VideoCard:
    """A video in a list; `language` is that of its title."""

    language: str
    title: str
    kicker: str
    summary: str
    facts: str
    poster: str
    href: str


def build_cards(catalog: Catalog, to: Addresses) -> list[VideoCard]:
    """All videos, in the order of the catalog."""
    return [
        VideoCard(
            language=video.language,
            title=video.headline or video.title,
            kicker=video.kicker,
            summary=video.summary,
            facts=video_facts(video),
            poster=poster_address(video, to),
            href=to.video(video.slug),
        )
        for video in catalog.videos
    ]


def video_facts(video: Video) -> str:
    """Length and date: "2:34, December 2017"."""
    clock = written_clock(video.duration_ms) if video.duration_ms else ""
    date = written_date(video.date) if video.date else ""
    return ", ".join(part for part in (clock, date) if part)
