"""All downloads of tracks are one table, also on a phone and without scripts."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

SIZES: list[dict[str, Any]] = [
    {"viewport": {"width": width, "height": 800}} for width in (1280, 768, 390, 320)
]
# Columns whose cells do not begin below their heading.
CROOKED = """table => [...table.querySelectorAll("tbody tr:last-child")].flatMap((row) =>
  [...row.cells].filter((cell, number) => {
    const head = table.tHead.rows[0].cells[number];
    return Math.abs(cell.getBoundingClientRect().left - head.getBoundingClientRect().left) > 1;
  }))"""


@pytest.mark.parametrize("settings", SIZES)
@pytest.mark.parametrize("path", ["/videos/yard", "/bn/videos/yard", "/videos/tongues?lang=ar"])
def test_they_are_a_table_that_fits_into_the_window(visitor: Visitor, path: str) -> None:
    page = visitor.page
    page.goto(visitor.site + path)
    table = page.locator("#downloads table")
    table.scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert table.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    small = "all => all.filter((a) => a.getBoundingClientRect().height < 44).length"
    assert table.locator("a").evaluate_all(small) == 0
    assert table.evaluate(CROOKED) == []
    assert faults(page) == []


def test_without_scripts_each_cell_is_a_file(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.site}/videos/yard")
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(5)
    expect(table.get_by_role("rowheader").first).to_contain_text("Words in English")
    address = table.get_by_role("link", name=".srt").first.get_attribute("href")
    assert page.request.get(f"{reader.site}{address}").ok
