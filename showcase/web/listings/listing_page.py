"""The page of a list: the names of its entries, and how much there is of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.listings.listing import Listing, ListingEntry, ListingKind
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.i18n.formatting import spoken_time, video_count
from showcase.web.listings.entry_links import (
    ListingLink,
    entry_name,
    listing_links,
    listing_title,
)
from showcase.web.listings.paging import PageOfList, select_page

ENTRIES_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class ListingRow:
    """An entry in its list.

    Attributes:
        detail: the organization of a speaker, empty where unknown.
        facts: how many videos, and how long a speaker speaks in them.
    """

    name: LocalizedText
    href: str
    detail: LocalizedText
    facts: str


@dataclass(frozen=True, slots=True)
class ListingPage:
    """The values that the template writes.

    Attributes:
        title: what the list is called.
        links: to all lists.
        is_choice: True where the address may mean each of the entries, and no others are shown.
        is_indexable: False where search engines are asked to leave it out.
        rows: the entries.
        paging: the page of the list.
    """

    title: str
    links: list[ListingLink]
    is_choice: bool
    is_indexable: bool
    rows: list[ListingRow]
    paging: PageOfList[ListingEntry]


def build_listing_page(
    kind: ListingKind, listing: Listing, number: int, urls: UrlBuilder
) -> ListingPage:
    """Build a page of a list; the request ends with 404 where there is none."""
    paging = select_page(
        listing.entries, ENTRIES_PER_PAGE, number, lambda page: urls.listing(kind, page=page)
    )
    return _build_page(kind, paging, urls, is_choice=False)


def build_choice_page(
    kind: ListingKind, entries: Sequence[ListingEntry], urls: UrlBuilder
) -> ListingPage:
    """The page of an address that several entries have in common."""
    return _build_page(kind, PageOfList(entries, 1, 1, "", ""), urls, is_choice=True)


def _build_page(
    kind: ListingKind, paging: PageOfList[ListingEntry], urls: UrlBuilder, *, is_choice: bool
) -> ListingPage:
    return ListingPage(
        title=listing_title(kind),
        links=listing_links(kind),
        is_choice=is_choice,
        is_indexable=not is_choice and all(entry.is_indexable for entry in paging.items),
        rows=[listing_row(entry, urls) for entry in paging.items],
        paging=paging,
    )


def listing_row(entry: ListingEntry, urls: UrlBuilder) -> ListingRow:
    """An entry as its list shows it."""
    texts = LocalizedVideo(entry.videos[0].video, requested_locale())
    return ListingRow(
        name=entry_name(entry),
        href=urls.listing(entry.kind, entry.slug),
        detail=texts.organization(entry.organization),
        facts=entry_facts(entry),
    )


def entry_facts(entry: ListingEntry) -> str:
    """How many videos, and how long somebody speaks, where that is known of each of them."""
    facts = [video_count(len(entry.videos))]
    if all(each.spoken_ms for each in entry.videos):
        facts.append(spoken_time(entry.spoken_ms))
    return ", ".join(facts)
