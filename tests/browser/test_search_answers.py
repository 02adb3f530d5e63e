"""What a search in a video says when it is more, or less, than the words that were asked for."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import content
from tests.browser.access import faults
from tests.browser.visitor import NEAR, Visitor

# As somebody remembers it: two words others, one left out.
QUOTE = "we sat below the mango tree and wrote what one fair day is"
# Said in every field, each time with its name.
REPEATED = "the rules were read aloud to every picker in the field"
UNSAID = "the picker says apples were signed by somebody in town"
# A Spanish word, and what is said in English when it is spoken.
FOREIGN = "patio"
FOREIGN_WORDS = (
    "the yard is full of people.", "and I was not paid for waiting.", "The café is open again.",
)  # fmt: skip
QUERIES = [QUOTE, REPEATED, UNSAID, "brigde", FOREIGN, "zeppelin"]
# What is another after each query and each step.
ANSWER = (".find", "#dock", "#player", ".turn:has(mark)", ".turn:has(.sel)")


def rows(page: Page) -> Locator:
    """The hits that are listed."""
    return page.locator("#search-result .hit-list > li")


def read(page: Page, site: str, query: str) -> None:
    """Search by the form, as somebody without script does."""
    page.goto(f"{site}/videos/yard")
    page.locator("#q").fill(query)
    page.locator("#q").press("Enter")


class TestQuote:
    def check(self, page: Page) -> None:
        expect(page.locator("#search-status")).to_contain_text("1 match, ")
        (row,) = rows(page).all()
        expect(row).to_be_visible()
        assert row.locator("del").all_text_contents() == ["(not said: below) ", "(not said: one) "]
        assert [
            text.removeprefix("(said, not in your quote: ").rstrip(") ")
            for text in row.locator("ins").all_text_contents()
        ] == ["under", "down", "a"]
        expect(row).to_contain_text("11 of your 13 words were said")
        expect(page.locator("#transcript mark").first).to_contain_text("We sat")

    def test_shows_what_was_said_and_what_is_different(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(QUOTE)
        self.check(page)
        expect(page.locator(".answer")).to_have_text("1 match, in similar words")
        expect(page.locator(".find > .nav")).to_be_hidden()  # it would say so once more

    def test_does_so_without_script(self, reader: Visitor) -> None:
        read(reader.page, reader.site, QUOTE)
        self.check(reader.page)

    def test_is_one_moment_to_step_to(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(QUOTE)
        page.locator("#q").press("Enter")
        visitor.arrives(content.start_of("We sat"))
        expect(page.locator("#search-status")).to_have_text("1 of 1")
        assert (
            page.locator("#transcript mark.is-cur").count()
            == page.locator("#transcript mark").count()
            > 1
        )
        expect(page.locator("#transcript .sel").first).to_be_visible()
        selected = "".join(page.locator("#transcript .sel").all_text_contents())
        assert selected == "We sat under the mango tree and wrote down what a fair day is."
        start, end = map(float, visitor.query()["t"].split(","))
        assert start == content.start_of("We sat")
        assert end <= content.start_of("and wrote") + content.CUE_SECONDS

    def test_that_is_exact_has_nothing_to_say(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("and wrote down what a fair day is. It was late")
        expect(page.locator("#search-status")).to_have_text("1 match")
        expect(page.locator(".hit-list:visible")).to_have_count(0)
        expect(page.locator("#search-result :is(del, ins, .kept)")).to_have_count(0)

    def test_said_in_several_places_is_found_in_all(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(REPEATED)
        number = rows(page).count()
        assert number > 1
        expect(page.locator("[data-nav] output").first).to_have_text(f"1 of {number}")
        for step in range(1, number + 1):
            page.locator("#q").press("Enter")
            expect(page.locator("#search-status")).to_have_text(f"{step} of {number}")
            expect(page.locator(".hit-list .is-cur")).to_be_visible()
        expect(page.locator("#transcript mark.is-cur").first).to_be_in_viewport()


class TestNearest:
    def check(self, page: Page) -> None:
        expect(page.locator("#search-status")).to_contain_text("Not said here in these words; ")
        expect(page.locator(".answer")).to_have_text("Nobody says this in these words. Nearest:")
        assert 1 <= rows(page).count() <= 3
        for row in rows(page).all():
            expect(row.locator("mark").first).to_be_visible()
        expect(page.locator("#transcript mark")).not_to_have_count(0)

    def test_is_offered_as_what_it_is(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(UNSAID)
        self.check(page)
        expect(page.locator("[data-nav] output").first).to_contain_text("nearest")
        page.locator("#q").press("Enter")
        expect(page.locator(".answer")).to_be_visible()

    def test_is_so_without_script(self, reader: Visitor) -> None:
        read(reader.page, reader.site, UNSAID)
        self.check(reader.page)


class TestOtherWords:
    def test_are_searched_and_offered(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("brigde")
        expect(page.locator("#search-status")).to_have_text(
            "No one says “brigde”. 2 matches for “bridge”"
        )
        expect(page.locator("#transcript mark")).to_have_text(["bridge", "bridge"])
        visitor.asks(q="brigde")

    def test_back_leads_to_where_the_player_stood(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard?t=60")
        visitor.search("brigde")
        visitor.arrives(60)
        page.evaluate(
            "document.getElementById('video').currentTime = 120"
        )  # as if it had played on
        visitor.arrives(120)
        page.get_by_role("link", name="bridge", exact=True).click()
        visitor.asks(q="bridge", t="60")
        page.locator("#player [role=slider]").press("Home")
        visitor.arrives(0)
        visitor.asks(q="bridge", t="0")
        page.go_back()
        visitor.asks(q="brigde", t="60")
        visitor.arrives(120)

    @pytest.mark.parametrize("is_key", [True, False])
    def test_are_looked_for_in_place_and_back_leads_back(
        self, visitor: Visitor, *, is_key: bool
    ) -> None:
        page = visitor.open("/videos/yard?lang=en")
        visitor.search("brigde")
        link = page.get_by_role("link", name="bridge", exact=True)
        before = len(visitor.requests)
        if is_key:
            link.press("Enter")
        else:
            link.click()
        expect(page.locator("#q")).to_have_value("bridge")
        expect(page.locator("#search-status")).to_have_text("2 matches")
        visitor.asks(q="bridge", lang="en")
        assert not any(request.is_navigation_request() for request in visitor.requests[before:])
        if is_key:
            expect(page.locator("#q")).to_be_focused()
        page.go_back()
        expect(page.locator(".answer")).to_contain_text("No one says “brigde”.")
        expect(page.locator("#q")).to_have_value("brigde")
        page.go_forward()
        expect(page.locator("#search-status")).to_have_text("2 matches")

    def test_are_a_link_without_script(self, reader: Visitor) -> None:
        page = reader.page
        read(page, reader.site, "brigde")
        page.get_by_role("link", name="bridge", exact=True).click()
        expect(page.locator("#q")).to_have_value("bridge")
        expect(page.locator("#search-status")).to_have_text("2 matches")


class TestAnotherLanguage:
    def check(self, page: Page) -> None:
        said = "No matches in English; 3 in Español"
        expect(page.locator("#search-status")).to_have_text(said)
        expect(page.locator(".answer")).to_have_text(said)
        expect(page.locator("#transcript mark")).to_have_count(0)
        assert rows(page).locator("q[lang=es] mark").all_inner_texts() == ["patio"] * 3
        assert rows(page).locator("q[lang=en]").all_inner_texts() == [*FOREIGN_WORDS]

    def test_shows_the_same_moment_in_both(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(FOREIGN)
        self.check(page)
        assert page.locator("#player .tick").count() == 3
        link = rows(page).first.get_by_role("link", name="Read it in Español")
        link.click()
        expect(page.locator("#transcript")).to_have_attribute("lang", "es")
        expect(page.locator("#transcript mark")).to_have_count(3)
        assert visitor.query()["q"] == FOREIGN

    def test_does_so_without_script(self, reader: Visitor) -> None:
        page = reader.page
        read(page, reader.site, FOREIGN)
        self.check(page)
        rows(page).first.locator("a.time").click()
        expect(page.locator(".turn.is-target .sel")).to_have_text("the yard")
        self.check(page)
        page.get_by_role("link", name="Read it in Español").first.click()
        expect(page.locator("#transcript")).to_have_attribute("lang", "es")
        expect(page.locator(".turn.is-target mark")).to_have_text("patio")

    def test_is_stepped_through_in_the_words_that_are_shown(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(FOREIGN)
        for number, words in enumerate(FOREIGN_WORDS, 1):
            page.locator("#q").press("Enter")
            expect(page.locator("#search-status")).to_have_text(f"{number} of 3")
            expect(page.locator(".turn.is-target .sel")).to_have_text(words)
            expect(page.locator(".turn.is-target .sel")).to_be_in_viewport()
            expect(page.locator(".hit-list .is-cur q[lang=en]")).to_have_text(words)
        expect(page.locator("#transcript mark")).to_have_count(0)

    def test_leads_from_its_row_to_the_moment(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search(FOREIGN)
        rows(page).nth(2).locator("a.time").click()
        expect(page.locator("#transcript .sel")).to_have_text("The café is open again.")
        expect(page.locator("#transcript .sel")).to_be_in_viewport()
        assert page.locator("#search-status").inner_text() == "3 of 3"


class TestTicks:
    def places(self, visitor: Visitor) -> Iterator[tuple[float, float]]:
        """Where the middle of each tick is, and where its match's time is: shares of the bar."""
        times: list[float] = visitor.bus("bus.matches.map(({ time }) => time)")
        middles = visitor.page.locator("#player [data-slider]").evaluate("""bar => {
            const { left, width } = bar.getBoundingClientRect();
            return [...bar.querySelectorAll(".tick")].map((tick) => {
                const box = tick.getBoundingClientRect();
                return (box.left + box.width / 2 - left) / width;
            });
        }""")
        return zip(middles, (time / content.SECONDS for time in times), strict=True)

    def test_stand_where_their_words_are_spoken(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        for query in ("jug", QUOTE, REPEATED, UNSAID, "brigde", FOREIGN):
            visitor.search(query)
            expect(page.locator("#player .tick")).to_have_count(visitor.bus("bus.matches.length"))
            for middle, share in self.places(visitor):
                assert middle == pytest.approx(share, abs=0.003), query

    def test_change_with_the_words(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard?q=jug")
        for words, number in [("bridge", 2), ("zeppelin", 0), (FOREIGN, 3), ("", 0)]:
            page.locator("#q").fill(words)
            expect(page.locator("#player .tick")).to_have_count(number)

    def test_the_current_one_is_taller_and_wider(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard?q=jug")
        expect(page.locator("#player .tick.is-cur")).to_have_count(1)
        page.locator("#q").press("Enter")
        ticks = page.locator("#player .tick")
        expect(ticks.nth(1)).to_contain_class("is-cur")
        # All at once: ticks are made anew when the recording tells its length.
        boxes: list[Any] = ticks.evaluate_all(
            "all => all.map((tick) => tick.getBoundingClientRect().toJSON())"
        )
        current = boxes.pop(1)
        for side in ("width", "height"):
            assert current[side] > max(box[side] for box in boxes)

    def test_a_press_on_one_is_its_very_time(self, visitor: Visitor) -> None:
        page = visitor.open("/videos/yard")
        visitor.search("jug")
        tick = page.locator("#player .tick").nth(4)
        box = tick.bounding_box()
        assert box
        times = [share * content.SECONDS for _, share in self.places(visitor)]
        page.mouse.click(box["x"] - 4, box["y"] + 2)
        visitor.arrives(times[4])
        visitor.wait_for("new URLSearchParams(location.search).has('t')")
        assert float(visitor.query()["t"]) == pytest.approx(times[4], abs=0.001)
        bar = page.locator("#player [data-slider]").bounding_box()
        assert bar
        page.mouse.click(box["x"] - 4, bar["y"] + 12)  # on the line itself
        visitor.wait_for(f"Math.abs(bus.media.currentTime - {times[4]}) > {NEAR}")


@pytest.mark.parametrize(
    "settings",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 800}}],
    ids=["light", "dark", "narrow"],
)
def test_no_answer_has_a_fault(visitor: Visitor, settings: dict[str, Any]) -> None:
    page = visitor.open("/videos/yard")
    for query in QUERIES:
        visitor.search(query)
        assert faults(page, *ANSWER) == [], query
        page.locator("#q").press("Enter")
        assert faults(page, *ANSWER) == [], query
        if "viewport" in settings:
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query
    assert faults(page) == []
