"""A word longer than a phone is wide breaks no page, and moves no field."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.visitor import Visitor

WORD = "q" * 60
PHONE: ViewportSize = {"width": 320, "height": 640}
# Whatever of a page reaches beyond the right edge of the window.
BEYOND = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => `${each.tagName} ${each.className}`)"""
PATHS = [
    "/videos/yard?q={}",
    "/videos/yard?t={}",
    "/videos/yard?lang={}",
    "/videos/yard?q={}&beside=es",
    "/search?q={}",
    "/search?q=mango&speaker={}",
    "/es/search?q={}",
    "/embed/yard?q={}",
    "/{}",
    "/videos/{}",
    "/speakers/{}",
    "/embed/{}",
]


@pytest.mark.parametrize("path", PATHS)
def test_it_reaches_beyond_no_edge(onlooker: Visitor, path: str) -> None:
    page = onlooker.page
    page.set_viewport_size(PHONE)
    page.goto(onlooker.site + path.format(WORD))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize("locale", ["", "/es", "/ht", "/bn"])
def test_where_nothing_is_found_the_field_stays_where_it_is_for_a_short_word(
    onlooker: Visitor, locale: str
) -> None:
    page = onlooker.page
    page.set_viewport_size(PHONE)
    tops = []
    for word in (WORD[:12], WORD):
        page.goto(f"{onlooker.site}{locale}/search?q={word}")
        box = page.locator("#q").bounding_box()
        assert box
        tops.append(box["y"])
        assert WORD not in page.locator("main").inner_text()
    assert tops[0] == tops[1]
