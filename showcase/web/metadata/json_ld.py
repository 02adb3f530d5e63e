"""A video as search engines read it: a VideoObject of schema.org, in JSON-LD."""

from collections.abc import Mapping, Sequence

from showcase.core.catalog.models import Chapter, Site, Source, Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import format_duration, seconds
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown
from showcase.web.metadata.open_graph import whole_date

Json = str | int | float | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = dict[str, Json]

# About forty minutes of speech. Behind that the words would double the weight of a page that holds them
# anyway: gzip finds again only what stands within 32 kB.
TRANSCRIPT_MOST = 30_000
_RASTER = ("image/webp", "image/png", "image/jpeg", "image/gif", "image/avif")


def video_object(shown: Shown, site: Site) -> JsonObject:
    """A video with its chapters and words; of what is not known nothing is said."""
    video, to = shown.video, shown.to
    page = to.absolute(to.page(video.slug))
    found: JsonObject = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "@id": page,
        "url": page,
        "name": video.title,
        "description": video.summary or video.title,
        "thumbnailUrl": _pictures(video, to),
        "uploadDate": whole_date(video),
        "datePublished": video.date,
        "duration": format_duration(video.duration_ms) if video.duration_ms else "",
        "inLanguage": video.language,
        "creditText": video.author,
        "publisher": {
            "@type": "Organization",
            "name": site.name,
            "url": to.absolute(to.of("").home()),
        },
        "caption": [_caption(video, track, to) for track in video.speech],
        "transcript": _transcript(shown),
        "hasPart": [_clip(video, chapter, to) for chapter in video.chapters],
        **(_playable(video, video.source, to) if video.source else {}),
    }
    return {name: value for name, value in found.items() if value}


def _pictures(video: Video, to: Addresses) -> list[str]:
    """The card, and the poster where it is no drawing: search engines take no SVG."""
    poster = video.poster
    own = [to.media(video.slug, poster.name)] if poster and poster.type in _RASTER else []
    return [to.absolute(path) for path in [to.card(video.slug), *own]]


def _playable(video: Video, source: Source, to: Addresses) -> JsonObject:
    """Where it is played, and how an address leads to a second of it."""
    page = to.absolute(to.page(video.slug))
    away = source.address if source.kind in ("youtube", "vimeo") else ""
    return {
        "embedUrl": to.absolute(to.embed(video.slug)),
        "contentUrl": content_address(video, to),
        "encodingFormat": source.files[0].type if source.files else "",
        "sameAs": away,
        "potentialAction": {
            "@type": "SeekToAction",
            "target": f"{page}?t={{seek_to_second_number}}",
            "startOffset-input": "required name=seek_to_second_number",
        },
    }


def content_address(video: Video, to: Addresses) -> str:
    """The address of the recording itself, "" where only a player of another site has it."""
    source = video.source
    if source is None or source.kind not in ("file", "hls"):
        return ""
    return (
        to.absolute(to.media(video.slug, source.files[0].name)) if source.files else source.address
    )


def _clip(video: Video, chapter: Chapter, to: Addresses) -> JsonObject:
    moment = Moment(chapter.start_ms, chapter.end_ms)
    return {
        "@type": "Clip",
        "name": chapter.title,
        "startOffset": seconds(chapter.start_ms),
        "endOffset": seconds(chapter.end_ms),
        "url": to.absolute(to.page(video.slug, moment)),
    }


def _caption(video: Video, track: Track, to: Addresses) -> JsonObject:
    return {
        "@type": "MediaObject",
        "name": track.label,
        "contentUrl": to.absolute(to.track(video.slug, track)),
        "encodingFormat": "text/vtt",
        "inLanguage": track.language,
    }


def _transcript(shown: Shown) -> str:
    """All words: on a page that shows those of another language, they are not the video's transcript."""
    if shown.words is None or shown.link_language:
        return ""
    text = shown.words.transcript.text
    return text if len(text) <= TRANSCRIPT_MOST else ""
