"""Builds IIIF manifests of videos, for the viewers of libraries and archives.

IIIF Presentation API 3.0: https://iiif.io/api/presentation/3.0/
"""

from collections.abc import Iterator

from showcase.core.captions.cues import Cue
from showcase.core.cards.canvases import WIDE_CARD_HEIGHT_PX, WIDE_CARD_WIDTH_PX
from showcase.core.catalog.dates import full_date
from showcase.core.catalog.models import Chapter, Track, Video
from showcase.core.catalog.recordings import is_sound, is_sound_type
from showcase.core.catalog.site_catalog import Site
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import to_seconds
from showcase.web.api.iiif_rights import required_statement
from showcase.web.api.json_schema import Schema
from showcase.web.context.urls import UrlBuilder, track_file_name
from showcase.web.http.media_types import (
    HLS_TYPE,
    HTML_TYPE,
    JSON_TYPE,
    PLAIN_TEXT_TYPE,
    PNG_TYPE,
    VTT_TYPE,
)
from showcase.web.i18n.formatting import localized_date

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
# The sizes of recordings are unknown. A canvas has no physical size: viewers scale it (section 5.3).
CANVAS_WIDTH_PX, CANVAS_HEIGHT_PX = 1920, 1080


def build_manifest(video: Video, site: Site, urls: UrlBuilder) -> Schema:
    """The manifest of a video: a canvas with recording, tracks and chapters, and links to related pages."""
    parts = _ManifestResources(video, urls)
    found: Schema = {
        "@context": CONTEXT,
        "id": parts.resource_id(),
        "type": "Manifest",
        "label": parts.language_map(video.title),
        "summary": parts.language_map(video.summary) if video.summary else None,
        "metadata": list(_metadata(video, parts)),
        "navDate": f"{full_date(video)}T00:00:00Z" if full_date(video) else None,
        "requiredStatement": required_statement(video),
        "rights": video.license.iiif_rights if video.license else None,
        "provider": [_provider(site, urls)],
        "homepage": [
            _external_resource(
                urls.absolute(urls.permalink(video.slug)),
                "Text",
                HTML_TYPE,
                parts.language_map(video.title),
            )
        ],
        "thumbnail": [_thumbnail(video, urls)],
        "seeAlso": [_api_reference(video, urls)],
        "items": [_canvas(video, parts)],
        "structures": [_chapter_ranges(video, parts)] if video.chapters else None,
    }
    return {name: value for name, value in found.items() if value}


def build_cue_annotations(
    video: Video, track: Track, cues: tuple[Cue, ...], urls: UrlBuilder
) -> Schema:
    """The annotation page of a track: each cue is an annotation of a part of the canvas."""
    parts = _ManifestResources(video, urls)
    page = parts.annotation_page_id(track)
    return {
        "@context": CONTEXT,
        "id": page,
        "type": "AnnotationPage",
        "label": {track.language: [track.label]},
        "items": [
            {
                "id": f"{page}#{number}",
                "type": "Annotation",
                "motivation": "supplementing",
                "body": {
                    "type": "TextualBody",
                    "value": cue.text,
                    "format": PLAIN_TEXT_TYPE,
                    "language": track.language,
                },
                "target": parts.canvas_fragment(cue.start_ms, cue.end_ms),
            }
            for number, cue in enumerate(cues)
        ],
    }


class _ManifestResources:
    """The identifiers of the parts of a manifest."""

    def __init__(self, video: Video, urls: UrlBuilder) -> None:
        self.video = video
        self.urls = urls

    def resource_id(self, part: str = "") -> str:
        """The identifier of a part of the manifest, or that of the manifest itself where `part` is ""."""
        address = self.urls.absolute(self.urls.iiif_resource(self.video.slug))
        return f"{address}/{part}" if part else address

    def annotation_page_id(self, track: Track) -> str:
        """The address of the annotation page of a track."""
        name = track_file_name(track).removesuffix(".vtt")
        return self.urls.absolute(self.urls.iiif_resource(self.video.slug, name))

    def canvas_fragment(self, start_ms: int, end_ms: int) -> str:
        """The part of the canvas from start to end, in milliseconds."""
        return f"{self.resource_id('canvas')}#t={Moment(start_ms, end_ms)}"

    def language_map(self, text: str) -> Schema:
        """A text with the language of the video (section 4.1)."""
        return {self.video.language: [text]}


def _metadata(video: Video, parts: _ManifestResources) -> Iterator[Schema]:
    if video.author:
        yield _metadata_entry("Author", parts.language_map(video.author))
    if video.date:
        yield _metadata_entry("Date", {"en": [localized_date(video.date)]})
    if names := [person.name for person in video.people]:
        yield _metadata_entry("Speakers", {"none": names})
    if names := [organization.name for organization in video.organizations]:
        yield _metadata_entry("Organizations", {"none": names})


def _metadata_entry(label: str, value: Schema) -> Schema:
    return {"label": {"en": [label]}, "value": value}


def _provider(site: Site, urls: UrlBuilder) -> Schema:
    home, name = urls.absolute(urls.home()), {"none": [site.name]}
    return {
        "id": home,
        "type": "Agent",
        "label": name,
        "homepage": [_external_resource(home, "Text", HTML_TYPE, name)],
    }


def _thumbnail(video: Video, urls: UrlBuilder) -> Schema:
    card = _external_resource(urls.absolute(urls.card(video.slug)), "Image", PNG_TYPE)
    return {**card, "width": WIDE_CARD_WIDTH_PX, "height": WIDE_CARD_HEIGHT_PX}


def _api_reference(video: Video, urls: UrlBuilder) -> Schema:
    address = urls.absolute(urls.api(f"videos/{video.slug}"))
    return _external_resource(address, "Dataset", JSON_TYPE, {"en": ["The video in the JSON API"]})


def _external_resource(
    address: str, kind: str, media_type: str, label: Schema | None = None
) -> Schema:
    """A resource outside of the manifest."""
    label_property = {"label": label} if label else {}
    return {"id": address, "type": kind, **label_property, "format": media_type}


def _canvas(video: Video, parts: _ManifestResources) -> Schema:
    tracks = [track for track in video.tracks if track.kind != "chapters" and track.has_times]
    found: Schema = {
        "id": parts.resource_id("canvas"),
        "type": "Canvas",
        "label": parts.language_map(video.title),
        **_canvas_size(video),
        "duration": to_seconds(video.duration_ms),
        "rendering": list(_renderings(video, parts)),
        "annotations": [
            *([_track_file_page(tracks, parts)] if tracks else []),
            *(_cue_page_reference(track, parts) for track in tracks),
        ],
    }
    # Viewers expect the list, even where there is nothing to play.
    items = [_painting_page(video, parts)] if _recording_bodies(video, parts) else []
    return {name: value for name, value in found.items() if value} | {"items": items}


def _canvas_size(video: Video) -> Schema:
    """None for sound; but a canvas must have a size or a duration (section 5.3)."""
    if is_sound(video.source) and video.duration_ms:
        return {}
    return {"width": CANVAS_WIDTH_PX, "height": CANVAS_HEIGHT_PX}


def _painting_page(video: Video, parts: _ManifestResources) -> Schema:
    """The page of what is shown on the canvas: the recording, as a choice where it has several files."""
    files = _recording_bodies(video, parts)
    body = files[0] if len(files) == 1 else {"type": "Choice", "items": files}
    painting = {
        "id": parts.resource_id("recording/annotation"),
        "type": "Annotation",
        "motivation": "painting",
        "body": body,
        "target": parts.resource_id("canvas"),
    }
    return {"id": parts.resource_id("recording"), "type": "AnnotationPage", "items": [painting]}


def _recording_bodies(video: Video, parts: _ManifestResources) -> list[Schema]:
    source, urls = video.source, parts.urls
    if source is None or source.kind not in ("file", "hls"):
        return []
    if source.files:
        return [
            _recording_body(
                video,
                urls.absolute(urls.media(video.slug, file.name)),
                file.type,
                sound=is_sound_type(file.type),
            )
            for file in source.files
        ]
    media_type = HLS_TYPE if source.kind == "hls" else ""
    return [_recording_body(video, source.address, media_type, sound=is_sound(source))]


def _recording_body(video: Video, address: str, media_type: str, *, sound: bool) -> Schema:
    """What is painted on the canvas; sound has no width and height (section 3.2)."""
    size = {} if sound else {"width": CANVAS_WIDTH_PX, "height": CANVAS_HEIGHT_PX}
    length = {"duration": to_seconds(video.duration_ms)} if video.duration_ms else {}
    named = {"format": media_type} if media_type else {}
    return {"id": address, "type": "Sound" if sound else "Video", **named, **size, **length}


def _renderings(video: Video, parts: _ManifestResources) -> Iterator[Schema]:
    """The page on YouTube or Vimeo that plays the recording, and transcripts without times (section 3.2)."""
    if video.source and video.source.kind in ("youtube", "vimeo"):
        yield _external_resource(
            video.source.address, "Text", HTML_TYPE, parts.language_map(video.title)
        )
    for track in video.speech_tracks:
        if not track.has_times:
            address = parts.urls.absolute(parts.urls.track(video.slug, track))
            label = {track.language: [track.label]}
            yield _external_resource(address, "Text", PLAIN_TEXT_TYPE, label)


def _track_file_page(tracks: list[Track], parts: _ManifestResources) -> Schema:
    """The page of the tracks as WebVTT files, which viewers show as captions."""
    return {
        "id": parts.resource_id("tracks"),
        "type": "AnnotationPage",
        "items": [_track_file_annotation(track, parts) for track in tracks],
    }


def _track_file_annotation(track: Track, parts: _ManifestResources) -> Schema:
    address = parts.urls.absolute(parts.urls.track(parts.video.slug, track))
    body = _external_resource(address, "Text", VTT_TYPE, {track.language: [track.label]})
    return {
        "id": parts.resource_id(f"tracks/{track.kind}.{track.language}"),
        "type": "Annotation",
        "motivation": "supplementing",
        "body": {**body, "language": [track.language]},
        "target": parts.resource_id("canvas"),
    }


def _cue_page_reference(track: Track, parts: _ManifestResources) -> Schema:
    """A reference to the annotation page of a track, which viewers fetch when they need it (section 5.5)."""
    return {
        "id": parts.annotation_page_id(track),
        "type": "AnnotationPage",
        "label": {track.language: [track.label]},
    }


def _chapter_ranges(video: Video, parts: _ManifestResources) -> Schema:
    return {
        "id": parts.resource_id("chapters"),
        "type": "Range",
        "label": {"en": ["Chapters"]},
        "items": [
            _chapter_range(chapter, number, parts)
            for number, chapter in enumerate(video.chapters, 1)
        ],
    }


def _chapter_range(chapter: Chapter, number: int, parts: _ManifestResources) -> Schema:
    place = {"id": parts.canvas_fragment(chapter.start_ms, chapter.end_ms), "type": "Canvas"}
    return {
        "id": parts.resource_id(f"chapters/{number}"),
        "type": "Range",
        "label": parts.language_map(chapter.title),
        "items": [place],
    }
