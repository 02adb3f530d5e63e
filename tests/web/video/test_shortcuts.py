"""The list of keyboard shortcuts in the language of the page."""

import pytest
from bs4 import BeautifulSoup

from showcase.web.i18n.catalogs import LOCALES, load_catalog
from tests.web.small_showcase import Showcase


def listed(showcase: Showcase, address: str) -> BeautifulSoup:
    return BeautifulSoup(showcase.client.get(address).text, "html.parser")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_list_is_in_the_language_of_the_page(showcase: Showcase, locale: str) -> None:
    dialog = listed(showcase, f"/{locale}/videos/orchard?part=keys").select_one("dialog#keys")
    assert dialog
    assert dialog["lang"] == locale
    heading = dialog.select_one("h2")
    assert heading
    assert heading.text == load_catalog(locale).gettext("Keyboard")


def test_it_lists_what_there_is_to_act_on(showcase: Showcase) -> None:
    titles = {
        slug: [h3.text for h3 in listed(showcase, f"/en/videos/{slug}?part=keys").select("h3")]
        for slug in ("orchard", "mill")
    }
    assert titles["orchard"] == ["Video", "Words", "Search", "Help"]
    assert "Search" in titles["mill"]
