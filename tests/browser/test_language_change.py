"""A page in another language goes on where this one was: same moment, same search, same second."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import QUIET, chromium
from tests.browser.visitor import Visitor

PAGE = "/videos/yard?t=12,18&q=jug"
# It comes with the first use; before it is there, links lead on without the place.
MODULE = "/language_change.js"
ASKED = {"t": "12,18", "q": "jug"}


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """Chromium as people have it: whoever came by a press on a page of the site hears the next one, too."""
    args = [*QUIET, "--autoplay-policy=document-user-activation-required"]
    own = browser.browser_type.launch(executable_path=chromium(), args=args)
    yield own
    own.close()


def language_links(visitor: Visitor) -> dict[str, Locator]:
    page = visitor.page
    return {
        "read in": page.locator(".read-in a[lang=es]").first,
        "beside": page.locator("[aria-labelledby=beside-in] a[lang=es]"),
        "page": page.locator(".locales a[lang=es]"),
    }


@pytest.mark.parametrize("name", ["read in", "beside", "page"])
def test_without_scripts_links_to_other_languages_keep_moment_and_search(
    reader: Visitor, name: str
) -> None:
    reader.page.goto(reader.site + PAGE)
    href = language_links(reader)[name].get_attribute("href") or ""
    assert "t=12,18" in href
    assert "q=jug" in href


@pytest.mark.parametrize(
    ("name", "width"),
    [("read in", 1280), ("beside", 1280), ("page", 1280), ("read in", 390), ("read in", 320)],
)
def test_a_page_in_another_language_keeps_moment_search_and_playback(
    visitor: Visitor, name: str, width: int
) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 800})
    visitor.open("/videos/yard")
    visitor.play()
    visitor.line("They wait").click()
    visitor.asks(t="4")
    visitor.search("jug")
    visitor.bus("bus.media.currentTime = 70")
    visitor.arrives(70)
    visitor.waits_for_files(MODULE)
    with page.expect_navigation():
        language_links(visitor)[name].click()
    expect(page.locator("[lang=es]").first).to_be_attached()
    visitor.wait_for("bus.media.currentTime >= 70")
    assert visitor.bus("bus.media.currentTime") < 75
    asked = visitor.query()
    assert (asked["t"], asked["q"]) == ("4", "jug")
    expect(page.locator("#q")).to_have_value("jug")
    visitor.wait_for("!bus.media.paused")
    visitor.wait_for("bus.media.currentTime > 71")


def test_a_hit_in_another_language_is_played_from_its_own_moment(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?lang=en")
    visitor.play()
    visitor.search("patio")
    page.mouse.move(9, 9, steps=3)  # whoever comes with a hand
    page.wait_for_load_state("networkidle")
    link = page.locator("#search-result .in-other").first
    with page.expect_navigation():
        link.click()
    start = float(visitor.query()["t"].split(",")[0])
    visitor.wait_for(f"!bus.media.paused && bus.media.currentTime >= {start}")
    assert visitor.bus("bus.media.currentTime") < start + 5


def test_what_is_paused_stays_paused_at_its_time(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    visitor.waits_for_files(MODULE)
    visitor.bus("(bus.media.pause(), bus.media.currentTime = 70, bus.media.playbackRate = 1.5)")
    visitor.arrives(70)
    with page.expect_navigation():
        language_links(visitor)["read in"].click()
    visitor.arrives(70)
    assert visitor.bus("bus.media.paused && bus.media.playbackRate === 1.5")
    page.reload()
    visitor.wait_for("bus.media")
    assert visitor.bus("bus.media.currentTime") == 0, "it is kept for one page"


def test_a_page_that_may_not_play_by_itself_is_at_the_time(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.add_init_script("""HTMLMediaElement.prototype.play = () =>
        Promise.reject(new DOMException("Not by itself", "NotAllowedError"));""")
    page.evaluate("""() => {
        const {pathname} = location;
        const kept = {path: pathname, since: Date.now(), time: 70, paused: false, rate: 1, muted: false};
        sessionStorage.setItem("showcase-goes-on", JSON.stringify(kept));
    }""")
    page.reload()
    visitor.arrives(70)
    assert visitor.bus("bus.media.paused")
    expect(page.locator(".fault")).to_have_count(0)
    expect(page.locator('#player [data-do="toggle"]')).to_have_attribute(
        "aria-label", re.compile("Play")
    )
