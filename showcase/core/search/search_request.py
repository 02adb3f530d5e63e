"""Search requests: what is to be found, where, and how it is shown."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["relevance", "time"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to search for. Every attribute but `text` is optional; None means no restriction.

    Attributes:
        text: a query (core.search.query_parser) or a quote; any string.
        video: search only the video of this slug; its hits are in order of time.
        language: search only tracks of this BCP 47 tag. None: each video answers in one language: the one
            that the visitor reads if it has hits, else its original one, else the one with most hits.
        speaker: only passages of this speaker, by full name.
        organization: only passages of people of this organization.
        reads: the language that the visitor reads, as BCP 47 tag; None if unknown.
        sort: "relevance" for best first; "time" for newest video first, and its hits in order of time.
        limit: how many hits at most, None for all; with `each`, how many videos.
        offset: how many hits to skip; with `each`, how many videos.
        each: how many hits of each video at most, grouped by video; None for one list of hits.
        facets: True to count the values of facets.
        is_typing: True while the last word of `text` may be unfinished: it counts as the beginning of a word.
        hidden: slugs of videos that may not be seen; the answer is that of an index without them.
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
    is_typing: bool = False
    hidden: frozenset[str] = frozenset()
