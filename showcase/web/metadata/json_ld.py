"""A video as search engines read it: a VideoObject or AudioObject of schema.org, in JSON-LD."""

from collections.abc import Mapping, Sequence

from showcase.core.catalog.dates import full_date
from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import Chapter, Source, Track, Video
from showcase.core.catalog.recordings import is_sound
from showcase.core.catalog.site_catalog import Site
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_iso_duration, to_seconds
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import VideoView
from showcase.web.http.media_types import VTT_TYPE

Json = str | int | float | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = dict[str, Json]

# About forty minutes of speech. A longer transcript would double the size of the page, which has the words
# anyway: gzip finds repetitions only within 32 kB.
MAX_TRANSCRIPT_CHARS = 30_000
_RASTER_IMAGE_TYPES = ("image/webp", "image/png", "image/jpeg", "image/gif", "image/avif")


def video_object(view: VideoView, site: Site) -> JsonObject:
    """The object of a video with its chapters and words; properties that are not known are left out."""
    video, urls = view.video, view.urls
    page = urls.absolute(urls.permalink(video.slug))
    properties: JsonObject = {
        "@context": "https://schema.org",
        "@type": "AudioObject" if is_sound(video.source) else "VideoObject",
        "@id": page,
        "url": page,
        "name": video.title,
        "description": video.summary or video.title,
        "thumbnailUrl": _thumbnail_urls(video, urls),
        "uploadDate": full_date(video),
        "datePublished": video.date,
        "duration": format_iso_duration(video.duration_ms) if video.duration_ms else "",
        "inLanguage": video.language,
        "creditText": video.author,
        "license": _license(video.license) if video.license else "",
        "copyrightNotice": video.rights,
        "publisher": {
            "@type": "Organization",
            "name": site.name,
            "url": urls.absolute(urls.for_locale("").home()),
        },
        "caption": [
            _caption(video, track, urls) for track in video.speech_tracks if track.has_times
        ],
        "transcript": _transcript(view),
        "isPartOf": [{"@type": "CreativeWorkSeries", "name": part.name} for part in video.series],
        "keywords": ", ".join(video.topics),
        "hasPart": [_clip(video, chapter, urls) for chapter in video.chapters],
        **(_playback_properties(video, video.source, urls) if video.source else {}),
    }
    return {name: value for name, value in properties.items() if value}


def _license(found: License) -> Json:
    """A license by its address; the owner's own words are a work with that name."""
    return found.url or {"@type": "CreativeWork", "name": found.text}


def _thumbnail_urls(video: Video, urls: UrlBuilder) -> list[str]:
    """The card, and the poster unless it is an SVG, which search engines do not accept."""
    poster = video.poster
    raster_poster = (
        [urls.media(video.slug, poster.name)]
        if poster and poster.type in _RASTER_IMAGE_TYPES
        else []
    )
    return [urls.absolute(path) for path in [urls.card(video.slug), *raster_poster]]


def _playback_properties(video: Video, source: Source, urls: UrlBuilder) -> JsonObject:
    """Where the recording can be played, and how a URL leads to a second of it."""
    page = urls.absolute(urls.permalink(video.slug))
    edition = f"&edition={video.edition_in_links}" if video.edition_in_links else ""
    provider_page = source.address if source.kind in ("youtube", "vimeo") else ""
    return {
        "embedUrl": urls.absolute(urls.embed(video.slug)),
        "contentUrl": recording_url(video, urls),
        "encodingFormat": source.files[0].type if source.files else "",
        "sameAs": provider_page,
        "potentialAction": {
            "@type": "SeekToAction",
            "target": f"{page}?t={{seek_to_second_number}}{edition}",
            "startOffset-input": "required name=seek_to_second_number",
        },
    }


def recording_url(video: Video, urls: UrlBuilder) -> str:
    """The URL of the recording itself, "" if only a player of another site has it."""
    source = video.source
    if source is None or source.kind not in ("file", "hls"):
        return ""
    return (
        urls.absolute(urls.media(video.slug, source.files[0].name))
        if source.files
        else source.address
    )


def _clip(video: Video, chapter: Chapter, urls: UrlBuilder) -> JsonObject:
    moment = Moment(chapter.start_ms, chapter.end_ms)
    return {
        "@type": "Clip",
        "name": chapter.title,
        "startOffset": to_seconds(chapter.start_ms),
        "endOffset": to_seconds(chapter.end_ms),
        "url": urls.absolute(urls.permalink(video.slug, moment)),
    }


def _caption(video: Video, track: Track, urls: UrlBuilder) -> JsonObject:
    return {
        "@type": "MediaObject",
        "name": track.label,
        "contentUrl": urls.absolute(urls.track(video.slug, track)),
        "encodingFormat": VTT_TYPE,
        "inLanguage": track.language,
    }


def _transcript(view: VideoView) -> str:
    """All words, if they are in the video's language and not too many; else ""."""
    if view.words is None or view.link_language:
        return ""
    text = view.words.transcript.text
    return text if len(text) <= MAX_TRANSCRIPT_CHARS else ""
