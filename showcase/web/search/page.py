"""The page of the search over all videos."""

from dataclasses import dataclass

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest, Sort
from showcase.web.context.query import MAX_PAGE_NUMBER, QueryParameters
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import gettext_noop, localized_number, t, tn
from showcase.web.i18n.formatting import moment_count
from showcase.web.search.facets import (
    ActiveFilter,
    Facet,
    build_active_filters,
    build_facets,
    form_fields,
)
from showcase.web.search.groups import VideoHitGroup, build_groups, searched_query
from showcase.web.search.links import QuerySuggestion, SearchLinks
from showcase.web.search.video_list import VideoListItem, build_video_list

# A page of results has so many videos, each with its best moments; filtered by one video, so many moments.
VIDEOS_PER_PAGE = 10
MOMENTS_PER_VIDEO = 3
MOMENTS_PER_PAGE = 20
# How many videos are offered if nothing was found.
MAX_FALLBACK_VIDEO_COUNT = 12
# A longer query is a quote, and its heading is set in smaller letters.
LONG_QUERY_CHARS = 40
_SORT_LABELS: dict[Sort, str] = {
    "relevance": gettext_noop("Relevance"),
    "time": gettext_noop("Time"),
}


@dataclass(frozen=True, slots=True)
class SortLink:
    """A link that sorts the results."""

    label: str
    href: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search writes.

    Attributes:
        query: as it was asked, "" if nothing was.
        searched_query: as it was answered.
        is_long: True for a query of more than `LONG_QUERY_CHARS`.
        kind: of the answer, an `AnswerKind`; "" if nothing was asked.
        status: how many moments were found, which screen readers announce.
        corrected: the query that was answered instead; None if it is the one that was asked.
        suggestions: other queries to try.
        hidden_fields: the names and values that the search form keeps.
        active_filters: what the search is filtered by.
        unfiltered_href: the same search without filters, "" if it has none.
        has_differences: True if a quote is inexact, so that its rows show differences.
        facet_fields: the names and values that the form of the facets keeps.
        is_past_last_page: True if the requested page is after the last one.
        place: which of several pages this is: "Page 2 of 4"; "" if it is the only one.
        previous, next: URLs of the neighboring pages, "" if there is none.
        videos: offered if nothing was found.
    """

    query: str
    searched_query: str
    is_long: bool
    kind: str
    status: str
    corrected: QuerySuggestion | None
    suggestions: list[QuerySuggestion]
    hidden_fields: list[tuple[str, str]]
    active_filters: list[ActiveFilter]
    unfiltered_href: str
    facets: list[Facet]
    facet_fields: list[tuple[str, str]]
    sorts: list[SortLink]
    groups: list[VideoHitGroup]
    has_differences: bool
    is_past_last_page: bool
    place: str
    previous: str
    next: str
    videos: list[VideoListItem]


def build_search_request(parameters: QueryParameters, reads: str | None) -> SearchRequest:
    """The search that a page asks the snapshot for.

    Args:
        parameters: of the request.
        reads: the language that the visitor reads, a BCP 47 tag; None if it is not known.
    """
    filters = parameters.filters
    limit = MOMENTS_PER_PAGE if filters.video else VIDEOS_PER_PAGE
    return SearchRequest(
        parameters.query,
        video=next(iter(filters.video), None),
        languages=filters.language,
        speakers=filters.speaker,
        organizations=filters.organization,
        reads=reads,
        sort=parameters.sort,
        limit=limit,
        offset=(parameters.page - 1) * limit,
        each=None if filters.video else MOMENTS_PER_VIDEO,
    )


def build_search_page(
    catalog: Catalog, answer: Answer | None, parameters: QueryParameters, urls: UrlBuilder
) -> SearchPage:
    """Build the page; `answer` is None if nothing was asked."""
    links = SearchLinks(parameters, urls)
    answer, kind = (
        (answer, answer.kind) if answer else (Answer(parameters.query, "words", 0, ()), "")
    )
    last = last_page_number(answer, parameters)
    active_filters = build_active_filters(catalog, links)
    groups = build_groups(catalog, answer, links)
    searched = searched_query(answer)
    return SearchPage(
        query=parameters.query,
        searched_query=searched,
        is_long=len(searched) > LONG_QUERY_CHARS,
        kind=kind,
        status=_status_message(answer, parameters, last) if kind else "",
        corrected=_build_suggestion(answer.corrected, links) if answer.corrected else None,
        suggestions=[
            _build_suggestion(query, links) for query in answer.instead if query != answer.corrected
        ],
        hidden_fields=list(links.kept_parameters()),
        active_filters=active_filters,
        unfiltered_href=links.without_filters() if active_filters else "",
        facets=build_facets(catalog, answer, links),
        facet_fields=form_fields(links),
        sorts=_sort_links(answer, links),
        groups=groups,
        has_differences=any(row.differences for group in groups for row in group.rows),
        is_past_last_page=bool(answer.total and not groups),
        place=_place_text(parameters.page, last) if groups and last > 1 else "",
        previous=links.page(min(parameters.page - 1, last)) if parameters.page > 1 and last else "",
        next=links.page(parameters.page + 1) if parameters.page < last else "",
        videos=[] if groups else build_video_list(catalog, urls)[:MAX_FALLBACK_VIDEO_COUNT],
    )


def last_page_number(answer: Answer, parameters: QueryParameters) -> int:
    """The number of the last page, from 1; 0 if nothing was found.

    Pages are of videos; if the search is filtered by one video, they are of its moments.
    """
    found, per_page = (
        (answer.total, MOMENTS_PER_PAGE)
        if parameters.filters.video
        else (len(answer.videos), VIDEOS_PER_PAGE)
    )
    return min(-(-found // per_page), MAX_PAGE_NUMBER)


def _status_message(answer: Answer, parameters: QueryParameters, last: int) -> str:
    """What is announced: "42 moments in 7 videos", "340 moments in 34 videos, page 2 of 4"."""
    if not answer.total:
        return t("No matches")
    videos = tn("%(n)s video", "%(n)s videos", len(answer.videos))
    found = t("%(moments)s in %(videos)s", moments=moment_count(answer.total), videos=videos)
    if not answer.hits:
        return t(
            "There is no page %(page)s: only %(found)s",
            page=localized_number(parameters.page), found=found,
        )  # fmt: skip
    if last == 1:
        return found
    return t(
        "%(found)s, page %(page)s of %(last)s",
        found=found, page=localized_number(parameters.page), last=localized_number(last),
    )  # fmt: skip


def _place_text(page: int, last: int) -> str:
    return t("Page %(page)s of %(last)s", page=localized_number(page), last=localized_number(last))


def _build_suggestion(query: str, links: SearchLinks) -> QuerySuggestion:
    return QuerySuggestion(query, links.with_query(query))


def _sort_links(answer: Answer, links: SearchLinks) -> list[SortLink]:
    """None if they would change nothing: the moments of one video are always in order of time."""
    if answer.kind != "words" or len(answer.videos) < 2 or links.parameters.filters.video:  # noqa: PLR2004
        return []
    return [
        SortLink(t(label), links.with_sort(sort), links.parameters.sort == sort)
        for sort, label in _SORT_LABELS.items()
    ]
