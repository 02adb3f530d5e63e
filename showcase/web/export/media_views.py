"""Files: tracks as WebVTT, recordings and posters, and the sign of life."""

from flask import Blueprint, Response, abort, request, send_file

from showcase.core.catalog.models import MediaFile, Video
from showcase.core.export.webvtt import write_vtt
from showcase.web.context.request import answer_unchanged, get_video, snapshot
from showcase.web.context.urls import track_name
from showcase.web.http.headers import share_with_all

_SVG = "image/svg+xml"

blueprint = Blueprint("media", __name__)


@blueprint.get("/videos/<slug>/tracks/<stem>.vtt")
def track(slug: str, stem: str) -> Response:
    """A track as WebVTT, whatever format its file has."""
    video = get_video(slug)
    share_with_all()
    found = next((t for t in video.tracks if track_name(t) == f"{stem}.vtt"), None) or abort(404)
    if unchanged := answer_unchanged():
        return unchanged
    cues = snapshot().cues(slug, found.kind, found.language)
    return Response(write_vtt(cues, found.language), content_type="text/vtt; charset=utf-8")


@blueprint.get("/videos/<slug>/media/<name>")
def media(slug: str, name: str) -> Response:
    """A recording or poster, with ranges; only what the catalog names is ever looked for."""
    file = _find_file(get_video(slug), name) or abort(404)
    share_with_all()
    path = snapshot().media(slug, file.name)
    if path is None or not path.is_file():
        abort(404)
    if file.type == _SVG:
        return _drawing(path.read_bytes())
    return send_file(path, mimetype=file.type, conditional=True)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Alive, and with which snapshot."""
    response = Response(f"ok {snapshot().id}\n", content_type="text/plain; charset=utf-8")
    response.cache_control.no_store = True
    return response


def _find_file(video: Video, name: str) -> MediaFile | None:
    files = (*(video.source.files if video.source else ()), video.poster)
    return next((file for file in files if file and file.name == name), None)


def _drawing(body: bytes) -> Response:
    """A drawing is text: it is small enough to be held, and packs well."""
    response = Response(body, content_type=f"{_SVG}; charset=utf-8")
    response.add_etag(weak=True)
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
