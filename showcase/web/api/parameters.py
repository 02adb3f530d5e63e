"""What can be asked of the API: the parameters of its addresses, each as the docstring tells it."""

from dataclasses import dataclass
from typing import Literal

from showcase.core.catalog.models import TrackKind
from showcase.core.search.search_request import Sort
from showcase.web.api.json_schema import (
    HitsPerVideo,
    LanguageTag,
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
    """A page of a list.

    Attributes:
        page: which page, from 1.
    """

    page: PageNumber = 1


@dataclass(frozen=True, slots=True)
class PassagesParameters(PageParameters):
    """A page of a transcript.

    Attributes:
        language: of the words; the video's own when it is left out.
    """

    language: LanguageTag = ""


@dataclass(frozen=True, slots=True)
class CuesParameters(PassagesParameters):
    """A page of a track.

    Attributes:
        kind: of the track; "speech" is what is said, captions or subtitles.
    """

    kind: Literal[TrackKind, "speech"] = "speech"


@dataclass(frozen=True, slots=True)
class FilterParameters:
    """Words, and where to look for them.

    Attributes:
        q: the words; of more than 1,000 characters the first are read.
        video: only in the video of this slug.
        language: only in tracks of this language.
        speaker: only what this speaker says, by the full name.
        organization: only what its people say, by its full name.
        reads: the language that you read: a hit in another comes with the same moment in yours.
    """

    q: str
    video: str = ""
    language: LanguageTag = ""
    speaker: str = ""
    organization: str = ""
    reads: LanguageTag = ""


@dataclass(frozen=True, slots=True)
class QuoteParameters(FilterParameters):
    """A quote, and where to look for it."""


@dataclass(frozen=True, slots=True)
class SearchParameters(FilterParameters):
    """A page of an answer to a search.

    Attributes:
        sort: best first, or newest video first and its hits in order of time.
        each: of each video so many hits at most; with `video` it says nothing.
        page: which page, from 1.
    """

    sort: Sort = "relevance"
    each: HitsPerVideo = MOMENTS_PER_VIDEO
    page: SearchPageNumber = 1


@dataclass(frozen=True, slots=True)
class MomentParameters:
    """A moment of a video.

    Attributes:
        t: the moment, in seconds: from, up to. Without an end it goes on to the end of its passage.
        lang: the language of its words; the video's own when it is left out.
    """

    t: MomentText
    lang: LanguageTag = ""
