"""A link to a moment, copied and opened by a friend; and what is offered where copying is refused."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import content
from tests.browser.visitor import Visitor

SCROLL_PADDING_PX = 112
ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}


def open_panel(visitor: Visitor) -> Locator:
    """The share panel of the passage about the mango tree."""
    page = visitor.open("/videos/yard")
    page.mouse.move(9, 9, steps=3)  # whoever comes with a hand gets the buttons
    page.locator(".turn").filter(has_text="mango").locator("[data-share]").click()
    panel = page.locator("#share.is-open")
    expect(panel).to_be_visible()
    return panel


@pytest.mark.parametrize("settings", [ALLOWED])
def test_a_copied_link_lands_on_its_words(visitor: Visitor) -> None:
    panel = open_panel(visitor)
    page = visitor.page
    panel.get_by_role("button", name="Copy link").click()
    expect(page.locator("[aria-live=polite]").filter(has_text="Link copied")).to_have_count(1)
    expect(panel.locator(".copied")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == visitor.site + "/videos/yard?t=10,18"
    friend = page.context.new_page()
    friend.goto(link)
    expect(friend.locator(".sel").first).to_have_text("We sat under the mango tree")
    expect(friend.locator(".sel").first).to_be_in_viewport()
    start = content.start_of("We sat")
    friend.wait_for_selector(".js [data-bar]:not([hidden])")
    assert abs(friend.evaluate("document.getElementById('video').currentTime") - start) <= 0.3


@pytest.mark.parametrize("name", ["Copy link", "Copy quote"])
def test_a_refused_clipboard_offers_the_text_by_hand(visitor: Visitor, name: str) -> None:
    panel = open_panel(visitor)
    page = visitor.page
    button = panel.get_by_role("button", name=name)
    source = page.locator(f"#{button.get_attribute('data-copy')}")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button.click()
    field = panel.get_by_label("To copy by hand")
    expect(field).to_be_focused()
    expect(field).to_have_value(source.input_value())
    assert page.evaluate("getSelection().toString()") == field.input_value()
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


@pytest.mark.parametrize("name", ["Quote card", "Cite", "Embed"])
def test_what_unfolds_in_the_panel_is_above_the_dock(visitor: Visitor, name: str) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("Nobody was sent away").click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView")
    visitor.rest()
    visitor.line("We sat under").focus()  # near the foot of the window
    page.evaluate("""() => {
        const line = document.activeElement.getBoundingClientRect();
        scrollBy(0, line.top - innerHeight + 300);
    }""")
    page.keyboard.press("s")
    panel = page.locator("#share.is-open")
    panel.locator("summary").filter(has_text=name).click()
    visitor.rest()
    opened, dock = (
        panel.locator("[open] .share-more").bounding_box(),
        page.locator("#dock").bounding_box(),
    )
    assert opened
    assert dock
    # What is higher than the window begins under its upper edge, where a jump's target does (base.css).
    assert opened["y"] + opened["height"] <= dock["y"] or 0 < opened["y"] <= SCROLL_PADDING_PX
