"""The words on paper: black on white on every screen, and nothing but the interview when it is printed."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

PAPER = "rgb(255, 255, 255)"
SCREENS: tuple[tuple[str, int, int, Literal["light", "dark"]], ...] = (
    ("wide", 1280, 800, "light"),
    ("dark", 1280, 800, "dark"),
    ("narrow", 320, 640, "light"),
)


def on_every_screen(page: Page) -> Iterator[str]:
    """The page as it stands, on one screen after the other; gives the screen's name."""
    for name, width, height, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        yield name


@pytest.mark.parametrize("path", ["/videos/yard/print", "/videos/tongues/print?lang=ar"])
def test_on_every_screen_it_is_paper_without_a_fault(onlooker: Visitor, path: str) -> None:
    page = onlooker.page
    page.goto(onlooker.site + path)
    background = "getComputedStyle(document.documentElement).backgroundColor"
    for screen in on_every_screen(page):
        assert page.evaluate(background) == PAPER, screen
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0, screen
        assert faults(page) == [], screen
    assert onlooker.strangers() == []


def test_the_way_back_and_the_hint_are_not_printed(onlooker: Visitor) -> None:
    page = onlooker.page
    page.goto(f"{onlooker.site}/videos/yard/print")
    back = page.get_by_role("link", name="Back to the video")
    expect(back).to_be_visible()
    page.emulate_media(media="print")
    expect(back).to_be_hidden()
    expect(page.get_by_role("heading", name="María Reyes")).to_be_visible()
    expect(page.get_by_text("We sat under the mango tree and wrote down")).to_be_visible()


def test_a_time_stands_beside_its_words_and_not_in_them(onlooker: Visitor) -> None:
    page = onlooker.page
    page.goto(f"{onlooker.site}/videos/yard/print")
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


# The page of a video itself, printed with Ctrl+P.
BLACK = "rgb(0, 0, 0)"
UNPRINTED = ("button", "input", "svg", "img", "video", ".share-it", ".site-header", "#dock")
PRINTED_STATES = ["", "?q=mango", "?t=10,14", "?t=10,14&q=mango", "?beside=es"]
# What each text of the words is printed in: [color, what is behind it].
_INKS = """() => [...document.querySelectorAll("main *")]
  .filter((each) => each.checkVisibility() && each.textContent.trim())
  .map((each) => getComputedStyle(each))
  .map(({color, backgroundColor, backgroundImage, boxShadow}) =>
    [color, backgroundColor, backgroundImage, boxShadow].join("; "))"""


@pytest.mark.parametrize("query", PRINTED_STATES)
def test_a_video_is_printed_as_black_words_without_controls(onlooker: Visitor, query: str) -> None:
    page = onlooker.open(f"/videos/yard{query}")
    page.emulate_media(media="print")
    seen = "all => all.filter((each) => each.checkVisibility()).map((each) => each.className)"
    for screen in on_every_screen(page):
        assert {*page.evaluate(_INKS)} == {f"{BLACK}; rgba(0, 0, 0, 0); none; none"}, screen
        expect(page.locator("#p10000")).to_be_visible()
        for kind in UNPRINTED:
            assert page.locator(kind).evaluate_all(seen) == [], (screen, kind)


def test_no_name_and_no_time_is_printed_on_another_sheet_than_its_words(onlooker: Visitor) -> None:
    page = onlooker.open("/videos/yard")
    page.emulate_media(media="print")
    keeps = "all => all.map((each) => getComputedStyle(each).breakAfter)"
    heads = page.locator(".voice, .chh, .sheet > .time")
    whole = "all => all.map((each) => getComputedStyle(each).breakInside)"
    for screen in on_every_screen(page):
        assert {*heads.evaluate_all(keeps)} == {"avoid"}, screen
        assert {*page.locator(".turn").evaluate_all(whole)} == {"avoid"}, screen
        time, said = page.locator(".voice .time").first.bounding_box(), page.locator(".turn").first
        words = said.locator("a").first.bounding_box()
        assert time is not None
        assert words is not None
        assert time["x"] + time["width"] < words["x"], f"{screen}: a time stands beside its words"


def test_it_takes_no_more_sheets_than_the_page_for_printing(visitor: Visitor) -> None:
    page = visitor.page
    sheets = []
    for path in ("/videos/yard/print", "/videos/yard"):
        page.goto(visitor.site + path)
        sheets.append(
            len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, format="A4")))
        )
    made_to_be_printed, printed = sheets
    assert printed <= made_to_be_printed
