"""The titles of an owner's pages, and the links to them in the footer of every page."""

from typing import NamedTuple

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.site_pages import PAGE_NAMES, PageName, SitePage, find_page
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import gettext_noop, locale, t

# For pages without a title of their own.
_NAMES: dict[PageName, str] = {
    "about": gettext_noop("About this site"),
    "privacy": gettext_noop("Privacy"),
    "accessibility": gettext_noop("Accessibility"),
    "imprint": gettext_noop("Imprint"),
}


class SitePageLink(NamedTuple):
    """A link to a page, with its title."""

    href: str
    title: LocalizedText


def page_title(page: SitePage, site: Site) -> LocalizedText:
    """The title of a page: its first heading, else what such pages are called in the language of this one."""
    if page.title:
        return LocalizedText(page.title, page.language or site.language)
    return LocalizedText(t(_NAMES[page.name]), locale())


def site_page_links(site: Site, urls: UrlBuilder) -> list[SitePageLink]:
    """The links to all pages that there are, each in the language of this page where it is in it."""
    found = (find_page(site.pages, name, site.language, locale()) for name in PAGE_NAMES)
    return [
        SitePageLink(urls.site_page(page.name), page_title(page, site)) for page in found if page
    ]
