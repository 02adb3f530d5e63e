"""Who opens a link to a moment sees its words, and at once of which video they are."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.visitor import Visitor

SIZES: list[dict[str, Any]] = [
    {"viewport": {"width": width, "height": height}}
    for width, height in ((1280, 800), (768, 1024), (390, 844), (320, 640))
]


@pytest.mark.parametrize("settings", SIZES)
def test_title_and_picture_are_on_the_first_screen_of_a_moment(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=30,34")
    expect(page.locator("#transcript .sel").first).to_be_in_viewport()
    expect(page.locator("#dock [data-speaker]")).to_have_text("The yard (yard)")
    expect(page.locator("#dock [data-speaker]")).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".screen")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("settings", SIZES)
def test_once_it_plays_the_speaker_stands_where_the_title_stood(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=30,34")
    page.locator("#dock [data-do=toggle]").click()
    expect(page.locator("#dock [data-speaker]")).not_to_have_text("The yard (yard)")


# How much of the page moved by itself: the layout shift that Core Web Vitals counts.
_SHIFT = """() => new Promise((done) => new PerformanceObserver((list, observer) => {
    observer.disconnect();
    done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
}).observe({type: "layout-shift", buffered: true}) ?? setTimeout(() => done(0), 300))"""


@pytest.mark.parametrize("settings", SIZES)
@pytest.mark.parametrize("query", ["q=jug", "q=jug&t=30", "q=mango+tree"])
def test_nothing_moves_when_the_search_comes(visitor: Visitor, query: str) -> None:
    page = visitor.open(f"/videos/yard?{query}")
    expect(page.locator(".hit-preview .hit-words")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(_SHIFT) < 0.01


def test_who_plays_before_the_search_is_there_is_left_there(visitor: Visitor) -> None:
    held: list[Route] = []
    visitor.page.route("**/search_form*", lambda route: held.extend([route]))
    page = visitor.open("/videos/yard?q=tree")
    visitor.play()
    for route in held:
        route.continue_()
    expect(page.locator(".hit-preview")).to_be_visible()
    visitor.asks(q="tree")
    assert visitor.bus("bus.moment") is None


def test_who_comes_from_a_search_hears_on_behind_the_words(visitor: Visitor) -> None:
    visitor.open("/videos/yard?t=30,30.5&q=jug")
    visitor.play()
    visitor.wait_for("bus.media.currentTime > 31.5")
    assert not visitor.bus("bus.media.paused")
