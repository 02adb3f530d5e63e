"""oEmbed 1.0: what another site is told that wants to embed a page of ours (https://oembed.com).

An address that is asked for is read and never fetched: it names a video of ours, or nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from showcase.core.cards.canvases import WIDE_CARD_HEIGHT_PX, WIDE_CARD_WIDTH_PX
from showcase.core.catalog.models import Video
from showcase.web.context.query import QueryParameters, parse_query_parameters
from showcase.web.context.video_view import VideoView
from showcase.web.http.xml import strip_illegal_chars
from showcase.web.metadata.open_graph import card_url, preview_title
from showcase.web.sharing.embed_code import frame_size, iframe_html
from showcase.web.sharing.quotation import Quotation, requested_quotation

OembedResponse = dict[str, str | int]

_CACHE_SECONDS = 86_400
_DEFAULT_PORTS = {"http": 80, "https": 443}
_VIDEO_PATH = re.compile(r"/(?:videos|embed)/(?P<slug>[^/]+)/?")


@dataclass(frozen=True, slots=True)
class MaxFrameSize:
    """How large the asking page lets a frame be, in pixels; None where it does not say."""

    width: int | None = None
    height: int | None = None

    def fits(self, width: int, height: int) -> bool:
        """Is there room for something of that size?"""
        return width <= (self.width or width) and height <= (self.height or height)


@dataclass(frozen=True, slots=True)
class PageTarget:
    """What an address of ours leads to.

    Attributes:
        slug: of the video; None for the first page.
        parameters: what its query asks of the video, or else its hash.
        theme: "light" or "dark", "" where it does not say.
    """

    slug: str | None
    parameters: QueryParameters
    theme: str = ""


def parse_theme(arguments: Mapping[str, str]) -> str:
    """The theme that an address asks for; "" for none, and for one that there is not."""
    theme = arguments.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def parse_page_url(url: str, *bases: str) -> PageTarget | None:
    """What an address leads to; None unless it is of one of our pages, under one of these base addresses."""
    try:
        parts = urlsplit(url.strip())
        paths = [_path_below(base, parts) for base in bases]
    except ValueError:  # no address at all: a port of letters, half an IPv6 address
        return None
    path = next((path for path in paths if path is not None), None)
    return None if path is None else _parse_path(path, parts)


def _path_below(base: str, parts: SplitResult) -> str | None:
    """The path of an address below a base address, None when it does not lie there."""
    home = urlsplit(base)
    if _host_and_port(parts) is None or _host_and_port(parts) != _host_and_port(home):
        return None
    root = home.path.rstrip("/")
    path = unquote(parts.path) if parts.path else "/"
    if path == root:
        return "/"
    return path.removeprefix(root) if path.startswith(f"{root}/") else None


def _host_and_port(parts: SplitResult) -> tuple[str, int | None] | None:
    """Host and port; http and https are one site, each at its own port."""
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    port = parts.port
    return parts.hostname, None if port == _DEFAULT_PORTS[parts.scheme] else port


def _parse_path(path: str, parts: SplitResult) -> PageTarget | None:
    found = _VIDEO_PATH.fullmatch(path)
    if found is None and path != "/":
        return None
    # Of a name given twice the first counts, as on the page; behind "#" may stand a moment.
    arguments = dict(reversed([*parse_qsl(parts.query), *parse_qsl(parts.fragment)]))
    slug = found["slug"] if found else None
    return PageTarget(slug, parse_query_parameters(arguments), parse_theme(arguments))


def build_oembed(
    view: VideoView, theme: str, max_size: MaxFrameSize, provider: str
) -> OembedResponse:
    """What is told of a video, or of the moment of it that `shown` asks for.

    Args:
        view: the video with what an address asks of it.
        theme: of the frame, "" as the device has it.
        max_size: what the frame must fit into.
        provider: what the showcase calls itself.
    """
    video, urls, quotation = view.video, view.urls, requested_quotation(view)
    size = frame_size(video, max_size.width, max_size.height)
    answer: OembedResponse = {
        "type": "video" if video.source else "rich",
        "version": "1.0",
        "title": preview_title(view, quotation),
        "provider_name": provider,
        "provider_url": urls.absolute(urls.home()),
        "cache_age": _CACHE_SECONDS,
        "html": iframe_html(_frame_url(view, theme), _iframe_title(video, quotation), size),
        **size._asdict(),
        **_author_fields(video),
        **_thumbnail_fields(view, quotation, max_size),
    }
    return {
        name: strip_illegal_chars(said) if isinstance(said, str) else said
        for name, said in answer.items()
    }


def _iframe_title(video: Video, quotation: Quotation | None) -> str:
    """What a frame is called for those who do not see it: the video, and where it starts."""
    return f"{video.title}, {quotation.clock}" if quotation else video.title


def _frame_url(view: VideoView, theme: str) -> str:
    urls, parameters = (
        view.urls,
        {"q": view.parameters.query, "lang": view.link_language, "theme": theme},
    )
    return urls.absolute(urls.embed(view.video.slug, view.moment, **parameters))


def _author_fields(video: Video) -> OembedResponse:
    """Who made the video; with an address where it is one of its organizations."""
    url = next((o.url for o in video.organizations if o.name == video.author), "")
    said: OembedResponse = {"author_name": video.author, "author_url": url}
    return {name: text for name, text in said.items() if text}


def _thumbnail_fields(
    view: VideoView, quotation: Quotation | None, room: MaxFrameSize
) -> OembedResponse:
    """The card; none where it is too large, for it has to fit as the frame has."""
    if not room.fits(WIDE_CARD_WIDTH_PX, WIDE_CARD_HEIGHT_PX):
        return {}
    return {
        "thumbnail_url": card_url(view, quotation),
        "thumbnail_width": WIDE_CARD_WIDTH_PX,
        "thumbnail_height": WIDE_CARD_HEIGHT_PX,
    }
