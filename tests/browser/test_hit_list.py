"""The list of all matches: what a row leads to, and what of the list is in sight."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor

LOW = {"viewport": {"width": 640, "height": 400}}
WIDE = {"viewport": {"width": 1280, "height": 800}}
# A row that begins below the line of its chapter, which stays at the head of the list, and ends in the list;
# of one that is higher than the list the first line.
_SEEN = """(row) => {
    const boxOf = (element) => element.getBoundingClientRect();
    const [list, own] = [row.closest("#hit-list"), row].map(boxOf);
    const top = list.top + (document.querySelector(".hit-chapter")?.clientHeight ?? 0);
    return own.top >= top - 1 && own.bottom <= Math.max(list.bottom, top + own.height) + 2;
}"""


def opened(visitor: Visitor) -> Page:
    """A page with the list of a word that is said ten times."""
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    page.locator(".all").click()
    expect(page.locator("#hit-list [data-hit]")).to_have_count(10)
    return page


def test_a_row_plays_on_after_its_words(visitor: Visitor) -> None:
    page = opened(visitor)
    visitor.bus("bus.play()")
    visitor.wait_for("!bus.media.paused")
    page.locator("#hit-list [data-hit]").nth(3).click()
    visitor.wait_for("bus.matchIndex === 3")
    start = visitor.bus("bus.moment.start")
    visitor.wait_for(f"bus.media.currentTime > {start + 1.5}")  # "jug" takes half a second
    assert not visitor.bus("bus.media.paused")
    assert "," not in visitor.query()["t"]


def test_rows_are_one_place_of_the_history(visitor: Visitor) -> None:
    page = opened(visitor)
    before = page.evaluate("history.length")
    for number in (1, 4, 7):
        page.locator("#hit-list [data-hit]").nth(number).click()
        visitor.wait_for(f"bus.matchIndex === {number}")
        visitor.asks(q="jug", t=str(visitor.bus("bus.moment.start")))
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    visitor.asks(q="jug")


@pytest.mark.parametrize("settings", [LOW, WIDE], ids=str)
def test_the_current_row_is_seen_whole(visitor: Visitor) -> None:
    page = opened(visitor)
    for _ in range(10):
        page.locator("#q").press("Enter")
        row = page.locator("#hit-list [aria-current]")
        expect(row).to_have_count(1)
        assert row.evaluate(_SEEN), row.inner_text()


def test_a_match_has_the_same_time_under_the_field_as_in_the_list(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("picker")  # the second half of its line is a second later
    shown = page.locator(".hit-preview .time").inner_text()
    page.locator(".all").click()
    assert page.locator("#hit-list .time").first.inner_text() == shown


def test_the_button_under_a_match_leads_the_keyboard_into_the_panel_and_back(
    visitor: Visitor,
) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("mango tree")
    page.locator("#q").press("Enter")
    button = page.locator(".hit-tools button:not(.copy)")
    button.press("Enter")
    expect(page.locator("#share.is-open .share-acts :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
