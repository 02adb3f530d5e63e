"""A link to a moment, copied and opened by a friend."""

import pytest
from playwright.sync_api import expect

from tests.browser import content
from tests.browser.world import Visitor

ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize("settings", [ALLOWED])
def test_a_copied_link_lands_on_its_words(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    article = page.locator("article").filter(has_text="mango")
    article.locator("[data-copy]").click()
    expect(page.locator("[aria-live=polite]").filter(has_text="Link copied")).to_have_count(1)
    expect(article.locator(".copied")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(visitor.site + "/videos/yard?t=10,")
    friend = page.context.new_page()
    friend.goto(link)
    expect(friend.locator("a.sel").first).to_have_text("We sat under the mango tree")
    expect(friend.locator("a.sel").first).to_be_in_viewport()
    start = content.start_of("We sat")
    friend.wait_for_selector(".js [data-bar]:not([hidden])")
    assert abs(friend.evaluate("document.getElementById('video').currentTime") - start) <= 0.3


def test_a_refused_clipboard_offers_the_link_by_hand(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    button = page.locator("[data-copy]").first
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button.click()
    field = page.locator(".copy-box input")
    expect(field).to_be_focused()
    expect(field).to_have_value(visitor.site + "/videos/yard?t=0,6")
    assert page.evaluate("getSelection().toString()") == field.input_value()
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(button).to_be_focused()
