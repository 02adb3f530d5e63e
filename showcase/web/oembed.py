"""oEmbed 1.0: what another site is told that wants to embed a page of ours (https://oembed.com).

An address that is asked for is read and never fetched: it names a video of ours, or nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from xml.etree import ElementTree as ET

from showcase.core.quotation import between_marks, line_of_parts, line_of_words
from showcase.core.videos import Video
from showcase.web.asked import Asked, read_asked
from showcase.web.embed import frame_code, frame_size
from showcase.web.phrases import shorten
from showcase.web.previews import CARD_HEIGHT, CARD_WIDTH, card_address
from showcase.web.quoted import Quoted, quote_asked
from showcase.web.shown import Shown

Answer = dict[str, str | int]

# A quote in a title: two lines of a headline.
_TITLE_MOST = 140
_DAY_S = 86_400
_PORTS = {"http": 80, "https": 443}
_PAGE = re.compile(r"/(?:videos|embed)/(?P<slug>[^/]+)/?")
# What XML 1.0 cannot hold (section 2.2, Char).
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    title = moment_title(quoted) if quoted else video.title
    size = frame_size(video, room.width, room.height)
    answer: Answer = {
        "type": "video" if video.source else "rich",
        "version": "1.0",
        "title": title,
        "provider_name": provider,
        "provider_url": to.absolute(to.home()),
        "cache_age": _DAY_S,
        "html": frame_code(_frame(shown, theme), frame_title(video, quoted), size),
        **size._asdict(),
        **_author(video),
        **_thumbnail(shown, quoted, room),
    }
    return {name: _NOT_XML.sub("", v) if isinstance(v, str) else v for name, v in answer.items()}


def moment_title(quoted: Quoted) -> str:
    """The words, cut where they are many, and who says them."""
    words = shorten(quoted.text.replace("\n", " "), _TITLE_MOST)
    line = line_of_words(between_marks(words, quoted.language), quoted.language)
    return f"{line} — {line_of_parts(quoted.speaker)}" if quoted.speaker else line


def frame_title(video: Video, quoted: Quoted | None) -> str:
    """What a frame is called for those who do not see it: the video, and where it starts."""
    return f"{video.title}, {quoted.clock}" if quoted else video.title


def _frame(shown: Shown, theme: str) -> str:
    asked, to = shown.asked, shown.to
    lang, moment = shown.link_language, shown.moment
    return to.absolute(
        to.embed(shown.video.slug, moment, q=asked.query, lang=lang, theme=theme or None)
    )


def _author(video: Video) -> Answer:
    """Whose video it is: the first of its organizations, as it names them."""
    owner = next(iter(video.organizations), None)
    if owner is None:
        return {}
    author: Answer = {"author_name": owner.name}
    return author | ({"author_url": owner.url} if owner.url else {})


def _thumbnail(shown: Shown, quoted: Quoted | None, room: Room) -> Answer:
    """The quote card; none where it is too large, for it has to fit as the frame has."""
    if not room.holds(CARD_WIDTH, CARD_HEIGHT):
        return {}
    return {
        "thumbnail_url": card_address(shown, quoted),
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }


def write_xml(answer: Answer) -> bytes:
    """The same as XML."""
    root = ET.Element("oembed")
    for name, value in answer.items():
        ET.SubElement(root, name).text = str(value)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
