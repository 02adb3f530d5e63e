"""What the API answers: the shapes of its JSON objects. What is not known is null; addresses are absolute.

Hits, cues and passages have their shapes in core: the command line and the files to take along write them.
"""

from dataclasses import dataclass

from showcase.core.catalog.models import TrackKind
from showcase.core.export.json_objects import AnswerObject, CueObject, HitObject, PassageObject
from showcase.core.search.results import Kind
from showcase.web.api.video_schemas import VideoInList


@dataclass(frozen=True, slots=True)
class Problem:
    """An error (RFC 9457, section 3).

    Attributes:
        type: what kind of error it is; "about:blank" says that the status tells it.
        title: what the status is called.
        status: of the response.
        detail: what is wrong, and what to do.
    """

    type: str
    title: str
    status: int
    detail: str


@dataclass(frozen=True, slots=True)
class Index:
    """Where the API begins.

    Attributes:
        name: what the site calls itself.
        url: its first page.
        openapi: the description of the API (OpenAPI 3.1).
        videos: all videos.
        search: where `q` searches what was said.
        quote: where `q` finds a quote.
    """

    name: str
    url: str
    openapi: str
    videos: str
    search: str
    quote: str


@dataclass(frozen=True, slots=True)
class Paged:
    """A page of a list.

    Attributes:
        total: how many there are in all.
        page: which page this is.
        pages: how many there are; 0 when there is nothing.
        previous: the page before, null when there is none.
        next: the page after, null when there is none.
    """

    total: int
    page: int
    pages: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class VideoList(Paged):
    """A page of all videos, newest first.

    Attributes:
        videos: those of this page.
    """

    videos: tuple[VideoInList, ...]


@dataclass(frozen=True, slots=True)
class CueList(Paged):
    """A page of the cues of a track.

    Attributes:
        video: the slug of its video.
        kind: of the track.
        language: of the track, a BCP 47 tag.
        url: the track as WebVTT.
        cues: those of this page, in order of time.
    """

    video: str
    kind: TrackKind
    language: str
    url: str
    cues: tuple[CueObject, ...]


@dataclass(frozen=True, slots=True)
class PassageList(Paged):
    """A page of the passages of a transcript.

    Attributes:
        video: the slug of its video.
        language: of the words, a BCP 47 tag.
        url: the page of the video in that language.
        passages: those of this page, in order of time.
    """

    video: str
    language: str
    url: str
    passages: tuple[PassageObject, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer(AnswerObject):
    """A page of an answer to a search.

    Attributes:
        page: which page this is.
        pages: how many there are; 0 when nothing was found.
        previous: the page before, null when there is none.
        next: the page after, null when there is none.
    """

    page: int
    pages: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class QuoteHit(HitObject):
    """Where a quote was said, or what comes near it.

    Attributes:
        said: the words that were really spoken, from the first that matched to the last.
        annotation: the moment as a Web Annotation.
        card: a picture of the words, 1200 by 630 pixels.
        embed: the moment in a page for a frame of another site.
    """

    said: str
    annotation: str
    card: str
    embed: str


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """Where a quote was said.

    Attributes:
        query: the quote.
        kind: "quote" where it was said, in these words or nearly; "nearest" where nobody said it.
        total: how many hits there are in all.
        corrected: the words that were looked for instead, where some are misspelt; else "".
        hits: the best of them, at most 20.
    """

    query: str
    kind: Kind
    total: int
    corrected: str
    hits: tuple[QuoteHit, ...]
