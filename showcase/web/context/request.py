"""What a view works with: the snapshot, the URL builder, the arguments and the date of this request."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Protocol, cast

from flask import Response, current_app, g, request

from showcase.core.catalog.site_catalog import Site
from showcase.store.snapshots.visible import SnapshotProtocol, SnapshotViews
from showcase.web.context.frame_urls import frame_url_builder
from showcase.web.context.query import (
    QueryParameters,
    canonical_query,
    parse_filters,
    parse_query_parameters,
    plain_parameters,
)
from showcase.web.context.response_inputs import ResponseInputs
from showcase.web.context.site_brand import build_brand
from showcase.web.context.urls import UrlBuilder, url_builder_for_base
from showcase.web.http.headers import is_not_modified
from showcase.web.http.providers import ProviderOrigins
from showcase.web.i18n.catalogs import (
    answer_in_locale,
    is_localized_page,
    requested_locale,
    url_locale,
)
from showcase.web.i18n.negotiation import negotiate_language

# Views whose result depends on the language of words that the visitor reads, not of the page alone.
_LANGUAGE_DEPENDENT_ENDPOINTS = frozenset({"pages.search", "pages_in.search"})
# Views of pages that are kept in memory: each parameter that is not known would be another page.
_CANONICAL_VIEWS = frozenset({"home", "show_video", "embed"})

# Tells the instant of a request, with a time zone; tests move it.
Clock = Callable[[], datetime]


class LibraryProtocol(Protocol):
    """Where snapshots come from."""

    def snapshot(self) -> SnapshotProtocol:
        """The current snapshot; a request asks once and uses the same one to its end."""


def snapshot() -> SnapshotProtocol:
    """What may be seen of the snapshot of this request, at its instant.

    Raises:
        ShowcaseError: there is none; it is not tried twice in a request.
    """
    if "snapshot_error" in g:
        raise cast("Exception", g.snapshot_error)
    if "snapshot" not in g:
        try:
            g.snapshot = _visible_snapshot()
        except Exception as error:
            g.snapshot_error = error
            raise
    return cast("SnapshotProtocol", g.snapshot)


def _visible_snapshot() -> SnapshotProtocol:
    current = cast("LibraryProtocol", current_app.extensions["library"]).snapshot()
    views = cast("SnapshotViews", current_app.extensions["views"])
    return views.visible_at(current, now())


def current_site() -> Site:
    """The site's texts and look; the defaults where nothing can be read: error pages need some, too."""
    try:
        return snapshot().catalog.site
    except Exception:  # noqa: BLE001 - whatever it is, the view that asks for the snapshot raises it again
        return Site()


def now() -> datetime:
    """The instant of this request, with a time zone: one for all that it is answered with."""
    if "now" not in g:
        g.now = cast("Clock", current_app.extensions["clock"])()
    return cast("datetime", g.now)


def is_static_site() -> bool:
    """True where this request's page becomes a file: no server answers what it asks for."""
    return bool(current_app.config["STATIC_SITE"])


def utc_now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def url_builder() -> UrlBuilder:
    """The URL builder of this request."""
    if "addresses" not in g:
        base = current_app.config["PUBLIC_URL"] or request.root_url
        version = current_app.extensions["assets"].version
        urls = url_builder_for_base(base, version, url_locale())
        g.addresses = replace(urls, brand=build_brand(current_site()), edition_of=_edition_of)
    return cast("UrlBuilder", g.addresses)


def _edition_of(slug: str) -> str:
    """What links to moments of a video of this request's snapshot say of its edition."""
    if "editions" not in g:
        videos = snapshot().catalog.all_videos
        g.editions = {
            video.slug: video.edition_in_links for video in videos if video.edition_in_links
        }
    return cast("dict[str, str]", g.editions).get(slug, "")


def use_frame_urls(theme: str) -> None:
    """Have the links of this request's page stay in the frame of another site that shows it.

    Args:
        theme: "light" or "dark", which the links keep; "" for the device's preference.
    """
    g.addresses = frame_url_builder(url_builder(), theme)


def use_locale(tag: str) -> None:
    """Answer this request as if its address named a language: its sentences, its video, its links."""
    answer_in_locale(tag)
    g.addresses = url_builder().for_locale(tag)


def provider_origins() -> ProviderOrigins:
    """The origins of other sites' players."""
    return cast("ProviderOrigins", current_app.extensions["providers"])


def reader_language() -> str | None:
    """The language of words that the visitor reads, of those in the archive; None where it has none.

    Only views of _LANGUAGE_DEPENDENT_ENDPOINTS may use it: it is in the ETag of no other.
    """
    parameters = parse_query_parameters(request_arguments())
    wanted = (parameters.language, url_locale())
    return negotiate_language(wanted, request.accept_languages, snapshot().catalog)


def response_inputs() -> ResponseInputs:
    """What the response to this request is made from, without the day of the visit."""
    by_reader = request.endpoint in _LANGUAGE_DEPENDENT_ENDPOINTS
    return ResponseInputs(
        snapshot=snapshot().id,
        urls=url_builder(),
        providers=provider_origins(),
        path=request.path,
        query_string=request_query_string(),
        requested_locale=requested_locale(),
        reader_language=(reader_language() if by_reader else None) or "",
    )


def not_modified_response() -> Response | None:
    """304 when the browser holds the response to this request already; None when it has to be made.

    Sets the ETag that the response gets; views call this, or `before_request` does, before any work is done.
    """
    by_reader = request.endpoint in _LANGUAGE_DEPENDENT_ENDPOINTS
    g.by_language = by_reader or (is_localized_page() and not url_locale())
    return tag_response(response_inputs())


def tag_response(inputs: ResponseInputs) -> Response | None:
    """Give the response an ETag made of its inputs; 304 when the browser holds just that one, else None."""
    g.page_tag = inputs.etag()
    return Response(status=304) if is_not_modified(g.page_tag) else None


def request_arguments() -> dict[str, str]:
    """The query string as a mapping, see `plain_parameters`."""
    return plain_parameters(request.args.items(multi=True))


def request_query_string() -> bytes:
    """The query string: of pages of videos in its canonical form, of all others as it was sent."""
    view = (request.endpoint or "").rpartition(".")[2]
    if view in _CANONICAL_VIEWS:
        return canonical_query(request_arguments()).encode("ascii")
    return request.query_string


def search_parameters() -> QueryParameters:
    """The query string of a search, with all values of its filters."""
    return parse_query_parameters(
        request_arguments(), parse_filters(request.args.items(multi=True))
    )


def today() -> date:
    """The day of the visit in UTC, which citations state: one day for the whole request, at midnight too."""
    if "today" not in g:
        g.today = utc_today()
    return cast("date", g.today)


def utc_today() -> date:
    """The date in UTC at this moment."""
    return datetime.now(UTC).date()
