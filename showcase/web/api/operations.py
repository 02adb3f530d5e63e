"""The operations of the API: the table that both the routes and the OpenAPI document are made from.

Docstrings and summaries are published in the OpenAPI document.
"""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

from showcase.web.api import parameters as ask
from showcase.web.api import schemas as shapes
from showcase.web.api import search as finds
from showcase.web.api import tracks as words
from showcase.web.api import video_schemas as video_shapes
from showcase.web.api import videos
from showcase.web.api.annotation import build_annotation
from showcase.web.api.iiif import build_cue_annotations, build_manifest
from showcase.web.api.lookup import find_moment, find_named_track, find_track, find_video
from showcase.web.api.problems import abort_with_problem
from showcase.web.context.query import parse_query_parameters
from showcase.web.context.request import snapshot, url_builder
from showcase.web.context.video_lookup import follow_former_filter
from showcase.web.context.view_loader import build_video_view
from showcase.web.http.media_types import ANNOTATION_TYPE, IIIF_MANIFEST_TYPE, JSON_TYPE


@dataclass(frozen=True, slots=True)
class Operation:
    """An address that answers GET.

    Attributes:
        path: below the address of the site; a name in braces is an argument of `handler`.
        summary: a line for the OpenAPI document; the docstring of `handler` is the longer description.
        parameter_type: the dataclass of the query parameters.
        handler: returns the response, or ends the request where there is none.
        response_type: the dataclass of the response; None for a format with a standard of its own.
        media_type: of the response.
        documentation_url: of the standard, where `response_type` is None; else "".
    """

    path: str
    summary: str
    parameter_type: type
    handler: Callable[..., object]
    response_type: type | None = None
    media_type: str = JSON_TYPE
    documentation_url: str = ""

    @property
    def name(self) -> str:
        """The operationId, which is unique."""
        return self.handler.__name__.removeprefix("_")

    @property
    def path_parameters(self) -> list[str]:
        """The names in braces."""
        return re.findall(r"{(\w+)}", self.path)


def _index(_: ask.NoParameters) -> shapes.Index:
    """It links to the other addresses."""
    return videos.build_index(snapshot().catalog, url_builder())


def _videos(parameters: ask.PageParameters) -> shapes.VideoList:
    """Newest first, 50 on a page."""
    return videos.build_video_list(snapshot().catalog, parameters, url_builder())


def _video(_: ask.NoParameters, slug: str) -> video_shapes.VideoShape:
    """Everything about a video except its transcript."""
    return videos.build_video(find_video(slug), url_builder())


def _cues(parameters: ask.CuesParameters, slug: str) -> shapes.CueList:
    """In order, 500 on a page."""
    video = find_video(slug)
    track = find_track(video, parameters.language, parameters.kind)
    cues = snapshot().cues(slug, track.kind, track.language)
    return words.build_cue_list(video, track, cues, parameters, url_builder())


def _passages(parameters: ask.PassagesParameters, slug: str) -> shapes.PassageList:
    """In order, 100 on a page."""
    video = find_video(slug)
    language = find_track(video, parameters.language).language
    transcript, passages = (
        snapshot().transcript(slug, language),
        snapshot().passages(slug, language),
    )
    return words.build_passage_list(video, transcript, passages, parameters, url_builder())


def _search(parameters: ask.SearchParameters) -> shapes.SearchAnswer:
    """The query can have words, "phrases", -without, speaker:name and OR.

    Without `video`, a page has 10 videos, each with its best hits; with it, a page has 20 hits of that video,
    in order of time.
    """
    follow_former_filter()
    catalog = snapshot().catalog
    answer = snapshot().search(finds.search_request(parameters, catalog))
    return finds.build_search_answer(answer, catalog, parameters, url_builder())


def _quote(parameters: ask.QuoteParameters) -> shapes.QuoteAnswer:
    """Finds a quote as somebody remembers it, with ellipses and mistakes.

    The answer has the moments where it was said, what was really said, and how similar that is. Fewer than
    five words are found only where they were said exactly.
    """
    follow_former_filter()
    catalog = snapshot().catalog
    answer = snapshot().search(finds.quote_request(parameters, catalog))
    return finds.build_quote_answer(answer, catalog, parameters, url_builder())


def _annotation(parameters: ask.MomentParameters, slug: str) -> object:
    """The time span, with the words that are spoken in it and the text around them."""
    video = find_video(slug)
    if parameters.lang:
        find_track(video, parameters.lang)
    asked = {name: str(value) for name, value in asdict(parameters).items()}
    view = build_video_view(video, parse_query_parameters(asked))
    return build_annotation(view, find_moment(view))


def _manifest(_: ask.NoParameters, slug: str) -> object:
    """The recording on one canvas, with its tracks, cues and chapters."""
    return build_manifest(find_video(slug), snapshot().catalog.site, url_builder())


def _cue_annotations(_: ask.NoParameters, slug: str, track: str) -> object:
    """Each cue with its part of the canvas. The name of a track is as in "captions.en".

    A transcript without times has none.
    """
    video = find_video(slug)
    found = find_named_track(video, track)
    if not found.has_times:
        abort_with_problem(404, "This transcript has no times, so no part of the canvas is its.")
    cues = snapshot().cues(slug, found.kind, found.language)
    return build_cue_annotations(video, found, cues, url_builder())


OPERATIONS = (
    Operation("/api/", "The start of the API", ask.NoParameters, _index, shapes.Index),
    Operation("/api/videos", "All videos", ask.PageParameters, _videos, shapes.VideoList),
    Operation("/api/videos/{slug}", "A video", ask.NoParameters, _video, video_shapes.VideoShape),
    Operation("/api/videos/{slug}/cues", "The cues of a track", ask.CuesParameters, _cues, shapes.CueList),
    Operation(
        "/api/videos/{slug}/passages", "The passages of a transcript", ask.PassagesParameters, _passages,
        shapes.PassageList,
    ),
    Operation("/api/search", "Search what was said", ask.SearchParameters, _search, shapes.SearchAnswer),
    Operation("/api/quote", "Find a quote", ask.QuoteParameters, _quote, shapes.QuoteAnswer),
    Operation(
        "/videos/{slug}/annotation", "A moment as a Web Annotation", ask.MomentParameters, _annotation,
        media_type=ANNOTATION_TYPE, documentation_url="https://www.w3.org/TR/annotation-model/",
    ),
    Operation(
        "/iiif/{slug}/manifest.json", "A video as an IIIF manifest", ask.NoParameters, _manifest,
        media_type=IIIF_MANIFEST_TYPE, documentation_url="https://iiif.io/api/presentation/3.0/",
    ),
    Operation(
        "/iiif/{slug}/{track}.json", "The cues of a track as annotations", ask.NoParameters, _cue_annotations,
        media_type=IIIF_MANIFEST_TYPE, documentation_url="https://iiif.io/api/presentation/3.0/#55-annotation-page",
    ),
)  # fmt: skip
