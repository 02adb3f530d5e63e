"""The player of a video: the values that its template writes for the browser and for the script."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.models import Source, Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_seconds
from showcase.web.context.urls import UrlBuilder, poster_url
from showcase.web.context.video_view import VideoView, select_speech_track
from showcase.web.http.media_types import HLS_TYPE
from showcase.web.http.providers import ProviderOrigins
from showcase.web.i18n.formatting import duration_in_words, localized_clock

_PROVIDER_NAMES = {"youtube": "YouTube", "vimeo": "Vimeo"}


@dataclass(frozen=True, slots=True)
class MediaSource:
    """A `<source>` of the `<video>`; `type` is its media type, "" if it is not known."""

    address: str
    type: str


@dataclass(frozen=True, slots=True)
class TextTrack:
    """A `<track>` of the `<video>`; `kind` is one of HTML's, `language` a BCP 47 tag."""

    kind: str
    language: str
    label: str
    address: str
    default: bool


@dataclass(frozen=True, slots=True)
class Player:
    """The player on a page.

    Attributes:
        kind: "file", "hls", "youtube" or "vimeo".
        id, hash: of the video at the provider, "" for the other kinds.
        address: URL of the playlist, the provider's page, or a file on another site; "" for files of ours.
        origin: of the provider's frame, "" for "file" and "hls".
        provider_name: "YouTube" or "Vimeo", "" for the other kinds.
        duration: seconds; `clock` is the same as visitors read it, `duration_in_words` as they hear it. Where
            it is not known, they are "0" and "": the player tells when it plays.
        start_in_words: the time before it is played, as visitors hear it: "0 seconds".
        poster: URL of the picture.
        has_own_picture: whether that is the owner's, and not drawn by us around the play button.
        chapter_starts: seconds at which chapters start, without a chapter at 0.
    """

    kind: str
    id: str
    hash: str
    address: str
    origin: str
    provider_name: str
    title: LocalizedText
    duration: str
    clock: str
    duration_in_words: str
    start_in_words: str
    poster: str
    has_own_picture: bool
    poster_alt: LocalizedText
    sources: list[MediaSource]
    tracks: list[TextTrack]
    chapter_starts: list[str]


def build_player(view: VideoView, providers: ProviderOrigins) -> Player | None:
    """The player of a video, None if it has no recording; its captions are in the transcript's language."""
    video, urls = view.video, view.urls
    captions = select_speech_track(video, view.language)
    if (source := video.source) is None:
        return None
    return Player(
        kind=source.kind,
        id=source.id,
        hash=source.hash,
        address=source.address,
        origin=providers.origin(source.kind),
        provider_name=_PROVIDER_NAMES.get(source.kind, ""),
        title=view.texts.title,
        duration=format_seconds(video.duration_ms),
        clock=localized_clock(video.duration_ms) if video.duration_ms else "",
        duration_in_words=duration_in_words(video.duration_ms) if video.duration_ms else "",
        start_in_words=duration_in_words(0),
        poster=poster_url(video, urls),
        has_own_picture=bool(video.poster or urls.brand.poster),
        poster_alt=view.texts.poster_alt,
        sources=_media_sources(video.slug, source, view.played_moment, urls),
        tracks=[
            _text_track(video, track, urls, captions) for track in video.tracks if track.has_times
        ],
        chapter_starts=[
            format_seconds(chapter.start_ms) for chapter in video.chapters if chapter.start_ms
        ],
    )


def _media_sources(
    slug: str, source: Source, moment: Moment | None, urls: UrlBuilder
) -> list[MediaSource]:
    """Each URL has the moment as a media fragment, so that a browser without scripts plays just that."""
    fragment = f"#t={moment}" if moment else ""
    if source.files:
        return [
            MediaSource(urls.media(slug, file.name) + fragment, file.type) for file in source.files
        ]
    kind = HLS_TYPE if source.kind == "hls" else ""
    return [MediaSource(source.address + fragment, kind)] if source.kind in ("file", "hls") else []


def _text_track(video: Video, track: Track, urls: UrlBuilder, captions: Track | None) -> TextTrack:
    return TextTrack(
        kind=track.kind,
        language=track.language,
        label=track.label,
        address=urls.track(video.slug, track),
        default=track == captions,
    )
