"""The feed of videos: Atom (RFC 4287)."""

from collections.abc import Iterator

from showcase.core.catalog.dates import full_date
from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.web.context.rights import license_in_words, rights_in_words
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.media_types import ATOM_TYPE, HTML_TYPE, VTT_TYPE
from showcase.web.http.xml import Element, element, write_xml

_ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
# The newest videos; the sitemap has all.
_MAX_ENTRY_COUNT = 50
# An entry must say when it was updated (section 4.2.15). For a video without a date this is a day that nobody
# takes for its date, and the same in every build.
_UNKNOWN_DATE = "1970-01-01"


def write_feed(catalog: Catalog, urls: UrlBuilder) -> bytes:
    """Write the feed of the newest videos, as UTF-8."""
    videos = catalog.videos[:_MAX_ENTRY_COUNT]
    root = element(
        "feed", children=_feed_elements(catalog.site, videos, urls), xmlns=_ATOM_NAMESPACE
    )
    root.extend(
        element("entry", children=_entry_elements(video, catalog.site, urls)) for video in videos
    )
    return write_xml(root)


def _feed_elements(site: Site, videos: tuple[Video, ...], urls: UrlBuilder) -> Iterator[Element]:
    home, own = urls.absolute(urls.home()), urls.absolute(urls.feed())
    yield element("id", home)
    yield element("title", site.name)
    yield element(
        "updated", max(map(_updated_timestamp, videos), default=_rfc3339_timestamp(_UNKNOWN_DATE))
    )
    yield element("author", children=[element("name", site.name), element("uri", home)])
    yield element("link", rel="self", type=ATOM_TYPE, href=own)
    yield element("link", rel="alternate", type=HTML_TYPE, href=home)
    if site.license:
        yield element("rights", license_in_words(site.license))
    yield element("icon", urls.absolute(urls.logo()))


def _entry_elements(video: Video, site: Site, urls: UrlBuilder) -> Iterator[Element]:
    page = urls.absolute(urls.permalink(video.slug))
    yield element("id", page)
    yield element("title", video.title)
    yield element("updated", _updated_timestamp(video))
    if date := full_date(video):
        yield element("published", _rfc3339_timestamp(date))
    yield element("author", children=[element("name", video.author or site.name)])
    yield element("link", rel="alternate", type=HTML_TYPE, hreflang=video.language, href=page)
    yield from _enclosure_links(video, urls)
    if video.summary:
        yield element("summary", video.summary)
    if rights := rights_in_words(video):
        yield element("rights", rights)


def _enclosure_links(video: Video, urls: UrlBuilder) -> Iterator[Element]:
    """Links to the recording, if it is a file of ours, and to the tracks of its words."""
    for file in video.source.files[:1] if video.source else ():
        address = urls.absolute(urls.media(video.slug, file.name))
        yield element("link", rel="enclosure", type=file.type, length=str(file.size), href=address)
    yield from (_track_link(video, track, urls) for track in video.speech_tracks)


def _track_link(video: Video, track: Track, urls: UrlBuilder) -> Element:
    address = urls.absolute(urls.track(video.slug, track))
    return element(
        "link",
        rel="related",
        type=VTT_TYPE,
        hreflang=track.language,
        title=track.label,
        href=address,
    )


def _updated_timestamp(video: Video) -> str:
    return _rfc3339_timestamp(video.date or _UNKNOWN_DATE)


def _rfc3339_timestamp(date: str) -> str:
    """The first second of a day, month or year, in RFC 3339: "2017-12" is "2017-12-01T00:00:00Z"."""
    year, *rest = date.split("-")
    month, day = (*rest, "01", "01")[:2]
    return f"{year}-{month}-{day}T00:00:00Z"
