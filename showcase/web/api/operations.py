"""All that can be asked for by programs: the table that routes and OpenAPI document are both made from."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from showcase.web.api import parameters as ask
from showcase.web.api import schemas as shapes
from showcase.web.api import search as finds
from showcase.web.api import tracks as words
from showcase.web.api import video_schemas as video_shapes
from showcase.web.api import videos
from showcase.web.api.annotation import build_annotation
from showcase.web.api.iiif import build_cue_annotations, build_manifest
from showcase.web.api.lookup import find_moment, find_named_track, find_track, find_video
from showcase.web.context.query import parse_query_parameters
from showcase.web.context.request import snapshot, url_builder
from showcase.web.context.view_loader import build_video_view
from showcase.web.http.media_types import ANNOTATION_TYPE, IIIF_MANIFEST_TYPE, JSON_TYPE


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for with GET.

    Attributes:
        path: below the site's own address; what stands in braces is handed to `answer` by its name.
        summary: what it gives, in a line; the docstring of `answer` tells more.
        parameter_type: the dataclass of its parameters.
        handler: makes the answer; ends the request where there is none.
        response_type: the dataclass of the answer; None for formats that others describe.
        media_type: of the answer.
        documentation_url: where the format stands that others describe.
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
        """Unique among all."""
        return self.handler.__name__.removeprefix("_")

    @property
    def path_parameters(self) -> list[str]:
        """What stands in braces."""
        return re.findall(r"{(\w+)}", self.path)


def _index(_: ask.NoParameters) -> shapes.Index:
    """Addresses to begin with."""
    return videos.build_index(snapshot().catalog, url_builder())


def _videos(parameters: ask.PageParameters) -> shapes.VideoList:
    """Newest first; fifty on a page."""
    return videos.build_video_list(snapshot().catalog, parameters, url_builder())


def _video(_: ask.NoParameters, slug: str) -> video_shapes.VideoShape:
    """All that is known of it but its words."""
    return videos.build_video(find_video(slug), url_builder())


def _cues(parameters: ask.CuesParameters, slug: str) -> shapes.CueList:
    """The timed pieces of a track, in order; 500 on a page."""
    video = find_video(slug)
    track = find_track(video, parameters.language, parameters.kind)
    cues = snapshot().cues(slug, track.kind, track.language)
    return words.build_cue_list(video, track, cues, parameters, url_builder())


def _passages(parameters: ask.PassagesParameters, slug: str) -> shapes.PassageList:
    """The paragraphs of a transcript, in order; a hundred on a page."""
    video = find_video(slug)
    language = find_track(video, parameters.language).language
    transcript, passages = (
        snapshot().transcript(slug, language),
        snapshot().passages(slug, language),
    )
    return words.build_passage_list(video, transcript, passages, parameters, url_builder())


def _search(parameters: ask.SearchParameters) -> shapes.SearchAnswer:
    """Words, "phrases", -without, speaker:name, OR.

    Without `video`, ten videos on a page, each with its best hits; with it, twenty hits on a page, in order
    of time.
    """
    catalog = snapshot().catalog
    answer = snapshot().search(finds.search_request(parameters, catalog))
    return finds.build_search_answer(answer, catalog, parameters, url_builder())


def _quote(parameters: ask.QuoteParameters) -> shapes.QuoteAnswer:
    """Words as somebody remembers them, with ellipses and mistakes.

    Where they were said, what was really said, and how alike it is. Fewer than five words are found only
    where they stand together.
    """
    catalog = snapshot().catalog
    answer = snapshot().search(finds.quote_request(parameters, catalog))
    return finds.build_quote_answer(answer, catalog, parameters, url_builder())


def _annotation(parameters: ask.MomentParameters, slug: str) -> object:
    """The stretch of time, and in it the words that are spoken then with those around them."""
    video = find_video(slug)
    if parameters.lang:
        find_track(video, parameters.lang)
    view = build_video_view(
        video, parse_query_parameters({"t": parameters.t, "lang": parameters.lang})
    )
    return build_annotation(view, find_moment(view))


def _manifest(_: ask.NoParameters, slug: str) -> object:
    """The recording on one canvas, with its tracks, cues and chapters."""
    return build_manifest(find_video(slug), snapshot().catalog.site, url_builder())


def _cue_annotations(_: ask.NoParameters, slug: str, track: str) -> object:
    """Each cue, with its stretch of the canvas. A track is called "captions.en"."""
    video = find_video(slug)
    found = find_named_track(video, track)
    cues = snapshot().cues(slug, found.kind, found.language)
    return build_cue_annotations(video, found, cues, url_builder())


OPERATIONS = (
    Operation("/api/", "Where to begin", ask.NoParameters, _index, shapes.Index),
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
