"""The feed of videos, in Atom (RFC 4287)."""

from collections.abc import Iterator

from showcase.core.catalog.models import Catalog, Site, Track, Video
from showcase.web.context.urls import Addresses
from showcase.web.http.xml import Element, element, write
from showcase.web.metadata.open_graph import whole_date

_ATOM = "http://www.w3.org/2005/Atom"
# Who reads a feed wants what is new; the sitemap has all.
_ENTRIES_MOST = 50
# An entry has to say when it was changed (section 4.2.15). Of a video whose date nobody knows that is no day
# anybody could take for it, and stays the same from build to build.
_UNKNOWN = "1970-01-01"


def write_feed(catalog: Catalog, to: Addresses) -> bytes:
    """The newest videos, in the order of the catalog."""
    videos = catalog.videos[:_ENTRIES_MOST]
    root = element("feed", children=_head(catalog.site, videos, to), xmlns=_ATOM)
    root.extend(element("entry", children=_entry(video, catalog.site, to)) for video in videos)
    return write(root)


def _head(site: Site, videos: tuple[Video, ...], to: Addresses) -> Iterator[Element]:
    home, own = to.absolute(to.home()), to.absolute(to.feed())
    yield element("id", home)
    yield element("title", site.name)
    yield element("updated", max(map(_updated, videos), default=_instant(_UNKNOWN)))
    yield element("author", children=[element("name", site.name), element("uri", home)])
    yield element("link", rel="self", type="application/atom+xml", href=own)
    yield element("link", rel="alternate", type="text/html", href=home)
    yield element("icon", to.absolute(to.static("img/favicon.svg")))


def _entry(video: Video, site: Site, to: Addresses) -> Iterator[Element]:
    page = to.absolute(to.page(video.slug))
    yield element("id", page)
    yield element("title", video.title)
    yield element("updated", _updated(video))
    if date := whole_date(video):
        yield element("published", _instant(date))
    yield element("author", children=[element("name", video.author or site.name)])
    yield element("link", rel="alternate", type="text/html", hreflang=video.language, href=page)
    yield from _enclosures(video, to)
    if video.summary:
        yield element("summary", video.summary)


def _enclosures(video: Video, to: Addresses) -> Iterator[Element]:
    """The recording, where it is a file of ours, and its words."""
    for file in video.source.files[:1] if video.source else ():
        address = to.absolute(to.media(video.slug, file.name))
        yield element("link", rel="enclosure", type=file.type, length=str(file.size), href=address)
    yield from (_words(video, track, to) for track in video.speech)


def _words(video: Video, track: Track, to: Addresses) -> Element:
    address = to.absolute(to.track(video.slug, track))
    return element(
        "link",
        rel="related",
        type="text/vtt",
        hreflang=track.language,
        title=track.label,
        href=address,
    )


def _updated(video: Video) -> str:
    return _instant(video.date or _UNKNOWN)


def _instant(date: str) -> str:
    """The first second of a day, month or year, in RFC 3339: "2017-12" is "2017-12-01T00:00:00Z"."""
    year, *rest = date.split("-")
    month, day = (*rest, "01", "01")[:2]
    return f"{year}-{month}-{day}T00:00:00Z"
