"""An archive offers some of the languages that there are pages in, and one of them by default."""

from dataclasses import replace

import pytest

from showcase.core.catalog.site_catalog import Site
from tests.web.small_showcase import Showcase

HT = {"Accept-Language": "ht"}


def offer(showcase: Showcase, *languages: str, default: str = "") -> Showcase:
    current = showcase.library.current
    site = Site("Samples", languages=languages, default_language=default)
    current.catalog = replace(current.catalog, site=site)
    return showcase


def test_pages_link_to_those_that_are_offered(showcase: Showcase) -> None:
    page = offer(showcase, "es", "en").page("/")
    assert [str(link["lang"]) for link in page.select(".locales a")] == ["en", "es"]
    assert {str(link["hreflang"]) for link in page.select("link[hreflang]")} == {
        "x-default",
        "en",
        "es",
    }


def test_a_single_language_needs_no_links(showcase: Showcase) -> None:
    assert offer(showcase, "es").page("/").select(".locales") == []


@pytest.mark.parametrize("path", ["/ht/", "/ht/videos/orchard", "/bn/search?q=rules"])
def test_another_language_is_not_there(showcase: Showcase, path: str) -> None:
    assert showcase.get(path).status_code == 200
    response = offer(showcase, "es", "en").get(path)
    assert response.status_code == 404
    assert '<html lang="en"' in response.text


@pytest.mark.parametrize(
    ("languages", "default", "asked", "shown"),
    [
        ((), "", "", "en"),
        ((), "", "ht", "ht"),
        ((), "es", "", "es"),
        ((), "es", "fr", "es"),
        (("es", "en"), "", "ht", "en"),
        (("es", "en"), "es", "ht", "es"),
        (("es", "ht"), "", "", "es"),
        (("es", "ht"), "ht", "es", "es"),
        (("bn",), "", "en", "bn"),
    ],
)
def test_who_asks_for_none_of_them_gets_the_default(
    showcase: Showcase, languages: tuple[str, ...], default: str, asked: str, shown: str
) -> None:
    offer(showcase, *languages, default=default)
    response = showcase.get("/", {"Accept-Language": asked} if asked else {})
    assert f'<html lang="{shown}"' in response.text


def test_machines_are_told_of_those_alone(showcase: Showcase) -> None:
    offer(showcase, "es", "en")
    assert "/ht/" not in showcase.get("/sitemap.xml").text
    assert "/ht/" not in showcase.get("/robots.txt").text
    assert "ht_HT" not in showcase.get("/videos/orchard").text
    assert showcase.get("/oembed?url=http://localhost/es/videos/orchard").status_code == 200
    assert showcase.get("/oembed?url=http://localhost/ht/videos/orchard").status_code == 404


def test_words_in_a_language_that_pages_are_not_in_stay_readable(showcase: Showcase) -> None:
    offer(showcase, "en")
    page = showcase.page("/videos/orchard?lang=es")
    assert "Recogemos" in page.get_text()
