"""Every kind of page, by every rule of axe and by its boxes. Slow: make access."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.all_sizes.measures import (
    cut_off,
    give_space,
    hidden_focus,
    overlaps,
    sideways,
    small_targets,
)
from tests.browser.input_events import PHONE
from tests.browser.visitor import Visitor

PAGES = [
    *("/", "/videos/yard", "/videos/yard?t=12,18&q=jug", "/videos/words", "/videos/tube"),
    *("/videos/seen", "/videos/yard?lang=es&beside=en", "/videos/tongues?lang=ar"),
    *("/videos/yard?q=we+sat+under+the+mango+tree+and+wrote+up", "/videos/yard?q=nobodysaysthis"),
    *("/search", "/search?q=jug", "/search?q=nobodysaysthis", "/none", "/about"),
    *("/speakers", "/speakers/rosa-field", "/bn/organizations/pickers-united", "/dates/undated"),
    *("/embed/yard", "/embed/yard?t=12,18&theme=dark", "/embed/none", "/videos/yard/print"),
    *("/es/videos/yard", "/ht/search?q=jug", "/bn/videos/yard?t=12"),
]
WINDOWS: dict[str, dict[str, Any]] = {
    "1280": {},
    "390": PHONE,
    "320": {"viewport": {"width": 320, "height": 640}},
    "dark": {"color_scheme": "dark"},
}


@pytest.mark.parametrize("settings", WINDOWS.values(), ids=WINDOWS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert faults(page) == []
    assert small_targets(page) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_fits(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert cut_off(page) == []
    assert overlaps(page) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("settings", [WINDOWS["1280"], WINDOWS["390"]], ids=["1280", "390"])
@pytest.mark.parametrize("path", PAGES)
def test_text_with_more_space_fits(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    give_space(page)
    assert cut_off(page) == []
    assert overlaps(page) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("settings", WINDOWS.values(), ids=WINDOWS)
def test_a_page_in_use_has_no_fault(visitor: Visitor) -> None:
    """Before and after each thing that visitors do."""
    page = visitor.open("/videos/yard")
    visitor.play()
    assert faults(page) == []
    visitor.search("jug")
    page.locator("#q").press("Enter")
    expect(page.locator("#dock")).to_be_visible()
    assert faults(page) == []
    visitor.line("There was a jug").focus()
    page.keyboard.press("s")
    expect(page.locator("#share.is-open")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert faults(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize(
    "settings",
    [WINDOWS["1280"], {"viewport": {"width": 390, "height": 700}}],
    ids=["wide", "phone"],
)
@pytest.mark.parametrize("path", ["/videos/yard?t=60&q=jug", "/embed/yard?q=jug"])
def test_nothing_hides_the_focus(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.evaluate("scrollTo(0, 0)")
    visitor.rest()
    visitor.bus("bus.play()")
    visitor.wait_for("!bus.media.paused")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(50):
            page.keyboard.press(key)
            visitor.rest()
            assert hidden_focus(page) == "", key
    visitor.line("Before the sun").focus()
    for key in ("ArrowDown", "ArrowUp"):
        for _ in range(40):
            page.keyboard.press(key)
            assert hidden_focus(page) == "", key
