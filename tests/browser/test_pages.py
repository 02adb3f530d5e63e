"""Every page: accessible, quiet, ours alone until play, and whole without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

PAGES = [
    *(
        "/",
        "/videos/yard",
        "/videos/words",
        "/videos/tube",
        "/videos/seen",
        "/videos/tongues?lang=ar",
    ),
    *("/videos/yard?lang=es&beside=en", "/videos/yard?t=12,18", "/videos/yard?q=zeppelin"),
    *("/speakers", "/speakers/rosa-field", "/es/organizations/pickers-united", "/dates/undated"),
    *("/search", "/search?q=jug", "/search?q=zeppelin", "/none", "/embed/none", "/bn/videos/yard"),
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault(onlooker: Visitor, path: str) -> None:
    assert faults(onlooker.open(path)) == []
    assert onlooker.strangers() == []


@pytest.mark.parametrize(
    "settings",
    [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 800}}],
    ids=["dark", "narrow"],
)
def test_the_page_in_use_has_no_fault(visitor: Visitor) -> None:
    """After each thing that visitors do: the share panel has a test of its own."""
    page = visitor.open("/videos/yard")
    visitor.play()
    assert faults(page, "#player") == []
    visitor.search("jug")
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
    expect(page.locator("#dock")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Control+a")
    visitor.search("zeppelin")
    assert faults(page, ".find") == []
    page.locator("#q").blur()
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert faults(page, "dialog") == []
    assert visitor.strangers() == []


def test_without_script_the_words_are_searched_and_linked(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/yard")
    assert page.locator("video[controls]").count() == 1
    assert (
        page.locator("[data-bar], .play, [data-copy], #dock").locator("visible=true").count() == 0
    )
    page.locator("#q").fill("\u201cwe sat under the mango tree\u2026 and wrote down\u201d")
    page.locator("#q").press("Enter")
    hits = page.locator("#hit-list a[href*='t=10']")
    expect(hits).to_have_count(1)
    hits.click()
    expect(page.locator(".turn.is-target")).to_contain_text("mango")
    assert "t=10" in page.url


def test_what_is_loaded_before_play_is_small(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.wait_for_load_state("networkidle")
    sizes: dict[str, int] = page.evaluate("""() => Object.fromEntries(
        performance.getEntriesByType('resource').filter(({name}) => name.endsWith('.js'))
            .map(({name, encodedBodySize}) => [name.split('/js/')[1], encodedBodySize]))""")
    assert "main.js" in sizes
    assert sum(sizes.values()) <= 16 * 1024, sizes
    assert not {"player/youtube.js", "player/vimeo.js", "player/frame.js"} & set(sizes)
