"""Which addresses of the app become files, and which need a server."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from flask import Flask
from werkzeug.exceptions import HTTPException

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.static_site.file_addresses import (
    FileAddress,
    FileKind,
    UnwritableAddressError,
    file_address,
)
from showcase.web.context.video_view import page_language, select_speech_track
from showcase.web.i18n.catalogs import LOCALIZED_SUFFIX

# What answers a query, or tells of the server. docs/how-to/export.md says so.
SERVER_ENDPOINTS = frozenset(
    {
        "oembed.oembed", "api.search", "api.quote", "api.index", "api.openapi", "api.annotation",
        "media.healthz",
    }
)  # fmt: skip
# Routes whose last part is the name of a file, though they have no ending of their own.
_FILE_ENDPOINTS = frozenset(
    {"media.media", "assets.static_file", "branding.brand_file", "branding.page_picture"}
)
# Their queries are read by a script: static/js/static_site/archive_search.js.
_SEARCH_ENDPOINTS = frozenset({"pages.search"})
_MOMENT_ENDPOINTS = frozenset({"pages.show_video", "embeds.embed"})
# Hosts of plain files send this page for an address that they do not have.
NOT_FOUND_FILE = "404.html"


class _Route(NamedTuple):
    """What the app has for a path.

    Attributes:
        endpoint: without its language.
        last_part: of the rule, after its last slash.
        arguments: the values in the path.
    """

    endpoint: str
    last_part: str
    arguments: dict[str, str]


class RouteFiles:
    """Finds the file of an address by the route that it has in the app."""

    def __init__(self, app: Flask, catalog: Catalog, others: Collection[str] = ()) -> None:
        """Read the routes of an app.

        Args:
            app: whose addresses are looked up.
            catalog: its videos.
            others: paths of files that are no addresses of the app.
        """
        self._routes = app.url_map.bind("localhost")
        self._catalog = catalog
        self._others = others
        self._find = cache(self._find_file)

    def find(self, path: str, query: str = "") -> FileAddress | None:
        """The file of an address; None for what needs a server, and for what is no address of the app.

        Args:
            path: from the root of the site, percent-encoded: "/videos/orchard".
            query: without its question mark.
        """
        return self._find(path, query)

    def _find_file(self, path: str, query: str) -> FileAddress | None:
        try:
            if path.rpartition("/")[2] == NOT_FOUND_FILE or path in self._others:
                return file_address(path, "", "file")
            route = self._match(unquote(path))
            if route.endpoint in SERVER_ENDPOINTS:
                return None
            if route.endpoint in _MOMENT_ENDPOINTS:
                query = self._with_language(route.arguments, query)
            keeps_query = route.endpoint in _SEARCH_ENDPOINTS
            return file_address(path, query, _kind(route), keeps_query=keeps_query)
        except (HTTPException, UnwritableAddressError):
            return None

    def _match(self, path: str) -> _Route:
        rule, arguments = self._routes.match(path, method="GET", return_rule=True)
        blueprint, _, view = rule.endpoint.partition(".")
        endpoint = f"{blueprint.removesuffix(LOCALIZED_SUFFIX)}.{view}"
        return _Route(endpoint, rule.rule.rpartition("/")[2], dict(arguments))

    def _with_language(self, arguments: dict[str, str], query: str) -> str:
        """The query of a moment, with the language of its words where the page by itself shows another one.

        To a server, a moment without a language means the video's own language. A file shows what it has.
        """
        names = {field.partition("=")[0] for field in query.split("&")}
        video = self._catalog.find(arguments["slug"])
        if "t" not in names or "lang" in names or video is None:
            return query
        own = select_speech_track(video, "")
        lang = page_language(video, own.language, arguments.get("locale", "")) if own else ""
        return f"{query}&lang={lang}" if lang else query


def _kind(route: _Route) -> FileKind:
    if route.endpoint in _FILE_ENDPOINTS or "." in route.last_part:
        return "file"
    return "json" if route.endpoint.startswith("api.") else "page"
