"""A long transcript is laid out where somebody looks, and reads as if it were all there."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.page.long import write_long_video
from tests.browser.conftest import QUIET, chromium
from tests.browser.input_events import PHONE
from tests.browser.serving import serve_showcase
from tests.browser.visitor import Visitor

CUES = 900
FAR = 800
VIDEO = "/videos/long"
# Is a line where it can be read: not at the window's edges?
CALM = """(line) => {
  const { top, bottom } = line.getBoundingClientRect();
  return top > 0 && bottom < innerHeight * 0.8;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a showcase with one long talk."""
    folder = tmp_path_factory.mktemp("long")
    write_long_video(folder / "transcripts", cues=CUES)
    with serve_showcase(folder / "transcripts", folder / "state", "http://127.0.0.1:9") as address:
        yield address


@pytest.fixture
def far(visitor: Visitor) -> str:
    """The time of a line far down, as addresses write it."""
    page = visitor.open(VIDEO)
    return str(page.locator("a[data-start]").nth(FAR).get_attribute("data-start"))


def test_what_is_far_away_is_not_laid_out(visitor: Visitor) -> None:
    page = visitor.open(VIDEO)
    page.locator("a[data-start]").first.scroll_into_view_if_needed()
    visitor.rest()
    seen = page.locator("#transcript .turn").evaluate_all(
        "all => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true }))"
    )
    assert seen[0]
    assert not seen[-1]
    assert seen.count(True) < len(seen) / 3


def test_a_screen_reader_is_told_all_of_it(browser: Browser, site: str) -> None:
    # What a browser does when a screen reader runs.
    listening = browser.browser_type.launch(
        executable_path=chromium(), args=[*QUIET, "--force-renderer-accessibility"]
    )
    page = listening.new_page()
    page.goto(site + VIDEO)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in nodes if node["role"]["value"] == "link"]
    lines = page.locator("a[data-start]").all_text_contents()
    listening.close()
    assert len(lines) == CUES
    assert set(lines) <= set(names)


def test_all_of_it_can_be_copied(visitor: Visitor) -> None:
    page = visitor.open(VIDEO)
    copied = page.evaluate("""() => {
        getSelection().selectAllChildren(document.getElementById("transcript"));
        return getSelection().toString();
    }""")
    words = page.locator("a[data-start]").nth(FAR).text_content()
    assert str(words) in copied


@pytest.mark.parametrize("settings", [{}, PHONE])
def test_a_moment_far_down_opens_where_it_can_be_read(visitor: Visitor, far: str) -> None:
    page = visitor.open(f"{VIDEO}?t={far}")
    visitor.wait_for("scrollY > 0")
    visitor.rest()
    assert page.locator("a.sel").evaluate(CALM)


@pytest.mark.parametrize("settings", [{}, PHONE])
def test_a_link_to_a_passage_far_down_leads_there(visitor: Visitor) -> None:
    page = visitor.open(VIDEO)
    key = page.locator("#transcript .turn").last.get_attribute("id")
    page.goto(f"{visitor.site}{VIDEO}#{key}")
    visitor.rest()
    expect(page.locator(f"#{key}")).to_be_in_viewport()


def test_the_last_match_is_brought_to_where_it_is_read(visitor: Visitor) -> None:
    page = visitor.open(VIDEO)
    last = page.locator("a[data-start]").nth(FAR).text_content()
    visitor.search(" ".join(str(last).split()[:4]))
    page.locator("#q").press("Shift+Enter")
    current = page.locator("#transcript mark.is-cur").first
    expect(current).to_be_in_viewport()
    visitor.rest()
    assert current.evaluate(CALM)


def test_keys_go_over_the_edge_of_a_sheet(visitor: Visitor) -> None:
    page = visitor.open(VIDEO)
    edge = page.locator(".sheet").first.locator("a[data-start]").last
    edge.focus()
    page.keyboard.press("ArrowDown")
    focused = page.locator("a[data-start]:focus")
    after = page.locator(".sheet").nth(1).locator("a[data-start]").first
    assert focused.get_attribute("data-start") == after.get_attribute("data-start")
    page.keyboard.press("ArrowUp")
    assert focused.get_attribute("data-start") == edge.get_attribute("data-start")
    page.keyboard.press("End")
    expect(focused).to_be_in_viewport()
    visitor.rest()
    expect(focused).to_be_in_viewport()


def test_the_speaker_is_known_across_sheets(visitor: Visitor, far: str) -> None:
    page = visitor.open(f"{VIDEO}?t={far}")
    visitor.rest()
    page.locator("a[data-start]").nth(FAR).click()
    visitor.wait_for("bus.cue !== null")
    expected = (
        page.locator("a[data-start]")
        .nth(FAR)
        .evaluate("""(line) => {
        const voices = [...document.querySelectorAll(".voice")];
        const before = voices.filter((voice) => voice.compareDocumentPosition(line) & 4);
        return before.at(-1)?.firstChild.textContent ?? "";
    }""")
    )
    assert visitor.bus("bus.cue.speaker") == expected


@pytest.mark.parametrize("settings", [{}, PHONE])
def test_what_is_read_stays_while_what_is_above_it_is_laid_out(visitor: Visitor, far: str) -> None:
    page = visitor.open(f"{VIDEO}?t={far}")
    visitor.wait_for("scrollY > 0")
    visitor.rest()
    moved = page.evaluate("""async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const moved = [];
        for (let step = 0; step < 40; step += 1) {
            const place = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
            const middle = place.closest(".turn, .sheet");
            const before = middle.getBoundingClientRect().top;
            scrollBy({ top: -240, behavior: "instant" });
            await frame();
            await frame();
            moved.push(Math.round(middle.getBoundingClientRect().top - before));
        }
        return moved;
    }""")
    assert all(abs(by - 240) <= 2 for by in moved), moved


@pytest.mark.parametrize("settings", [PHONE])
def test_the_share_panel_stands_at_the_edge_of_a_phones_window(visitor: Visitor, far: str) -> None:
    page = visitor.open(f"{VIDEO}?t={far}")
    visitor.rest()
    page.touchscreen.tap(1, 1)  # the buttons come when somebody is there
    page.locator("a.sel").evaluate(
        "(line) => line.closest('.turn').scrollIntoView({block: 'start'})"
    )
    page.locator(".turn.is-target [data-share]").click()
    expect(page.locator("#share.is-open")).to_be_visible()
    bottom = page.locator("#share").evaluate(
        "(panel) => panel.getBoundingClientRect().bottom - innerHeight"
    )
    assert abs(bottom) < 1
    page.locator("#share [data-close]").click()
    expect(page.locator("a.sel")).to_be_in_viewport()


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_without_script_a_moment_far_down_is_where_its_link_leads(
    browser: Browser, site: str, settings: dict[str, Any]
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **settings)
    page = context.new_page()
    page.goto(site + VIDEO)
    link = page.locator("a[data-start]").nth(FAR)
    page.goto(site + str(link.get_attribute("href")))
    expect(page.locator("a.sel")).to_be_in_viewport()
    context.close()
