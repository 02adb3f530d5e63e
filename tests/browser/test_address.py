"""The address says what is shown, and Back leads to the place before."""

from playwright.sync_api import expect

from tests.browser import content
from tests.browser.visitor import Visitor

JUG = content.start_of("There was a jug")


def test_back_returns_to_the_place_that_was_left(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    visitor.line("In the well field").click()
    visitor.asks(t=f"{content.start_of('In the well field'):g}")
    page.locator("[data-do=toggle]").last.click()
    page.go_back()
    visitor.asks()
    visitor.wait_for("bus.media.currentTime < 5")
    page.go_forward()
    visitor.asks(t=f"{content.start_of('In the well field'):g}")
    visitor.wait_for(f"bus.media.currentTime >= {content.start_of('In the well field')}")


def test_back_from_a_jump_of_a_still_page_is_a_still_page(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.line("They wait").click()
    visitor.wait_for("!bus.media.paused")
    page.go_back()
    visitor.wait_for("bus.media.paused")
    visitor.arrives(0)
    expect(page.locator(".is-target, .sel")).to_have_count(0)


def test_typing_leaves_no_trail_but_enter_does(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    before = page.evaluate("history.length")
    visitor.search("jug")
    visitor.search("mango")
    assert page.evaluate("history.length") == before
    page.locator("#q").press("Enter")
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    visitor.asks(q="mango")
    expect(page.locator("#transcript mark")).to_have_text("mango")


def test_back_restores_the_words_and_their_marks(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    page.locator("#q").press("Enter")
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    visitor.search("mango")
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_have_text("mango")
    page.go_back()
    # The entry of the jump to "jug" was overwritten while typing: it holds the words typed last.
    expect(page.locator("#q")).to_have_value("mango")
    page.go_back()
    expect(page.locator("#q")).to_have_value("jug")
    expect(page.locator("#transcript mark")).to_have_count(10)


def test_a_moment_behind_a_hash_is_understood_and_rewritten(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard#t=12,14")
    visitor.asks(t="12,14")
    assert "#" not in page.url
    visitor.arrives(12)
    expect(page.locator(".sel")).to_have_text("and wrote down what a fair day is")
    expect(page.locator(".sel")).to_be_in_viewport()
    expect(page.locator("#player [data-range]")).to_be_visible()


def test_a_hash_marks_what_the_server_marks(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=21,30.5")
    marked = page.locator(".sel").all_inner_texts()
    visitor.page.goto("about:blank")
    visitor.open("/videos/yard#t=21,30.5")
    visitor.asks(t="21,30.5")
    expect(page.locator(".sel")).to_have_text(marked)


def test_a_moment_is_scrolled_to_when_a_page_is_opened(visitor: Visitor) -> None:
    page = visitor.open(f"/videos/yard?t={content.start_of('In the mill field'):g}")
    expect(page.locator("a.sel")).to_be_in_viewport()
    expect(page.locator("#dock")).to_be_visible()


def test_the_language_is_kept(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?lang=es")
    visitor.search("patio")
    visitor.asks(lang="es", q="patio")
    page.locator("#q").press("Enter")
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    assert visitor.query()["lang"] == "es"
    expect(page.locator("#transcript mark.is-cur")).to_have_text("patio")


def test_a_link_within_the_page_moves_nothing_else(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=12")
    visitor.arrives(12)
    page.evaluate("document.getElementById('video').currentTime = 40")
    page.evaluate("location.hash = 'transcript'")
    visitor.wait_for("location.hash === '#transcript'")
    visitor.arrives(40)


def test_a_dragged_bar_is_written_when_it_rests(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    before = page.evaluate("history.length")
    for _ in range(3):
        page.locator("#player [role=slider]").press("ArrowRight")
    visitor.asks(t="15")
    assert page.evaluate("history.length") == before


def test_a_hit_of_the_list_opens_its_moment(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    expect(page.locator("#player .tick")).to_have_count(10)
    page.locator("#hit-list [data-hit]").nth(1).dispatch_event("click", {"button": 0})
    expect(page.locator("#search-status")).to_have_text("2 of 10")
    visitor.wait_for(f"bus.media.currentTime > {JUG + 7}")
    visitor.asks(q="jug", t=str(visitor.bus("bus.moment.start")))
