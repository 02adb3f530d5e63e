"""Reads the address of a recording, from the key `source` of video.toml.

It knows the forms of addresses that the providers' own share buttons, embed codes and apps write.
"""

from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, urlsplit

import regex

from showcase.core.catalog.models import Source
from showcase.core.catalog.recordings import RECORDING_TYPES, extension
from showcase.errors import Diagnosis

_YOUTUBE_ID = regex.compile(r"[\w-]{11}", regex.ASCII)
_YOUTUBE_HOSTS = frozenset({"youtube.com", "youtube-nocookie.com"})
_YOUTUBE_PATH_PREFIXES = frozenset({"shorts", "live", "embed", "v", "e", "watch"})
_VIMEO_HOSTS = frozenset({"vimeo.com", "player.vimeo.com"})
_VIMEO_ID = regex.compile(r"\d{1,19}", regex.ASCII)
_VIMEO_HASH = regex.compile(r"[0-9a-f]{6,40}", regex.ASCII | regex.IGNORECASE)
# The number after one of these is a collection's: vimeo.com/showcase/2/video/1 is video 1.
_VIMEO_COLLECTIONS = frozenset(
    {"album", "channels", "event", "groups", "ondemand", "showcase", "user"}
)
# These addresses are recognized without a scheme, too; people often leave it out.
_BARE_PROVIDER_URL = regex.compile(
    r"(?:www\.|m\.|music\.|player\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)/.*"
)
_PROVIDER_HELP = "open the video, press Share, and copy the address it gives"


class SourceError(ValueError):
    """A source that cannot be played.

    Attributes:
        diagnosis: what is wrong with it.
    """

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        super().__init__(f"{diagnosis.message}: {diagnosis.fix}")


def is_source_url(text: str) -> bool:
    """True for an address, False for a file name."""
    return (
        "://" in text or text.startswith("//") or bool(_BARE_PROVIDER_URL.fullmatch(text.lower()))
    )


def parse_source_url(text: str) -> Source:
    """Read the address of a video on YouTube or Vimeo, of an HLS playlist, or of a media file.

    Raises:
        SourceError: it is none of these, or not of a single video; the message says what to write.
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
        fix = "write all of it, beginning with https://"
        raise SourceError(Diagnosis("not-an-address", f'"{text}" is not a web address', fix))
    return parts


def _parse_youtube_url(parts: SplitResult) -> Source:
    path = [part for part in parts.path.split("/") if part]
    from_query = parse_qs(parts.query).get("v", [])
    if path and path[0] in _YOUTUBE_PATH_PREFIXES and len(path) > 1:
        video_id = path[1]
    else:
        video_id = from_query[0] if from_query and path == ["watch"] else ""
    return _youtube_source(video_id)


def _parse_youtu_be_url(parts: SplitResult) -> Source:
    return _youtube_source(parts.path.strip("/").partition("/")[0])


def _youtube_source(video_id: str) -> Source:
    # "videoseries" has eleven letters, too, but plays a list.
    if not _YOUTUBE_ID.fullmatch(video_id) or video_id == "videoseries":
        message = "This YouTube address is not that of a single video"
        raise SourceError(Diagnosis("not-a-video-address", message, _PROVIDER_HELP))
    return Source("youtube", id=video_id, address=f"https://www.youtube.com/watch?v={video_id}")


def _parse_vimeo_url(parts: SplitResult) -> Source:
    path = [part for part in parts.path.split("/") if part]
    at = next((n for n in range(len(path)) if _is_vimeo_video(path, n)), None)
    if at is None:
        message = "This Vimeo address is not that of a single video"
        raise SourceError(Diagnosis("not-a-video-address", message, _PROVIDER_HELP))
    following = path[at + 1] if at + 1 < len(path) else ""
    secret = parse_qs(parts.query).get("h", [following])[0]
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
    fix = (
        "name a video on YouTube or Vimeo, or an address that ends in .m3u8, "
        f"{', '.join(list(RECORDING_TYPES)[:2])} or another extension of a media file"
    )
    raise SourceError(Diagnosis("unsupported-media", "This address cannot be played", fix))


_PROVIDERS: tuple[tuple[frozenset[str], Callable[[SplitResult], Source]], ...] = (
    (_YOUTUBE_HOSTS, _parse_youtube_url),
    (frozenset({"youtu.be"}), _parse_youtu_be_url),
    (_VIMEO_HOSTS, _parse_vimeo_url),
)
