"""Where the device has colors of its own, grounds and shadows are gone: what they say is said otherwise."""

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_share import ready
from tests.browser.visitor import Visitor

FORCED = {"forced_colors": "active"}
PAGES = ["/videos/yard", "/embed/yard"]
# All that is left to see of an element: the browser says what it paints, so tints and shadows are gone.
_LOOK = """(element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const seen = ["color", "backgroundColor", "borderBottomWidth", "borderBottomColor",
        "borderInlineStartWidth", "borderTopWidth", "outlineStyle", "outlineWidth", "textDecorationLine",
        "textDecorationThickness", "textDecorationColor", "fontWeight", "width", "height"];
    return Object.fromEntries(seen.map((name) => [name, style[name]]));
}"""
# Lines differ in length, which says nothing.
_SIZES = ("width", "height")
NO_COLOR = "rgba(0, 0, 0, 0)"

pytestmark = pytest.mark.parametrize("settings", [FORCED], ids=["forced"])


def look(locator: Locator, pseudo: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = locator.first.evaluate(_LOOK, pseudo)
    return found


def mark(locator: Locator) -> dict[str, Any]:
    """How words are marked, however long they are."""
    return {name: value for name, value in look(locator).items() if name not in _SIZES}


def ground(page: Page) -> str:
    """The color of the page."""
    found: str = page.evaluate(
        "getComputedStyle(Object.assign(document.body, {style: 'background: Canvas'})).backgroundColor"
    )
    return found


@pytest.mark.parametrize("path", PAGES)
def test_what_is_marked_in_the_words_is_told_apart(visitor: Visitor, path: str) -> None:
    page = visitor.open(f"{path}?t=12,18&q=jug")
    plain = mark(page.locator("a[data-start]:not(.sel, [aria-current], :has(mark, .sel))"))
    moment = mark(page.locator("#transcript .sel"))
    bars = [look(page.locator("#transcript .is-target"), "::before")]
    expect(page.locator("#player .tick")).not_to_have_count(0)  # the search is at work
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_have_count(1)
    found = mark(page.locator("#transcript mark:not(.is-cur)"))
    current = mark(page.locator("#transcript mark.is-cur"))
    visitor.bus("bus.play()")
    expect(visitor.live()).to_have_count(1)
    spoken = mark(visitor.live())
    bars.append(look(page.locator("#transcript .is-live"), "::before"))
    looks = [plain, moment, found, current, spoken]
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])
    for bar in bars:
        assert bar["backgroundColor"] not in (ground(page), NO_COLOR)
        assert bar["width"] == "6px"


@pytest.mark.parametrize("path", PAGES)
def test_a_pressed_button_is_told_apart(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    for name in ("captions", "mute"):
        button = page.locator(f"#player [data-do={name}]")
        was = button.get_attribute("aria-pressed")
        before = look(button)
        page.keyboard.press(name[0])
        expect(button).not_to_have_attribute("aria-pressed", str(was))
        widths = {before["borderBottomWidth"], look(button)["borderBottomWidth"]}
        assert widths == {"0px", "4px"}, name


@pytest.mark.parametrize("path", PAGES)
def test_the_sun_and_the_time_are_seen(visitor: Visitor, path: str) -> None:
    page = visitor.open(f"{path}?t=60,90&q=jug")
    expect(page.locator("#player .tick")).not_to_have_count(0)
    page.locator("#q").press("Enter")
    expect(page.locator("#player .tick.is-cur")).to_have_count(1)
    canvas = ground(page)
    sun = look(page.locator(".play"), "::before")["backgroundColor"]
    assert sun not in (canvas, NO_COLOR)
    assert look(page.locator(".play .icon"))["color"] == canvas, "what stands on the sun"
    bar = page.locator("#player [data-slider]")
    parts = {
        part: look(bar.locator(part))["backgroundColor"]
        for part in (".rail", ".fill", ".knob", ".tick:not(.is-cur)", ".tick.is-cur")
    }
    assert not {canvas, NO_COLOR} & set(parts.values())
    assert parts[".fill"] == parts[".knob"] != parts[".rail"]
    assert parts[".tick.is-cur"] != parts[".tick:not(.is-cur)"]
    assert look(bar.locator(".range"))["borderTopWidth"] == "3px"


@pytest.mark.parametrize("path", PAGES)
def test_whatever_has_the_focus_has_a_ring(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    seen = set()
    for _ in range(45):
        page.keyboard.press("Tab")
        tag, line = page.evaluate("""() => {
            const at = document.activeElement;
            const {outlineStyle, outlineWidth} = getComputedStyle(at);
            return [at.outerHTML.slice(0, 90), `${outlineStyle} ${outlineWidth}`];
        }""")
        if tag.startswith("<body"):
            break
        seen.add(tag)
        assert line in ("solid 3px", "solid 5px"), tag
    assert len(seen) > 10


@pytest.mark.parametrize("path", PAGES)
def test_the_parts_of_the_share_panel_are_seen(visitor: Visitor, path: str) -> None:
    page = ready(visitor, path)
    visitor.line("We sat under").focus()
    page.keyboard.press("s")
    panel = page.locator("#share.is-open")
    expect(panel).to_be_visible()
    assert look(panel)["borderTopWidth"] == "2px"
    assert look(panel.locator(".share-head"))["borderBottomWidth"] == "1px"
    panel.locator("summary").filter(has_text="Cite").click()
    opened, closed = (
        look(panel.locator(f"details{state} > summary")) for state in ("[open]", ":not([open])")
    )
    # A ground that is painted anew in the color of the page is none.
    assert opened["backgroundColor"] not in (closed["backgroundColor"], ground(page))
    assert opened["color"] != opened["backgroundColor"]


def test_the_row_that_is_stepped_to_is_told_apart(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("patio")  # Spanish words, which stand in the list alone
    page.locator("#q").press("Enter")
    row = page.locator("#search-result .hit-list > .is-cur")
    expect(row).to_have_count(1)
    others = page.locator("#search-result .hit-list > li:not(.is-cur)")
    assert look(row)["borderInlineStartWidth"] == "6px" != look(others)["borderInlineStartWidth"]


def test_large_letters_cover_nothing_above_them(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    box = page.locator(".site-search").bounding_box()
    assert box
    box |= {"y": box["y"] + box["height"] - 1, "height": 1}
    with Image.open(io.BytesIO(page.screenshot(clip=box))) as picture:
        colors = picture.convert("RGB").getcolors()
    assert colors is not None
    assert len(colors) == 1, "the line under the search is whole"


def test_the_sort_that_is_chosen_is_told_apart(visitor: Visitor) -> None:
    page = visitor.open("/search?q=jug")
    chosen, other = (
        page.locator(".sorts [aria-current]"),
        page.locator(".sorts a:not([aria-current])"),
    )
    assert look(chosen)["borderBottomWidth"] == "4px" != look(other)["borderBottomWidth"]
