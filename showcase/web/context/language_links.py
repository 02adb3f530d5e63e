"""The language of a page, as its template writes it, and links to the page in other languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from flask import request

from showcase.core.text.languages import direction, native_name
from showcase.web.context.request import request_query_string
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import locale, offered_locales, url_locale

# For a row of links; in the United States "Kreyòl" alone is that of Haiti.
_SHORT_NAMES = {"ht": "Kreyòl"}
# What a query may hold as it is (RFC 3986, section 3.4), and "%" for what is percent-encoded already.
_SAFE_QUERY_CHARS = "!$&'()*+,/:;=?@%"


@dataclass(frozen=True, slots=True)
class LocaleLink:
    """A link to the page in a language.

    Attributes:
        tag: BCP 47 tag of the language.
        label: what its readers call it.
        href: the path with the query.
        current: True for the language of this page.
    """

    tag: str
    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageLocale:
    """The language of a page: its BCP 47 tag, HTML's `dir`, and links to all that are offered."""

    tag: str
    direction: str
    links: tuple[LocaleLink, ...]

    @staticmethod
    def direction_of(language: str) -> str:
        """The value of HTML's `dir` for a language."""
        return direction(language)


def page_locale(urls: UrlBuilder) -> PageLocale:
    """The language of the requested page, with links to it in every language, sorted by name."""
    tag = locale()
    links = (
        LocaleLink(
            each,
            _SHORT_NAMES.get(each) or native_name(each),
            urls.localized_path(each, request_path()),
            each == tag,
        )
        for each in sorted(offered_locales(), key=native_name)
    )
    return PageLocale(tag, direction(tag), tuple(links))


class AlternateLanguage(NamedTuple):
    """The same page in a language, for search engines; "x-default" is the one whose path names none."""

    hreflang: str
    href: str


def alternate_languages(
    build_url: Callable[[UrlBuilder], str], urls: UrlBuilder
) -> list[AlternateLanguage]:
    """The URLs of a page in every language (https://developers.google.com/search/docs/specialty/international).

    Args:
        build_url: makes the path of the page, given the URL builder of a language.
        urls: the URL builder of this request.
    """
    named = (("x-default", ""), *((tag, tag) for tag in offered_locales()))
    return [
        AlternateLanguage(hreflang, urls.absolute(build_url(urls.for_locale(tag))))
        for hreflang, tag in named
    ]


def request_path() -> str:
    """Path and query of the requested page, without root and language: "/videos/orchard?q=rules"."""
    named = url_locale()
    path = request.path.removeprefix(f"/{named}") if named else request.path
    return quote(path or "/") + _with_mark(request_query_string())


def request_query() -> str:
    """The query of the requested page with its question mark, as it was sent; "" where there is none."""
    return _with_mark(request.query_string)


def _with_mark(query: bytes) -> str:
    return f"?{quote(query, safe=_SAFE_QUERY_CHARS)}" if query else ""
