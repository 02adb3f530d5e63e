"""A manifest for peers that show nothing else (IIIF Presentation API 3.0)."""

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
    """A video on one canvas, with its captions as a supplement.

    Args:
        address: of the folder where the files are, without a slash at its end.
        title: of the video.
        duration_ms: of the recording, in milliseconds.
        media: files of the recording; the first is shown.
        poster: its picture.
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
    """A page of one annotation of the whole canvas."""
    page = f"{canvas}/{motivation}"
    annotation = {
        "id": f"{page}/1",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": canvas,
    }
    return {"id": page, "type": "AnnotationPage", "items": [annotation]}
