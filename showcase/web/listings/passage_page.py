"""The page of all that somebody says in a video."""

from dataclasses import dataclass

from flask import abort

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.listings.listing import ListedVideo, ListingEntry
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.listings.entry_links import ListingLink, entry_name
from showcase.web.listings.entry_page import spoken_facts
from showcase.web.listings.paging import PageOfList, select_page
from showcase.web.listings.passage_rows import PassageRow, build_passage_rows

PASSAGES_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class PassagePage:
    """The values that the template writes.

    Attributes:
        title: of the video.
        href: of its page.
        speaker: leads to the page of the speaker.
        facts: about the video, and how long they speak in it.
        passages: of this page.
    """

    title: LocalizedText
    href: str
    speaker: ListingLink
    facts: str
    passages: list[PassageRow]
    paging: PageOfList[int]


def build_passage_page(
    entry: ListingEntry, listed: ListedVideo, number: int, urls: UrlBuilder
) -> PassagePage:
    """Build a page; the request ends with 404 where there is none of that number.

    Args:
        entry: the speaker.
        listed: one of their videos.
        number: of the page, from 1.
        urls: of this request.
    """
    video = listed.video
    first = (number - 1) * PASSAGES_PER_PAGE
    found = build_passage_rows(video, entry.name, urls, max(first, 0), PASSAGES_PER_PAGE)
    if not found.rows:
        abort(404)
    paging = select_page(
        range(found.total),
        PASSAGES_PER_PAGE,
        number,
        lambda page: urls.listing(entry.kind, entry.slug, video.slug, page),
    )
    return PassagePage(
        title=LocalizedVideo(video, requested_locale()).heading,
        href=urls.video(video.slug),
        speaker=ListingLink(entry_name(entry), urls.listing(entry.kind, entry.slug)),
        facts=spoken_facts(listed),
        passages=found.rows,
        paging=paging,
    )
