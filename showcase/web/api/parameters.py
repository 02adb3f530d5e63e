"""What can be asked of the API: the parameters of its addresses, each as the docstring tells it."""

from dataclasses import dataclass
from typing import Literal

from showcase.core.catalog.models import TrackKind
from showcase.core.search.request import Sort
from showcase.web.api.json_schema import Each, PageNumber, SearchPageNumber, Tag, Time
from showcase.web.search.page import MOMENTS_EACH


@dataclass(frozen=True, slots=True)
class Nothing:
    """No parameters."""


@dataclass(frozen=True, slots=True)
class PageAsked:
    """A page of a list.

    Attributes:
        page: which page, from 1.
    """

    page: PageNumber = 1


@dataclass(frozen=True, slots=True)
class PassagesAsked(PageAsked):
    """A page of a transcript.

    Attributes:
        language: of the words; the video's own when it is left out.
    """

    language: Tag = ""


@dataclass(frozen=True, slots=True)
class CuesAsked(PassagesAsked):
    """A page of a track.

    Attributes:
        kind: of the track; "speech" is what is said, captions or subtitles.
    """

    kind: Literal[TrackKind, "speech"] = "speech"


@dataclass(frozen=True, slots=True)
class Narrowed:
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
    language: Tag = ""
    speaker: str = ""
    organization: str = ""
    reads: Tag = ""


@dataclass(frozen=True, slots=True)
class QuoteAsked(Narrowed):
    """A quote, and where to look for it."""


@dataclass(frozen=True, slots=True)
class SearchAsked(Narrowed):
    """A page of an answer to a search.

    Attributes:
        sort: best first, or newest video first and its hits in order of time.
        each: of each video so many hits at most; with `video` it says nothing.
        page: which page, from 1.
    """

    sort: Sort = "relevance"
    each: Each = MOMENTS_EACH
    page: SearchPageNumber = 1


@dataclass(frozen=True, slots=True)
class MomentAsked:
    """A moment of a video.

    Attributes:
        t: the moment, in seconds: from, up to. Without an end it goes on to the end of its passage.
        lang: the language of its words; the video's own when it is left out.
    """

    t: Time
    lang: Tag = ""
