"""What keeps a recording from playing is said at once, with ways on, and taken back when it plays."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser import content
from tests.browser.visitor import Visitor

SITES = {"tube-silent": "YouTube", "vim-silent": "Vimeo"}
SECOND_MS = 1000


def fault(page: Page, role: str) -> Locator:
    return page.locator(f"#player .fault[role={role}]")


def test_a_missing_file_offers_to_try_again_and_the_downloads(visitor: Visitor) -> None:
    page = visitor.page
    page.route("**/yard.webm*", lambda route: route.fulfill(status=404))
    visitor.open("/videos/yard")
    page.locator(".play").click()
    alert = fault(page, "alert")
    expect(alert).to_contain_text("cannot be played")
    alert.get_by_role("link", name="Downloads").click()
    expect(page.locator("#downloads h2")).to_be_in_viewport()
    page.unroute("**/yard.webm*")
    page.evaluate("scrollTo(0, 0)")
    alert.get_by_role("button", name="Try again").click()
    visitor.wait_for("!bus.media.paused && bus.media.currentTime > 0.2")
    expect(page.locator("#player .fault")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("slug", SITES)
def test_a_site_that_is_asked_is_named_at_once_and_linked_to_after_five_seconds(
    visitor: Visitor, slug: str
) -> None:
    visitor.page.clock.install()
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    status = fault(page, "status")
    expect(status).to_have_text(f"Asking {SITES[slug]}…")
    page.clock.fast_forward(5 * SECOND_MS)
    link = status.get_by_role("link", name=f"Watch on {SITES[slug]}")
    expect(link).to_have_attribute("href", page.locator(".away").get_attribute("href") or "")
    page.clock.fast_forward(11 * SECOND_MS)
    alert = fault(page, "alert")
    expect(alert).to_contain_text("does not answer")
    alert.get_by_role("button", name="Try again").click()
    expect(status).to_have_text(f"Asking {SITES[slug]}…")


@pytest.mark.parametrize("slug", ["tube", "vim"])
def test_a_site_that_answers_is_not_in_the_way(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    expect(page.locator("#player .fault")).to_have_count(0)


def test_a_recording_that_does_not_come_is_said_to_load(visitor: Visitor) -> None:
    page = visitor.page
    page.clock.install()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/yard.webm*", hold)
    visitor.open("/videos/yard")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    page.clock.fast_forward(SECOND_MS)
    expect(fault(page, "status")).to_have_text("The recording is loading…")
    page.clock.fast_forward(4 * SECOND_MS)
    expect(fault(page, "status").get_by_role("link", name="Downloads")).to_be_visible()
    page.locator("#player [data-do=toggle]").click()
    expect(page.locator("#player .fault")).to_have_count(0)
    for route in waiting:
        route.abort()


def test_offline_it_is_said_within_a_second_and_plays_when_the_line_is_back(
    visitor: Visitor,
) -> None:
    page = visitor.page
    page.clock.install()
    visitor.open("/videos/yard").wait_for_load_state("networkidle")
    assert visitor.bus("!bus.hasPlayed")
    page.context.set_offline(True)
    visitor.bus(f"bus.media.currentTime = {content.SECONDS - 5}")  # not loaded yet
    page.locator("#player [data-do=toggle]").click()
    visitor.wait_for("bus.hasPlayed")
    page.clock.fast_forward(SECOND_MS)
    expect(page.locator("#player .fault")).to_contain_text("You are offline.")
    page.context.set_offline(False)
    page.clock.fast_forward(10 * SECOND_MS)
    visitor.wait_for(f"!bus.media.paused && bus.media.currentTime > {content.SECONDS - 4.8}")
    expect(page.locator("#player .fault")).to_have_count(0)
    page.evaluate("document.getElementById('chapter-3').scrollIntoView()")
    expect(page.locator("#dock")).to_be_visible()


@pytest.mark.parametrize("slug", ["tube", "vim", "yard"])
def test_a_page_that_is_offline_from_the_start_asks_again_by_itself(
    visitor: Visitor, slug: str
) -> None:
    page = visitor.page
    lost = "**/yard.webm*"
    page.route(lost, lambda route: route.abort("internetdisconnected"))
    visitor.open(f"/videos/{slug}")
    page.context.set_offline(True)
    page.locator(".play").click()
    expect(fault(page, "alert")).to_contain_text("You are offline.")
    page.unroute(lost)
    page.context.set_offline(False)
    visitor.wait_for("!bus.media.paused")
    expect(page.locator("#player .fault")).to_have_count(0)
