"""The page never moves while the player is in view, nor after the reader has scrolled.

Thirty seconds of speech are played at sixteen times their speed; `make access` plays them as they are.
"""

import os
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.input_events import (
    PHONE,
    drag_scrollbar,
    moves,
    press_page_down,
    swipe,
    turn_wheel,
    watch_scroll,
)
from tests.browser.visitor import PATIENCE, Visitor

SECONDS = 30
RATE = float(os.environ.get("FOLLOWING_RATE", "16"))
SPOKEN = "[...document.querySelectorAll('a[data-start]')].indexOf(bus.cue?.element)"

Act = Callable[[Visitor], None]


def plays_on(visitor: Visitor) -> int:
    """Let thirty seconds be played; how many lines were spoken in them."""
    visitor.bus(f"bus.media.playbackRate = {RATE}")
    start, line = visitor.bus("bus.media.currentTime"), int(visitor.bus(SPOKEN))
    visitor.wait_for(
        f"bus.media.currentTime >= {start + SECONDS}", patience=PATIENCE + SECONDS * 1000 / RATE
    )
    visitor.bus("bus.media.pause()")
    return int(visitor.bus(SPOKEN)) - line


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["wide", "phone"])
def test_the_page_stands_still_while_the_player_is_in_view(visitor: Visitor) -> None:
    visitor.open("/videos/yard")
    visitor.play()
    watch_scroll(visitor)
    assert plays_on(visitor) >= SECONDS // 2 - 2
    assert moves(visitor) == []
    assert visitor.scroll() == 0


@pytest.mark.parametrize(
    ("act", "settings"),
    [
        (turn_wheel, {}),
        (swipe, PHONE),
        (drag_scrollbar, {}),
        (press_page_down, {}),
    ],
)
def test_the_page_stands_still_after_the_reader_has_scrolled(visitor: Visitor, act: Act) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    while visitor.bus("bus.isPlayerInView"):
        act(visitor)
    expect(page.locator("#dock [data-do=back]")).to_be_visible()
    watch_scroll(visitor)
    assert plays_on(visitor) >= SECONDS // 2 - 2
    assert moves(visitor) == []


@pytest.mark.parametrize(
    ("act", "settings"), [(turn_wheel, {}), (swipe, PHONE)], ids=["wheel", "touch"]
)
def test_one_button_with_an_arrow_goes_back(visitor: Visitor, act: Act) -> None:
    page = visitor.open("/videos/yard?t=60")
    visitor.rest()
    page.evaluate("scrollTo(0, 0)")
    visitor.wait_for("bus.isPlayerInView")
    visitor.play()
    while visitor.bus("bus.isPlayerInView"):
        act(visitor)
    back = page.get_by_role("button", name="Back to the current line")
    expect(back).to_have_count(1)
    expect(back.locator("svg use")).to_have_attribute("href", re.compile("#icon-line$"))
    back.click()
    expect(visitor.live()).to_be_in_viewport()
    assert visitor.bus("bus.isFollowing")
    before = visitor.rest()
    page.evaluate("document.getElementById('video').currentTime += 60")
    visitor.wait_for(f"scrollY > {before}")


def focus_search(visitor: Visitor) -> None:
    visitor.page.locator("#q").evaluate("element => element.focus({preventScroll: true})")


@pytest.mark.parametrize("act", [turn_wheel, drag_scrollbar, focus_search])
def test_what_the_reader_does_before_its_module_has_come_counts(visitor: Visitor, act: Act) -> None:
    page = visitor.open("/videos/yard")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/playback.js", hold)
    with page.expect_request("**/playback.js"):
        visitor.play()
    act(visitor)
    held[0].continue_()
    visitor.wait_for("!bus.isFollowing")


def test_an_open_search_ends_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView && bus.isFollowing")
    page.locator("#q").focus()
    visitor.wait_for("!bus.isFollowing")
    watch_scroll(visitor)
    assert plays_on(visitor) >= SECONDS // 2 - 2
    assert moves(visitor) == []


def test_a_pointer_that_crosses_the_search_does_not_end_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView && bus.isFollowing")
    visitor.bus("bus.on('matcheschange', () => (window.isSearchReady = true))")
    page.locator("#q").dispatch_event("pointerover")
    visitor.wait_for("window.isSearchReady")
    visitor.let_timers_run(100)
    assert visitor.bus("bus.isFollowing")


def test_the_key_that_plays_does_not_end_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView && bus.isFollowing")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(" ")
    visitor.wait_for("bus.media.paused")
    page.keyboard.press("k")
    visitor.wait_for("!bus.media.paused")
    assert visitor.bus("bus.isFollowing")


@pytest.mark.parametrize("way", ["button", "words"])
def test_it_goes_on_when_the_share_panel_is_closed(visitor: Visitor, way: str) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView && bus.isFollowing")
    visitor.rest()
    if way == "button":
        page.locator(".turn").filter(has=page.locator("[aria-current=true]")).locator(
            "[data-share]"
        ).click()
    else:
        page.evaluate(
            "getSelection().selectAllChildren(document.querySelector('#transcript [aria-current=true]'))"
        )
    expect(page.locator("#share.is-open")).to_be_visible()
    visitor.wait_for("!bus.isFollowing")
    page.locator("#share [data-close]").click()
    visitor.wait_for("bus.isFollowing")
    before = visitor.rest()
    page.evaluate("document.getElementById('video').currentTime += 60")
    visitor.wait_for(f"scrollY > {before}")


def test_it_does_not_go_on_for_who_has_scrolled_while_sharing(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView && bus.isFollowing")
    visitor.rest()
    page.locator(".turn").filter(has=page.locator("[aria-current=true]")).locator(
        "[data-share]"
    ).click()
    expect(page.locator("#share.is-open")).to_be_visible()
    turn_wheel(visitor)
    page.locator("#share [data-close]").click()
    expect(page.locator("#share.is-open")).to_have_count(0)
    visitor.let_timers_run(100)
    assert not visitor.bus("bus.isFollowing")
