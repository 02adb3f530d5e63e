"""oEmbed 1.0: what another site is told that wants to embed a page of ours (https://oembed.com).

An address that is asked for is read and never fetched: it names a video of ours, or nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from showcase.core.catalog.models import Video
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.video_view import Shown
from showcase.web.http.xml import legal
from showcase.web.metadata.open_graph import CARD_HEIGHT, CARD_WIDTH, card_address, preview_title
from showcase.web.sharing.embed_code import frame_code, frame_size
from showcase.web.sharing.quotation import Quoted, quote_asked

Answer = dict[str, str | int]

_DAY_S = 86_400
_PORTS = {"http": 80, "https": 443}
_PAGE = re.compile(r"/(?:videos|embed)/(?P<slug>[^/]+)/?")


@dataclass(frozen=True, slots=True)
class Room:
    """How large the asking page lets a frame be, in pixels; None where it does not say."""

    width: int | None = None
    height: int | None = None

    def holds(self, width: int, height: int) -> bool:
        """Is there room for something of that size?"""
        return width <= (self.width or width) and height <= (self.height or height)


@dataclass(frozen=True, slots=True)
class Linked:
    """What an address of ours leads to.

    Attributes:
        slug: of the video; None for the first page.
        asked: what its query asks of the video, or else its hash.
        theme: "light" or "dark", "" where it does not say.
    """

    slug: str | None
    asked: Asked
    theme: str = ""


def read_theme(arguments: Mapping[str, str]) -> str:
    """The theme that an address asks for; "" for none, and for one that there is not."""
    theme = arguments.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def read_linked(url: str, *bases: str) -> Linked | None:
    """What an address leads to; None unless it is of one of our pages, under one of these base addresses."""
    try:
        parts = urlsplit(url.strip())
        paths = [_path_under(base, parts) for base in bases]
    except ValueError:  # no address at all: a port of letters, half an IPv6 address
        return None
    path = next((path for path in paths if path is not None), None)
    return None if path is None else _read_path(path, parts)


def _path_under(base: str, parts: SplitResult) -> str | None:
    """The path of an address below a base address, None when it does not lie there."""
    home = urlsplit(base)
    if _host(parts) is None or _host(parts) != _host(home):
        return None
    root = home.path.rstrip("/")
    path = unquote(parts.path) if parts.path else "/"
    if path == root:
        return "/"
    return path.removeprefix(root) if path.startswith(f"{root}/") else None


def _host(parts: SplitResult) -> tuple[str, int | None] | None:
    """Host and port; http and https are one site, each at its own port."""
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    port = parts.port
    return parts.hostname, None if port == _PORTS[parts.scheme] else port


def _read_path(path: str, parts: SplitResult) -> Linked | None:
    found = _PAGE.fullmatch(path)
    if found is None and path != "/":
        return None
    # Of a name given twice the first counts, as on the page; behind "#" may stand a moment.
    arguments = dict(reversed([*parse_qsl(parts.query), *parse_qsl(parts.fragment)]))
    slug = found["slug"] if found else None
    return Linked(slug, read_asked(arguments), read_theme(arguments))


def build_oembed(shown: Shown, theme: str, room: Room, provider: str) -> Answer:
    """What is told of a video, or of the moment of it that `shown` asks for.

    Args:
        shown: the video with what an address asks of it.
        theme: of the frame, "" as the device has it.
        room: what the frame must fit into.
        provider: what the showcase calls itself.
    """
    video, to, quoted = shown.video, shown.to, quote_asked(shown)
    size = frame_size(video, room.width, room.height)
    answer: Answer = {
        "type": "video" if video.source else "rich",
        "version": "1.0",
        "title": preview_title(shown, quoted),
        "provider_name": provider,
        "provider_url": to.absolute(to.home()),
        "cache_age": _DAY_S,
        "html": frame_code(_frame(shown, theme), _frame_title(video, quoted), size),
        **size._asdict(),
        **_author(video),
        **_thumbnail(shown, quoted, room),
    }
    return {name: legal(said) if isinstance(said, str) else said for name, said in answer.items()}


def _frame_title(video: Video, quoted: Quoted | None) -> str:
    """What a frame is called for those who do not see it: the video, and where it starts."""
    return f"{video.title}, {quoted.clock}" if quoted else video.title


def _frame(shown: Shown, theme: str) -> str:
    to, asked = shown.to, {"q": shown.asked.query, "lang": shown.link_language, "theme": theme}
    return to.absolute(to.embed(shown.video.slug, shown.moment, **asked))


def _author(video: Video) -> Answer:
    """Who made the video; with an address where it is one of its organizations."""
    url = next((o.url for o in video.organizations if o.name == video.author), "")
    said: Answer = {"author_name": video.author, "author_url": url}
    return {name: text for name, text in said.items() if text}


def _thumbnail(shown: Shown, quoted: Quoted | None, room: Room) -> Answer:
    """The card; none where it is too large, for it has to fit as the frame has."""
    if not room.holds(CARD_WIDTH, CARD_HEIGHT):
        return {}
    return {
        "thumbnail_url": card_address(shown, quoted),
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }
