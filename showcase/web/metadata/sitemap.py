"""The list of all pages for search engines, with what they show of a video.

https://www.sitemaps.org/protocol.html and
https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from collections.abc import Callable, Iterator, Sequence

from showcase.core.catalog.models import Video
from showcase.web.context.language_links import Alternate, alternates
from showcase.web.context.urls import Addresses
from showcase.web.http.xml import Element, element, write
from showcase.web.metadata.json_ld import content_address
from showcase.web.metadata.open_graph import whole_date
from showcase.web.sharing.headlines import cut

# The protocol takes 50,000 addresses and 50 MB a file. With a description of 2,048 letters of four bytes each
# and long names in addresses, in each language one, a video takes 30 kB, so this many always fit.
PART_MOST = 1_500
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_VIDEO = "http://www.google.com/schemas/sitemap-video/1.1"
_TITLE_MOST, _DESCRIPTION_MOST = 100, 2_048
# What it takes as a duration: up to eight hours, in seconds.
_DURATION_MOST = 28_800


def count_parts(videos: Sequence[Video]) -> int:
    """How many files the sitemap has; one that needs no more than one is no index."""
    return max(-(-len(videos) // PART_MOST), 1)


def write_index(parts: int, to: Addresses) -> bytes:
    """A sitemap of sitemaps."""
    numbers = range(1, parts + 1)
    locations = [element("loc", to.absolute(to.sitemap(number))) for number in numbers]
    listed = (element("sitemap", children=[location]) for location in locations)
    return write(element("sitemapindex", children=listed, xmlns=_SITEMAP))


def write_part(videos: Sequence[Video], part: int, to: Addresses) -> bytes:
    """One file of it, from 1; the first has the first page, too, where that is no video's own."""
    first = (part - 1) * PART_MOST
    pages = [page for video in videos[first : first + PART_MOST] for page in _pages(video, to)]
    if part == 1 and len(videos) != 1:
        pages[:0] = _in_languages(Addresses.home, to)
    root = element("urlset", children=pages, xmlns=_SITEMAP)
    root.set("xmlns:video", _VIDEO)
    root.set("xmlns:xhtml", _XHTML)
    return write(root)


def _in_languages(of: Callable[[Addresses], str], to: Addresses) -> list[Element]:
    """A page in each language, and each with all of them; first the one whose address names none."""
    pages = alternates(of, to)
    return [
        element("url", children=[element("loc", page.href), *map(_alternate, pages)])
        for page in pages
    ]


def _alternate(page: Alternate) -> Element:
    return element("xhtml:link", rel="alternate", **page._asdict())


def _pages(video: Video, to: Addresses) -> list[Element]:
    """The page of a video; what is shown there is told once, or a video would seem to be five."""
    pages = _in_languages(lambda to: to.video(video.slug), to)
    if video.source:
        pages[0].append(element("video:video", children=_video(video, to)))
    return pages


def _video(video: Video, to: Addresses) -> Iterator[Element]:
    """In the order of the format's schema, which is a sequence."""
    yield element("video:thumbnail_loc", to.absolute(to.card(video.slug)))
    yield element("video:title", cut(video.title, _TITLE_MOST))
    yield element("video:description", cut(video.summary or video.title, _DESCRIPTION_MOST))
    if content := content_address(video, to):
        yield element("video:content_loc", content)
    yield element("video:player_loc", to.absolute(to.embed(video.slug)))
    if 0 < (seconds := video.duration_ms // 1000) <= _DURATION_MOST:
        yield element("video:duration", str(seconds))
    if date := whole_date(video):
        yield element("video:publication_date", date)
