"""The list of all pages for search engines, with what they show of a video.

https://www.sitemaps.org/protocol.html and
https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps
"""

from collections.abc import Iterator, Sequence

from showcase.core.videos import Video
from showcase.web.addresses import Addresses
from showcase.web.headlines import cut
from showcase.web.json_ld import content_address
from showcase.web.previews import whole_date
from showcase.web.xml import Element, element, write

# The protocol takes 50,000 addresses and 50 MB a file. With a description of 2,048 letters of four bytes each
# a video takes 10 kB, so this many always fit.
PART_MOST = 5_000
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
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
    pages = [_page(video, to) for video in videos[first : first + PART_MOST]]
    if part == 1 and len(videos) != 1:
        pages.insert(0, element("url", children=[element("loc", to.absolute(to.home()))]))
    root = element("urlset", children=pages, xmlns=_SITEMAP)
    root.set("xmlns:video", _VIDEO)
    return write(root)


def _page(video: Video, to: Addresses) -> Element:
    location = element("loc", to.absolute(to.page(video.slug)))
    shown = [element("video:video", children=_video(video, to))] if video.source else []
    return element("url", children=[location, *shown])


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
