"""The list of all matches in one video, a page of it at a time, under the chapters that they are in."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from showcase.core.catalog.localized import LocalizedText
from showcase.web.i18n.catalogs import tn
from showcase.web.i18n.formatting import match_count
from showcase.web.search.hit_rows import HitRow, ReadingContext, build_hit_rows, chapter_at
from showcase.web.search.matches import FoundHit, count_matches

# Passages on a page of the list: what can be looked through at once, in about 5 kB compressed.
HITS_PER_PAGE = 100
# A list with fewer matches is seen at a glance: it needs no headings.
MIN_MATCHES_FOR_CHAPTERS = 10


@dataclass(frozen=True, slots=True)
class HitChapter:
    """A chapter above its matches.

    Attributes:
        title: of the chapter.
        href: the moment at which it starts.
        count: how many matches the whole list has in it: "12 matches".
    """

    title: LocalizedText
    href: str
    count: str


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The rows of one chapter; `chapter` is None for those in no chapter, and where there are no headings."""

    chapter: HitChapter | None
    rows: list[HitRow]


@dataclass(frozen=True, slots=True)
class HitList:
    """A page of the list.

    Attributes:
        groups: its rows, in the order of the text.
        page: the number of this page, from 1.
        page_count: how many pages there are.
        previous_href, next_href: the page with the neighboring page of the list, "" if there is none.
        previous_label, next_label: what these are called: "The next 100 matches".
    """

    groups: list[HitGroup]
    page: int
    page_count: int
    previous_href: str = ""
    next_href: str = ""
    previous_label: str = ""
    next_label: str = ""


@dataclass(frozen=True, slots=True)
class ListContext:
    """What the list needs besides the rows.

    Attributes:
        chapter: the title of a chapter and its address, from its number.
        page_href: the page of the video with a page of the list, from its number.
    """

    chapter: Callable[[int], tuple[LocalizedText, str]]
    page_href: Callable[[int], str]


def build_hit_list(
    found: Sequence[FoundHit], page: int, reader: ReadingContext, context: ListContext
) -> HitList:
    """A page of the list; after the last page there are no rows.

    Args:
        found: all hits of the result.
        page: the number of the page, from 1.
        reader: what rows are made with.
        context: what else the list is made with.
    """
    pages = [found[at : at + HITS_PER_PAGE] for at in range(0, len(found), HITS_PER_PAGE)]
    shown = pages[page - 1] if page <= len(pages) else []
    before = pages[page - 2] if 1 < page <= len(pages) else []
    after = pages[page] if page < len(pages) else []
    rows = build_hit_rows(shown, reader)
    return HitList(
        groups=_group_by_chapter(rows, _matches_by_chapter(found, reader), context),
        page=page,
        page_count=len(pages),
        previous_href=context.page_href(page - 1) if before else "",
        next_href=context.page_href(page + 1) if after else "",
        previous_label=_previous_label(before),
        next_label=_next_label(after),
    )


def _matches_by_chapter(
    found: Sequence[FoundHit], reader: ReadingContext
) -> Counter[int | None] | None:
    """How many matches each chapter has; None where the list has no headings."""
    starts = [match.start_ms for each in found for match in each.matches]
    counts = Counter(chapter_at(start_ms, reader.chapter_starts_ms) for start_ms in starts)
    return counts if len(starts) >= MIN_MATCHES_FOR_CHAPTERS and any(counts) else None


def _group_by_chapter(
    rows: Iterable[HitRow], counts: Counter[int | None] | None, context: ListContext
) -> list[HitGroup]:
    if counts is None:
        rows = [*rows]
        return [HitGroup(None, rows)] if rows else []
    return [
        HitGroup(_heading(number, counts[number], context), [*group])
        for number, group in groupby(rows, key=lambda row: row.chapter)
    ]


def _heading(number: int | None, count: int, context: ListContext) -> HitChapter | None:
    if number is None:
        return None
    title, href = context.chapter(number)
    return HitChapter(title, href, match_count(count))


def _previous_label(before: Sequence[FoundHit]) -> str:
    number = count_matches(before)
    return tn("The %(n)s match before", "The %(n)s matches before", number) if before else ""


def _next_label(after: Sequence[FoundHit]) -> str:
    number = count_matches(after)
    return tn("The next %(n)s match", "The next %(n)s matches", number) if after else ""
