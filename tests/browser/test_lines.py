"""Presses on lines of the words: one click plays, two select a word, Space pauses; many are one place."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import content
from tests.browser.input_events import PHONE
from tests.browser.visitor import Visitor

# As in static/js/transcript/transcript.js: the second press of a double click comes within this.
DOUBLE_CLICK_MS = 300
WATER = "In the river field we asked about the water."
BELL = "Then the bell rang and the rows began."
_STATE = "[bus.media.paused, location.search, scrollY, history.length, bus.hasPlayed]"


def middle_of_word(line: Locator) -> dict[str, float]:
    """A place in the first line of the words, a little after their beginning."""
    box = line.bounding_box()
    assert box
    return {"x": box["x"] + 12, "y": box["y"] + 14}


@pytest.mark.parametrize(
    "settings",
    [{"viewport": {"width": width, "height": 800}} for width in (1280, 768, 390)],
    ids=["1280", "768", "390"],
)
def test_a_double_click_selects_a_word_and_does_nothing_else(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    line = visitor.line(WATER)
    line.scroll_into_view_if_needed()
    visitor.rest()
    before = visitor.bus(_STATE)
    visitor.bus("addEventListener('play', () => (window.wasHeard = true), true)")
    place = middle_of_word(line)
    page.mouse.dblclick(place["x"], place["y"])
    assert page.evaluate("getSelection().toString().trim()") == "In"
    expect(page.locator("#share.is-open")).to_be_visible()
    visitor.let_timers_run(DOUBLE_CLICK_MS + 1)
    after = visitor.bus(_STATE)
    assert after[:2] + after[3:] == before[:2] + before[3:]
    assert visitor.bus("bus.media.currentTime") == 0
    assert not page.evaluate("Boolean(window.wasHeard)")


def test_a_double_click_while_it_plays_lets_it_play_on(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    line = visitor.line(WATER)
    line.scroll_into_view_if_needed()
    visitor.rest()
    place = middle_of_word(line)
    page.mouse.dblclick(place["x"], place["y"])
    assert page.evaluate("getSelection().toString().trim()") == "In"
    visitor.let_timers_run(DOUBLE_CLICK_MS + 1)
    assert not visitor.bus("bus.media.paused")
    assert visitor.bus("bus.media.currentTime") < content.start_of(WATER) / 2
    assert visitor.query() == {}


def test_a_click_is_at_its_time_before_it_is_known_to_be_single(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    line = visitor.line(WATER)
    line.scroll_into_view_if_needed()
    place = middle_of_word(line)
    page.evaluate("""addEventListener("click", () => {
        window.at = document.getElementById("video").currentTime;
    })""")
    page.mouse.click(place["x"], place["y"])
    assert page.evaluate("window.at") == content.start_of(WATER)
    visitor.wait_for("!bus.media.paused")


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["mouse", "finger"])
def test_four_lines_are_one_place_of_the_history(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    before = page.evaluate("history.length")
    lines = ("They wait", "I was told", "We sat under", "It was late")
    for words in lines:
        line = visitor.line(words)
        if page.evaluate("navigator.maxTouchPoints"):
            line.tap()
        else:
            line.click()
        visitor.asks(t=f"{content.start_of(words):g}")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    visitor.asks()
    visitor.wait_for("bus.media.currentTime < 5")
    page.go_forward()
    visitor.asks(t=f"{content.start_of(lines[-1]):g}")


def test_a_line_after_a_hit_is_a_place_of_its_own(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    visitor.line("They wait").click()
    visitor.asks(t=f"{content.start_of('They wait'):g}", q="jug")
    before = page.evaluate("history.length")
    page.locator("#q").press("Enter")
    visitor.wait_for("bus.matchIndex === 1")
    visitor.line(BELL).click()
    visitor.asks(t=f"{content.start_of(BELL):g}", q="jug")
    assert page.evaluate("history.length") == before + 2


def test_space_on_a_line_plays_and_pauses_and_does_not_scroll(visitor: Visitor) -> None:
    page = visitor.open(f"/videos/yard?t={content.start_of(WATER):g}")
    line = visitor.line(WATER)
    line.focus()
    place = visitor.rest()
    page.keyboard.press(" ")
    visitor.wait_for("!bus.media.paused")
    page.keyboard.press(" ")
    visitor.wait_for("bus.media.paused")
    assert visitor.rest() == place
    expect(line).to_be_focused()


def test_space_on_a_button_of_the_share_panel_presses_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=10,18#share")
    card = page.locator("#share.is-open summary").filter(has_text="Quote card")
    card.focus()
    page.keyboard.press(" ")
    expect(page.locator("#share details[open]")).to_have_count(1)
    assert visitor.bus("bus.media.paused")
