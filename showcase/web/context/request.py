"""What a view works with: the snapshot and the addresses of this request."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol, cast

from flask import Response, abort, current_app, g, request
from werkzeug.exceptions import SecurityError

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Catalog, TrackKind, Video
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.query import parse_query_parameters
from showcase.web.context.urls import UrlBuilder, frame_url_builder, url_builder_for_base
from showcase.web.http.headers import is_not_modified, page_etag
from showcase.web.http.providers import ProviderOrigins
from showcase.web.i18n.catalogs import (
    answer_in_locale,
    is_localized_page,
    locale,
    url_locale,
)
from showcase.web.i18n.negotiation import negotiate_language

# Views whose answer depends on which languages the visitor reads, whatever the page is in.
_LANGUAGE_DEPENDENT_ENDPOINTS = frozenset({"pages.search", "pages_in.search"})


class SnapshotProtocol(Protocol):
    """What the pages ask of a snapshot."""

    @property
    def id(self) -> str:
        """Another one for every snapshot that was built."""

    @property
    def catalog(self) -> Catalog:
        """All videos."""

    def transcript(self, slug: str, language: str) -> Transcript:
        """The words of a video in a language that it has."""

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """Its passages."""

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track that the video has."""

    def media(self, slug: str, name: str) -> Path | None:
        """A file beside `video.toml` that the catalog names; None for every other."""

    def search(self, question: SearchRequest) -> Answer:
        """Answer what a visitor asks."""


class LibraryProtocol(Protocol):
    """Where the snapshot comes from."""

    def snapshot(self) -> SnapshotProtocol:
        """The one that is current; a request asks once and keeps to it."""


def snapshot() -> SnapshotProtocol:
    """The snapshot of this request."""
    if "snapshot" not in g:
        g.snapshot = cast("LibraryProtocol", current_app.extensions["library"]).snapshot()
    return cast("SnapshotProtocol", g.snapshot)


def url_builder() -> UrlBuilder:
    """The addresses of this request."""
    if "addresses" not in g:
        base = current_app.config["PUBLIC_URL"] or _request_base_url()
        version = current_app.extensions["assets"].version
        g.addresses = url_builder_for_base(base, version, url_locale())
    return cast("UrlBuilder", g.addresses)


def use_frame_urls(theme: str) -> None:
    """Let links of this request's page stay in the frame of another site that it is shown in."""
    g.addresses = frame_url_builder(url_builder(), theme)


def use_locale(tag: str) -> None:
    """Answer this request as if its address named a language: its sentences, its video, its links."""
    answer_in_locale(tag)
    g.addresses = url_builder().for_locale(tag)


def _request_base_url() -> str:
    """The base address that was asked for; a host that is not ours is not repeated in our pages."""
    try:
        return request.root_url
    except SecurityError:
        return request.root_path


def provider_origins() -> ProviderOrigins:
    """The origins of other sites' players."""
    return cast("ProviderOrigins", current_app.extensions["providers"])


def video_or_404(slug: str) -> Video:
    """The video at that slug; where there is none, the request ends with 404."""
    return snapshot().catalog.find(slug) or abort(404)


def reader_language() -> str | None:
    """The language that the visitor reads, None when unknown; only views in _BY_LANGUAGE may ask."""
    parameters = parse_query_parameters(request_arguments())
    wanted = (parameters.language, url_locale())
    return negotiate_language(wanted, request.accept_languages, snapshot().catalog)


def not_modified_response() -> Response | None:
    """Before a page is made: 304 when the browser holds just this one."""
    by_reader = request.endpoint in _LANGUAGE_DEPENDENT_ENDPOINTS
    g.by_language = by_reader or (is_localized_page() and not url_locale())
    language = f"{locale()} {(reader_language() if by_reader else None) or ''}"
    g.page_tag = page_etag(snapshot().id, url_builder().version, language)
    return Response(status=304) if is_not_modified(g.page_tag) else None


def request_arguments() -> dict[str, str]:
    """The query string taken apart; of a name given twice, the first counts."""
    return request.args.to_dict()


def today() -> date:
    """The day of the visit, which citations tell."""
    return datetime.now(UTC).date()
