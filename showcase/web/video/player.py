"""The player of a video, as a page writes it down for the browser and for the script."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from showcase.core.catalog.localized import Text
from showcase.core.catalog.models import Source, Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown, choose_track
from showcase.web.i18n.formatting import spoken_duration, written_clock

_NAMES = {"youtube": "YouTube", "vimeo": "Vimeo"}
_HLS_TYPE = "application/vnd.apple.mpegurl"


@dataclass(frozen=True, slots=True)
class MediaSource:
    """A `<source>` of the `<video>`; type is "" when it is not known."""

    address: str
    type: str


@dataclass(frozen=True, slots=True)
class TextTrack:
    """A `<track>` of the `<video>`."""

    kind: str
    language: str
    label: str
    address: str
    default: bool


@dataclass(frozen=True, slots=True)
class Player:
    """What the page's player plays.

    Attributes:
        kind: "file", "hls", "youtube" or "vimeo".
        origin: of the provider's frame, "" where there is none.
        away: what the provider is called where the video is a page of theirs, else "".
        duration: seconds; `clock` and `spoken_duration` are the same to read and to hear.
        spoken_start: where it stands before it is played.
        gaps: the seconds at which chapters begin, without the first.
    """

    kind: str
    id: str
    hash: str
    address: str
    origin: str
    away: str
    title: Text
    duration: str
    clock: str
    spoken_duration: str
    spoken_start: str
    poster: str
    poster_alt: Text
    sources: list[MediaSource]
    tracks: list[TextTrack]
    gaps: list[str]


@dataclass(frozen=True, slots=True)
class Providers:
    """The origins of other sites' players; tests stand in for them."""

    youtube: str
    vimeo: str

    def origin(self, kind: str) -> str:
        """The origin of a provider's frame, "" when that kind has none."""
        return {"youtube": self.youtube, "vimeo": self.vimeo}.get(kind, "")


def build_player(shown: Shown, providers: Providers) -> Player | None:
    """The player of a video, None when it has no recording; its captions are those of the words shown."""
    video, to = shown.video, shown.to
    captions = choose_track(video, shown.language)
    if (source := video.source) is None:
        return None
    return Player(
        kind=source.kind,
        id=source.id,
        hash=source.hash,
        address=source.address,
        origin=providers.origin(source.kind),
        away=_NAMES.get(source.kind, ""),
        title=shown.texts.title,
        duration=format_seconds(video.duration_ms),
        clock=written_clock(video.duration_ms),
        spoken_duration=spoken_duration(video.duration_ms),
        spoken_start=spoken_duration(0),
        poster=poster_address(video, to),
        poster_alt=shown.texts.poster_alt,
        sources=_sources(video.slug, source, shown.moment, to),
        tracks=[_text_track(video, track, to, captions) for track in video.tracks],
        gaps=[format_seconds(chapter.start_ms) for chapter in video.chapters if chapter.start_ms],
    )


def poster_address(video: Video, to: Addresses) -> str:
    """The video's own poster, else a picture that is nobody's."""
    if video.poster is None:
        return to.static("img/no-poster.svg")
    return to.media(video.slug, video.poster.name)


def source_origin(source: Source) -> str:
    """Where a recording that lies elsewhere comes from ("https://cdn.example"), "" when it is ours."""
    if source.kind not in ("file", "hls") or not source.address:
        return ""
    parts = urlsplit(source.address)
    return f"{parts.scheme}://{parts.netloc}"


def _sources(slug: str, source: Source, moment: Moment | None, to: Addresses) -> list[MediaSource]:
    """Each carries the moment as a media fragment, so that a browser without script plays just that."""
    fragment = f"#t={moment}" if moment else ""
    if source.files:
        return [
            MediaSource(to.media(slug, file.name) + fragment, file.type) for file in source.files
        ]
    kind = _HLS_TYPE if source.kind == "hls" else ""
    return [MediaSource(source.address + fragment, kind)] if source.kind in ("file", "hls") else []


def _text_track(video: Video, track: Track, to: Addresses, captions: Track | None) -> TextTrack:
    return TextTrack(
        kind=track.kind,
        language=track.language,
        label=track.label,
        address=to.track(video.slug, track),
        default=track == captions,
    )
