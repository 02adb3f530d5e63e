"""What hands do: events that the browser's own input takes, as from a wheel, a finger or the window's bar."""

from typing import Any

from tests.browser.visitor import Visitor

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 800},
    "has_touch": True,
    "is_mobile": True,
}


def turn_wheel(visitor: Visitor) -> None:
    """Turn a mouse's wheel by most of a window's height."""
    before = visitor.rest()
    width, height = visitor.page.evaluate("[innerWidth, innerHeight]")
    visitor.page.mouse.move(width / 2, height / 2)
    visitor.page.mouse.wheel(0, height * 0.7)
    assert visitor.rest() > before


def swipe(visitor: Visitor) -> None:
    """Draw the page up with a finger."""
    page = visitor.page
    before = visitor.rest()
    width, height = page.evaluate("[innerWidth, innerHeight]")
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *heights: float) -> None:
        points = [{"x": width / 2, "y": height * share} for share in heights]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0.8)
    for step in range(1, 15):
        touch("touchMove", 0.8 - step * 0.05)
    touch("touchEnd")
    session.detach()
    assert visitor.rest() > before


def drag_scrollbar(visitor: Visitor) -> None:
    """Draw the window's bar: no event but that the page has scrolled, in one step."""
    visitor.page.evaluate("scrollBy(0, 900)")
    visitor.rest()


def press_page_down(visitor: Visitor) -> None:
    """Press a key that scrolls."""
    visitor.page.keyboard.press("PageDown")
    visitor.page.keyboard.press("PageDown")
    visitor.rest()


def watch_scroll(visitor: Visitor) -> None:
    """Note every place that the window scrolls to from now on."""
    visitor.page.evaluate("""() => {
        window.moves = [];
        addEventListener("scroll", () => window.moves.push(scrollY));
    }""")


def moves(visitor: Visitor) -> list[float]:
    """Where the window has scrolled to since `watch_scroll`."""
    found: list[float] = visitor.page.evaluate("window.moves")
    return found
