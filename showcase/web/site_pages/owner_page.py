"""The values that the template of an owner's page writes."""

from dataclasses import dataclass

from markupsafe import Markup

from showcase.core.catalog.localized import LocalizedSite, LocalizedText
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.site_pages import PageName, SitePage, find_page
from showcase.core.text.languages import same_language
from showcase.core.text.truncate import truncate_line
from showcase.web.context.language_links import AlternateLanguage, alternate_languages
from showcase.web.context.site_page_links import page_title
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import locale
from showcase.web.site_pages.page_html import page_markup

_MAX_DESCRIPTION_CHARS = 200


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """A page that the owner wrote.

    Attributes:
        title: in the language of its heading.
        language: of the text, a BCP 47 tag; "" where nobody says.
        body: the text without its title.
        description: its first words, for search engines; "" where there are none.
        site_name: as titles of windows have it.
        canonical: URL of the page in this language; without one where the owner has it in another alone.
        alternates: the page in the languages that the owner has it in.
        picture: URL of the archive's icon, for previews.
    """

    title: LocalizedText
    language: str
    body: Markup
    description: str
    site_name: str
    canonical: str
    alternates: list[AlternateLanguage]
    picture: str


def build_owner_page(site: Site, name: PageName, urls: UrlBuilder) -> OwnerPage | None:
    """Build a page; None where the owner has not written it."""
    page = find_page(site.pages, name, site.language, locale())
    if page is None:
        return None
    in_reader_language = _is_in_language(page, site, urls.locale)
    canonical = urls if in_reader_language else urls.for_locale("")
    return OwnerPage(
        title=page_title(page, site),
        language=page.language or site.language,
        body=page_markup(page, urls),
        description=truncate_line(page.summary, _MAX_DESCRIPTION_CHARS),
        site_name=str(LocalizedSite(site, locale()).name),
        canonical=urls.absolute(canonical.site_page(name)),
        alternates=page_alternates(site, name, urls),
        picture=urls.absolute(urls.brand_file("icon-512.png")),
    )


def page_alternates(site: Site, name: PageName, urls: UrlBuilder) -> list[AlternateLanguage]:
    """The URLs of a page in the languages that the owner has it in, first the one that names none."""
    pages = [page for page in site.pages if page.name == name]
    return [
        each
        for each in alternate_languages(lambda to: to.site_page(name), urls)
        if each.hreflang == "x-default"
        or any(_is_in_language(page, site, each.hreflang) for page in pages)
    ]


def _is_in_language(page: SitePage, site: Site, locale_tag: str) -> bool:
    own = page.language or site.language
    return bool(locale_tag and own) and same_language(own, locale_tag)
