"""The page of a speaker, an organization, a series, a topic or a year: what it is, and its videos."""

from dataclasses import dataclass, replace

from showcase.core.catalog.localized import LocalizedLink, LocalizedText, LocalizedVideo
from showcase.core.listings.listing import ListedVideo, ListingEntry
from showcase.web.context.listings import listings
from showcase.web.context.urls import UrlBuilder, poster_url
from showcase.web.i18n.catalogs import localized_number, requested_locale, t
from showcase.web.i18n.formatting import part_label, spoken_time
from showcase.web.listings.entry_details import (
    OrganizationView,
    PortraitView,
    link_views,
    members,
    organization_view,
    portrait_view,
    roles,
)
from showcase.web.listings.entry_links import (
    ListingLink,
    entry_name,
    listing_links,
)
from showcase.web.listings.listing_page import ListingRow, entry_facts, listing_row
from showcase.web.listings.paging import PageOfList, select_page
from showcase.web.listings.passage_rows import PassageRow, build_passage_rows
from showcase.web.listings.schema_org import entry_object
from showcase.web.metadata.json_ld import JsonObject
from showcase.web.search.video_list import VideoListItem, build_list_item, video_facts

# A speaker's videos come with passages, those of others with their summaries.
SPEAKER_VIDEOS_PER_PAGE = 10
VIDEOS_PER_PAGE = 24
# How many passages of a video are shown before all of them are on a page of their own.
SHOWN_PASSAGE_COUNT = 3
# An organization with more members than these has a search.
MAX_MEMBER_COUNT = 100


@dataclass(frozen=True, slots=True)
class SpokenVideo:
    """A video of a speaker.

    Attributes:
        facts: its length and date, and how long they speak in it.
        passages: the first ones.
        all_href: the page of all their passages in it; "" where all are shown.
        all_label: what leads there: "All 57 passages".
    """

    title: LocalizedText
    href: str
    poster: str
    facts: str
    passages: list[PassageRow]
    all_href: str
    all_label: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The values that the template writes; what a kind of entry does not have is empty.

    Attributes:
        list_link: to its list.
        facts: how many videos, and how long a speaker speaks.
        organization: of a speaker, None where it is unknown.
        about: of an organization.
        search_label: the label of the field that searches what they said; "" where it would find others, too.
        search_fields: the names and values that narrow that search.
        spoken: the videos of a speaker.
        videos: of all other entries.
        members: of an organization.
        json_ld: {} for none.
    """

    name: LocalizedText
    list_link: ListingLink
    links: list[ListingLink]
    facts: str
    portrait: PortraitView | None
    roles: list[LocalizedText]
    organization: ListingLink | None
    own_links: list[LocalizedLink]
    about: OrganizationView | None
    search_label: str
    search_fields: list[tuple[str, str]]
    spoken: list[SpokenVideo]
    videos: list[VideoListItem]
    members: list[ListingRow]
    json_ld: JsonObject
    paging: PageOfList[ListedVideo]


def build_entry_page(entry: ListingEntry, number: int, urls: UrlBuilder) -> EntryPage:
    """Build a page of an entry; the request ends with 404 where it has no page of that number."""
    is_speaker = entry.kind == "speakers"
    size = SPEAKER_VIDEOS_PER_PAGE if is_speaker else VIDEOS_PER_PAGE
    paging = select_page(
        entry.videos, size, number, lambda page: urls.listing(entry.kind, entry.slug, page=page)
    )
    name, links = entry_name(entry), listing_links(entry.kind)
    fields = _search_fields(entry)
    found = members(entry, listings()) if entry.kind == "organizations" else []
    return EntryPage(
        name=name,
        list_link=next(link for link in links if link.current),
        links=links,
        facts=entry_facts(entry),
        portrait=portrait_view(entry, urls),
        roles=roles(entry),
        organization=_organization_link(entry, urls),
        own_links=link_views(entry),
        about=organization_view(entry) if entry.kind == "organizations" else None,
        search_label=t("Search what %(name)s said", name=name) if fields else "",
        search_fields=fields,
        spoken=[_spoken_video(entry, each, urls) for each in paging.items] if is_speaker else [],
        videos=[] if is_speaker else [_list_item(each, urls) for each in paging.items],
        members=[_member_row(each, urls) for each in found[:MAX_MEMBER_COUNT]],
        json_ld=entry_object(entry, urls),
        paging=paging,
    )


def _member_row(entry: ListingEntry, urls: UrlBuilder) -> ListingRow:
    """A member without the name of the organization, which the page is of."""
    return replace(listing_row(entry, urls), detail=LocalizedText(""))


def _search_fields(entry: ListingEntry) -> list[tuple[str, str]]:
    """The filters that leave only what they said; none where these would let others of the name through."""
    if entry.kind == "organizations":
        return [("organization", entry.name)]
    if entry.kind != "speakers":
        return []
    if entry.organization:
        return [("speaker", entry.name), ("organization", entry.organization)]
    others = [each for each in listings()["speakers"].entries if each.name == entry.name]
    return [("speaker", entry.name)] if len(others) == 1 else []


def _organization_link(entry: ListingEntry, urls: UrlBuilder) -> ListingLink | None:
    found = listings()["organizations"].find_name(entry.organization)
    return ListingLink(entry_name(found), urls.listing(found.kind, found.slug)) if found else None


def _list_item(listed: ListedVideo, urls: UrlBuilder) -> VideoListItem:
    item = build_list_item(LocalizedVideo(listed.video, requested_locale()), urls)
    if not listed.number:
        return item
    return replace(item, facts=", ".join(filter(None, (part_label(listed.number), item.facts))))


def _spoken_video(entry: ListingEntry, listed: ListedVideo, urls: UrlBuilder) -> SpokenVideo:
    video = listed.video
    found = build_passage_rows(video, entry.name, urls, 0, SHOWN_PASSAGE_COUNT)
    has_more = found.total > len(found.rows)
    return SpokenVideo(
        title=LocalizedVideo(video, requested_locale()).heading,
        href=urls.video(video.slug),
        poster=poster_url(video, urls),
        facts=spoken_facts(listed),
        passages=found.rows,
        all_href=urls.listing(entry.kind, entry.slug, video.slug) if has_more else "",
        all_label=t("All %(n)s passages", n=localized_number(found.total)) if has_more else "",
    )


def spoken_facts(listed: ListedVideo) -> str:
    """Length and date of a video, and how long a speaker speaks in it, as far as they are known."""
    spoken = spoken_time(listed.spoken_ms) if listed.spoken_ms else ""
    return ", ".join(filter(None, (video_facts(listed.video), spoken)))
