"""Which addresses of the app become files, and which need a server."""

from collections.abc import Collection
from functools import cache
from urllib.parse import unquote

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from showcase.core.static_site.file_addresses import (
    FileAddress,
    FileKind,
    UnwritableAddressError,
    file_address,
)
from showcase.web.i18n.catalogs import LOCALIZED_SUFFIX

# What answers a query, or tells of the server. docs/how-to/export.md says so.
SERVER_ENDPOINTS = frozenset(
    {
        "oembed.oembed", "api.search", "api.quote", "api.index", "api.openapi", "api.annotation",
        "media.healthz",
    }
)  # fmt: skip
# Routes whose last part is the name of a file, though they have no ending of their own.
_FILE_ENDPOINTS = frozenset({"media.media", "assets.static_file"})
# Their queries are read by a script: static/js/search/archive_search.js.
_SEARCH_ENDPOINTS = frozenset({"pages.search"})
# Hosts of plain files send this page for an address that they do not have.
NOT_FOUND_FILE = "404.html"


class RouteFiles:
    """Finds the file of an address by the route that it has in the app."""

    def __init__(self, app: Flask, others: Collection[str] = ()) -> None:
        """Read the routes of an app; `others` are the paths of files that have none there."""
        self._others = others
        self._routes: MapAdapter = app.url_map.bind("localhost")
        self._find = cache(self._find_file)

    def find(self, path: str, query: str = "") -> FileAddress | None:
        """The file of an address; None for what needs a server, and for what is no address of the app.

        Args:
            path: from the root of the site, percent-encoded: "/videos/wsr".
            query: without its question mark.
        """
        return self._find(path, query)

    def _find_file(self, path: str, query: str) -> FileAddress | None:
        try:
            if path.rpartition("/")[2] == NOT_FOUND_FILE or path in self._others:
                return file_address(path, "", "file")
            endpoint, rule = self._match(unquote(path))
            if endpoint in SERVER_ENDPOINTS:
                return None
            kind = _kind(endpoint, rule)
            return file_address(path, query, kind, keeps_query=endpoint in _SEARCH_ENDPOINTS)
        except (HTTPException, UnwritableAddressError):
            return None

    def _match(self, path: str) -> tuple[str, str]:
        """The endpoint of a path without its language, and the last part of the rule."""
        rule, _ = self._routes.match(path, method="GET", return_rule=True)
        blueprint, _, view = rule.endpoint.partition(".")
        return f"{blueprint.removesuffix(LOCALIZED_SUFFIX)}.{view}", rule.rule.rpartition("/")[2]


def _kind(endpoint: str, last_part: str) -> FileKind:
    if endpoint in _FILE_ENDPOINTS or "." in last_part:
        return "file"
    return "json" if endpoint.startswith("api.") else "page"
