"""The options of `showcase search` that are fields of SearchRequest."""

from typing import TypedDict

from showcase.core.search.search_request import Sort


class SearchOptions(TypedDict):
    """They have the same names there."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None
    reads: str | None
    sort: Sort
    limit: int
    each: int | None
