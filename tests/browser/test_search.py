"""Search as you type, and the way through its matches."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser import content
from tests.browser.visitor import Visitor

# A paste as a mail program makes it: curly quotes, an ellipsis, no accents.
REMEMBERED = "\u201cwe sat under the mango tree\u2026 and wrote down what a fair day is\u201d"
# What breaks others: field.md of the research names who.
HOSTILE = [
    "(", "|", "b*", "a?", "c++", "\\", "R&D #1", "%", "  ", "span", "undefined", "x",
    "x" * 500, "cafe\u0301", "\U0001f34e", '"water', "\x00", "[TO]", "NOT", " OR ".join(["water"] * 300),
    "<b>water</b>", "&amp;", "' onmouseover='",
]  # fmt: skip


def test_typing_shows_what_was_found(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator("#q").press_sequentially("fair day", delay=25)
    expect(page.locator("#transcript mark")).to_have_text(["fair day"])
    expect(page.locator("#search-status")).not_to_be_empty()
    visitor.asks(q="fair day")
    expect(page.locator("[data-nav] output").first).to_have_text("1 match")
    assert page.locator("#player .tick").count() == 1


def test_a_page_opened_with_words_is_the_page_after_going_to_them(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("the rules were read aloud to every picker")
    page.locator("#q").press("Enter")
    page.locator("#q").blur()
    visitor.wait_for("new URLSearchParams(location.search).has('t')")
    marked = [
        page.locator(marks).all_text_contents()
        for marks in ("#transcript mark", "#transcript mark.is-cur", "#transcript .sel")
    ]
    assert all(marked)
    page.reload()
    expect(page.locator("#player .tick.is-cur")).to_have_count(1)
    expect(page.locator("#transcript [tabindex='0']")).to_have_count(1)
    assert marked == [
        page.locator(marks).all_text_contents()
        for marks in ("#transcript mark", "#transcript mark.is-cur", "#transcript .sel")
    ]


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_words_in_an_address_lead_to_the_first_place_they_are_said(
    visitor: Visitor, width: int
) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": 700})
    visitor.open("/videos/yard?q=bridge")
    current = page.locator("#transcript mark.is-cur")
    expect(current).to_have_attribute("data-match", "0")
    expect(current).to_be_in_viewport()
    visitor.arrives(visitor.bus("bus.matches[0].time"))
    assert visitor.bus("bus.media.paused")


def test_enter_goes_through_the_matches_and_round(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    status, current = page.locator("#search-status"), page.locator("#transcript mark.is-cur")
    for press, number in [("Enter", 1), ("Enter", 2), ("Shift+Enter", 1), ("Shift+Enter", 10)]:
        page.locator("#q").press(press)
        expect(status).to_have_text(f"{number} of 10")
        expect(current).to_have_attribute("data-match", str(number - 1))
        expect(current).to_be_in_viewport()
        expect(page.locator(".tick.is-cur").first).to_be_attached()
    page.locator("#q").press("Enter")
    expect(status).to_have_text("1 of 10")
    expect(page.locator("[data-nav] output").first).to_have_text("1 of 10")


def test_enter_seeks_to_the_word_and_plays_nothing(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    page.locator("#q").press("Enter")
    line = content.start_of("There was a jug")
    visitor.wait_for("bus.media.currentTime > 1")
    assert line <= visitor.bus("bus.media.currentTime") < line + content.CUE_SECONDS
    assert visitor.bus("bus.media.paused")
    assert float(visitor.query()["t"]) == pytest.approx(
        visitor.bus("bus.media.currentTime"), abs=0.01
    )


def test_a_search_does_not_stop_what_is_playing(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    visitor.search("café")
    page.locator("#q").press("Enter")
    visitor.wait_for(f"bus.media.currentTime > {content.start_of('The café')}")
    assert not visitor.bus("bus.media.paused")


def test_a_mangled_quote_is_one_match_from_its_first_word(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search(REMEMBERED)
    page.locator("#q").press("Enter")
    visitor.arrives(content.start_of("We sat"))
    expect(page.locator("#transcript mark.is-cur").first).to_contain_text(
        "We sat under the mango tree"
    )
    expect(page.locator("[data-nav] output").first).to_have_text("1 match")


def test_escape_clears(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    expect(page.locator("#player .tick")).to_have_count(10)
    page.locator("#q").press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#transcript mark")).to_have_count(0)
    expect(page.locator("[data-nav]:visible")).to_have_count(0)
    expect(page.locator("#search-status")).to_be_empty()
    assert page.locator(".tick").count() == 0
    visitor.wait_for("!new URLSearchParams(location.search).has('q')")


def test_the_buttons_step_too(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    find = page.locator("#search")
    find.locator("[data-do=next]").click()
    expect(page.locator("#search-status")).to_have_text("2 of 10")
    for _ in range(2):
        find.locator("[data-do=previous]").click()
    expect(page.locator("#search-status")).to_have_text("10 of 10")


def test_nothing_found_is_said(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("zeppelin")
    expect(page.locator("#search-status")).not_to_be_empty()
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark")).to_have_count(0)
    visitor.asks(q="zeppelin")


def test_no_words_break_the_page(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    text = page.locator("#transcript").inner_text()
    for words in HOSTILE:
        visitor.page.locator("#q").fill(words)
        visitor.page.locator("#q").press("Enter")
    visitor.search("mango")
    expect(page.locator("#transcript mark")).to_have_text("mango")
    assert page.locator("#transcript").inner_text() == text


PASSAGES = (
    '<p data-at="5"><a>\U0001f34e a <i>red</i> one</a> <a>and two</a></p>'
    '<p data-at="26"><a>three</a></p>'
)
MARKED = (
    '<p data-at="5"><a>\U0001f34e a <i><mark data-match="0">red</mark></i>'
    '<mark data-match="0"> one</mark></a><mark data-match="0"> </mark>'
    '<a>a<mark data-match="1">nd two</mark></a></p>'
    '<p data-at="26"><a><mark data-match="1">three</mark></a></p>'
)


def test_marks_stand_where_the_offsets_say_behind_wide_letters(visitor: Visitor) -> None:
    visitor.open("/videos/yard")
    marked = """async (passages) => {
        const base = document.querySelector('script[type=module]').src;
        const { mapPassages, markSpan, unmark } = await import(new URL('./transcript/offsets.js', base));
        const words = document.createElement('section');
        words.innerHTML = passages;
        markSpan(mapPassages(words), [10, 18], 0);
        markSpan(mapPassages(words), [19, 31], 1);
        const marked = words.innerHTML;
        unmark(words);
        return [marked, words.innerHTML];
    }"""
    assert visitor.page.evaluate(marked, PASSAGES) == [MARKED, PASSAGES]


def test_the_request_before_is_dropped(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    held = []
    page.route("**/*q=slow*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    with page.expect_event("requestfailed", lambda request: "q=slow" in request.url):
        with page.expect_request("**/*q=slow*"):
            page.locator("#q").fill("slow")
        page.locator("#q").fill("mango")
    expect(page.locator("#transcript mark")).to_have_text("mango")
    assert len(held) == 1


def test_without_the_network_a_sentence_says_so_and_enter_tries_again(visitor: Visitor) -> None:
    visitor.page.route("**/offline_search.js", lambda route: route.abort())
    page = visitor.open("/videos/yard?q=jug")
    expect(page.locator("#player .tick")).to_have_count(10)
    page.mouse.move(9, 9, steps=3)
    expect(page.locator("[data-share]").first).to_be_attached()
    page.context.set_offline(True)
    page.locator("#q").fill("mango")
    expect(page.locator("#search-status")).to_contain_text("could not reach the site")
    page.context.set_offline(False)
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_have_text("mango")


def test_a_slow_search_says_that_it_is_on_its_way(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    expect(page.locator("#player .tick")).to_have_count(10)
    asked: list[Route] = []
    page.route("**/*part=search*", lambda route: asked.append(route))  # noqa: PLW0108 - Playwright looks at its signature
    page.locator("#q").fill("mango")
    status = page.locator("#search-status")
    expect(status).to_have_text("Searching…")
    asked.pop().continue_()
    expect(status).to_have_text("1 match")


def test_half_composed_letters_are_not_looked_for(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    page.locator("#q").fill("")
    expect(page.locator("#transcript mark")).to_have_count(0)
    page.locator("#q").focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.imeSetComposition", {"text": "mang", "selectionStart": 4, "selectionEnd": 4}
    )
    visitor.let_timers_run(200)
    assert visitor.asked_for("q=mang&") == []
    keyboard.send("Input.insertText", {"text": "mango"})
    expect(page.locator("#transcript mark")).to_have_text("mango")


@pytest.mark.parametrize("settings", [{"viewport": {"width": 390, "height": 700}}])
def test_the_current_match_is_seen_on_a_phone(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("jug")
    for _ in range(3):
        page.locator("#q").press("Enter")
    current = page.locator("#transcript mark.is-cur")
    expect(current).to_be_in_viewport(ratio=1)
    covered = current.evaluate("""mark => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        return !mark.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }""")
    assert not covered


# Until the test says so, the browser has something else to do.
_BUSY = """() => {
    window.idle = [];
    window.requestIdleCallback = (act) => window.idle.push(act);
}"""


def test_a_thousand_matches_keep_no_letter_waiting(visitor: Visitor) -> None:
    """Some find more than can be marked between two keys: the others are marked when there is time."""
    page = visitor.open("/videos/yard")
    page.locator("#q").focus()
    visitor.rest()
    page.evaluate(_BUSY)
    visitor.search("the OR and OR was OR we OR a OR field OR rules OR noon OR bell")
    matches, marked = visitor.bus(
        "[bus.matches.length, bus.matches.filter((m) => m.marks.length).length]"
    )
    assert matches > marked == 150
    page.locator("#q").press("Shift+Enter")
    expect(page.locator(f"mark.is-cur[data-match='{matches - 1}']")).to_be_in_viewport()
    while visitor.bus("bus.matches.some((match) => !match.marks.length)"):
        page.evaluate("window.idle.splice(0).forEach((act) => act())")
    expect(page.locator(f"mark[data-match='{matches - 2}']")).to_have_count(1)
