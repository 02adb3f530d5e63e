"""Two languages side by side, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.content import start_of
from tests.browser.visitor import Visitor

BESIDE = "/videos/yard?beside=es"
WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}}
SMALL = {"viewport": {"width": 320, "height": 640}}

# The boxes of the words on the two sides of each passage that has both.
_SIDES = """() => [...document.querySelectorAll(".beside")]
  .map((other) => [other.previousElementSibling, other])
  .map((sides) => sides.map((side) => {
    const lines = side.querySelectorAll("a[data-start], a[data-play]");
    const words = document.createRange();
    words.setStartBefore(lines[0]);
    words.setEndAfter(lines[lines.length - 1]);
    return words.getBoundingClientRect().toJSON();
  }))"""


def sides(page: Page) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = page.evaluate(_SIDES)
    assert found
    return found


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("settings", [WIDE])
def test_on_a_wide_screen_each_passage_begins_level_with_its_other_side(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    for own, other in sides(page):
        assert abs(own["y"] - other["y"]) < 2
        assert own["right"] <= other["left"]
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("settings", [PHONE, SMALL])
def test_on_a_phone_one_stands_below_the_other(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    for own, other in sides(page):
        assert own["bottom"] <= other["top"]
        assert abs(own["left"] - other["left"]) < 24
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("settings", [WIDE, PHONE])
@pytest.mark.parametrize(
    "address", ["/videos/tongues?beside=ar", "/videos/tongues?lang=ar&beside=en"]
)
def test_words_that_run_to_the_left_begin_at_the_right(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)
    starts = page.evaluate("""() => [...document.querySelectorAll(".turn, .beside")].map((side) => {
        const lines = side.querySelectorAll("a[data-start], a[data-play]");
        const range = document.createRange();
        range.setStartBefore(lines[0]);
        range.setEndAfter(lines[lines.length - 1]);
        const line = range.getBoundingClientRect();
        const box = side.getBoundingClientRect();
        const style = getComputedStyle(side);
        const room = (edge) => parseFloat(style[`padding${edge}`]) + parseFloat(style[`border${edge}Width`]);
        const gaps = [line.left - box.left - room("Left"), box.right - room("Right") - line.right];
        const edges = gaps.map((gap) => Math.abs(gap) < 2);
        return [side.closest("[lang]").lang, ...edges];
    })""")
    assert {language for language, *_ in starts} == {"en", "ar"}
    for language, at_left, at_right in starts:
        assert at_right if language == "ar" else at_left
    assert not scrolls_sideways(page)


def test_a_line_beside_plays_and_both_sides_are_marked(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    page.locator(".beside a").filter(has_text="Nos sentamos").click()
    visitor.arrives(start_of("We sat"))
    visitor.wait_for("!bus.media.paused")
    live = page.locator(".turn.is-live")
    expect(live).to_have_count(1)
    expect(page.locator(".is-live + .beside")).to_contain_text("Nos sentamos")
    ground, marked = (
        page.locator(selector).first.evaluate("(side) => getComputedStyle(side).backgroundColor")
        for selector in (".turn:not(.is-live) + .beside", ".is-live + .beside")
    )
    assert ground != marked
    asked = visitor.query()
    assert asked["beside"] == "es"
    assert "lang" not in asked


def test_the_address_of_a_moment_keeps_the_words_of_a_page_in_spanish(visitor: Visitor) -> None:
    page = visitor.open("/es/videos/yard")
    expect(page.locator("#transcript")).to_have_attribute("lang", "es")
    page.locator("a[data-start]").filter(has_text="Nos sentamos").click()
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    assert visitor.query()["lang"] == "es"
    page.reload()
    expect(page.locator("#transcript")).to_have_attribute("lang", "es")


def test_the_words_stay_one_tab_stop(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    stops = page.locator("#transcript a:not([tabindex='-1'])")
    expect(stops).to_have_count(1)


def test_words_selected_beside_are_only_selected(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    line = page.locator(".beside a").filter(has_text="Nos sentamos")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 12, steps=6)
    page.mouse.up()
    assert page.evaluate("String(getSelection())").strip()
    assert not visitor.bus("bus.hasPlayed")
    assert page.locator("#share").count() == 0


def test_a_search_marks_the_row_and_keeps_both_languages(visitor: Visitor) -> None:
    page = visitor.open(BESIDE)
    visitor.search("mango")
    marked, other = (
        side.evaluate("(side) => getComputedStyle(side, '::before').content")
        for side in (page.locator(".turn:has(mark) + .beside"), page.locator(".beside").first)
    )
    assert marked != other == "none"
    assert visitor.query()["beside"] == "es"


def test_without_script_it_is_links(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/yard")
    page.locator("[aria-labelledby=beside-in] a").filter(has_text="Español").click()
    expect(page.locator(".beside").first).to_contain_text("Antes del sol")
    page.locator(".beside a").filter(has_text="Nos sentamos").click()
    expect(page.locator(".is-target + .beside")).to_contain_text("Nos sentamos")
    page.get_by_role("link", name="One language only").click()
    expect(page.locator(".beside")).to_have_count(0)


_COVERED = """() => [...document.querySelectorAll("#words-heading, .languages a, .columns b")]
  .filter((element) => {
    const { left, top, bottom, width } = element.getBoundingClientRect();
    const covers = (x) => !element.contains(document.elementFromPoint(x, (top + bottom) / 2));
    return width && [left + 2, left + width - 2].some(covers);
  }).map((element) => element.textContent)"""


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize(
    "address", ["/videos/yard", "/videos/yard?lang=es", "/videos/yard?lang=es&beside=en"]
)
def test_who_comes_to_the_words_sees_their_heading_and_languages(
    onlooker: Visitor, address: str, width: int
) -> None:
    onlooker.page.set_viewport_size({"width": width, "height": 800})
    page = onlooker.open(f"{address}#transcript")
    onlooker.rest()
    assert page.evaluate(_COVERED) == []
    expect(page.locator("#words-heading")).to_be_in_viewport()


@pytest.mark.parametrize("query", ["jug", "nobodysaysthis"])
def test_an_answer_leaves_the_languages_free(visitor: Visitor, query: str) -> None:
    page = visitor.open(f"/videos/yard?q={query}")
    page.locator("#transcript").evaluate("element => element.scrollIntoView()")
    visitor.rest()
    assert page.evaluate(_COVERED) == []


def test_an_answer_covers_nothing_of_two_languages(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?lang=es&beside=en&q=patio")
    visitor.rest()
    assert page.evaluate(_COVERED) == []
    search, words = page.locator("#search").bounding_box(), page.locator(".sheet").bounding_box()
    assert search
    assert words
    assert search["y"] + search["height"] <= words["y"]
