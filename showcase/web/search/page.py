"""The search over all videos."""

from dataclasses import dataclass

from showcase.core.catalog.models import Catalog
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest, Sort
from showcase.web.context.query import MAX_PAGE_NUMBER, QueryParameters
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import gettext_noop, localized_number, t, tn
from showcase.web.i18n.formatting import moment_count
from showcase.web.search.facets import ActiveFilter, Facet, build_active_filters, build_facets
from showcase.web.search.groups import VideoHitGroup, build_groups, searched_query
from showcase.web.search.links import QuerySuggestion, SearchLinks
from showcase.web.search.video_list import VideoListItem, build_video_list

# Videos on a page, each with its best moments; of one video alone, moments.
VIDEOS_PER_PAGE = 10
MOMENTS_PER_VIDEO = 3
MOMENTS_PER_PAGE = 20
# Where nothing was found: a few to read, not the archive.
MAX_FALLBACK_VIDEO_COUNT = 12
# A longer query is a quote: it is shown, not shouted.
LONG_QUERY_CHARS = 40
_SORT_LABELS: dict[Sort, str] = {
    "relevance": gettext_noop("Relevance"),
    "time": gettext_noop("Time"),
}


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order that the videos can have."""

    label: str
    href: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search writes.

    Attributes:
        query: as it was asked.
        searched_query: as it was answered.
        kind: what the answer is made of, as core.hits names it; "" when nothing was asked.
        corrected: what was answered instead; None when it is what was asked.
        suggestions: what could be searched for, too, or instead.
        hidden_fields: the names and values that the search form carries on.
        unfiltered_href: the same search with nothing chosen, "" when nothing is.
        has_differences: True where a quote is not exact, and how is shown.
        is_past_last_page: True when the page that was asked for lies behind the last one.
        previous, next: addresses of the pages beside this one, "" where there is none.
        videos: to look into when nothing was found.
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
    sorts: list[SortLink]
    groups: list[VideoHitGroup]
    has_differences: bool
    is_past_last_page: bool
    previous: str
    next: str
    videos: list[VideoListItem]


def build_search_request(parameters: QueryParameters, reads: str | None) -> SearchRequest:
    """What is asked of the snapshot for a page."""
    choices = parameters.filters
    limit = MOMENTS_PER_PAGE if choices.video else VIDEOS_PER_PAGE
    return SearchRequest(
        parameters.query,
        video=choices.video or None,
        language=choices.language or None,
        speaker=choices.speaker or None,
        organization=choices.organization or None,
        reads=reads,
        sort=parameters.sort,
        limit=limit,
        offset=(parameters.page - 1) * limit,
        each=None if choices.video else MOMENTS_PER_VIDEO,
    )


def build_search_page(
    catalog: Catalog, answer: Answer | None, parameters: QueryParameters, urls: UrlBuilder
) -> SearchPage:
    """Put together what the page shows; `answer` is None when nothing was asked."""
    links = SearchLinks(parameters, urls)
    answer, kind = (
        (answer, answer.kind) if answer else (Answer(parameters.query, "words", 0, ()), "")
    )
    last = last_page_number(answer, parameters)
    chosen = build_active_filters(catalog, links)
    groups = build_groups(catalog, answer, links)
    view = searched_query(answer)
    return SearchPage(
        query=parameters.query,
        searched_query=view,
        is_long=len(view) > LONG_QUERY_CHARS,
        kind=kind,
        status=_status_message(answer, parameters, last) if kind else "",
        corrected=_build_suggestion(answer.corrected, links) if answer.corrected else None,
        suggestions=[
            _build_suggestion(query, links) for query in answer.instead if query != answer.corrected
        ],
        hidden_fields=list(links.kept_parameters()),
        active_filters=chosen,
        unfiltered_href=links.without_filters() if chosen else "",
        facets=build_facets(catalog, answer, links),
        sorts=_sort_links(answer, links),
        groups=groups,
        has_differences=any(row.differences for group in groups for row in group.rows),
        is_past_last_page=bool(answer.total and not groups),
        previous=links.page(min(parameters.page - 1, last)) if parameters.page > 1 and last else "",
        next=links.page(parameters.page + 1) if parameters.page < last else "",
        videos=[] if groups else build_video_list(catalog, urls)[:MAX_FALLBACK_VIDEO_COUNT],
    )


def last_page_number(answer: Answer, parameters: QueryParameters) -> int:
    """The number of the last page, 0 when there is none: of videos, or of moments in one video."""
    one = parameters.filters.video
    found, of_a_page = (
        (answer.total, MOMENTS_PER_PAGE) if one else (len(answer.videos), VIDEOS_PER_PAGE)
    )
    return min(-(-found // of_a_page), MAX_PAGE_NUMBER)


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


def _build_suggestion(query: str, links: SearchLinks) -> QuerySuggestion:
    return QuerySuggestion(query, links.with_query(query))


def _sort_links(answer: Answer, links: SearchLinks) -> list[SortLink]:
    """None where they would change nothing: the moments of one video are always in order of time."""
    if answer.kind != "words" or len(answer.videos) < 2 or links.parameters.filters.video:  # noqa: PLR2004
        return []
    return [
        SortLink(t(label), links.with_sort(sort), links.parameters.sort == sort)
        for sort, label in _SORT_LABELS.items()
    ]
