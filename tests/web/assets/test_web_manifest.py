"""What a phone reads to put the showcase on its home screen."""

from dataclasses import replace

import pytest

from showcase.core.catalog.site_catalog import Site
from showcase.web.assets.web_manifest import build_web_manifest
from showcase.web.context.urls import UrlBuilder
from tests.web.small_showcase import Showcase


def test_a_page_names_it_and_it_names_the_site_and_pictures_that_are_there(
    showcase: Showcase,
) -> None:
    page = showcase.page("/es/videos/orchard")
    address = page.select_one("link[rel=manifest]")["href"]  # type: ignore[index]
    response = showcase.get(str(address))
    manifest = response.get_json()
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == ("Samples", "es", "ltr")
    assert manifest["start_url"] == manifest["scope"] == "/es/"
    for icon in manifest["icons"]:
        picture = showcase.get(icon["src"])
        assert picture.status_code == 200
        assert picture.headers["Content-Type"].startswith(icon["type"])


def test_it_may_be_loaded(showcase: Showcase) -> None:
    assert "manifest-src 'self'" in showcase.get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("WSR, in their own words", "WSR in their"),
        ("Archive", "Archive"),
        ("Oral history of the valley", "Oral history"),
        ("Extraordinarily long", "Extraordinarily"),
    ],
)
def test_a_long_name_is_cut_between_words(name: str, short: str) -> None:
    site = replace(Site(), name=name)
    assert build_web_manifest(site, UrlBuilder())["short_name"] == short
