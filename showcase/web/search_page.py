"""The search over all videos."""

from dataclasses import dataclass

from showcase.core.hits import Answer, Hit
from showcase.core.languages import own_name
from showcase.core.marks import Piece, excerpt
from showcase.core.timecodes import format_clock
from showcase.core.videos import Catalog, Video
from showcase.web.addresses import Addresses
from showcase.web.asked import MAX_PAGE
from showcase.web.phrases import count, matches, written_date
from showcase.web.player import poster_address
from showcase.web.results import likeness
from showcase.web.video_page import link_language

PAGE_SIZE = 20
# A longer query is a quote: it is shown, not shouted.
LONG_QUERY = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One hit: a passage with the words before and after."""

    href: str
    clock: str
    by: str
    language: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one video."""

    title: str
    href: str
    poster: str
    facts: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class VideoCard:
    """A video in a list."""

    title: str
    kicker: str
    summary: str
    facts: str
    poster: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search writes.

    Attributes:
        beyond: True when the page that was asked for lies behind the last one.
        previous, next: addresses of the pages beside this one, "" where there is none.
        videos: to look into when nothing was found.
    """

    query: str
    is_long: bool
    status: str
    groups: list[Group]
    beyond: bool
    previous: str
    next: str
    videos: list[VideoCard]


def build_search_page(
    catalog: Catalog, answer: Answer | None, query: str, page: int, to: Addresses
) -> SearchPage:
    """Put together what the page shows; `answer` is None when nothing was asked."""
    groups = _groups(catalog, answer, to) if answer else []
    last = min(-(-answer.total // PAGE_SIZE), MAX_PAGE) if answer else 1
    return SearchPage(
        query=query,
        is_long=len(query) > LONG_QUERY,
        status=_status(answer, page, groups) if answer else "",
        groups=groups,
        beyond=bool(answer and answer.total and not groups),
        previous=to.search(query, min(page - 1, last)) if page > 1 and last else "",
        next=to.search(query, page + 1) if page < last else "",
        videos=build_cards(catalog, to),
    )


def build_cards(catalog: Catalog, to: Addresses) -> list[VideoCard]:
    """All videos, in the order of the catalog."""
    return [
        VideoCard(
            title=video.headline or video.title,
            kicker=video.kicker,
            summary=video.summary,
            facts=_facts(video),
            poster=poster_address(video, to),
            href=to.video(video.slug),
        )
        for video in catalog.videos
    ]


def _groups(catalog: Catalog, answer: Answer, to: Addresses) -> list[Group]:
    """Videos in the order of their best hit."""
    hits: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        hits.setdefault(hit.video, []).append(hit)
    found = [(catalog.find(slug), its) for slug, its in hits.items()]
    return [_group(video, its, answer, to) for video, its in found if video]


def _group(video: Video, hits: list[Hit], answer: Answer, to: Addresses) -> Group:
    number = count(sum(len(hit.matches) for hit in hits), "match", "matches")
    facts = ", ".join(part for part in (_facts(video), number) if part)
    return Group(
        title=video.headline or video.title,
        href=to.video(video.slug, q=answer.query),
        poster=poster_address(video, to),
        facts=facts,
        rows=[_row(video, hit, answer, to) for hit in hits],
    )


def _row(video: Video, hit: Hit, answer: Answer, to: Addresses) -> Row:
    language = link_language(video, hit.language)
    spoken_in = own_name(hit.language) if language else ""
    like = likeness(hit, answer.kind).removeprefix(", ")
    by = (hit.speaker or "", video.organization_of(hit.speaker), spoken_in, like)
    return Row(
        href=to.video(video.slug, hit.moment, anchor=hit.key, q=answer.query, lang=language),
        clock=format_clock(hit.moment.start_ms),
        by=", ".join(part for part in by if part),
        language=hit.language,
        pieces=excerpt(hit),
    )


def _facts(video: Video) -> str:
    clock = format_clock(video.duration_ms) if video.duration_ms else ""
    date = written_date(video.date) if video.date else ""
    return ", ".join(part for part in (clock, date) if part)


def _status(answer: Answer, page: int, groups: list[Group]) -> str:
    """What is announced: "6 matches in 4 passages of 2 videos", "Passages 21 to 40 of 57"."""
    if not answer.total:
        return "No matches"
    passages = count(answer.total, "passage")
    if not answer.hits:
        return f"There is no page {page}: only {passages} answer"
    if answer.total > len(answer.hits):
        first = (page - 1) * PAGE_SIZE + 1
        return f"Passages {first:,} to {first + len(answer.hits) - 1:,} of {answer.total:,}"
    return f"{matches(answer.matches)} in {passages} of {count(len(groups), 'video')}"
