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
from showcase.web.context.query import read_asked
from showcase.web.context.request import addresses, snapshot
from showcase.web.context.view_loader import show
from showcase.web.metadata.head import ANNOTATION_TYPE, MANIFEST_TYPE

JSON_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for with GET.

    Attributes:
        path: below the site's own address; what stands in braces is handed to `answer` by its name.
        summary: what it gives, in a line; the docstring of `answer` tells more.
        asked: the dataclass of its parameters.
        answer: makes the answer; ends the request where there is none.
        shape: the dataclass of the answer; None for formats that others describe.
        media_type: of the answer.
        described: where the format stands that others describe.
    """

    path: str
    summary: str
    asked: type
    answer: Callable[..., object]
    shape: type | None = None
    media_type: str = JSON_TYPE
    described: str = ""

    @property
    def name(self) -> str:
        """Unique among all."""
        return self.answer.__name__.removeprefix("_")

    @property
    def slots(self) -> list[str]:
        """What stands in braces."""
        return re.findall(r"{(\w+)}", self.path)


def _index(_: ask.Nothing) -> shapes.Index:
    """Addresses to begin with."""
    return videos.build_index(snapshot().catalog, addresses())


def _videos(asked: ask.PageAsked) -> shapes.VideoList:
    """Newest first; fifty on a page."""
    return videos.build_list(snapshot().catalog, asked, addresses())


def _video(_: ask.Nothing, slug: str) -> video_shapes.Video:
    """All that is known of it but its words."""
    return videos.build_video(find_video(slug), addresses())


def _cues(asked: ask.CuesAsked, slug: str) -> shapes.CueList:
    """The timed pieces of a track, in order; 500 on a page."""
    video = find_video(slug)
    track = find_track(video, asked.language, asked.kind)
    cues = snapshot().cues(slug, track.kind, track.language)
    return words.build_cues(video, track, cues, asked, addresses())


def _passages(asked: ask.PassagesAsked, slug: str) -> shapes.PassageList:
    """The paragraphs of a transcript, in order; a hundred on a page."""
    video = find_video(slug)
    language = find_track(video, asked.language).language
    transcript, passages = (
        snapshot().transcript(slug, language),
        snapshot().passages(slug, language),
    )
    return words.build_passages(video, transcript, passages, asked, addresses())


def _search(asked: ask.SearchAsked) -> shapes.SearchAnswer:
    """Words, "phrases", -without, speaker:name, OR.

    Without `video`, ten videos on a page, each with its best hits; with it, twenty hits on a page, in order
    of time.
    """
    catalog = snapshot().catalog
    answer = snapshot().search(finds.search_question(asked, catalog))
    return finds.build_search(answer, catalog, asked, addresses())


def _quote(asked: ask.QuoteAsked) -> shapes.QuoteAnswer:
    """Words as somebody remembers them, with ellipses and mistakes.

    Where they were said, what was really said, and how alike it is. Fewer than five words are found only
    where they stand together.
    """
    catalog = snapshot().catalog
    answer = snapshot().search(finds.quote_question(asked, catalog))
    return finds.build_quote(answer, catalog, asked, addresses())


def _annotation(asked: ask.MomentAsked, slug: str) -> object:
    """The stretch of time, and in it the words that are spoken then with those around them."""
    video = find_video(slug)
    if asked.lang:
        find_track(video, asked.lang)
    shown = show(video, read_asked({"t": asked.t, "lang": asked.lang}))
    return build_annotation(shown, find_moment(shown))


def _manifest(_: ask.Nothing, slug: str) -> object:
    """The recording on one canvas, with its tracks, cues and chapters."""
    return build_manifest(find_video(slug), snapshot().catalog.site, addresses())


def _cue_annotations(_: ask.Nothing, slug: str, track: str) -> object:
    """Each cue, with its stretch of the canvas. A track is called "captions.en"."""
    video = find_video(slug)
    found = find_named_track(video, track)
    cues = snapshot().cues(slug, found.kind, found.language)
    return build_cue_annotations(video, found, cues, addresses())


OPERATIONS = (
    Operation("/api/", "Where to begin", ask.Nothing, _index, shapes.Index),
    Operation("/api/videos", "All videos", ask.PageAsked, _videos, shapes.VideoList),
    Operation("/api/videos/{slug}", "A video", ask.Nothing, _video, video_shapes.Video),
    Operation("/api/videos/{slug}/cues", "The cues of a track", ask.CuesAsked, _cues, shapes.CueList),
    Operation(
        "/api/videos/{slug}/passages", "The passages of a transcript", ask.PassagesAsked, _passages,
        shapes.PassageList,
    ),
    Operation("/api/search", "Search what was said", ask.SearchAsked, _search, shapes.SearchAnswer),
    Operation("/api/quote", "Find a quote", ask.QuoteAsked, _quote, shapes.QuoteAnswer),
    Operation(
        "/videos/{slug}/annotation", "A moment as a Web Annotation", ask.MomentAsked, _annotation,
        media_type=ANNOTATION_TYPE, described="https://www.w3.org/TR/annotation-model/",
    ),
    Operation(
        "/iiif/{slug}/manifest.json", "A video as an IIIF manifest", ask.Nothing, _manifest,
        media_type=MANIFEST_TYPE, described="https://iiif.io/api/presentation/3.0/",
    ),
    Operation(
        "/iiif/{slug}/{track}.json", "The cues of a track as annotations", ask.Nothing, _cue_annotations,
        media_type=MANIFEST_TYPE, described="https://iiif.io/api/presentation/3.0/#55-annotation-page",
    ),
)  # fmt: skip
