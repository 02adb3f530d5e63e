"""The options of `showcase search` that are fields of SearchRequest."""

from typing import TypedDict

from showcase.core.search.search_request import Sort


class SearchOptions(TypedDict):
    """They have the same names there."""

    video: str | None
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    organizations: tuple[str, ...]
    reads: str | None
    sort: Sort
    limit: int
    each: int | None
