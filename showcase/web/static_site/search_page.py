"""The page of the search where no server answers: the list of videos, for people and for the script."""

from dataclasses import dataclass

from flask import render_template

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import language_name, page_language
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.search.video_list import video_facts
from showcase.web.static_site.archive_index import INDEX_FILE


@dataclass(frozen=True, slots=True)
class Reading:
    """A language in which the words of a video can be read; `language` is a BCP 47 tag."""

    language: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchedVideo:
    """A video in the list.

    Attributes:
        slug: by which the script finds it.
        edition: what links to its moments say of its recording; "" for nothing.
        title: in the language of the page, if there is such a one.
        facts: its duration and date.
        href: its page.
        readings: its transcripts.
    """

    slug: str
    edition: str
    title: LocalizedText
    facts: str
    href: str
    readings: list[Reading]


def render_search_page(catalog: Catalog, urls: UrlBuilder) -> str:
    """The page as HTML."""
    return render_template(
        "static_search.html", videos=build_searched_videos(catalog, urls), index_file=INDEX_FILE
    )


def build_searched_videos(catalog: Catalog, urls: UrlBuilder) -> list[SearchedVideo]:
    """All videos, in the order of the catalog: newest first."""
    return [_searched_video(video, urls) for video in catalog.videos]


def _searched_video(video: Video, urls: UrlBuilder) -> SearchedVideo:
    reader = requested_locale()
    languages = dict.fromkeys(track.language for track in video.speech_tracks)
    return SearchedVideo(
        slug=video.slug,
        edition=video.edition_in_links,
        title=LocalizedVideo(video, reader).heading,
        facts=video_facts(video),
        href=urls.video(video.slug),
        readings=[
            Reading(
                language,
                language_name(video, language),
                urls.video(video.slug, lang=page_language(video, language, reader)),
            )
            for language in languages
        ],
    )
