"""Help is at the same place of every page, in the same order (WCAG 2.2, 3.2.3 and 3.2.6)."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from showcase.core.catalog.models import Link
from showcase.core.catalog.site_catalog import Catalog
from tests.web.answers import read
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

LINKS = (
    Link("Write to us", "https://example.org/contact"),
    Link("About", "https://example.org/about"),
)
PAGES = [
    *("/", "/videos/orchard", "/videos/orchard?t=8,12", "/videos/mill", "/search"),
    *("/search?q=rules", "/search?q=zeppelin", "/none", "/es/none", "/bn/videos/orchard"),
]


@pytest.fixture
def showcase(build: Build) -> Showcase:
    built = build(ORCHARD, MILL)
    site = replace(built.library.current.catalog.site, links=LINKS)
    built.library.current.catalog = Catalog(site, built.library.current.catalog.videos)
    return built


def landmarks(page: BeautifulSoup) -> list[str]:
    """The parts of a page, in order."""
    return [part.name for part in page.select("body > header, body > main, body > footer")]


@pytest.mark.parametrize("address", PAGES)
def test_the_way_to_ask_somebody_is_the_last_of_every_page(
    showcase: Showcase, address: str
) -> None:
    page = parse(showcase.get(address).text)
    assert landmarks(page) == ["header", "main", "footer"]
    links = [(read(link), link["href"]) for link in page.select("footer ul:last-of-type a")]
    assert links == [(link.label, link.url) for link in LINKS]


@pytest.mark.parametrize("address", PAGES)
def test_the_first_of_every_page_is_its_name_and_its_languages(
    showcase: Showcase, address: str
) -> None:
    page = parse(showcase.get(address).text)
    first = [
        str(link.get("class") or link.get("lang")) for link in page.select("header.site-header a")
    ]
    assert first == ["['site-name']", "en", "es", "ht", "bn"]


@pytest.mark.parametrize(
    ("address", "place"),
    [("/videos/orchard", ".bar"), ("/embed/orchard", ".bar"), ("/videos/mill", ".languages"),
     ("/embed/mill", ".languages")],
)  # fmt: skip
def test_the_list_of_keys_is_asked_for_in_the_player_else_at_the_search(
    showcase: Showcase, address: str, place: str
) -> None:
    page = parse(showcase.get(address).text)
    (button,) = page.select("[data-keys]")
    assert button.find_parent(class_=place.removeprefix(".")) is not None
    assert button.get("aria-label") == "Keyboard" or read(button) == "Keyboard"
