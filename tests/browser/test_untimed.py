"""A transcript without times beside a recording: both work, and nothing ties one to the other."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.content import ELSEWHERE
from tests.browser.visitor import Visitor

PAGE = "/videos/untimed"


@pytest.fixture(autouse=True)
def recording(visitor: Visitor, transcripts: Path) -> None:
    """Its host answers."""
    film = transcripts / "yard" / "yard.webm"
    visitor.page.route(ELSEWHERE, lambda route: route.fulfill(path=film))


def test_the_recording_plays_and_no_line_is_followed(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    expect(page.locator("#player .dur")).to_have_text("")  # nothing is asked of another host yet
    expect(page.locator('[data-do="captions"]')).to_be_hidden()
    visitor.play()
    expect(page.locator("#player .dur")).to_have_text("3:00")
    visitor.wait_for("bus.media.currentTime > 0.5")
    expect(visitor.live()).to_have_count(0)
    page.locator("#transcript .turn").first.click()
    assert not visitor.bus("bus.moment")


def test_its_words_are_searched_and_the_recording_stays_where_it_was(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    visitor.search("lantern")
    expect(page.locator("[data-nav] output").first).to_have_text("1 of 2")
    for number in (1, 2):
        page.locator("#q").press("Enter")
        expect(page.locator("#transcript mark.is-cur")).to_have_attribute(
            "data-match", str(number - 1)
        )
        expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
    visitor.asks(q="lantern")
    assert visitor.bus("bus.media.currentTime") == 0
    expect(page.locator("#player .tick:visible")).to_have_count(0)


def test_its_words_are_shared_by_selecting_them(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.locator("#transcript .turn").first.hover()
    page.locator("#transcript .turn").first.dblclick(position={"x": 30, "y": 30})
    expect(page.locator("#share.is-open")).to_be_visible()
    assert "t=" not in page.locator("#share-link").input_value()


def test_without_script_its_words_are_found_too(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.site}{PAGE}?q=lantern")
    expect(page.locator("#transcript mark")).to_have_count(2)
    page.locator("a[data-hit]").last.click()
    assert page.url.endswith("?q=lantern#p2")
