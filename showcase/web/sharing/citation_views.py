"""Citations to take along, as files."""

from dataclasses import replace
from datetime import UTC, date, datetime

from flask import Blueprint, Response, g

from showcase.core.timing.timecodes import format_clock
from showcase.web.context.query import Asked, read_asked
from showcase.web.context.request import addresses, request_arguments, snapshot
from showcase.web.context.video_view import Shown
from showcase.web.context.view_loader import show
from showcase.web.http.abort import refuse
from showcase.web.http.headers import is_unchanged, page_tag
from showcase.web.sharing.citations import FORMATS, cite_asked, file_names

blueprint = Blueprint("cites", __name__)


@blueprint.get("/videos/<slug>/cite.<kind>")
def citation(slug: str, kind: str) -> Response:
    """A video, or the moment of `?t=`, as a file for a reference manager."""
    if (to_file := FORMATS.get(kind)) is None:
        refuse(404, "There is no such format: ask for cite.bib, cite.ris or cite.json.")
    today = datetime.now(UTC).date()
    cited = cite_asked(_shown(slug), today)
    if unchanged := _answer_unchanged(today):
        return unchanged
    response = Response(to_file.write(cited), content_type=to_file.type)
    response.headers["Content-Disposition"] = file_names(cited, kind)
    return response


def _shown(slug: str) -> Shown:
    """The video and the moment that the address asks for; what cannot be cited ends the request."""
    if (video := snapshot().catalog.find(slug)) is None:
        refuse(404, f"There is no such video: those there are stand at {addresses().home()}.")
    asked = replace(read_asked(request_arguments()), query="")
    shown = show(video, asked)
    if asked.moment is None and _asks_for_time(asked):
        refuse(400, "That is no time: write t=90, t=1:30 or t=12.5,18, where the end is the later.")
    if asked.moment and shown.moment is None:
        end = format_clock(video.duration_ms)
        refuse(400, f"The video ends at {end}: write a t that begins before that, or none.")
    return shown


def _asks_for_time(asked: Asked) -> bool:
    return bool(asked.time_text or {"start", "end"} & request_arguments().keys())


def _answer_unchanged(today: date) -> Response | None:
    """304 when the browser holds just this one; the day of the visit stands in it."""
    g.page_tag = page_tag(snapshot().id, addresses().version, today.isoformat())
    return Response(status=304) if is_unchanged(g.page_tag) else None
