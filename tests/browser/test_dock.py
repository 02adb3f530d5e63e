"""The dock stands in for the player that is out of sight; its picture goes along."""

import pytest
from playwright.sync_api import expect

from tests.browser import content
from tests.browser.input_events import PHONE
from tests.browser.visitor import Visitor

DOWN = "document.getElementById('chapter-3').scrollIntoView()"


def test_the_dock_waits_until_something_has_started(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.evaluate(DOWN)
    visitor.wait_for("!bus.isPlayerInView")
    expect(page.locator("#dock")).to_be_hidden()
    page.evaluate("scrollTo(0, 0)")
    visitor.wait_for("bus.isPlayerInView")
    visitor.play()
    expect(page.locator("#dock")).to_be_hidden()
    page.evaluate(DOWN)
    expect(page.locator("#dock")).to_be_visible()
    expect(page.locator("#dock [data-speaker]")).to_have_text("Narrator")
    page.locator("#dock [data-do=toggle]").click()
    visitor.wait_for("bus.media.paused")
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#dock")).to_be_hidden()


def test_the_dock_has_a_time_bar_of_its_own(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=12")
    slider = page.locator("#dock [role=slider]")
    slider.press("ArrowRight")
    visitor.arrives(17)
    expect(slider).to_have_attribute("aria-valuetext", "17 seconds of 3 minutes")
    expect(page.locator("#player [role=slider]")).to_have_attribute("aria-valuenow", "17")


def test_the_picture_goes_along_without_moving_in_the_document(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    page.evaluate("window.screenElement = document.querySelector('.screen')")
    page.evaluate(DOWN)
    expect(page.locator("#player")).to_contain_class("is-pinned")
    assert page.evaluate("screenElement.parentElement.id") == "player"
    expect(page.locator(".screen")).to_be_in_viewport()
    hide, show = page.locator(".put-away"), page.locator(".bring-back")
    hide.click()
    expect(page.locator("#player")).not_to_contain_class("is-pinned")
    expect(show).to_be_focused()
    show.click()
    expect(page.locator("#player")).to_contain_class("is-pinned")
    assert not visitor.bus("bus.media.paused")
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#player")).not_to_contain_class("is-pinned")
    expect(hide).to_be_hidden()


def test_the_dock_leads_through_the_matches(visitor: Visitor) -> None:
    page = visitor.open(f"/videos/yard?q=jug&t={content.start_of('In the mill field'):g}")
    dock = page.locator("#dock")
    expect(dock.locator("output")).to_have_text("1 of 10")
    dock.locator("[data-do=next]").click()
    expect(dock.locator("output")).to_have_text("2 of 10")


@pytest.mark.parametrize("settings", [{}, PHONE])
def test_the_bar_stays_in_its_place_while_the_picture_is_away(visitor: Visitor) -> None:
    place = "scrollY + document.querySelector('#player .bar').getBoundingClientRect().top"
    page = visitor.open("/videos/yard")
    visitor.play()
    before = page.evaluate(place)
    page.evaluate(DOWN)
    expect(page.locator("#player")).to_contain_class("is-pinned")
    assert abs(page.evaluate(place) - before) < 1
