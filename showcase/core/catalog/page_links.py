"""Where links of an owner's pages may lead: web addresses, e-mail, other such pages, paths of this site."""

from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import regex

from showcase.core.catalog.site_pages import PAGE_NAMES

_PAGE_FILE = regex.compile(r"(\w+)(?:\.[A-Za-z-]+)?\.md")
# Paths of pages for people, which are in the language that their reader has.
_LOCALIZED_PATH = regex.compile(
    rf"/(?:(?:videos/|search(?=[?#]|$)|{'|'.join(PAGE_NAMES)}).*)?(?:[?#].*)?"
)


class PageLink(NamedTuple):
    """A link that is allowed.

    Attributes:
        kind: "outside" for an address, "page" for one of the owner's pages, "localized" for a path of a page
            that is in every language, "path" for another path of this site.
        target: the address, the name of the page, or the path.
    """

    kind: Literal["outside", "page", "localized", "path"]
    target: str


def read_page_link(href: str) -> PageLink | None:
    """Where a link leads; None where that is not allowed, or cannot be told.

    Args:
        href: as Markdown has it, percent-encoded.
    """
    if any(character.isspace() or not character.isprintable() for character in href):
        return None
    if href.startswith("/"):
        return _read_path(href)
    found = _PAGE_FILE.fullmatch(href)
    name = found[1] if found else href
    if name in PAGE_NAMES:
        return PageLink("page", name)
    return PageLink("outside", href) if _is_address(href) else None


def _read_path(href: str) -> PageLink | None:
    """A path of this site; with a second slash or a backslash it is another site to a browser."""
    if href.startswith("//") or "\\" in href or "%5c" in href.lower():
        return None
    return PageLink("localized" if _LOCALIZED_PATH.fullmatch(href) else "path", href)


def _is_address(href: str) -> bool:
    try:
        parts = urlsplit(href)
        if parts.scheme == "mailto":
            return "@" in parts.path
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # "http://[::1" and the like
        return False
