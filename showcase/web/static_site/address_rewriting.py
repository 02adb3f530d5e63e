"""Exchanges the addresses in what the app sends for those of files.

The app makes its addresses below a root that occurs nowhere else. So each is recognized wherever it is
written: in HTML, JSON, XML or plain text, as a path or as a whole URL. No text of an owner is taken for one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from showcase.core.static_site.file_addresses import FileAddress, relative_link

# How a path is written in a document: relative with its file name, so that it works from any folder and from
# a disk; relative with its folder; or from the root of the host.
LinkStyle = Literal["file", "folder", "root"]

# The characters of our addresses (urls.py percent-encodes all others), and "&" as HTML and JSON write it.
_PATH = r"/[\w.~%/!$*+,;:@=-]*"
_AMPERSAND = r"&amp;|\\u0026|&(?![#a-z]+;)"
_QUERY = rf"(?:[\w.~%/!$*+,;:@=?-]|{_AMPERSAND})*"
_FRAGMENT = r"[\w.~%/!$*+,;:@=?-]*"


@dataclass(frozen=True, slots=True)
class Base:
    """Where the site is going to be.

    Attributes:
        url: without a slash at its end: "https://me.github.io/archive".
    """

    url: str

    @property
    def path(self) -> str:
        """The path of the site: "/archive"; "" for the root of a host."""
        return urlsplit(self.url).path


class AddressRewriter:
    """Rewrites documents, and notes which files they lead to."""

    def __init__(
        self, served: str, base: Base, find_file: Callable[[str, str], FileAddress | None]
    ) -> None:
        """Make a rewriter.

        Args:
            served: the URL below which the app makes its addresses, without a slash at its end; its path
                has letters of its own.
            base: where the site is going to be.
            find_file: the file of a path and a query; None where there is none.
        """
        self._base = base
        self._find_file = find_file
        self._encoded_served = quote(served, safe="")
        parts = urlsplit(served)
        origin = re.escape(f"{parts.scheme}://{parts.netloc}")
        root = re.escape(parts.path)
        self._address = re.compile(
            rf"(?P<origin>{origin})?{root}(?P<path>{_PATH})?(?:\?(?P<query>{_QUERY}))?"
            rf"(?P<fragment>#{_FRAGMENT})?",
            re.ASCII,
        )

    def rewrite(self, text: str, file: str, style: LinkStyle) -> tuple[str, list[FileAddress]]:
        """A document with the addresses of files, and the files that it names, in order.

        Args:
            text: as the app sent it.
            file: the path of the document from the folder of the site.
            style: how paths are written in it; whole URLs stay whole.
        """
        found: list[FileAddress] = []

        def exchange(address: re.Match[str]) -> str:
            path, query = address["path"] or "/", address["query"] or ""
            target = self._find_file(path, re.sub(_AMPERSAND, "&", query))
            if target is None:
                whole = f"{path}?{query}" if query else path
                rest, name, folder = address["fragment"] or "", whole, whole
            else:
                found.append(target)
                separator = _separator(query)
                rest = target.rest.replace("&", separator) + (address["fragment"] or "")
                name, folder = target.file, f"/{quote(target.folder)}"
            if address["origin"]:
                return self._base.url + folder + rest
            if style == "root" or target is None:
                return self._base.path + folder + rest
            return _relative(target, file, style, name) + rest

        text = self._address.sub(exchange, text)
        # Within another address, as in one that opens an e-mail.
        return text.replace(self._encoded_served, quote(self._base.url, safe="")), found


def _separator(query: str) -> str:
    found = re.search(_AMPERSAND, query)
    return found[0] if found else "&"


def _relative(target: FileAddress, file: str, style: LinkStyle, name: str) -> str:
    if style == "file" or not target.is_index:
        return relative_link(name, file)
    return relative_link(target.folder or ".", file).rstrip("/") + "/"
