"""The words on paper: black on white on every screen, and nothing but the interview when it is printed."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

PAPER = "rgb(255, 255, 255)"
SETTINGS: list[dict[str, Any]] = [
    {},
    {"color_scheme": "dark"},
    {"viewport": {"width": 320, "height": 640}},
]


@pytest.mark.parametrize("settings", SETTINGS, ids=["wide", "dark", "narrow"])
@pytest.mark.parametrize("path", ["/videos/yard/print", "/videos/tongues/print?lang=ar"])
def test_on_every_screen_it_is_paper_without_a_fault(visitor: Visitor, path: str) -> None:
    page = visitor.page
    page.goto(visitor.site + path)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == PAPER
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert faults(page) == []
    assert visitor.strangers() == []


def test_the_way_back_and_the_hint_are_not_printed(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/videos/yard/print")
    back = page.get_by_role("link", name="Back to the video")
    expect(back).to_be_visible()
    page.emulate_media(media="print")
    expect(back).to_be_hidden()
    expect(page.get_by_role("heading", name="María Reyes")).to_be_visible()
    expect(page.get_by_text("We sat under the mango tree and wrote down")).to_be_visible()


def test_a_time_stands_beside_its_words_and_not_in_them(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/videos/yard/print")
    said = page.locator("#p10000")
    start, end = said.locator(".clock").bounding_box(), said.bounding_box()
    assert start is not None
    assert end is not None
    indent = said.evaluate("said => parseFloat(getComputedStyle(said).paddingInlineStart)")
    assert start["x"] + start["width"] < end["x"] + indent


def test_it_is_whole_pages_with_no_name_left_alone_at_their_feet(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/videos/yard/print")
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) >= 2
    page.emulate_media(media="print")
    keeps = "heads => heads.map((head) => getComputedStyle(head).breakAfter)"
    assert set(page.locator("h2, h3").evaluate_all(keeps)) == {"avoid"}
