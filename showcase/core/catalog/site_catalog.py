"""The site and the catalog of its videos."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from showcase.core.branding.site_pictures import SitePicture, SitePictures
from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import Link, Video
from showcase.core.catalog.site_pages import PAGES_FOLDER, SitePage
from showcase.core.catalog.translations import SiteTranslation


@dataclass(frozen=True, slots=True)
class Site:
    """The texts and the look of the whole site, from `site.toml` and `tokens.css`.

    Attributes:
        tagline: what it is, in a sentence.
        closing: the last text of every page.
        small_print: below `closing`.
        language: of these texts, a BCP 47 tag; "" when it is unknown.
        contact: where visitors report mistakes: an e-mail address, or the http(s) address of a form; "" for
            nowhere.
        license: of these texts; None where nothing is said.
        languages: those of the pages' languages that visitors are offered, BCP 47 tags; () for all.
        default_language: of pages for those who ask for none of them; "" for English, or the first offered.
        card_art_alt: what the picture on cards shows, for those who cannot see it.
        pictures: logo, poster and others that the owner has put beside site.toml.
        pages: about, privacy, accessibility and imprint, in each language that they are in.
        tokens: the content of `tokens.css`, design tokens that differ from the showcase's own; "" for none.
        translations: the texts in other languages; core/catalog/localized.py combines them.
    """

    name: str = "Showcase"
    closing: str = ""
    links: tuple[Link, ...] = ()
    small_print: str = ""
    language: str = ""
    contact: str = ""
    tokens: str = ""
    translations: tuple[SiteTranslation, ...] = ()
    tagline: str = ""
    license: License | None = None
    languages: tuple[str, ...] = ()
    default_language: str = ""
    card_art_alt: str = ""
    pictures: SitePictures = field(default_factory=SitePictures)
    pages: tuple[SitePage, ...] = ()

    @property
    def files(self) -> dict[str, SitePicture]:
        """The files beside site.toml that may be sent, by their path from there."""
        pictures = self.pictures
        beside = (
            pictures.logo, pictures.poster, pictures.ornament, pictures.card_art, pictures.card_art_wide,
        )  # fmt: skip
        of_pages = (picture for page in self.pages for picture in page.pictures)
        return {picture.name: picture for picture in beside if picture} | {
            f"{PAGES_FOLDER}/{picture.name}": picture for picture in of_pages
        }


@dataclass(frozen=True, slots=True)
class Catalog:
    """The site and its videos, newest first, then by title.

    Attributes:
        videos: those that lists, feeds and searches have.
        unlisted: those that are found by their address alone.
        withdrawn: slugs whose addresses say that their video was withdrawn.
    """

    site: Site
    videos: tuple[Video, ...]
    unlisted: tuple[Video, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @property
    def all_videos(self) -> tuple[Video, ...]:
        """The listed videos, then the others."""
        return self.videos + self.unlisted

    def find(self, slug: str) -> Video | None:
        """The video with that slug, listed or not; None where there is none."""
        return next((video for video in self.all_videos if video.slug == slug), None)

    def find_former(self, slug: str) -> Video | None:
        """The video that had that slug before; None where there is none, or another one has it now."""
        if self.find(slug):
            return None
        return next((video for video in self.all_videos if slug in video.former), None)

    def visible_at(self, instant: datetime) -> "Catalog":
        """What of it may be seen at an instant."""
        return replace(
            self,
            videos=_visible_videos(self.videos, instant),
            unlisted=_visible_videos(self.unlisted, instant),
        )

    def next_change(self, instant: datetime) -> datetime | None:
        """When the next video may be seen, after an instant; None where all may be seen by then."""
        starts = (video.visibility.visible_from for video in self.all_videos)
        return min((start for start in starts if start and start > instant), default=None)


def newest_first(videos: Iterable[Video]) -> tuple[Video, ...]:
    """The order of a catalog: newest first, those without a date last, then by title."""
    by_title = sorted(videos, key=lambda video: (video.title.casefold(), video.slug))
    return tuple(sorted(by_title, key=lambda video: video.date, reverse=True))


def _visible_videos(videos: Iterable[Video], instant: datetime) -> tuple[Video, ...]:
    return tuple(video for video in videos if video.visibility.is_visible_at(instant))
