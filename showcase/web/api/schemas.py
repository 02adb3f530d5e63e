"""The JSON objects of the API's responses. What is not known is null; addresses are absolute.

Docstrings and descriptions are published in the OpenAPI document. Hits, cues and passages are in
core/export/json_objects.py, because the command line and the downloads write them too.
"""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from showcase.core.catalog.models import TrackKind, TrackTiming
from showcase.core.export.json_objects import AnswerObject, CueObject, HitObject, PassageObject
from showcase.core.export.json_types import Count, LanguageTag, Url
from showcase.core.search.results import AnswerKind
from showcase.web.api.video_schemas import (
    TIMING_DESCRIPTION,
    TRACK_URL_DESCRIPTION,
    VideoInList,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """An error (RFC 9457, section 3)."""

    type: Annotated[
        str,
        Meta(
            description='The type of the problem; "about:blank" means that `status` is all there is to know.'
        ),
    ]
    title: Annotated[str, Meta(description="The name of the status.")]
    status: Annotated[int, Meta(description="The HTTP status of the response.")]
    detail: Annotated[str, Meta(description="What is wrong, and what to do.")]


@dataclass(frozen=True, slots=True)
class Index:
    """The addresses to start from."""

    name: Annotated[str, Meta(description="The name of the site.")]
    url: Annotated[Url, Meta(description="Its home page.")]
    openapi: Annotated[Url, Meta(description="The description of the API (OpenAPI 3.1).")]
    videos: Annotated[Url, Meta(description="The list of videos.")]
    search: Annotated[Url, Meta(description="The search; `q` is the query.")]
    quote: Annotated[Url, Meta(description="The search for quotes; `q` is the quote.")]


@dataclass(frozen=True, slots=True)
class PaginationFields:
    """A page of a list."""

    total: Annotated[Count, Meta(description="How many entries the whole list has.")]
    page: Annotated[Count, Meta(description="The number of this page, from 1.")]
    pages: Annotated[Count, Meta(description="How many pages there are; 0 when the list is empty.")]
    previous: Annotated[
        Url | None, Meta(description="The address of the page before, null when there is none.")
    ]
    next: Annotated[
        Url | None, Meta(description="The address of the page after, null when there is none.")
    ]


@dataclass(frozen=True, slots=True)
class VideoList(PaginationFields):
    """A page of all videos, newest first."""

    videos: Annotated[tuple[VideoInList, ...], Meta(description="The videos of this page.")]


@dataclass(frozen=True, slots=True)
class CueList(PaginationFields):
    """A page of the cues of a track."""

    video: Annotated[str, Meta(description="The slug of the video.")]
    kind: Annotated[TrackKind, Meta(description="The kind of the track.")]
    language: Annotated[LanguageTag, Meta(description="The language of the track, a BCP 47 tag.")]
    timing: Annotated[TrackTiming, Meta(description=TIMING_DESCRIPTION)]
    url: Annotated[Url, Meta(description=TRACK_URL_DESCRIPTION)]
    cues: Annotated[tuple[CueObject, ...], Meta(description="The entries of this page, in order.")]


@dataclass(frozen=True, slots=True)
class PassageList(PaginationFields):
    """A page of the passages of a transcript."""

    video: Annotated[str, Meta(description="The slug of the video.")]
    language: Annotated[
        LanguageTag, Meta(description="The language of the transcript, a BCP 47 tag.")
    ]
    timing: Annotated[TrackTiming, Meta(description=TIMING_DESCRIPTION)]
    url: Annotated[Url, Meta(description="The page of the video in that language.")]
    passages: Annotated[
        tuple[PassageObject, ...], Meta(description="The entries of this page, in order.")
    ]


@dataclass(frozen=True, slots=True)
class SearchAnswer(AnswerObject):
    """A page of the results of a search."""

    page: Annotated[Count, Meta(description="The number of this page, from 1.")]
    pages: Annotated[Count, Meta(description="How many pages there are; 0 when nothing was found.")]
    previous: Annotated[
        Url | None, Meta(description="The address of the page before, null when there is none.")
    ]
    next: Annotated[
        Url | None, Meta(description="The address of the page after, null when there is none.")
    ]


@dataclass(frozen=True, slots=True)
class QuoteHit(HitObject):
    """A passage with a quote, or with words that are similar to it."""

    said: Annotated[
        str,
        Meta(
            description="The words that were really said, from the first that matched to the last."
        ),
    ]
    annotation: Annotated[
        Url | None,
        Meta(
            description="The moment as a Web Annotation; null when the track has no times, as the next two."
        ),
    ]
    card: Annotated[
        Url | None,
        Meta(
            description="A picture of the words, 1200 by 630 pixels; of too many, of their beginning."
        ),
    ]
    embed: Annotated[
        Url | None, Meta(description="A page with the moment, for a frame on another site.")
    ]


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """Where a quote was said."""

    query: Annotated[str, Meta(description="The quote.")]
    kind: Annotated[
        AnswerKind,
        Meta(
            description='"quote" where it was said, exactly or nearly; "nearest" where nobody said it.'
        ),
    ]
    total: Annotated[Count, Meta(description="How many hits there are in all.")]
    corrected: Annotated[
        str,
        Meta(
            description='The words that were searched for instead, where some are misspelled; else "".'
        ),
    ]
    hits: Annotated[tuple[QuoteHit, ...], Meta(description="The best hits, at most 20.")]
