"""The query parameters of the API's addresses. Their descriptions are published in the OpenAPI document."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from showcase.core.catalog.models import TrackKind
from showcase.core.search.search_request import Sort
from showcase.web.api.json_schema import (
    HitsPerVideo,
    LanguageTagParameter,
    MomentText,
    PageNumber,
    SearchPageNumber,
    SeveralLanguageTags,
    SeveralNames,
)
from showcase.web.search.page import MOMENTS_PER_VIDEO


@dataclass(frozen=True, slots=True)
class NoParameters:
    """No parameters."""


@dataclass(frozen=True, slots=True)
class PageParameters:
    """A page of a list."""

    page: Annotated[PageNumber, Meta(description="The number of the page, from 1.")] = 1


@dataclass(frozen=True, slots=True)
class PassagesParameters(PageParameters):
    """A page of a transcript."""

    language: Annotated[
        LanguageTagParameter,
        Meta(description="The language of the transcript; without it, that of the video."),
    ] = ""


@dataclass(frozen=True, slots=True)
class CuesParameters(PassagesParameters):
    """A page of a track."""

    kind: Annotated[
        Literal[TrackKind, "speech"],
        Meta(description='The kind of the track; "speech" is captions or subtitles.'),
    ] = "speech"


@dataclass(frozen=True, slots=True)
class FilterParameters:
    """A query, and where to search."""

    q: Annotated[str, Meta(description="The query; only its first 1,000 characters are read.")]
    video: Annotated[str, Meta(description="Only in the video with this slug.")] = ""
    language: Annotated[
        SeveralLanguageTags,
        Meta(description="Only in tracks of this language; given again, also in another."),
    ] = ()
    speaker: Annotated[
        SeveralNames,
        Meta(description="Only what this speaker says, by full name; given again, also another."),
    ] = ()
    organization: Annotated[
        SeveralNames,
        Meta(description="Only what its people say, by its full name; given again, also another."),
    ] = ()
    reads: Annotated[
        LanguageTagParameter,
        Meta(
            description="The language that you read: a hit in another language comes with the same moment"
            " in yours."
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class QuoteParameters(FilterParameters):
    """A quote, and where to search."""


@dataclass(frozen=True, slots=True)
class SearchParameters(FilterParameters):
    """A search, and which page of its results."""

    sort: Annotated[
        Sort,
        Meta(
            description="The best hits first, or the newest video first with its hits in order of time."
        ),
    ] = "relevance"
    each: Annotated[
        HitsPerVideo,
        Meta(description="How many hits of each video at most; it has no effect with `video`."),
    ] = MOMENTS_PER_VIDEO
    page: Annotated[SearchPageNumber, Meta(description="The number of the page, from 1.")] = 1


@dataclass(frozen=True, slots=True)
class MomentParameters:
    """A moment of a video."""

    t: Annotated[
        MomentText,
        Meta(
            description="The moment: start and end in seconds. Without an end, it ends with its passage."
        ),
    ]
    lang: Annotated[
        LanguageTagParameter,
        Meta(description="The language of the transcript; without it, that of the video."),
    ] = ""
    edition: Annotated[
        int,
        Meta(
            ge=1,
            description="The edition of the recording whose times are meant, which links to moments name from"
            " 2 on.",
        ),
    ] = 1
