"""oEmbed 1.0: the answer to a site that wants to embed one of our pages (https://oembed.com).

The URL that a site asks about is parsed and never fetched.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from showcase.core.cards.canvases import WIDE_CARD_HEIGHT_PX, WIDE_CARD_WIDTH_PX
from showcase.core.catalog.localized import LocalizedSite
from showcase.core.catalog.models import Video
from showcase.core.catalog.recordings import is_sound
from showcase.core.catalog.site_catalog import Site
from showcase.web.context.frame_urls import frame_url_builder
from showcase.web.context.query import QueryParameters, parse_query_parameters, plain_parameters
from showcase.web.context.video_view import VideoView
from showcase.web.http.xml import strip_illegal_chars
from showcase.web.i18n.catalogs import LOCALES, offered_locales
from showcase.web.metadata.open_graph import card_url, preview_title
from showcase.web.sharing.embed_code import frame_size, iframe_html
from showcase.web.sharing.quotation import Quotation, requested_quotation

OembedResponse = dict[str, str | int]

_CACHE_SECONDS = 86_400
_DEFAULT_PORTS = {"http": 80, "https": 443}
# The pages of a video, and the home page, with and without a language in front.
_LOCALE_PATTERN = "|".join(map(re.escape, LOCALES))
_PAGE_PATH = re.compile(
    rf"(?:/(?P<locale>{_LOCALE_PATTERN}))?"
    r"(?:/?|/videos/(?P<video>[^/]+)(?:/print)?/?|/embed/(?P<frame>[^/]+)/?)"
)


@dataclass(frozen=True, slots=True)
class MaxFrameSize:
    """How large the asking page lets a frame be, in CSS pixels; None if it does not say."""

    width: int | None = None
    height: int | None = None

    def fits(self, width: int, height: int) -> bool:
        """True if there is room for something of that size."""
        return width <= (self.width or width) and height <= (self.height or height)


@dataclass(frozen=True, slots=True)
class PageTarget:
    """What a URL of ours leads to.

    Attributes:
        slug: of the video; None for the home page.
        parameters: of its query string, or else of its fragment.
        theme: "light" or "dark", "" if it names none.
        locale: the page language that its path names ("es"), "" if it names none.
    """

    slug: str | None
    parameters: QueryParameters
    theme: str = ""
    locale: str = ""


def parse_theme(arguments: Mapping[str, str]) -> str:
    """The value of `?theme=`, "light" or "dark"; "" for any other and for none."""
    theme = arguments.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def parse_page_url(url: str, *bases: str) -> PageTarget | None:
    """Parse the URL of one of our pages.

    Args:
        url: any text.
        bases: the base URLs of the showcase: "https://example.org/archive/".

    Returns:
        What it leads to; None unless it is a page of a video, or the home page, below one of the bases.
    """
    try:
        parts = urlsplit(url.strip())
        paths = [_path_below(base, parts) for base in bases]
    except ValueError:  # not a URL: a port of letters, half an IPv6 address
        return None
    path = next((path for path in paths if path is not None), None)
    return None if path is None else _parse_path(path, parts)


def _path_below(base: str, parts: SplitResult) -> str | None:
    """The decoded path of a URL below a base URL, with its slash in front; None if it is not below it."""
    base_parts = urlsplit(base)
    if _host_and_port(parts) is None or _host_and_port(parts) != _host_and_port(base_parts):
        return None
    root = base_parts.path.rstrip("/")
    path = unquote(parts.path) if parts.path else "/"
    if path == root:
        return "/"
    return path.removeprefix(root) if path.startswith(f"{root}/") else None


def _host_and_port(parts: SplitResult) -> tuple[str, int | None] | None:
    """Host and port, None for the default one: http and https are the same site. None for other schemes."""
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    port = parts.port
    return parts.hostname, None if port == _DEFAULT_PORTS[parts.scheme] else port


def _parse_path(path: str, parts: SplitResult) -> PageTarget | None:
    if (found := _PAGE_PATH.fullmatch(path)) is None:
        return None
    if found["locale"] and found["locale"] not in offered_locales():
        return None
    # The first value of a name counts, as on the page; the fragment may be a moment ("#t=8").
    arguments = plain_parameters([*parse_qsl(parts.query), *parse_qsl(parts.fragment)])
    return PageTarget(
        slug=found["video"] or found["frame"],
        parameters=parse_query_parameters(arguments),
        theme=parse_theme(arguments),
        locale=found["locale"] or "",
    )


def with_slug(url: str, slug: str) -> str:
    """The URL of a page of a video, which parse_page_url has read, with another slug in its path."""
    parts = urlsplit(url.strip())
    segments = parts.path.split("/")
    place = next(at for at, name in enumerate(segments, 1) if name in ("videos", "embed"))
    segments[place] = quote(slug, safe="")
    return parts._replace(path="/".join(segments)).geturl()


def build_oembed(view: VideoView, theme: str, max_size: MaxFrameSize, site: Site) -> OembedResponse:
    """The answer about a video, or about a moment of it.

    Args:
        view: the video with what an address asks of it.
        theme: of the frame: "light", "dark", or "" for the device's own.
        max_size: what the frame must fit into.
        site: its name is the provider's.
    """
    video, urls, quotation = view.video, view.urls, requested_quotation(view)
    size = frame_size(video, max_size.width, max_size.height)
    response: OembedResponse = {
        # A "video" is one that can be played (section 2.3.4.2); sound and words are "rich".
        "type": "video" if video.source and not is_sound(video.source) else "rich",
        "version": "1.0",
        "title": preview_title(view, quotation),
        "provider_name": str(LocalizedSite(site, view.reader_locale).name),
        "provider_url": urls.absolute(urls.for_locale("").home()),
        "cache_age": _CACHE_SECONDS,
        "html": iframe_html(_frame_url(view, theme), _iframe_title(view, quotation), size),
        **size._asdict(),
        **_author_fields(video),
        **_thumbnail_fields(view, quotation, max_size),
    }
    return {
        name: strip_illegal_chars(value) if isinstance(value, str) else value
        for name, value in response.items()
    }


def _iframe_title(view: VideoView, quotation: Quotation | None) -> str:
    """The frame's name for screen readers: the video's title, and where it starts."""
    title = str(view.texts.title)
    return f"{title}, {quotation.clock}" if quotation else title


def _frame_url(view: VideoView, theme: str) -> str:
    """The frame in the page's language, with the words that the page shows."""
    urls = frame_url_builder(view.urls, theme)
    language = view.link_language if view.moment else view.page_language
    path = urls.video(view.video.slug, view.moment, q=view.parameters.query, lang=language)
    return urls.absolute(path)


def _author_fields(video: Video) -> OembedResponse:
    """Who made the video; with a URL if that is one of its organizations."""
    url = next((o.url for o in video.organizations if o.name == video.author), "")
    fields: OembedResponse = {"author_name": video.author, "author_url": url}
    return {name: value for name, value in fields.items() if value}


def _thumbnail_fields(
    view: VideoView, quotation: Quotation | None, max_size: MaxFrameSize
) -> OembedResponse:
    """The card; none if it is too large: the maximum size is that of the thumbnail, too (section 2.3.4)."""
    if not max_size.fits(WIDE_CARD_WIDTH_PX, WIDE_CARD_HEIGHT_PX):
        return {}
    return {
        "thumbnail_url": card_url(view, quotation),
        "thumbnail_width": WIDE_CARD_WIDTH_PX,
        "thumbnail_height": WIDE_CARD_HEIGHT_PX,
    }
