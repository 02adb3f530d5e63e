"""The routes of files: tracks as WebVTT, recordings, posters; and the health check."""

from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort, current_app, request

from showcase.core.catalog.models import MediaFile, Video
from showcase.core.export.webvtt import write_vtt
from showcase.web.context.request import not_modified_response, snapshot
from showcase.web.context.rights import rights_in_words
from showcase.web.context.track_origins import track_origin_in_english
from showcase.web.context.urls import track_file_name
from showcase.web.context.video_lookup import requested_video
from showcase.web.export.untimed import refuse_untimed
from showcase.web.http.file_slice import file_response
from showcase.web.http.headers import allow_cross_origin
from showcase.web.http.media_types import PLAIN_TEXT_TYPE, SVG_TYPE, VTT_TYPE, content_type

_SPREAD_NOTE = (
    "The transcript came without times: these are estimated from the length of the recording."
)

blueprint = Blueprint("media", __name__)


@blueprint.get("/videos/<slug>/tracks/<stem>.vtt")
def track(slug: str, stem: str) -> Response:
    """A track as WebVTT, whatever format its file has."""
    allow_cross_origin()
    video = requested_video(slug)
    found = next((t for t in video.tracks if track_file_name(t) == f"{stem}.vtt"), None) or abort(
        404
    )
    refuse_untimed(found)
    if unchanged := not_modified_response():
        return unchanged
    cues = snapshot().cues(slug, found.kind, found.language)
    spread = _SPREAD_NOTE if found.timing == "spread" else ""
    rights = rights_in_words(video)
    note = " ".join(filter(None, [track_origin_in_english(found), spread, rights]))
    return Response(write_vtt(cues, found.language, note), content_type=content_type(VTT_TYPE))


@blueprint.get("/videos/<slug>/media/<name>")
def media(slug: str, name: str) -> Response:
    """A recording or poster; answers range requests. Only files that the catalog names are looked up."""
    allow_cross_origin()
    file = _find_file(requested_video(slug), name) or abort(404)
    path = snapshot().media(slug, file.name)
    if path is None or not path.is_file():
        abort(404)
    if file.type == SVG_TYPE:
        return _svg_response(path.read_bytes())
    by_nginx = bool(current_app.config["NGINX_MEDIA"])
    response = _nginx_response(path, file.type) if by_nginx else file_response(path, file.type)
    response.cache_control.no_cache = True
    return response


@blueprint.get("/healthz")
def healthz() -> Response:
    """The health check: "ok" and the id of the snapshot."""
    response = Response(f"ok {snapshot().id}\n", content_type=content_type(PLAIN_TEXT_TYPE))
    response.cache_control.no_store = True
    return response


def _find_file(video: Video, name: str) -> MediaFile | None:
    return next((file for file in video.media if file.name == name), None)


def _nginx_response(path: Path, media_type: str) -> Response:
    """Has nginx send a file of a video's folder by itself, ranges and conditions included.

    https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ignore_headers (X-Accel-Redirect)
    """
    response = Response(mimetype=media_type)
    location = f"{current_app.config['NGINX_MEDIA']}/{path.parent.name}/{path.name}"
    response.headers["X-Accel-Redirect"] = quote(location)
    return response


def _svg_response(body: bytes) -> Response:
    """An SVG is text, small enough for memory: this response can be compressed, a file cannot."""
    response = Response(body, content_type=content_type(SVG_TYPE))
    response.add_etag(weak=True)
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
