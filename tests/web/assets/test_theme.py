"""The style sheet of an archive's own theme, and the pages that load it."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from showcase.web.assets.minify import minify_stylesheet
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

TOKENS = (
    ":root { --sun: #ff9472; }\n@media (prefers-color-scheme: dark) { :root { --sun: #000001; } }\n"
)


@pytest.fixture
def dressed(build: Build) -> Showcase:
    """A showcase with tokens of its own."""
    started = build(ORCHARD, MILL)
    snapshot = started.library.current
    site = replace(snapshot.catalog.site, tokens=TOKENS)
    snapshot.catalog = replace(snapshot.catalog, site=site)
    return started


def sheets(page: BeautifulSoup) -> list[str]:
    return [
        str(link["href"]) for link in page.select("link[rel=stylesheet]") if isinstance(link, Tag)
    ]


@pytest.mark.parametrize("address", ["/", "/es/videos/orchard", "/search?q=rules", "/none"])
def test_every_page_loads_it_after_the_showcases_own(dressed: Showcase, address: str) -> None:
    response = dressed.get(address)
    own, other = sheets(BeautifulSoup(response.text, "html.parser"))[:2]
    assert own.endswith("css/page.css")
    assert dressed.get(other).text == minify_stylesheet(TOKENS)
    assert "immutable" in dressed.get(other).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("theme", "holds"), [("dark", "@media all"), ("light", "@media not all"), ("", "scheme: dark")]
)
def test_in_a_frame_it_has_the_theme_of_the_frame(
    dressed: Showcase, theme: str, holds: str
) -> None:
    page = dressed.page(f"/embed/orchard?theme={theme}")
    assert holds in dressed.get(sheets(page)[1]).text


def test_under_another_hash_it_is_asked_for_again(dressed: Showcase) -> None:
    assert dressed.get("/tokens-older.css").headers["Cache-Control"] == "no-cache"


def test_an_archive_without_has_none(showcase: Showcase) -> None:
    own = ["page.css", "pages.css"]
    assert [sheet.rpartition("/")[2] for sheet in sheets(showcase.page("/"))] == own
    assert showcase.get("/tokens-older.css").status_code == 404
