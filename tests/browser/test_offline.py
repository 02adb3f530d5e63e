"""A page that was loaded goes on when the line is down, says what it cannot do, and tries again by itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import content
from tests.browser.test_share import _TAKES_KEYS
from tests.browser.visitor import Visitor

MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
WIDTHS = (1280, 390, 320)
SIZES = [MAY_COPY | {"viewport": {"width": width, "height": 800}} for width in WIDTHS]

# What it needs without the site: of each that is asked for, all that it imports, in whatever order it comes.
MODULES = (
    *("search_form", "optimistic_marks", "offline_search", "page_search", "word_search", "words"),
    *("selection", "share_panel", "offline_panel", "share_form", "page_address", "copy_buttons"),
    *("connection", "fetch_partial", "moment_marks", "offsets", "matches", "playback"),
    *("hit_list", "hit_preview", "hit_tools", "search_answer", "search_sheet", "steps"),
    *("reading_mark", "reading_place", "scroll", "tool_sheet", "dock"),
)
SHEETS = ("share_panel", "search_answer", "player_tools")
_NEEDED = [*(f"/{module}.js" for module in MODULES), *(f"/{sheet}.css" for sheet in SHEETS)]


def warmed_up(visitor: Visitor, path: str = "/videos/yard") -> Page:
    """A page that somebody has come to: what it needs without the site is there."""
    page = visitor.open(path)
    page.mouse.move(9, 9, steps=3)
    visitor.waits_for_files(*_NEEDED)
    return page


def finds_offline(page: Page) -> None:
    """The line is down, and words that stand in a row are searched for."""
    page.context.set_offline(True)
    page.locator("#q").fill("fair day is")
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_have_text("fair day is")


@pytest.mark.parametrize("settings", SIZES, ids=map(str, WIDTHS))
def test_enter_finds_what_the_page_has_and_playback_goes_on(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    visitor.play()
    finds_offline(page)
    visitor.arrives(content.start_of("and wrote down"))
    assert not visitor.bus("bus.media.paused")
    page.locator("#q").fill("mangos")
    page.locator("#q").press("Enter")
    status = page.locator("#search-status")
    expect(status).to_contain_text("could not reach the site, and this page does not have")
    assert page.url.startswith(visitor.site)


@pytest.mark.parametrize("settings", SIZES, ids=map(str, WIDTHS))
def test_what_is_found_looks_as_it_always_does(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    finds_offline(page)
    expect(page.locator("#dock")).to_be_visible()
    expect(page.locator(".close-sheet")).to_be_hidden()
    expect(page.locator("#hit-list")).to_be_hidden()
    links = page.locator('link[href$="/search_answer.css"]')
    expect(links).to_have_count(1)


def test_a_frame_of_another_site_keeps_its_own_looks(visitor: Visitor) -> None:
    page = visitor.open("/embed/yard")
    page.mouse.move(9, 9, steps=3)
    visitor.waits_for_files("/offline_panel.js", "/player_tools.css", "/search_answer.js")
    page.wait_for_load_state("networkidle")
    expect(page.locator('link[href$="/search_answer.css"]')).to_have_count(0)


def test_the_whole_search_comes_when_the_line_is_back(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    page.context.set_offline(True)
    page.locator("#q").fill("mangos")  # another form of a word, which only the site finds
    expect(page.locator("#search-status")).to_contain_text("tries again by itself")
    expect(page.locator("#transcript mark")).to_have_count(0)
    page.context.set_offline(False)
    expect(page.locator("#transcript mark")).to_have_text("mango")
    expect(page.locator("#search-status")).not_to_contain_text("could not reach")


def test_who_is_at_a_match_stays_there_when_the_whole_search_comes(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    finds_offline(page)
    page.context.set_offline(False)
    expect(page.locator("#search-result:not([data-offline])[data-query]")).to_have_count(1)
    expect(page.locator("#transcript mark.is-cur")).to_have_text("fair day is")


def test_an_answer_that_is_not_wanted_any_more_does_not_come_back(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    page.context.set_offline(True)
    page.locator("#q").fill("mangos")
    expect(page.locator("#search-status")).to_contain_text("tries again by itself")
    page.locator("#q").press("Escape")
    page.context.set_offline(False)
    visitor.let_timers_run(200)
    expect(page.locator("#transcript mark")).to_have_count(0)
    expect(page.locator("#search-status")).to_have_text("")


@pytest.mark.parametrize("settings", SIZES, ids=map(str, WIDTHS))
def test_share_copies_the_link_of_the_lines_and_then_has_the_rest(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    visitor.play()
    page.context.set_offline(True)
    page.locator(".turn").filter(has_text="mango").locator("[data-share]").click()
    panel = page.locator("#share.is-open")
    expect(panel).to_contain_text("The site cannot be reached")
    panel.get_by_role("button", name="Copy link").click()
    expect(panel.locator(".copied")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{visitor.site}/videos/yard?t=10,18"
    assert not visitor.bus("bus.media.paused")
    page.context.set_offline(False)
    expect(panel.locator("summary").filter(has_text="Cite")).to_be_visible()
    expect(panel).not_to_contain_text("The site cannot be reached")
    expect(panel.locator("[data-count]")).to_have_text("30 words")


@pytest.mark.parametrize("settings", [MAY_COPY])
def test_selected_words_have_a_link_to_their_lines(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    page.locator("#transcript").dispatch_event("pointerover")
    visitor.wait_for(_TAKES_KEYS)
    page.context.set_offline(True)
    page.evaluate("""() => {
        const line = document.querySelectorAll("#transcript a[data-start]")[5].firstChild;
        getSelection().setBaseAndExtent(line, 0, line, 8);
    }""")
    panel = page.locator("#share.is-open")
    expect(panel).to_contain_text("leads to whole lines")
    panel.get_by_role("button", name="Copy quote").click()
    expect(panel.locator(".copied")).to_have_text("Quote copied")
    quote, who, link = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert quote == "“We sat u”"
    assert who == "— María Reyes, The yard (yard), 0:10–0:12"
    assert link == f"{visitor.site}/videos/yard?t=10,12"
    page.locator("#share [data-close]").click()
    expect(page.locator("#share")).to_have_count(0)


def test_a_link_that_leaves_the_page_says_why_it_does_not(visitor: Visitor) -> None:
    page = warmed_up(visitor)
    visitor.play()
    page.context.set_offline(True)
    page.locator(".site-name").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no connection")
    assert not visitor.bus("bus.media.paused")
    page.locator("#every").fill("jug")
    page.locator("#every").press("Enter")
    expect(page.get_by_role("alert")).to_have_count(1)
    assert page.url == f"{visitor.site}/videos/yard"
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_enter_before_anything_was_loaded_stays_on_the_page(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.context.set_offline(True)
    page.locator("#q").focus()
    page.locator("#q").fill("mango")
    page.locator("#q").press("Enter")
    expect(page.locator("#search-status")).to_contain_text("could not reach the site")
    assert page.url == f"{visitor.site}/videos/yard"
    page.context.set_offline(False)
    expect(page.locator("#transcript mark")).to_have_text("mango")
    visitor.complaints.clear()  # of the modules that did not start at first


@pytest.mark.parametrize("path", ["/videos/yard?t=60", "/videos/yard?q=mango"])
def test_a_page_that_goes_to_a_place_by_itself_loads_nothing_more_for_that(
    visitor: Visitor, path: str
) -> None:
    page = visitor.open(path)
    visitor.wait_for("scrollY > 0")
    page.wait_for_load_state("networkidle")
    assert not visitor.asked_for("share_panel")
    page.mouse.wheel(0, 40)
    visitor.waits_for_files("/offline_panel.js", "/share_panel.css")
