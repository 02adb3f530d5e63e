"""The JSON objects of the API's responses. What is not known is null; addresses are absolute.

Docstrings and descriptions are published in the OpenAPI document. Hits, cues and passages are in
core/export/json_objects.py, because the command line and the downloads write them too.
"""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from showcase.core.catalog.models import TrackKind
from showcase.core.export.json_objects import AnswerObject, CueObject, HitObject, PassageObject
from showcase.core.export.json_types import Count, LanguageTag, Url
from showcase.core.search.results import AnswerKind
from showcase.web.api.video_schemas import VideoInList


@dataclass(frozen=True, slots=True)
class Problem:
    """An error (RFC 9457, section 3)."""

    type: Annotated[
        str,
        Meta(description='What kind of error it is; "about:blank" says that the status tells it.'),
    ]
    title: Annotated[str, Meta(description="What the status is called.")]
    status: Annotated[int, Meta(description="Of the response.")]
    detail: Annotated[str, Meta(description="What is wrong, and what to do.")]


@dataclass(frozen=True, slots=True)
class Index:
    """Where the API begins."""

    name: Annotated[str, Meta(description="What the site calls itself.")]
    url: Annotated[Url, Meta(description="Its first page.")]
    openapi: Annotated[Url, Meta(description="The description of the API (OpenAPI 3.1).")]
    videos: Annotated[Url, Meta(description="All videos.")]
    search: Annotated[Url, Meta(description="Where `q` searches what was said.")]
    quote: Annotated[Url, Meta(description="Where `q` finds a quote.")]


@dataclass(frozen=True, slots=True)
class PaginationFields:
    """A page of a list."""

    total: Annotated[Count, Meta(description="How many there are in all.")]
    page: Annotated[Count, Meta(description="Which page this is.")]
    pages: Annotated[Count, Meta(description="How many there are; 0 when there is nothing.")]
    previous: Annotated[Url | None, Meta(description="The page before, null when there is none.")]
    next: Annotated[Url | None, Meta(description="The page after, null when there is none.")]


@dataclass(frozen=True, slots=True)
class VideoList(PaginationFields):
    """A page of all videos, newest first."""

    videos: Annotated[tuple[VideoInList, ...], Meta(description="Those of this page.")]


@dataclass(frozen=True, slots=True)
class CueList(PaginationFields):
    """A page of the cues of a track."""

    video: Annotated[str, Meta(description="The slug of its video.")]
    kind: Annotated[TrackKind, Meta(description="Of the track.")]
    language: Annotated[LanguageTag, Meta(description="Of the track, a BCP 47 tag.")]
    url: Annotated[Url, Meta(description="The track as WebVTT.")]
    cues: Annotated[
        tuple[CueObject, ...], Meta(description="Those of this page, in order of time.")
    ]


@dataclass(frozen=True, slots=True)
class PassageList(PaginationFields):
    """A page of the passages of a transcript."""

    video: Annotated[str, Meta(description="The slug of its video.")]
    language: Annotated[LanguageTag, Meta(description="Of the words, a BCP 47 tag.")]
    url: Annotated[Url, Meta(description="The page of the video in that language.")]
    passages: Annotated[
        tuple[PassageObject, ...], Meta(description="Those of this page, in order of time.")
    ]


@dataclass(frozen=True, slots=True)
class SearchAnswer(AnswerObject):
    """A page of an answer to a search."""

    page: Annotated[Count, Meta(description="Which page this is.")]
    pages: Annotated[Count, Meta(description="How many there are; 0 when nothing was found.")]
    previous: Annotated[Url | None, Meta(description="The page before, null when there is none.")]
    next: Annotated[Url | None, Meta(description="The page after, null when there is none.")]


@dataclass(frozen=True, slots=True)
class QuoteHit(HitObject):
    """Where a quote was said, or what comes near it."""

    said: Annotated[
        str,
        Meta(
            description="The words that were really spoken, from the first that matched to the last."
        ),
    ]
    annotation: Annotated[Url, Meta(description="The moment as a Web Annotation.")]
    card: Annotated[Url, Meta(description="A picture of the words, 1200 by 630 pixels.")]
    embed: Annotated[Url, Meta(description="The moment in a page for a frame of another site.")]


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """Where a quote was said."""

    query: Annotated[str, Meta(description="The quote.")]
    kind: Annotated[
        AnswerKind,
        Meta(
            description='"quote" where it was said, in these words or nearly; "nearest" where nobody '
            "said it."
        ),
    ]
    total: Annotated[Count, Meta(description="How many hits there are in all.")]
    corrected: Annotated[
        str,
        Meta(
            description='The words that were looked for instead, where some are misspelt; else "".'
        ),
    ]
    hits: Annotated[tuple[QuoteHit, ...], Meta(description="The best of them, at most 20.")]
