"""An owner's Markdown as markup: the one place where it becomes HTML of a page."""

from markupsafe import Markup

from showcase.core.catalog.page_links import read_page_link
from showcase.core.catalog.site_pages import SitePage
from showcase.store.site_pages.markdown import PictureAttributes, render_markdown
from showcase.web.context.urls import UrlBuilder


def page_markup(page: SitePage, urls: UrlBuilder) -> Markup:
    """The HTML of a page, whose links to pages are in the language of `urls`.

    It is safe, because the renderer escapes all text, knows no HTML, and gets every address from here.
    """
    pictures = {picture.name: picture for picture in page.pictures}

    def find_picture(name: str) -> PictureAttributes | None:
        found = pictures.get(name)
        address = urls.page_picture(name)
        return PictureAttributes(address, found.width, found.height) if found else None

    html = render_markdown(page.text, lambda href: _link_address(href, urls), find_picture)
    return Markup(html)  # noqa: S704


def _link_address(href: str, urls: UrlBuilder) -> str:
    link = read_page_link(href)
    if link is None:
        return ""
    if link.kind == "page":
        return urls.site_page(link.target)
    if link.kind == "localized":
        return urls.localized_path(urls.locale, link.target)
    return link.target if link.kind == "outside" else urls.localized_path("", link.target)
