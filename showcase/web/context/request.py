"""What a view works with: the snapshot and the addresses of this request."""

from pathlib import Path
from typing import Protocol, cast

from flask import Response, abort, current_app, g, request
from werkzeug.exceptions import SecurityError

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Catalog, TrackKind, Video
from showcase.core.search.request import Question
from showcase.core.search.results import Answer
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.web.context.query import read_asked
from showcase.web.context.urls import Addresses, addresses_under, framed
from showcase.web.http.headers import is_unchanged, page_tag
from showcase.web.i18n.catalogs import is_read, locale, named_locale
from showcase.web.i18n.negotiation import read_language
from showcase.web.video.player import Providers

# Views whose answer depends on which languages the visitor reads, whatever the page is in.
_BY_LANGUAGE = frozenset({"pages.search", "pages_in.search"})


class Snapshot(Protocol):
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

    def search(self, question: Question) -> Answer:
        """Answer what a visitor asks."""


class Library(Protocol):
    """Where the snapshot comes from."""

    def snapshot(self) -> Snapshot:
        """The one that is current; a request asks once and keeps to it."""


def snapshot() -> Snapshot:
    """The snapshot of this request."""
    if "snapshot" not in g:
        g.snapshot = cast("Library", current_app.extensions["library"]).snapshot()
    return cast("Snapshot", g.snapshot)


def addresses() -> Addresses:
    """The addresses of this request."""
    if "addresses" not in g:
        base = current_app.config["PUBLIC_URL"] or _requested_root()
        version = current_app.extensions["assets"].version
        g.addresses = addresses_under(base, version, named_locale())
    return cast("Addresses", g.addresses)


def stay_in_frame(theme: str) -> None:
    """Let links of this request's page stay in the frame of another site that it is shown in."""
    g.addresses = framed(addresses(), theme)


def _requested_root() -> str:
    """The base address that was asked for; a host that is not ours is not repeated in our pages."""
    try:
        return request.root_url
    except SecurityError:
        return request.root_path


def providers() -> Providers:
    """The origins of other sites' players."""
    return cast("Providers", current_app.extensions["providers"])


def get_video(slug: str) -> Video:
    """The video at that slug; where there is none, the request ends with 404."""
    return snapshot().catalog.find(slug) or abort(404)


def reads() -> str | None:
    """The language that the visitor reads, None when unknown; only views in _BY_LANGUAGE may ask."""
    asked = read_asked(request_arguments())
    wanted = (asked.language, named_locale())
    return read_language(wanted, request.accept_languages, snapshot().catalog)


def answer_unchanged() -> Response | None:
    """Before a page is made: 304 when the browser holds just this one."""
    by_reader = request.endpoint in _BY_LANGUAGE
    g.by_language = by_reader or (is_read() and not named_locale())
    language = f"{locale()} {(reads() if by_reader else None) or ''}"
    g.page_tag = page_tag(snapshot().id, addresses().version, language)
    return Response(status=304) if is_unchanged(g.page_tag) else None


def request_arguments() -> dict[str, str]:
    """The query string taken apart; of a name given twice, the first counts."""
    return request.args.to_dict()
