"""The search over all videos, as somebody uses it with scripts and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.access import faults
from tests.browser.visitor import Visitor

QUOTE = "we sat below the mango tree and wrote what one fair day is"
UNSAID = "the picker says apples were signed by somebody in town"

Ask = Callable[..., Page]


@pytest.fixture(params=["with scripts", "without scripts"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Type a query into the form of the search page, in a browser that reads English."""
    which = "visitor" if request.param == "with scripts" else "reader"
    somebody: Visitor = request.getfixturevalue(which)

    def ask(query: str, **chosen: str) -> Page:
        page = somebody.page
        address = "&".join(f"{name}={value}" for name, value in chosen.items())
        page.goto(f"{somebody.site}/search?{address}")
        page.locator("#q").fill(query)
        page.locator("#q").press("Enter")
        page.wait_for_url("**q=*")
        return page

    return ask


def status(page: Page) -> str:
    return page.locator("#search-status").inner_text()


def moments(page: Page) -> int:
    """How many moments the page says there are."""
    found = re.match(r"([\d,]+) moments? in", status(page))
    assert found, status(page)
    return int(found[1].replace(",", ""))


def narrow(page: Page) -> Locator:
    """The ways to narrow the results, where they can be seen."""
    facets = page.locator("details.facets")
    if not facets.get_by_role("checkbox").first.is_visible():
        facets.locator("> summary").click()
    return facets


def test_moments_are_grouped_by_video_the_best_three_of_each(ask: Ask) -> None:
    page = ask("water")
    groups = page.locator("section.group")
    assert groups.count() > 1
    for group in groups.all():
        assert 1 <= group.locator(".hit-list > li").count() <= 3
    everything = groups.first.get_by_role("link", name=re.compile("^All 10 moments"))
    everything.click()
    page.wait_for_url("**video=*")
    assert page.locator(".hit-list > li").count() == moments(page) == 10


def choose(page: Page, *names: str) -> int:
    """Check some values of the facets and apply them; how many moments they say they have together."""
    labels = [narrow(page).locator("label").filter(has_text=re.compile(f"^{n}")) for n in names]
    for label in labels:
        label.get_by_role("checkbox").check()
    numbers = [label.locator(".count").inner_text() for label in labels]
    page.get_by_role("button", name="Apply filters").click()
    page.wait_for_url("**speaker=*")
    return sum(map(int, numbers))


def speakers(page: Page) -> list[str]:
    """Who says the moments of the results."""
    return [by.split(",")[0] for by in page.locator(".hit-list .by").all_inner_texts()]


def test_a_facet_leads_to_as_many_moments_as_it_says_and_can_be_taken_away(ask: Ask) -> None:
    page = ask("the rules")
    before = moments(page)
    assert choose(page, "Rosa Field") == moments(page) < before
    assert set(speakers(page)) == {"Rosa Field"}
    page.get_by_role("link", name=re.compile("Remove Speaker: Rosa Field")).click()
    page.wait_for_url(lambda address: "speaker" not in address)
    assert moments(page) == before


@pytest.mark.parametrize("width", [1280, 320])
def test_several_speakers_can_be_chosen_together(ask: Ask, width: int) -> None:
    page = ask("the")
    page.set_viewport_size({"width": width, "height": 800})
    names = list(dict.fromkeys(speakers(page)))[:2]
    assert len(names) == 2
    assert choose(page, *names) == moments(page)
    assert set(speakers(page)) == {*names}
    checked = narrow(page).get_by_role("checkbox", checked=True)
    expect(checked).to_have_count(2)
    checked.first.uncheck()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator(".chosen a")).to_have_count(1)


def test_a_facet_that_would_not_narrow_anything_is_not_there(ask: Ask) -> None:
    page = ask("patio", video="yard")
    assert "Language" not in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_video_leads_back_to_the_same_place_in_the_results(ask: Ask, width: int) -> None:
    page = ask("the")
    page.set_viewport_size({"width": width, "height": 700})
    choose(page, "Rosa Field")
    results, row = page.url, page.locator(".hit-list > li").last
    anchor = row.get_attribute("id")
    row.get_by_role("link").first.click()
    page.wait_for_url("**/videos/**")
    page.get_by_role("link", name="Back to the results").click()
    page.wait_for_url("**/search?**")
    assert page.url == f"{results}#{anchor}"
    expect(page.locator(".hit-list > li:target")).to_be_in_viewport()


def test_a_quote_says_what_was_really_said(ask: Ask) -> None:
    page = ask(QUOTE)
    row = page.locator(".hit-list > li").first
    expect(row.locator("del").first).to_contain_text("below")
    expect(row.locator("ins").first).to_contain_text("under")
    expect(row).to_contain_text("11 of your 13 words were said")
    row.get_by_role("link").first.click()
    page.wait_for_url("**t=*")
    expect(page.locator("#transcript .sel").first).to_contain_text("We sat under the mango tree")


def test_a_quote_that_nobody_said_says_so_and_shows_what_comes_near(ask: Ask) -> None:
    page = ask(UNSAID)
    expect(page.locator("h1")).to_have_text("Nobody says it in these words")
    expect(page.locator("main")).to_contain_text("Nearest to it:")
    marks = page.locator(".hit-list mark").all_inner_texts()
    assert marks
    assert "the" not in {mark.lower() for mark in marks}


def test_a_misspelt_word_is_read_as_the_one_that_was_meant(ask: Ask) -> None:
    page = ask("brigde")
    expect(page.locator(".note").first).to_contain_text(
        "No one says “brigde”. These are matches for “bridge”"
    )
    assert "bridge" in page.locator(".hit-list mark").first.inner_text()
    page.locator(".note").first.get_by_role("link", name="bridge").click()
    page.wait_for_url("**q=bridge*")
    assert moments(page) > 0
    assert page.locator(".note").count() == 0


def test_words_that_stand_nowhere_together_are_offered_apart(ask: Ask) -> None:
    page = ask("mango bell")
    expect(page.locator("h1")).to_have_text("Nobody says it in these words")
    links = page.locator(".note").get_by_role("link")
    assert {*links.all_inner_texts()} == {"mango", "bell"}
    links.first.click()
    page.wait_for_url("**q=*")
    assert moments(page) > 0


def test_a_hit_in_another_language_comes_with_the_visitors_words(ask: Ask) -> None:
    page = ask("patio", lang="en")
    row = page.locator(".hit-list > li").first
    assert row.locator("q").nth(0).get_attribute("lang") == "es"
    assert row.locator("mark").first.inner_text() == "patio"
    assert row.locator("q").nth(1).get_attribute("lang") == "en"
    expect(row.locator("q").nth(1)).to_contain_text("the yard is full of people.")
    row.get_by_role("link", name="Español").click()
    page.wait_for_url("**lang=es*")
    assert page.locator("#transcript").get_attribute("lang") == "es"


@pytest.mark.parametrize("query", ["water", QUOTE, UNSAID, "brigde", "mango bell", "zeppelin"])
def test_no_answer_has_a_fault(visitor: Visitor, query: str) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/search?lang=en&q={query.replace(' ', '+')}")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
