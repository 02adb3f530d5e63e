"""The routes of a video's words: as files to download, and as a page to print."""

from urllib.parse import quote

from flask import Blueprint, Response, abort, render_template

from showcase.core.catalog.models import Track
from showcase.core.export.subrip import write_srt
from showcase.web.context.query import QueryParameters, parse_query_parameters
from showcase.web.context.request import (
    not_modified_response,
    request_arguments,
    snapshot,
)
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.video_view import VideoView, select_speech_track
from showcase.web.context.view_loader import build_video_view
from showcase.web.export.print_page import build_print_page
from showcase.web.export.untimed import refuse_untimed
from showcase.web.export.writers import write_json, write_text
from showcase.web.http.abort import abort_with_text
from showcase.web.http.media_types import TRACK_FILE_TYPES, content_type
from showcase.web.i18n.catalogs import t

blueprint = Blueprint("words", __name__)
print_blueprint = Blueprint("prints", __name__)


@blueprint.get("/videos/<slug>/tracks/<stem>.<any(srt, txt, json):kind>")
def words(slug: str, stem: str, kind: str) -> Response:
    """A track as a file to download: SubRip, plain text, or JSON."""
    track = next(
        (t for t in requested_video(slug).tracks if f"{t.kind}.{t.language}" == stem), None
    )
    if track is None:
        abort(404)
    if unchanged := not_modified_response():
        return unchanged
    response = Response(
        _file_text(slug, track, kind), content_type=content_type(TRACK_FILE_TYPES[kind])
    )
    # SubRip has no comments, so the name tells whoever finds the file what its times are worth.
    estimated = ".estimated-times" if kind == "srt" and track.timing == "spread" else ""
    name = quote(f"{slug}.{track.language}{estimated}.{kind}")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


@print_blueprint.get("/videos/<slug>/print")
def printed(slug: str) -> str | Response:
    """The page to print."""
    parameters = parse_query_parameters(request_arguments())
    view = build_video_view(
        requested_video(slug),
        QueryParameters(
            language=parameters.language, parallel_language=parameters.parallel_language
        ),
    )
    if unchanged := not_modified_response():
        return unchanged
    if (page := build_print_page(view)) is None:
        abort_with_text(404, t("This video has no words to print."))
    return render_template("print.html", page=page)


def _file_text(slug: str, track: Track, kind: str) -> str:
    """The text of the file; only speech can be written as plain text and JSON."""
    if kind == "srt":
        refuse_untimed(track)
        return write_srt(snapshot().cues(slug, track.kind, track.language))
    view = _video_view(slug, track.language)
    if track != select_speech_track(view.video, track.language):
        abort_with_text(
            404, "Only what is said comes in this format: ask for the .vtt or the .srt."
        )
    return write_text(view, track) if kind == "txt" else write_json(view, track)


def _video_view(slug: str, language: str) -> VideoView:
    return build_video_view(requested_video(slug), QueryParameters(language=language))
