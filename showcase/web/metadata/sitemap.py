"""The sitemap: all pages for search engines, with the extensions for videos and for languages.

https://www.sitemaps.org/protocol.html
https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from showcase.core.catalog.dates import full_date
from showcase.core.catalog.models import Video
from showcase.core.catalog.recordings import is_sound
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.listings.listing import ListingKind, Listings
from showcase.core.text.truncate import truncate_line
from showcase.web.context.language_links import AlternateLanguage, alternate_languages
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.xml import Element, element, write_xml
from showcase.web.metadata.json_ld import recording_url
from showcase.web.site_pages.owner_page import page_alternates

# The protocol allows 50,000 URLs and 50 MB per file. With a description of 2,048 characters of four bytes and
# long slugs, a video takes 30 kB in all languages, so this many always fit.
MAX_PART_VIDEO_COUNT = 1_500
_SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
_VIDEO_NAMESPACE = "http://www.google.com/schemas/sitemap-video/1.1"
_MAX_TITLE_CHARS, _MAX_DESCRIPTION_CHARS = 100, 2_048
# The longest duration that the extension for videos allows: eight hours.
_MAX_DURATION_SECONDS = 28_800

# What has a page: a video, or else something whose path a builder of URLs makes.
_Entry = Video | Callable[[UrlBuilder], str]


def count_parts(catalog: Catalog, listings: Listings) -> int:
    """How many files the sitemap has, at least 1; more than one need an index."""
    pages = len(_indexable_videos(catalog)) + len(_listing_paths(catalog, listings))
    return max(-(-pages // MAX_PART_VIDEO_COUNT), 1)


def _indexable_videos(catalog: Catalog) -> list[Video]:
    return [video for video in catalog.videos if video.visibility.is_indexable]


def write_sitemap_index(parts: int, urls: UrlBuilder) -> bytes:
    """Write the index of a sitemap in several parts, as UTF-8."""
    numbers = range(1, parts + 1)
    locations = [element("loc", urls.absolute(urls.sitemap(number))) for number in numbers]
    listed = (element("sitemap", children=[location]) for location in locations)
    return write_xml(element("sitemapindex", children=listed, xmlns=_SITEMAP_NAMESPACE))


def _listing_paths(catalog: Catalog, listings: Listings) -> list[Callable[[UrlBuilder], str]]:
    """The paths of lists and their entries; none of the only video's, to which no page links."""
    if len(catalog.videos) == 1:
        return []
    found = [
        (kind, entry.slug)
        for kind, listing in listings.items()
        for entry in listing.entries
        if entry.is_indexable
    ]
    lists = [(kind, "") for kind in dict.fromkeys(kind for kind, _ in found)]
    return [partial(_listing_path, kind, slug) for kind, slug in (*lists, *found)]


def _listing_path(kind: ListingKind, slug: str, urls: UrlBuilder) -> str:
    return urls.listing(kind, slug)


def write_sitemap_part(catalog: Catalog, listings: Listings, part: int, urls: UrlBuilder) -> bytes:
    """Write one file of the sitemap, as UTF-8.

    Args:
        catalog: all videos; those that search engines are asked to leave out are not in it.
        listings: of these videos; their pages come after those of the videos.
        part: the number of the file, from 1; the first has the home page, too, unless that is a video's page.
        urls: of this request.
    """
    first = (part - 1) * MAX_PART_VIDEO_COUNT
    entries: list[_Entry] = [*_indexable_videos(catalog), *_listing_paths(catalog, listings)]
    pages = [
        page
        for entry in entries[first : first + MAX_PART_VIDEO_COUNT]
        for page in _entry_elements(entry, urls)
    ]
    if part == 1 and len(catalog.videos) != 1:
        pages[:0] = _localized_url_elements(UrlBuilder.home, urls)
    if part == 1:
        pages += _site_page_elements(catalog.site, urls)
    root = element("urlset", children=pages, xmlns=_SITEMAP_NAMESPACE)
    root.set("xmlns:video", _VIDEO_NAMESPACE)
    root.set("xmlns:xhtml", _XHTML_NAMESPACE)
    return write_xml(root)


def _entry_elements(entry: _Entry, urls: UrlBuilder) -> list[Element]:
    if isinstance(entry, Video):
        return _video_url_elements(entry, urls)
    return _localized_url_elements(entry, urls)


def _site_page_elements(site: Site, urls: UrlBuilder) -> list[Element]:
    """The pages that the owner wrote, in the languages that they are in."""
    names = dict.fromkeys(page.name for page in site.pages)
    return [each for name in names for each in _url_elements(page_alternates(site, name, urls))]


def _localized_url_elements(of: Callable[[UrlBuilder], str], urls: UrlBuilder) -> list[Element]:
    """An element per language of a page, each linking to all; first the URL that names no language."""
    return _url_elements(alternate_languages(of, urls))


def _url_elements(pages: Sequence[AlternateLanguage]) -> list[Element]:
    return [
        element("url", children=[element("loc", page.href), *map(_alternate_link, pages)])
        for page in pages
    ]


def _alternate_link(page: AlternateLanguage) -> Element:
    return element("xhtml:link", rel="alternate", **page._asdict())


def _video_url_elements(video: Video, urls: UrlBuilder) -> list[Element]:
    """The page of a video in each language; only the first has the video, or it would count as several."""
    pages = _localized_url_elements(lambda urls: urls.video(video.slug), urls)
    if video.source and not is_sound(video.source):
        pages[0].append(element("video:video", children=_video_elements(video, urls)))
    return pages


def _video_elements(video: Video, urls: UrlBuilder) -> Iterator[Element]:
    """The properties of a video, in the order of the format's XML schema, which is a sequence."""
    yield element("video:thumbnail_loc", urls.absolute(urls.card(video.slug)))
    yield element("video:title", truncate_line(video.title, _MAX_TITLE_CHARS))
    yield element(
        "video:description", truncate_line(video.summary or video.title, _MAX_DESCRIPTION_CHARS)
    )
    if content := recording_url(video, urls):
        yield element("video:content_loc", content)
    yield element("video:player_loc", urls.absolute(urls.embed(video.slug)))
    if 0 < (seconds := video.duration_ms // 1000) <= _MAX_DURATION_SECONDS:
        yield element("video:duration", str(seconds))
    if date := full_date(video):
        yield element("video:publication_date", date)
