"""Full screen: the state is told, captions come along, and the focus is never where nobody sees it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

IS_FULL = "document.fullscreenElement?.id === 'player'"
IS_OUT = "!document.fullscreenElement"
IN_PLAYER = "document.getElementById('player').contains(document.activeElement)"
FOCUS_SEARCH = "document.getElementById('q').focus()"
PAGES = ["/videos/yard", "/embed/yard"]


def fill(visitor: Visitor, path: str = "/videos/yard") -> Page:
    """A page whose player fills the screen, by its button."""
    page = visitor.open(path)
    page.locator("#player [data-do=fullscreen]").click()
    visitor.wait_for(IS_FULL)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_the_button_fills_the_screen_and_tells_that_it_does(visitor: Visitor, path: str) -> None:
    page = fill(visitor, path)
    button = page.locator("#player [data-do=fullscreen]")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    box, bar = (
        page.locator("#player").bounding_box(),
        page.locator("#player [data-bar]").bounding_box(),
    )
    assert box
    assert bar
    assert [box[side] for side in ("x", "y", "width", "height")] == [0, 0, 1280, 800]
    assert bar["y"] + bar["height"] == pytest.approx(800, abs=1)
    button.click()
    visitor.wait_for(IS_OUT)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", PAGES)
def test_f_leads_in_and_out_and_the_focus_back_to_its_line(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    line = visitor.line("We sat under")
    line.focus()
    place = visitor.rest()
    page.keyboard.press("f")
    visitor.wait_for(f"{IS_FULL} && {IN_PLAYER}")
    page.keyboard.press("f")
    visitor.wait_for(IS_OUT)
    expect(line).to_be_focused()
    assert visitor.rest() == place


def test_escape_leads_out(visitor: Visitor) -> None:
    """The browser's own window takes that key, and tests have none: it is done as that does it."""
    page = fill(visitor)
    page.evaluate("document.exitFullscreen()")
    visitor.wait_for(IS_OUT)
    expect(page.locator("#player [data-do=fullscreen]")).to_be_focused()
    expect(page.locator("#player [data-do=fullscreen]")).to_have_attribute("aria-pressed", "false")


def test_tab_stays_in_what_is_seen(visitor: Visitor) -> None:
    page = fill(visitor)
    # What keeps the focus is loaded when the player fills the screen: from then on it cannot be elsewhere.
    visitor.wait_for(f"({FOCUS_SEARCH}, {IN_PLAYER})")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(12):
            page.keyboard.press(key)
            assert page.evaluate(f"{IN_PLAYER} || document.activeElement === document.body"), key
    page.keyboard.press("f")
    visitor.wait_for(f"{IS_OUT} && ({FOCUS_SEARCH}, !{IN_PLAYER})")
    page.keyboard.press("Tab")
    assert not page.evaluate(IN_PLAYER), "outside of full screen the focus goes where it likes"


def test_keys_play_there(visitor: Visitor) -> None:
    page = fill(visitor)
    page.keyboard.press("k")
    visitor.wait_for("!bus.media.paused")
    page.keyboard.press("ArrowRight")
    visitor.wait_for("bus.media.currentTime > 5")
    assert page.evaluate(IS_FULL)


def test_captions_of_a_file_come_along(visitor: Visitor) -> None:
    page = fill(visitor)
    assert page.evaluate("document.fullscreenElement.contains(document.getElementById('video'))")
    page.keyboard.press("k")
    visitor.wait_for("[...bus.media.textTracks].some(({mode}) => mode === 'showing')")
    page.keyboard.press("c")
    visitor.wait_for("![...bus.media.textTracks].some(({mode}) => mode === 'showing')")
    page.keyboard.press("c")
    visitor.wait_for("[...bus.media.textTracks].some(({mode}) => mode === 'showing')")


def test_captions_over_the_player_of_another_site_come_along(visitor: Visitor) -> None:
    page = visitor.open("/videos/tube?t=10")
    visitor.play()
    page.locator("#player [data-do=captions]").click()
    page.locator("#player [data-do=fullscreen]").click()
    visitor.wait_for(IS_FULL)
    caption = page.locator("#player .cap")
    expect(caption).not_to_be_empty()
    expect(caption).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.fullscreenElement.contains(document.querySelector('.cap'))")
