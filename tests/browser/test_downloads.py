"""All downloads of tracks are one table, also on a phone and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

WIDTHS = (1280, 768, 390, 320)
# Columns whose cells do not begin below their heading.
CROOKED = """table => [...table.querySelectorAll("tbody tr:last-child")].flatMap((row) =>
  [...row.cells].filter((cell, number) => {
    const head = table.tHead.rows[0].cells[number];
    return Math.abs(cell.getBoundingClientRect().left - head.getBoundingClientRect().left) > 1;
  }))"""


@pytest.mark.parametrize("path", ["/videos/yard", "/bn/videos/yard", "/videos/tongues?lang=ar"])
def test_they_are_a_table_that_fits_into_the_window(onlooker: Visitor, path: str) -> None:
    page = onlooker.page
    page.goto(onlooker.site + path)
    table = page.locator("#downloads table")
    small = "all => all.filter((a) => a.getBoundingClientRect().height < 44).length"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        table.scroll_into_view_if_needed()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0, width
        assert table.evaluate("each => each.scrollWidth - each.clientWidth") <= 0, width
        assert table.locator("a").evaluate_all(small) == 0, width
        assert table.evaluate(CROOKED) == [], width
        assert faults(page) == [], width


def test_without_scripts_each_cell_is_a_file(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.site}/videos/yard")
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(5)
    expect(table.get_by_role("rowheader").first).to_contain_text("Words in English")
    address = table.get_by_role("link", name=".srt").first.get_attribute("href")
    assert page.request.get(f"{reader.site}{address}").ok
