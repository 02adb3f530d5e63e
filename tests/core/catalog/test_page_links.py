"""Where the links of an owner's pages may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.catalog.page_links import PageLink, read_page_link
from showcase.core.catalog.site_pages import SitePage, find_page


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("https://example.org/a?b#c", PageLink("outside", "https://example.org/a?b#c")),
        ("HTTP://example.org", PageLink("outside", "HTTP://example.org")),
        ("mailto:us@example.org", PageLink("outside", "mailto:us@example.org")),
        ("about", PageLink("page", "about")),
        ("privacy.md", PageLink("page", "privacy")),
        ("about.es.md", PageLink("page", "about")),
        ("/", PageLink("localized", "/")),
        ("/videos/cloth?t=8", PageLink("localized", "/videos/cloth?t=8")),
        ("/search?q=loom", PageLink("localized", "/search?q=loom")),
        ("/imprint", PageLink("localized", "/imprint")),
        ("/feed.xml", PageLink("path", "/feed.xml")),
        ("/es/videos/cloth", PageLink("path", "/es/videos/cloth")),
    ],
)
def test_a_link_leads_where_it_says(href: str, link: PageLink) -> None:
    assert read_page_link(href) == link


@pytest.mark.parametrize(
    "href",
    [
        "", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,a", "vbscript:a", "file:///etc/passwd",
        "//example.org", "/\\example.org", "/%5Cexample.org", "\\\\example.org", "mailto:", "mailto:nobody",
        "https:", "https://", "http://[::1", "ftp://example.org", "contact.md", "pages/about.md", "#part",
        "../a",
        "https://a.org/a b", "/a\tb", "example.org",
    ],
)  # fmt: skip
def test_every_other_link_is_refused(href: str) -> None:
    assert read_page_link(href) is None


@given(st.text())
def test_what_is_allowed_is_an_address_or_a_path_of_this_site(href: str) -> None:
    link = read_page_link(href)
    if link and link.kind == "outside":
        assert link.target.lower().startswith(("http://", "https://", "mailto:"))
    elif link and link.kind != "page":
        assert link.target.startswith("/")
        assert not link.target.startswith("//")


EN, ES = SitePage("about", "en", "About", ""), SitePage("about", "es", "Sobre", "")
NAMELESS = SitePage("about", "", "About", "")


@pytest.mark.parametrize(
    ("pages", "own", "reader", "found"),
    [
        ((EN, ES), "en", "es", ES),
        ((EN, ES), "en", "es-MX", ES),
        ((EN, ES), "en", "bn", EN),
        ((EN, ES), "en", "", EN),
        ((NAMELESS, ES), "", "bn", NAMELESS),
        ((ES,), "en", "bn", ES),
        ((), "en", "en", None),
        ((SitePage("privacy", "en", "", ""),), "en", "en", None),
    ],
)
def test_a_page_is_in_the_language_of_its_reader_where_the_owner_has_it(
    pages: tuple[SitePage, ...], own: str, reader: str, found: SitePage | None
) -> None:
    assert find_page(pages, "about", own, reader) == found
