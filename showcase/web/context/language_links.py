"""The language of a page, as its template writes it, and the same page in the others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from flask import request

from showcase.core.text.languages import direction, own_name
from showcase.web.context.urls import Addresses
from showcase.web.i18n.catalogs import LOCALES, locale, named_locale

# In a row of them; in the United States "Kreyòl" alone is that of Haiti.
_SHORT = {"ht": "Kreyòl"}


@dataclass(frozen=True, slots=True)
class LocaleLink:
    """The same page in another language, called by its readers' own name for it."""

    tag: str
    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class ShownLocale:
    """The language of a page: its BCP 47 tag, the value of HTML's `dir`, and the choice of all."""

    tag: str
    direction: str
    links: tuple[LocaleLink, ...]

    @staticmethod
    def direction_of(language: str) -> str:
        """The value of HTML's `dir` for a language."""
        return direction(language)


def shown_locale(to: Addresses) -> ShownLocale:
    """The language of the page that is asked for."""
    tag = locale()
    links = (
        LocaleLink(
            each, _SHORT.get(each) or own_name(each), to.in_locale(each, asked_path()), each == tag
        )
        for each in sorted(LOCALES, key=own_name)
    )
    return ShownLocale(tag, direction(tag), tuple(links))


class Alternate(NamedTuple):
    """The same page in another language, for search engines; "x-default" is the one that names none."""

    hreflang: str
    href: str


def alternates(of: Callable[[Addresses], str], to: Addresses) -> list[Alternate]:
    """A page in every language (https://developers.google.com/search/docs/specialty/international).

    Args:
        of: makes the page's address.
        to: the addresses of this request.
    """
    named = (("x-default", ""), *((tag, tag) for tag in LOCALES))
    return [Alternate(hreflang, to.absolute(of(to.of(tag)))) for hreflang, tag in named]


def asked_path() -> str:
    """Path and query of the page that is asked for, without root and language: "/videos/wsr?q=rules"."""
    named = named_locale()
    path = request.path.removeprefix(f"/{named}") if named else request.path
    query = request.query_string.decode("ascii", "replace")
    return quote(path or "/") + (f"?{query}" if query else "")
