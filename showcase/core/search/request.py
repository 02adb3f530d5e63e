"""Questions: what is asked of a search, beside the words that were typed."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["relevance", "time"]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to know.

    Attributes:
        text: a query as core.queries describes it, or a quote; any string.
        video: only in the video of this slug; its hits are in order of time.
        language: only in tracks of this language. None: each video answers in one language, in the one that
            the visitor reads if it has hits there, else in its own, else in the one that has most.
        speaker: only what this voice says, by its full name.
        organization: only what people of this organization say.
        reads: the language that the visitor reads; None when unknown.
        sort: best first, or newest video first and its hits in order of time.
        limit: how many hits at most, None for all; where `each` is given, how many videos.
        offset: how many of them to pass over.
        each: of each video so many hits at most; None for hits one after the other, whatever their video.
        facets: whether the answer shall say how the search could be narrowed.
    """

    text: str
    video: str | None = None
    language: str | None = None
    speaker: str | None = None
    organization: str | None = None
    reads: str | None = None
    sort: Sort = "relevance"
    limit: int | None = 20
    offset: int = 0
    each: int | None = None
    facets: bool = True
