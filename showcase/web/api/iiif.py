"""A video as an IIIF manifest, for the viewers of libraries and archives.

IIIF Presentation API 3.0: https://iiif.io/api/presentation/3.0/
"""

from collections.abc import Iterator

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Chapter, Site, Track, Video
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import seconds
from showcase.web.api.json_schema import Schema
from showcase.web.context.urls import Addresses, track_name
from showcase.web.i18n.formatting import written_date

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
# The sizes of recordings are not known; a canvas is as wide and as high as its viewer likes (section 5.3).
WIDTH, HEIGHT = 1920, 1080
CARD_WIDTH, CARD_HEIGHT = 1200, 630
_FULL_DATE = len("2017-12-29")
# Section 3.2: of what a resource is, this is said of a page.
_HTML = "text/html"
_TRACKS = ("captions", "subtitles", "descriptions")


def build_manifest(video: Video, site: Site, to: Addresses) -> Schema:
    """A video on one canvas, with its tracks, cues, chapters and what there is beside them."""
    parts = _Parts(video, to)
    found: Schema = {
        "@context": CONTEXT,
        "id": parts.id(),
        "type": "Manifest",
        "label": parts.said(video.title),
        "summary": parts.said(video.summary) if video.summary else None,
        "metadata": list(_metadata(video, parts)),
        "navDate": f"{video.date}T00:00:00Z" if len(video.date) == _FULL_DATE else None,
        "requiredStatement": _notice(video, parts),
        "provider": [_provider(site, to)],
        "homepage": [
            _other(to.absolute(to.page(video.slug)), "Text", _HTML, parts.said(video.title))
        ],
        "thumbnail": [_card(video, to)],
        "seeAlso": [_api(video, to)],
        "items": [_canvas(video, parts)],
        "structures": [_chapters(video, parts)] if video.chapters else None,
    }
    return {name: value for name, value in found.items() if value}


def build_cue_annotations(
    video: Video, track: Track, cues: tuple[Cue, ...], to: Addresses
) -> Schema:
    """The cues of a track, each an annotation of its stretch of the canvas."""
    parts = _Parts(video, to)
    page = parts.cues(track)
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
                    "format": "text/plain",
                    "language": track.language,
                },
                "target": parts.stretch(cue.start_ms, cue.end_ms),
            }
            for number, cue in enumerate(cues)
        ],
    }


class _Parts:
    """The names of what a manifest is made of."""

    def __init__(self, video: Video, to: Addresses) -> None:
        self.video = video
        self.to = to

    def id(self, part: str = "") -> str:
        """Of a resource within the manifest, or its own."""
        address = self.to.absolute(self.to.manifest(self.video.slug))
        return f"{address}/{part}" if part else address

    def cues(self, track: Track) -> str:
        """The address of the annotations of a track."""
        name = track_name(track).removesuffix(".vtt")
        return self.to.absolute(self.to.manifest(self.video.slug, name))

    def stretch(self, start_ms: int, end_ms: int) -> str:
        """A stretch of the canvas."""
        return f"{self.id('canvas')}#t={Moment(start_ms, end_ms)}"

    def said(self, text: str) -> Schema:
        """Words in the language of the video (section 4.1)."""
        return {self.video.language: [text]}


def _metadata(video: Video, parts: _Parts) -> Iterator[Schema]:
    if video.author:
        yield _pair("Author", parts.said(video.author))
    if video.date:
        yield _pair("Date", {"en": [written_date(video.date)]})
    if names := [person.name for person in video.people]:
        yield _pair("Speakers", {"none": names})
    if names := [organization.name for organization in video.organizations]:
        yield _pair("Organizations", {"none": names})


def _pair(label: str, value: Schema) -> Schema:
    return {"label": {"en": [label]}, "value": value}


def _notice(video: Video, parts: _Parts) -> Schema | None:
    """What must be seen before anything is played (section 3.1)."""
    if (notice := video.notice) is None:
        return None
    link = f" {notice.link.url}" if notice.link else ""
    return {"label": parts.said(notice.title), "value": parts.said(notice.text + link)}


def _provider(site: Site, to: Addresses) -> Schema:
    home, name = to.absolute(to.home()), {"none": [site.name]}
    return {
        "id": home,
        "type": "Agent",
        "label": name,
        "homepage": [_other(home, "Text", _HTML, name)],
    }


def _card(video: Video, to: Addresses) -> Schema:
    card = _other(to.absolute(to.card(video.slug)), "Image", "image/png")
    return {**card, "width": CARD_WIDTH, "height": CARD_HEIGHT}


def _api(video: Video, to: Addresses) -> Schema:
    address = to.absolute(to.api(f"videos/{video.slug}"))
    return _other(address, "Dataset", "application/json", {"en": ["The video in the JSON API"]})


def _other(address: str, kind: str, media_type: str, label: Schema | None = None) -> Schema:
    """A resource that is not the manifest's own."""
    named = {"label": label} if label else {}
    return {"id": address, "type": kind, **named, "format": media_type}


def _canvas(video: Video, parts: _Parts) -> Schema:
    tracks = [track for track in video.tracks if track.kind in _TRACKS]
    found: Schema = {
        "id": parts.id("canvas"),
        "type": "Canvas",
        "label": parts.said(video.title),
        "width": WIDTH,
        "height": HEIGHT,
        "duration": seconds(video.duration_ms),
        "rendering": list(_elsewhere(video, parts)),
        "annotations": [
            *([_files_of_tracks(tracks, parts)] if tracks else []),
            *(_cue_page(track, parts) for track in tracks),
        ],
    }
    # Viewers expect the list, even where there is nothing to play.
    shown = [_painting(video, parts)] if _files(video, parts) else []
    return {name: value for name, value in found.items() if value} | {"items": shown}


def _painting(video: Video, parts: _Parts) -> Schema:
    """What is seen and heard: the first recording that can be played."""
    files = _files(video, parts)
    body = files[0] if len(files) == 1 else {"type": "Choice", "items": files}
    painting = {
        "id": parts.id("recording/annotation"),
        "type": "Annotation",
        "motivation": "painting",
        "body": body,
        "target": parts.id("canvas"),
    }
    return {"id": parts.id("recording"), "type": "AnnotationPage", "items": [painting]}


def _files(video: Video, parts: _Parts) -> list[Schema]:
    source, to = video.source, parts.to
    length = {"duration": seconds(video.duration_ms)} if video.duration_ms else {}
    size = {"width": WIDTH, "height": HEIGHT, **length}
    if source is None or source.kind not in ("file", "hls"):
        return []
    if source.kind == "hls":
        return [{**_other(source.address, "Video", "application/vnd.apple.mpegurl"), **size}]
    if not source.files:
        return [{"id": source.address, "type": "Video", **size}]
    return [
        {**_other(to.absolute(to.media(video.slug, file.name)), "Video", file.type), **size}
        for file in source.files
    ]


def _elsewhere(video: Video, parts: _Parts) -> Iterator[Schema]:
    """Where somebody else's player has the recording, the page that plays it."""
    if video.source and video.source.kind in ("youtube", "vimeo"):
        yield _other(video.source.address, "Text", _HTML, parts.said(video.title))


def _files_of_tracks(tracks: list[Track], parts: _Parts) -> Schema:
    """The tracks as WebVTT files, which viewers of recordings show as captions."""
    return {
        "id": parts.id("tracks"),
        "type": "AnnotationPage",
        "items": [_file_of_track(track, parts) for track in tracks],
    }


def _file_of_track(track: Track, parts: _Parts) -> Schema:
    address = parts.to.absolute(parts.to.track(parts.video.slug, track))
    body = _other(address, "Text", "text/vtt", {track.language: [track.label]})
    return {
        "id": parts.id(f"tracks/{track.kind}.{track.language}"),
        "type": "Annotation",
        "motivation": "supplementing",
        "body": {**body, "language": [track.language]},
        "target": parts.id("canvas"),
    }


def _cue_page(track: Track, parts: _Parts) -> Schema:
    """The cues of a track, which are fetched when they are wanted (section 5.5)."""
    return {
        "id": parts.cues(track),
        "type": "AnnotationPage",
        "label": {track.language: [track.label]},
    }


def _chapters(video: Video, parts: _Parts) -> Schema:
    return {
        "id": parts.id("chapters"),
        "type": "Range",
        "label": {"en": ["Chapters"]},
        "items": [
            _chapter(chapter, number, parts) for number, chapter in enumerate(video.chapters, 1)
        ],
    }


def _chapter(chapter: Chapter, number: int, parts: _Parts) -> Schema:
    place = {"id": parts.stretch(chapter.start_ms, chapter.end_ms), "type": "Canvas"}
    return {
        "id": parts.id(f"chapters/{number}"),
        "type": "Range",
        "label": parts.said(chapter.title),
        "items": [place],
    }
