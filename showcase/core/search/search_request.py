"""Search requests: what is to be found, where, and how it is shown."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["relevance", "time"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to search for. Every attribute but `text` is optional; None or () means no restriction.

    Several languages, speakers or organizations are alternatives: one of each kind is enough.

    Attributes:
        text: a query (core.search.query_parser) or a quote; any string.
        video: search only the video of this slug; its hits are in order of time.
        languages: search only tracks of these BCP 47 tags. Each video answers in one language: the one
            that the visitor reads if it has hits, else its original one, else the one with most hits.
        speakers: only passages of these speakers, by full name.
        organizations: only passages of people of these organizations.
        reads: the language that the visitor reads, as BCP 47 tag; None if unknown.
        sort: "relevance" for best first; "time" for newest video first, and its hits in order of time.
        limit: how many hits at most, None for all; with `each`, how many videos.
        offset: how many hits to skip; with `each`, how many videos.
        each: how many hits of each video at most, grouped by video; None for one list of hits.
        facets: True to count the values of facets.
        corrects: True to answer and suggest other queries where this one finds nothing, or too little.
        is_typing: True while the last word of `text` may be unfinished: it counts as the beginning of a word.
        hidden: slugs of videos that may not be seen; the answer is that of an index without them.
    """

    text: str
    video: str | None = None
    languages: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    reads: str | None = None
    sort: Sort = "relevance"
    limit: int | None = 20
    offset: int = 0
    each: int | None = None
    facets: bool = True
    corrects: bool = True
    is_typing: bool = False

    @property
    def only_language(self) -> str | None:
        """The language that is searched alone; None for several, and for all."""
        return self.languages[0] if len(self.languages) == 1 else None

    hidden: frozenset[str] = frozenset()
