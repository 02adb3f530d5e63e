"""What is beside the words of a passage, its time and its share button; and what copied words take along."""

import pytest
from playwright.sync_api import expect

from tests.browser import content
from tests.browser.visitor import Visitor

MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
WIDTHS = (320, 390, 640, 705, 768, 800, 900, 959)
# Where time and share button are: how far each ends from the end of the words, and whether a press in the
# middle of the time goes elsewhere.
_PLACES = """() => [...document.querySelectorAll("#transcript .turn:has(> .share-it)")].map((turn) => {
    const before = turn.previousElementSibling;
    const time = before.matches(".time") ? before : before.querySelector(".time");
    const share = turn.querySelector(":scope > .share-it").getBoundingClientRect();
    const end = turn.getBoundingClientRect().right;
    time.scrollIntoView({block: "center"});
    const box = time.getBoundingClientRect();
    const pressed = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {fromTime: Math.round(end - box.right), fromShare: Math.round(end - share.right),
        gap: Math.round(share.left - box.right), pressed: pressed === time};
})"""


@pytest.mark.parametrize(
    "settings",
    [{"viewport": {"width": width, "height": 800}} for width in WIDTHS],
    ids=map(str, WIDTHS),
)
def test_the_share_button_is_beside_the_time_where_the_words_end(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.mouse.move(9, 9, steps=3)
    expect(page.locator(".share-it")).not_to_have_count(0)
    page.locator("#transcript").scroll_into_view_if_needed()
    visitor.rest()
    places = page.evaluate(_PLACES)
    assert len(places) > 3
    assert all(place["pressed"] for place in places), "a press on the time shares"
    assert {place["gap"] for place in places} <= {0, 1}, "the button is right after the time"
    assert {place["fromShare"] for place in places} == {-12}, "and ends where the words do"


@pytest.mark.parametrize("settings", [MAY_COPY])
def test_copied_passages_have_their_words_and_speakers_and_no_times(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.evaluate("""() => {
        const turns = document.querySelectorAll("#transcript .turn");
        const [first, last] = [turns[0].firstChild, turns[2].lastChild];
        getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length);
    }""")
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()")
    lines = [line for line in copied.split("\n") if line.strip()]
    said = [" ".join(words) for _, words in content.OPENING]
    assert lines == [said[0], "Rosa Field", said[1], "María Reyes", said[2]]
