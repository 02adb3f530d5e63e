"""Builds an IIIF manifest (Presentation API 3.0), for peers that need one."""

from collections.abc import Sequence
from typing import Any

from showcase.core.catalog.models import MediaFile

Part = dict[str, Any]
WIDTH, HEIGHT = 1280, 720


def build_manifest(
    address: str,
    title: str,
    duration_ms: int,
    media: Sequence[MediaFile],
    poster: MediaFile | None,
) -> Part:
    """A manifest with the video on one canvas, and its captions as a supplementing annotation.

    Args:
        address: of the folder with the files, without a final slash.
        title: of the video.
        duration_ms: of the recording, in milliseconds.
        media: files of the recording; the first is shown.
        poster: its picture, None if it has none.
    """
    canvas, seconds = f"{address}/canvas", duration_ms / 1000
    film = {"id": f"{address}/{media[0].name}", "type": "Video", "format": media[0].type}
    words = {"id": f"{address}/words.vtt", "type": "Text", "format": "text/vtt", "language": "en"}
    shown = {**film, "width": WIDTH, "height": HEIGHT, "duration": seconds}
    picture = {"id": f"{address}/{poster.name}", "type": "Image"} if poster else None
    return {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": f"{address}/manifest.json",
        "type": "Manifest",
        "label": {"en": [title]},
        "items": [
            {
                "id": canvas,
                "type": "Canvas",
                "width": WIDTH,
                "height": HEIGHT,
                "duration": seconds,
                **({"placeholderCanvas": _placeholder(canvas, picture)} if picture else {}),
                "items": [_page(canvas, "painting", shown)],
                "annotations": [
                    _page(canvas, "supplementing", {**words, "label": {"en": ["English"]}})
                ],
            }
        ],
    }


def _placeholder(canvas: str, picture: Part) -> Part:
    own = f"{canvas}/placeholder"
    size = {"width": WIDTH, "height": HEIGHT}
    return {"id": own, "type": "Canvas", **size, "items": [_page(own, "painting", picture)]}


def _page(canvas: str, motivation: str, body: Part) -> Part:
    """An annotation page with one annotation of the whole canvas."""
    page = f"{canvas}/{motivation}"
    annotation = {
        "id": f"{page}/1",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": canvas,
    }
    return {"id": page, "type": "AnnotationPage", "items": [annotation]}
