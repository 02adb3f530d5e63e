"""Asks the app for every page and file that a site of plain files has, beginning with the first page."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from posixpath import basename
from secrets import token_hex
from urllib.parse import urlsplit

from flask import Flask, render_template
from werkzeug.test import TestResponse

from showcase.core.catalog.site_catalog import Catalog
from showcase.core.static_site.file_addresses import FileAddress
from showcase.web.http.media_types import HTML_TYPE, WEB_MANIFEST_TYPE
from showcase.web.static_site.address_rewriting import AddressRewriter, Base, LinkStyle
from showcase.web.static_site.archive_index import INDEX_FILE
from showcase.web.static_site.route_files import NOT_FOUND_FILE, RouteFiles

# Writes a file of the site by its path; returns its length in bytes.
WriteFile = Callable[[str, Iterable[bytes]], int]
# Called with the path of each file before it is written.
Progress = Callable[[str], None]

_TEXT_TYPES = (
    "text/", "application/json", "application/ld+json", "application/xml", "application/atom+xml",
    "application/manifest+json", "application/vnd.citationstyles.csl+json", "application/x-bibtex",
    "application/x-research-info-systems", "application/x-subrip",
)  # fmt: skip
# Our own files hold no address of a page, and are most of what is sent.
_WITHOUT_ADDRESSES = ("text/css", "text/javascript")
_EXPECTED_STATUS = {NOT_FOUND_FILE: HTTPStatus.NOT_FOUND}


class BrokenLinkError(RuntimeError):
    """The app links to an address that it does not answer: a mistake of the program."""


def marker_url(base: Base) -> str:
    """The URL below which the app makes its addresses while it is asked: its letters occur nowhere else."""
    mark = f"export-{token_hex(12)}"
    return f"{urlsplit(base.url).scheme}://{mark}.invalid/{mark}"


class SiteCrawl:
    """Goes from address to address until all of them are files."""

    def __init__(
        self, app: Flask, catalog: Catalog, base: Base, write: WriteFile, progress: Progress
    ) -> None:
        """Begin with nothing.

        Args:
            app: made for a static site, with its addresses below `marker_url`.
            catalog: the videos of the site.
            base: where the site is going to be.
            write: writes each file.
            progress: told of each file.
        """
        self._client = app.test_client()
        self._routes = RouteFiles(app, catalog, (f"/{INDEX_FILE}",))
        self._app = app
        self._rewriter = AddressRewriter(app.config["PUBLIC_URL"], base, self._routes.find)
        self._write = write
        self._progress = progress
        self._waiting: deque[FileAddress] = deque()
        self._known: set[str] = {INDEX_FILE}  # written from the snapshot

    def add(self, path: str) -> None:
        """Have a page or file written, and all that it leads to; `path` is one of the app, with its query."""
        parts = urlsplit(path)
        if found := self._routes.find(parts.path, parts.query):
            self._add_file(found)

    def run(self) -> None:
        """Write all that was added, and what is found on the way.

        Raises:
            BrokenLinkError: the app names an address that it does not answer.
        """
        while self._waiting:
            self._write_file(self._waiting.popleft())

    def _add_file(self, found: FileAddress) -> None:
        if found.file not in self._known:
            self._known.add(found.file)
            self._waiting.append(found)

    def _write_file(self, address: FileAddress) -> None:
        self._progress(address.file)
        response = self._client.get(address.request)
        try:
            if response.status_code == HTTPStatus.PERMANENT_REDIRECT:
                self._write_moved_page(address, response.location or "")
                return
            expected = _EXPECTED_STATUS.get(basename(address.file), HTTPStatus.OK)
            if response.status_code != expected:
                message = f"{address.request} was answered with {response.status}."
                raise BrokenLinkError(message)
            self._write(address.file, self._body(address.file, response))
        finally:
            response.close()

    def _write_moved_page(self, address: FileAddress, target: str) -> None:
        with self._app.test_request_context(address.request):
            page = render_template("moved.html", href=target)
        self._write(address.file, [self._rewrite(page, address.file, HTML_TYPE)])

    def _body(self, file: str, response: TestResponse) -> Iterator[bytes]:
        media_type = response.mimetype or ""
        if not media_type.startswith(_TEXT_TYPES) or media_type in _WITHOUT_ADDRESSES:
            yield from response.iter_encoded()
            return
        yield self._rewrite(response.text, file, media_type)

    def _rewrite(self, text: str, file: str, media_type: str) -> bytes:
        """A document with the addresses of files, which are written, too."""
        text, found = self._rewriter.rewrite(text, file, _link_style(file, media_type))
        for target in found:
            self._add_file(target)
        return text.encode()


def _link_style(file: str, media_type: str) -> LinkStyle:
    """A host sends the page of what is missing for an address in any folder."""
    if media_type == WEB_MANIFEST_TYPE:
        return "folder"
    return "file" if media_type == HTML_TYPE and basename(file) != NOT_FOUND_FILE else "root"
