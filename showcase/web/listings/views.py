"""The routes of lists: a list, an entry of it, and what a speaker says in a video."""

from collections.abc import Callable, Sequence

from flask import Blueprint, abort, g, render_template

from showcase.core.listings.listing import LISTING_KINDS, ListingEntry, ListingKind
from showcase.web.context.language_links import alternate_languages
from showcase.web.context.listings import listings
from showcase.web.context.request import not_modified_response, url_builder
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_lookup import redirect_response
from showcase.web.listings.entry_page import build_entry_page
from showcase.web.listings.listing_page import ListingPage, build_choice_page, build_listing_page
from showcase.web.listings.passage_page import build_passage_page

blueprint = Blueprint("listings", __name__)
blueprint.before_request(not_modified_response)

# The path of a page in the language of a builder.
BuildPath = Callable[[UrlBuilder], str]
_KIND = f"<any({', '.join(LISTING_KINDS)}):kind>"


@blueprint.get(f"/{_KIND}")
@blueprint.get(f"/{_KIND}/page/<int:number>")
def show_list(kind: ListingKind, number: int = 1) -> str:
    """A list, or a page of a long one."""
    page = build_listing_page(kind, listings()[kind], number, url_builder())
    return _render_list(page, lambda urls: urls.listing(kind, page=number))


@blueprint.get(f"/{_KIND}/<slug>")
@blueprint.get(f"/{_KIND}/<slug>/page/<int:number>")
def show_entry(kind: ListingKind, slug: str, number: int = 1) -> str:
    """An entry with its videos; where several have the address in common, all of these."""
    found = listings()[kind].find(slug)
    if len(found) > 1 and number == 1:
        page = build_choice_page(kind, found, url_builder())
        return _render_list(page, lambda urls: urls.listing(kind, slug))
    entry = _only_entry(found, slug, lambda urls, own: urls.listing(kind, own, page=number))
    g.noindex = not entry.is_indexable
    return render_template(
        "entry.html",
        page=build_entry_page(entry, number, url_builder()),
        **_addresses(lambda urls: urls.listing(kind, slug, page=number)),
    )


@blueprint.get("/speakers/<slug>/in/<video>")
@blueprint.get("/speakers/<slug>/in/<video>/page/<int:number>")
def show_passages(slug: str, video: str, number: int = 1) -> str:
    """All that a speaker says in a video."""
    found = listings()["speakers"].find(slug)
    entry = _only_entry(found, slug, lambda urls, own: urls.listing("speakers", own, video, number))
    listed = next((each for each in entry.videos if each.video.slug == video), None) or abort(404)
    g.noindex = not listed.video.visibility.is_indexable
    return render_template(
        "passages.html",
        page=build_passage_page(entry, listed, number, url_builder()),
        **_addresses(lambda urls: urls.listing("speakers", slug, video, number)),
    )


def _only_entry(
    found: Sequence[ListingEntry], slug: str, path: Callable[[UrlBuilder, str], str]
) -> ListingEntry:
    """The entry of an address; an address that it had while others shared its slug leads to that of now.

    Args:
        found: what the address leads to.
        slug: of the address.
        path: the same address with another slug.
    """
    if len(found) != 1:
        abort(404)
    if found[0].slug != slug:
        abort(redirect_response(path(url_builder(), found[0].slug)))
    return found[0]


def _render_list(page: ListingPage, path: BuildPath) -> str:
    g.noindex = not page.is_indexable
    return render_template("listing.html", page=page, **_addresses(path))


def _addresses(path: BuildPath) -> dict[str, object]:
    """The canonical address of a page and those in other languages."""
    urls = url_builder()
    return {
        "canonical": urls.absolute(path(urls)),
        "languages": alternate_languages(path, urls),
        "is_indexable": not g.noindex,
    }
