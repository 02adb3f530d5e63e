"""A video's words, to take along and to print."""

from urllib.parse import quote

from flask import Blueprint, Response, abort, render_template

from showcase.core.catalog.models import Track
from showcase.core.export.subrip import write_srt
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.request import answer_unchanged, get_video, request_arguments, snapshot
from showcase.web.context.video_view import Shown, choose_track
from showcase.web.context.view_loader import show
from showcase.web.export.print_page import build_print
from showcase.web.export.writers import TYPES, write_json, write_text
from showcase.web.http.abort import refuse
from showcase.web.i18n.catalogs import t

blueprint = Blueprint("words", __name__)
prints = Blueprint("prints", __name__)


@blueprint.get("/videos/<slug>/tracks/<stem>.<any(srt, txt, json):kind>")
def words(slug: str, stem: str, kind: str) -> Response:
    """A track as a file: as SubRip, as plain text to be read, or as JSON."""
    track = next((t for t in get_video(slug).tracks if f"{t.kind}.{t.language}" == stem), None)
    if track is None:
        abort(404)
    if unchanged := answer_unchanged():
        return unchanged
    response = Response(_write(slug, track, kind), content_type=TYPES[kind])
    name = quote(f"{slug}.{track.language}.{kind}")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


@prints.get("/videos/<slug>/print")
def printed(slug: str) -> str | Response:
    """The words on paper, like an interview."""
    asked = read_asked(request_arguments())
    shown = show(get_video(slug), Asked(language=asked.language, beside=asked.beside))
    if unchanged := answer_unchanged():
        return unchanged
    if (page := build_print(shown)) is None:
        refuse(404, t("This video has no words to print."))
    return render_template("print.html", page=page)


def _write(slug: str, track: Track, kind: str) -> str:
    """The text of the file; what is no speech is cues and nothing else."""
    if kind == "srt":
        return write_srt(snapshot().cues(slug, track.kind, track.language))
    shown = _shown(slug, track.language)
    if track != choose_track(shown.video, track.language):
        refuse(404, "Only what is said comes in this format: ask for the .vtt or the .srt.")
    return write_text(shown, track) if kind == "txt" else write_json(shown)


def _shown(slug: str, language: str) -> Shown:
    return show(get_video(slug), Asked(language=language))
