"""Nothing comes up under a pointer or with the focus that would have to be put away (WCAG 2.2, 1.4.13).

The bubble over the time bar can be: tests/browser/test_time_bar.py.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.test_share import ready
from tests.browser.visitor import Visitor

# What can be seen, also what a style draws before and behind it. Share buttons and the dock come by
# scrolling, and stay.
_SEEN = """() => {
    const drawn = (element) => ["::before", "::after"].map((end) => getComputedStyle(element, end).content);
    return [...document.querySelectorAll("body *")].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.closest(".skip, .screen, .share-it, .bubble, #dock") && !element.matches("svg *"))
        .map((element) => [element.localName, element.getAttribute("class"), ...drawn(element)].join(" "));
}"""
# One of each kind is enough: by what it stands in and what it does, not by its words.
_PICK = """() => {
    const kinds = new Set();
    for (const one of document.querySelectorAll("a[href], button, summary, select, input, [role=slider]")) {
        const around = one.closest("[class]");
        const kind = `${around.getAttribute("class")} ${one.localName} ${one.dataset.do ?? ""}`;
        if (kinds.has(kind) || !one.checkVisibility() || around.matches(".skip, .share-it")) continue;
        kinds.add(kind);
        one.dataset.picked = kind;
    }
}"""


def seen(page: Page) -> list[str]:
    """Every element that is to be seen."""
    found: list[str] = page.evaluate(_SEEN)
    return found


@pytest.mark.parametrize(
    "path", ["/", "/videos/yard?t=12,18&q=jug", "/embed/yard", "/search?q=jug", "/none"]
)
def test_a_pointer_and_the_focus_bring_nothing_up(visitor: Visitor, path: str) -> None:
    page = ready(visitor, path) if "yard" in path else visitor.open(path)
    assert page.locator("body [title]:not(iframe)").count() == 0, (
        "a browser's own tip cannot be put away"
    )
    if (mute := page.locator("#player [data-do=mute]")).count():
        mute.hover()
        page.wait_for_selector(".volume")  # it comes once, and stays
    page.mouse.move(0, 0)
    page.evaluate(_PICK)
    before = seen(page)
    picked = page.locator("[data-picked]").all()
    assert len(picked) > 3
    for control in picked:
        control.hover(force=True)
        assert seen(page) == before, control
        control.focus()
        assert seen(page) == before, control
        control.blur()
