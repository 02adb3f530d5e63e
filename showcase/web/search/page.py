"""The search over all videos."""

from dataclasses import dataclass

from showcase.core.catalog.models import Catalog
from showcase.core.search.request import Question, Sort
from showcase.core.search.results import Answer
from showcase.web.context.query import MAX_PAGE, Asked
from showcase.web.context.urls import Addresses
from showcase.web.i18n.catalogs import say_later, t, tn, written_number
from showcase.web.i18n.formatting import moments
from showcase.web.search.facets import Chosen, Facet, build_chosen, build_facets
from showcase.web.search.groups import Group, build_groups, searched
from showcase.web.search.links import SearchLinks
from showcase.web.search.video_list import VideoCard, build_cards

# Videos on a page, each with its best moments; of one video alone, moments.
PAGE_VIDEOS = 10
MOMENTS_EACH = 3
PAGE_MOMENTS = 20
# Where nothing was found: a few to read, not the archive.
VIDEOS_TO_READ = 12
# A longer query is a quote: it is shown, not shouted.
LONG_QUERY = 40
_SORTS: dict[Sort, str] = {"relevance": say_later("Relevance"), "time": say_later("Time")}


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order that the videos can have."""

    label: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to search for instead."""

    query: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search writes.

    Attributes:
        query: as it was asked.
        searched: as it was answered.
        kind: what the answer is made of, as core.hits names it; "" when nothing was asked.
        corrected: what was answered instead; None when it is what was asked.
        instead: what could be searched for, too, or instead.
        kept: the names and values that the search form carries on.
        unnarrowed: the same search with nothing chosen, "" when nothing is.
        has_differences: True where a quote is not exact, and how is shown.
        beyond: True when the page that was asked for lies behind the last one.
        previous, next: addresses of the pages beside this one, "" where there is none.
        videos: to look into when nothing was found.
    """

    query: str
    searched: str
    is_long: bool
    kind: str
    status: str
    corrected: Suggestion | None
    instead: list[Suggestion]
    kept: list[tuple[str, str]]
    chosen: list[Chosen]
    unnarrowed: str
    facets: list[Facet]
    sorts: list[SortLink]
    groups: list[Group]
    has_differences: bool
    beyond: bool
    previous: str
    next: str
    videos: list[VideoCard]


def build_question(asked: Asked, reads: str | None) -> Question:
    """What is asked of the snapshot for a page."""
    choices = asked.choices
    limit = PAGE_MOMENTS if choices.video else PAGE_VIDEOS
    return Question(
        asked.query,
        video=choices.video or None,
        language=choices.language or None,
        speaker=choices.speaker or None,
        organization=choices.organization or None,
        reads=reads,
        sort=asked.sort,
        limit=limit,
        offset=(asked.page - 1) * limit,
        each=None if choices.video else MOMENTS_EACH,
    )


def build_search_page(
    catalog: Catalog, answer: Answer | None, asked: Asked, to: Addresses
) -> SearchPage:
    """Put together what the page shows; `answer` is None when nothing was asked."""
    links = SearchLinks(asked, to)
    answer, kind = (answer, answer.kind) if answer else (Answer(asked.query, "words", 0, ()), "")
    last = last_page(answer, asked)
    chosen = build_chosen(catalog, links)
    groups = build_groups(catalog, answer, links)
    shown = searched(answer)
    return SearchPage(
        query=asked.query,
        searched=shown,
        is_long=len(shown) > LONG_QUERY,
        kind=kind,
        status=_status(answer, asked, last) if kind else "",
        corrected=_suggestion(answer.corrected, links) if answer.corrected else None,
        instead=[
            _suggestion(query, links) for query in answer.instead if query != answer.corrected
        ],
        kept=list(links.kept()),
        chosen=chosen,
        unnarrowed=links.clear() if chosen else "",
        facets=build_facets(catalog, answer, links),
        sorts=_sorts(answer, links),
        groups=groups,
        has_differences=any(row.differences for group in groups for row in group.rows),
        beyond=bool(answer.total and not groups),
        previous=links.page(min(asked.page - 1, last)) if asked.page > 1 and last else "",
        next=links.page(asked.page + 1) if asked.page < last else "",
        videos=[] if groups else build_cards(catalog, to)[:VIDEOS_TO_READ],
    )


def last_page(answer: Answer, asked: Asked) -> int:
    """The number of the last page, 0 when there is none: of videos, or of moments in one video."""
    one = asked.choices.video
    found, of_a_page = (answer.total, PAGE_MOMENTS) if one else (len(answer.videos), PAGE_VIDEOS)
    return min(-(-found // of_a_page), MAX_PAGE)


def _status(answer: Answer, asked: Asked, last: int) -> str:
    """What is announced: "42 moments in 7 videos", "340 moments in 34 videos, page 2 of 4"."""
    if not answer.total:
        return t("No matches")
    videos = tn("%(n)s video", "%(n)s videos", len(answer.videos))
    found = t("%(moments)s in %(videos)s", moments=moments(answer.total), videos=videos)
    if not answer.hits:
        return t(
            "There is no page %(page)s: only %(found)s",
            page=written_number(asked.page), found=found,
        )  # fmt: skip
    if last == 1:
        return found
    return t(
        "%(found)s, page %(page)s of %(last)s",
        found=found, page=written_number(asked.page), last=written_number(last),
    )  # fmt: skip


def _suggestion(query: str, links: SearchLinks) -> Suggestion:
    return Suggestion(query, links.query(query))


def _sorts(answer: Answer, links: SearchLinks) -> list[SortLink]:
    """None where they would change nothing: the moments of one video are always in order of time."""
    if answer.kind != "words" or len(answer.videos) < 2 or links.asked.choices.video:  # noqa: PLR2004
        return []
    return [
        SortLink(t(label), links.sort(sort), links.asked.sort == sort)
        for sort, label in _SORTS.items()
    ]
