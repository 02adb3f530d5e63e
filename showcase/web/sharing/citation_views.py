"""The route of citations as files for reference managers."""

from dataclasses import replace

from flask import Blueprint, Response

from showcase.core.timing.timecodes import format_clock
from showcase.web.context.query import QueryParameters, parse_query_parameters
from showcase.web.context.request import (
    request_arguments,
    response_inputs,
    tag_response,
    today,
    url_builder,
)
from showcase.web.context.video_lookup import requested_video
from showcase.web.context.video_view import REPLACED_SENTENCE, VideoView
from showcase.web.context.view_loader import build_video_view
from showcase.web.http.abort import abort_with_text
from showcase.web.sharing.citations import CITATION_FORMATS, content_disposition, requested_citation

blueprint = Blueprint("cites", __name__)


@blueprint.get("/videos/<slug>/cite.<kind>")
def citation(slug: str, kind: str) -> Response:
    """A video, or the moment of `?t=`, as a file for a reference manager."""
    if (to_file := CITATION_FORMATS.get(kind)) is None:
        abort_with_text(404, "There is no such format: ask for cite.bib, cite.ris or cite.json.")
    cited = requested_citation(_requested_video_view(slug), today())
    if unchanged := tag_response(response_inputs()._replace(day=today().isoformat())):
        return unchanged
    response = Response(to_file.write(cited), content_type=to_file.media_type)
    response.headers["Content-Disposition"] = content_disposition(cited, kind)
    return response


def _requested_video_view(slug: str) -> VideoView:
    """The requested video and moment; the request ends with an error where there is none to cite."""
    sentence = f"There is no such video: those there are stand at {url_builder().home()}."
    video = requested_video(slug, lambda: abort_with_text(404, sentence))
    parameters = replace(parse_query_parameters(request_arguments()), query="")
    view = build_video_view(video, parameters)
    if view.asks_for_replaced:
        abort_with_text(410, REPLACED_SENTENCE)
    if parameters.moment is None and _has_time_parameter(parameters):
        abort_with_text(
            400, "That is no time: write t=90, t=1:30 or t=12.5,18, where the end is the later."
        )
    if parameters.moment and view.moment is None:
        end = format_clock(video.duration_ms)
        abort_with_text(
            400, f"The video ends at {end}: write a t that begins before that, or none."
        )
    return view


def _has_time_parameter(parameters: QueryParameters) -> bool:
    return bool(parameters.time_text or {"start", "end"} & request_arguments().keys())
