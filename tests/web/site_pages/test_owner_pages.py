"""The pages that an owner writes in Markdown."""

from dataclasses import replace

import pytest

from showcase.core.catalog.licenses import License
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.site_pages import SitePage
from tests.web.small_showcase import ABOUT, Showcase

PAGES = (
    ABOUT,
    replace(
        ABOUT, language="es", title="Sobre las muestras", text="# Sobre\n\nNada.\n", summary="Nada."
    ),
    SitePage("privacy", "en", "", "No cookies. See [about](about.md) and [a video](/videos/mill)."),
)


@pytest.fixture
def written(showcase: Showcase) -> Showcase:
    """A showcase whose owner wrote two pages, one of them in two languages."""
    set_pages(showcase.add_page(), *PAGES)
    return showcase


def set_pages(showcase: Showcase, *pages: SitePage, **values: object) -> None:
    current = showcase.library.current
    site = replace(Site("Samples", language="en"), pages=pages, **values)  # type: ignore[arg-type]
    current.catalog = replace(current.catalog, site=site)


def test_a_page_has_its_title_and_its_text(written: Showcase) -> None:
    page = written.page("/about")
    article = page.select_one("article")
    assert article
    assert [h1.get_text() for h1 in page.select("h1")] == ["About the samples"]
    assert "They were grown here." in article.get_text()
    image = article.select_one("img")
    assert image
    assert (image["src"], image["alt"], image["width"], image["height"]) == (
        "/pages/tree.svg",
        "A tree",
        "400",
        "300",
    )
    assert written.get("/pages/tree.svg").status_code == 200
    assert page.title
    assert page.title.get_text() == "About the samples | Samples"


def test_its_links_stay_in_the_language_of_the_page(written: Showcase) -> None:
    links = [str(link["href"]) for link in written.page("/es/privacy").select("article a")]
    assert links == ["/es/about", "/es/videos/mill"]


def test_a_page_that_is_not_in_the_readers_language_says_which_it_is_in(written: Showcase) -> None:
    assert written.page("/es/about").select_one("article").get("lang") is None  # type: ignore[union-attr]
    article = written.page("/ht/about").select_one("article")
    assert article
    assert article["lang"] == "en"


@pytest.mark.parametrize(
    "path", ["/imprint", "/accessibility", "/es/imprint", "/pages/about.md", "/pages/x.svg"]
)
def test_what_nobody_wrote_is_not_there(written: Showcase, path: str) -> None:
    assert written.get(path).status_code == 404


def test_every_page_links_to_them(written: Showcase) -> None:
    def links(path: str) -> list[tuple[str, str, object]]:
        page = written.page(path)
        found = page.select('.site-footer a[href$="about"], .site-footer a[href$="privacy"]')
        return [(str(link["href"]), link.get_text(), link.get("lang")) for link in found]

    assert links("/videos/mill") == [
        ("/about", "About the samples", None),
        ("/privacy", "Privacy", None),
    ]
    assert links("/es/") == [
        ("/es/about", "Sobre las muestras", None),
        ("/es/privacy", "Privacidad", None),
    ]
    assert links("/ht/")[0] == ("/ht/about", "About the samples", "en")


def test_search_engines_find_them_in_their_languages(written: Showcase) -> None:
    page = written.page("/es/about")
    alternates = {
        str(link["hreflang"]): str(link["href"]) for link in page.select("link[hreflang]")
    }
    host = "http://localhost"
    assert alternates == {
        "x-default": f"{host}/about",
        "en": f"{host}/en/about",
        "es": f"{host}/es/about",
    }
    metas = {
        str(meta.get("name") or meta.get("property")): meta.get("content")
        for meta in page.select("meta")
    }
    assert (metas["description"], metas["og:title"]) == ("Nada.", "Sobre las muestras")
    canonical = written.page("/ht/about").select_one("link[rel=canonical]")
    assert canonical
    assert canonical["href"] == f"{host}/about"
    sitemap = written.get("/sitemap.xml").text
    for path in ("/about", "/en/about", "/es/about", "/privacy", "/en/privacy"):
        assert f"<loc>{host}{path}</loc>" in sitemap
    for path in ("/ht/about", "/es/privacy", "/imprint"):
        assert f"<loc>{host}{path}</loc>" not in sitemap


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "[a](//evil.example)",
    "![a](https://evil.example/a.png)", "![a](../site.toml)", '<https://evil.example/"onclick=alert(1)>',
    '[a](/b "c\\"onmouseover=alert(1)")', '!["onerror=alert(1)](tree.svg)', "[a](data:text/html,b)",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "```html\n<script>alert(1)</script>\n```", "<!-- a -->",
    "[a]: javascript:alert(1)\n\n[a]", "<style>*{display:none}</style>",
    "<iframe src=//evil.example></iframe>",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_more_than_text(showcase: Showcase, text: str) -> None:
    """The catalog is checked when it is built; the page trusts it no more than that."""
    set_pages(showcase, replace(ABOUT, text=f"# A\n\n{text}\n"))
    article = showcase.page("/about").select_one("article")
    assert article
    for element in article.select("*"):
        assert element.name in {"h1", "p", "a", "img", "pre", "code", "h2"}
        assert {*element.attrs} <= {
            "href",
            "src",
            "alt",
            "width",
            "height",
            "loading",
            "title",
            "class",
        }
        assert str(element.get("src", "/pages/")).startswith("/pages/")
        href = str(element.get("href", "/"))
        assert href.startswith(("/", "https://"))
        assert not href.startswith("//")


@pytest.mark.parametrize(
    ("license_", "text", "href"),
    [
        (
            License("CC BY 4.0", "https://a.example/by/"),
            "The texts of this site: CC BY 4.0",
            "https://a.example/by/",
        ),
        (License("Ask us <first>"), "The texts of this site: Ask us <first>", None),
    ],
)
def test_the_license_of_its_texts_is_in_the_footer(
    showcase: Showcase, license_: License, text: str, href: str | None
) -> None:
    set_pages(showcase, license=license_)
    footer = showcase.page("/").select_one(".site-footer")
    assert footer
    assert text in footer.get_text()
    link = footer.select_one("a[rel=license]")
    assert (link and link["href"]) == href
