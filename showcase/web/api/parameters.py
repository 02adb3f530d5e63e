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
)
from showcase.web.search.page import MOMENTS_PER_VIDEO


@dataclass(frozen=True, slots=True)
class NoParameters:
    """No parameters."""


@dataclass(frozen=True, slots=True)
class PageParameters:
    """A page of a list."""

    page: Annotated[PageNumber, Meta(description="Which page, from 1.")] = 1


@dataclass(frozen=True, slots=True)
class PassagesParameters(PageParameters):
    """A page of a transcript."""

    language: Annotated[
        LanguageTagParameter, Meta(description="Of the words; the video's own when it is left out.")
    ] = ""


@dataclass(frozen=True, slots=True)
class CuesParameters(PassagesParameters):
    """A page of a track."""

    kind: Annotated[
        Literal[TrackKind, "speech"],
        Meta(description='Of the track; "speech" is what is said, captions or subtitles.'),
    ] = "speech"


@dataclass(frozen=True, slots=True)
class FilterParameters:
    """Words, and where to look for them."""

    q: Annotated[
        str, Meta(description="The words; of more than 1,000 characters the first are read.")
    ]
    video: Annotated[str, Meta(description="Only in the video of this slug.")] = ""
    language: Annotated[
        LanguageTagParameter, Meta(description="Only in tracks of this language.")
    ] = ""
    speaker: Annotated[str, Meta(description="Only what this speaker says, by the full name.")] = ""
    organization: Annotated[
        str, Meta(description="Only what its people say, by its full name.")
    ] = ""
    reads: Annotated[
        LanguageTagParameter,
        Meta(
            description="The language that you read: a hit in another comes with the same moment in "
            "yours."
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class QuoteParameters(FilterParameters):
    """A quote, and where to look for it."""


@dataclass(frozen=True, slots=True)
class SearchParameters(FilterParameters):
    """A page of an answer to a search."""

    sort: Annotated[
        Sort, Meta(description="Best first, or newest video first and its hits in order of time.")
    ] = "relevance"
    each: Annotated[
        HitsPerVideo,
        Meta(description="Of each video so many hits at most; with `video` it says nothing."),
    ] = MOMENTS_PER_VIDEO
    page: Annotated[SearchPageNumber, Meta(description="Which page, from 1.")] = 1


@dataclass(frozen=True, slots=True)
class MomentParameters:
    """A moment of a video."""

    t: Annotated[
        MomentText,
        Meta(
            description="The moment, in seconds: from, up to. Without an end it goes on to the end of "
            "its passage."
        ),
    ]
    lang: Annotated[
        LanguageTagParameter,
        Meta(description="The language of its words; the video's own when it is left out."),
    ] = ""
