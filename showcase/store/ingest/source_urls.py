"""Where a recording is played from: a `source` line of video.toml becomes a Source.

The forms of addresses are those that the providers' own share buttons, embed codes and apps write.
"""

from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, urlsplit

import regex

from showcase.core.catalog.models import Source
from showcase.core.catalog.recordings import RECORDING_TYPES, extension

_YOUTUBE_ID = regex.compile(r"[\w-]{11}", regex.ASCII)
_YOUTUBE_HOSTS = frozenset({"youtube.com", "youtube-nocookie.com"})
_YOUTUBE_PATH_PREFIXES = frozenset({"shorts", "live", "embed", "v", "e", "watch"})
_VIMEO_HOSTS = frozenset({"vimeo.com", "player.vimeo.com"})
_VIMEO_ID = regex.compile(r"\d{1,19}", regex.ASCII)
_VIMEO_HASH = regex.compile(r"[0-9a-f]{6,40}", regex.ASCII | regex.IGNORECASE)
# The number behind one of these is a collection's: vimeo.com/showcase/2/video/1 is video 1.
_VIMEO_COLLECTIONS = frozenset(
    {"album", "channels", "event", "groups", "ondemand", "showcase", "user"}
)
# People leave the scheme out of the addresses they know by heart.
_BARE_PROVIDER_URL = regex.compile(
    r"(?:www\.|m\.|music\.|player\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)/.*"
)
_PROVIDER_HELP = "open the video, press Share, and copy the address it gives"


class SourceError(ValueError):
    """A source that cannot be played; its text is the sentence to show."""


def is_source_url(text: str) -> bool:
    """True for an address, False for what can only be a file name."""
    return (
        "://" in text or text.startswith("//") or bool(_BARE_PROVIDER_URL.fullmatch(text.lower()))
    )


def parse_source_url(text: str) -> Source:
    """Read an address: YouTube, Vimeo, an HLS playlist, or a media file.

    Raises:
        SourceError: it is none of them, or no video's; the text says what to write.
    """
    parts = _split_url(text)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("music.")
    for hosts, read in _PROVIDERS:
        if host in hosts:
            return read(parts)
    return _parse_media_url(parts)


def _split_url(text: str) -> SplitResult:
    bare = text.removeprefix("//") if text.startswith("//") else text
    whole = bare if "://" in bare else f"https://{bare}"
    try:
        parts = urlsplit(whole)
        parts.port  # noqa: B018 - reading it raises where it is no number
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or regex.search(r"\s", text):
        message = f'"{text}" is no web address: write all of it, beginning with https://.'
        raise SourceError(message)
    return parts


def _parse_youtube_url(parts: SplitResult) -> Source:
    path = [part for part in parts.path.split("/") if part]
    asked = parse_qs(parts.query).get("v", [])
    if path and path[0] in _YOUTUBE_PATH_PREFIXES and len(path) > 1:
        found = path[1]
    else:
        found = asked[0] if asked and path == ["watch"] else ""
    return _youtube_source(found)


def _parse_youtu_be_url(parts: SplitResult) -> Source:
    return _youtube_source(parts.path.strip("/").partition("/")[0])


def _youtube_source(found: str) -> Source:
    # "videoseries" is eleven letters too: it plays a list.
    if not _YOUTUBE_ID.fullmatch(found) or found == "videoseries":
        message = f"This YouTube address leads to no single video: {_PROVIDER_HELP}."
        raise SourceError(message)
    return Source("youtube", id=found, address=f"https://www.youtube.com/watch?v={found}")


def _parse_vimeo_url(parts: SplitResult) -> Source:
    path = [part for part in parts.path.split("/") if part]
    at = next((n for n in range(len(path)) if _is_vimeo_video(path, n)), None)
    if at is None:
        message = f"This Vimeo address leads to no single video: {_PROVIDER_HELP}."
        raise SourceError(message)
    behind = path[at + 1] if at + 1 < len(path) else ""
    secret = parse_qs(parts.query).get("h", [behind])[0]
    secret = secret if _VIMEO_HASH.fullmatch(secret) else ""
    page = f"https://vimeo.com/{path[at]}" + (f"/{secret}" if secret else "")
    return Source("vimeo", id=path[at], hash=secret, address=page)


def _is_vimeo_video(path: list[str], at: int) -> bool:
    before = path[at - 1] if at else ""
    return before not in _VIMEO_COLLECTIONS and bool(_VIMEO_ID.fullmatch(path[at]))


def _parse_media_url(parts: SplitResult) -> Source:
    ending = extension(parts.path)
    if ending == ".m3u8":
        return Source("hls", address=parts.geturl())
    if ending in RECORDING_TYPES:
        return Source("file", address=parts.geturl())
    message = (
        "This address is not known to play: it may be a video on YouTube or Vimeo, or end in .m3u8, "
        f"{', '.join(list(RECORDING_TYPES)[:2])} or another media file's ending."
    )
    raise SourceError(message)


_PROVIDERS: tuple[tuple[frozenset[str], Callable[[SplitResult], Source]], ...] = (
    (_YOUTUBE_HOSTS, _parse_youtube_url),
    (frozenset({"youtu.be"}), _parse_youtu_be_url),
    (_VIMEO_HOSTS, _parse_vimeo_url),
)
