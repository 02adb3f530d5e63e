"""Select words, get everything: the share panel by mouse, keyboard and touch, and without script."""

import os
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.access import faults
from tests.browser.visitor import NEAR, Visitor

MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
NARROW = {"viewport": {"width": 320, "height": 640}}
FOUR = "mango tree and wrote"  # across two lines
# As in static/js/sharing/selection.js: a selection that has not changed for this long is meant.
SETTLE_MS = 400
TARGET = "There was a jug and there was shade,"

# The middle of the first and of the last letter of some words of the transcript, and where they stand.
_PLACE = """(words) => {
    for (const text of document.querySelectorAll("#transcript .turn")) {
        const at = text.textContent.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        const point = (offset) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node = walker.nextNode();
            while (offset > node.length) { offset -= node.length; node = walker.nextNode(); }
            return [node, offset];
        };
        const [from, to] = [point(at + 1), point(at + words.length)];
        range.setStart(from[0], from[1] - 1);
        range.setEnd(...to);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        const [first, last] = [boxes[0], boxes.at(-1)];
        return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
    }
}"""
_SELECT = """(words) => {
    for (const text of document.querySelectorAll("#transcript .turn")) {
        const at = text.textContent.indexOf(words);
        if (at < 0) continue;
        const point = (offset) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node = walker.nextNode();
            while (offset > node.length) { offset -= node.length; node = walker.nextNode(); }
            return [node, offset];
        };
        getSelection().setBaseAndExtent(...point(at), ...point(at + words.length));
        return;
    }
}"""
_STATED = """() => [...CSS.highlights.get("shared") ?? []].map(String).join("")"""


# Whether a key that moves nothing, back from the first line's start, is taken by the enhancement.
_TAKES_KEYS = """!document.querySelector("a[data-start]").dispatchEvent(new KeyboardEvent("keydown", {
    key: document.getElementById("transcript").dir === "rtl" ? "ArrowRight" : "ArrowLeft",
    shiftKey: true, bubbles: true, cancelable: true}))"""


def ready(visitor: Visitor, path: str = "/videos/yard") -> Page:
    """Open a page and come near its words, which are what the enhancement waits for."""
    page = visitor.open(path)
    page.locator("#transcript").dispatch_event("pointerover")
    visitor.wait_for(_TAKES_KEYS)
    return page


def place(page: Page, words: str) -> list[float]:
    line = page.locator("#transcript p").filter(has_text=words).first
    line.evaluate("line => line.scrollIntoView({block: 'center'})")
    found: list[float] = page.evaluate(_PLACE, words)
    return found


def drag_over(page: Page, words: str) -> None:
    x, y, to_x, to_y = place(page, words)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, (y + to_y) / 2, steps=4)
    page.mouse.move(to_x, to_y, steps=4)


def by_mouse(visitor: Visitor) -> Locator:
    drag_over(visitor.page, FOUR)
    expect(visitor.page.locator("#share")).to_have_count(0)
    visitor.page.mouse.up()
    return panel(visitor)


def by_keyboard(visitor: Visitor) -> Locator:
    """Down to the line, along its words, and four of them with Shift held."""
    page = visitor.page
    page.locator("a[data-start][tabindex='0']").focus()
    while page.locator(":focus").inner_text() != "We sat under the mango tree":
        page.keyboard.press("ArrowDown")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert selected(page) == "mango"
    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    return panel(visitor)


def by_touch(visitor: Visitor) -> Locator:
    """Real touches; what a held finger and handles select is set here: Chromium has them on phones only."""
    page = visitor.page
    x, y, *_ = place(page, FOUR)
    touch = page.context.new_cdp_session(page)
    point = {"touchPoints": [{"x": x, "y": y}]}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", **point})
    page.evaluate(_SELECT, "mango tree")
    page.evaluate(_SELECT, FOUR)
    visitor.let_timers_run(SETTLE_MS + 1)
    assert visitor.asked_for("part=share") == [], "it opened under the finger"
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    return panel(visitor)


def panel(visitor: Visitor) -> Locator:
    """The open panel."""
    found = visitor.page.locator("#share.is-open")
    expect(found).to_be_visible()
    return found


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def marked(page: Page) -> str:
    """The words that a page marks as its moment."""
    return "".join(page.locator("#transcript .sel").all_text_contents())


def selected(page: Page) -> str:
    text: str = page.evaluate("getSelection().toString()")
    return text


# The marked words that something else covers: a sticky header, the dock, a sheet.
_COVERED = """() => [...document.querySelectorAll("#transcript .sel")].flatMap((mark) =>
    [...mark.getClientRects()].filter(({left, top, width, height}) =>
        document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".sel") !== mark)
        .map(() => mark.textContent))"""


@pytest.mark.parametrize(
    ("select", "settings"),
    [(by_mouse, MAY_COPY), (by_keyboard, MAY_COPY), (by_touch, MAY_COPY | PHONE)],
)
def test_four_words_travel_to_another_window(visitor: Visitor, select: Any) -> None:  # noqa: ANN401
    page = ready(visitor)
    opened = select(visitor)
    expect(opened.locator("[data-count]")).to_have_text("4 words")
    assert page.evaluate(_STATED) == FOUR
    assert not visitor.bus("bus.hasPlayed"), "a selection never seeks"
    opened.get_by_role("button", name="Copy link").click()
    expect(page.locator("[aria-live=polite]").filter(has_text="Link copied")).to_have_count(1)
    link = copied(page)
    opened.get_by_role("button", name="Copy quote").click()
    expect(page.locator("[aria-live=polite]").filter(has_text="Quote copied")).to_have_count(1)
    first, source, url = copied(page).split("\n")
    assert first == f"“{FOUR}”"
    assert source.startswith("— María Reyes, The yard (yard), 0:1")
    assert url == link
    friend = Visitor(page.context.new_page(), visitor.site)
    friend.open(link.removeprefix(visitor.site))
    begins, ends = map(float, friend.query()["t"].split(","))
    friend.arrives(begins)
    assert marked(friend.page) == FOUR
    friend.rest()
    assert friend.page.evaluate(_COVERED) == [], "they are in view, below any bar"
    assert friend.page.evaluate("document.getElementById('video').currentTime") >= begins - NEAR
    friend.page.locator("[data-do=toggle]:visible").first.click()
    friend.wait_for(f"bus.hasPlayed && bus.media.paused && bus.media.currentTime >= {ends - 0.05}")
    assert friend.bus("bus.media.currentTime") < ends + NEAR
    assert friend.complaints == []


TOLD = [
    ("en", "Rosa's café 🍎🍏 and", "“{}”"),
    ("en", "It’s Rosa's café 🍎🍏 and the rules don't", "“{}”"),
    ("bn", "নিজেরাই নিয়ম লিখেছি", "“{}”"),
    ("ar", "القواعد مع CIW بأنفسنا", "\u200f\u2067«{}»\u2069"),
]


@pytest.mark.parametrize("settings", [MAY_COPY])
@pytest.mark.parametrize(("language", "words", "line"), TOLD)
def test_copied_words_are_the_transcripts_byte_for_byte(
    visitor: Visitor, language: str, words: str, line: str
) -> None:
    page = ready(visitor, f"/videos/tongues?lang={language}")
    place(page, words)
    page.evaluate(_SELECT, words)
    opened = panel(visitor)
    opened.get_by_role("button", name="Copy quote").click()
    expect(opened.locator(".copied")).to_be_visible()
    first, _, url = copied(page).split("\n")
    assert first.encode() == line.format(words).encode()
    friend = Visitor(page.context.new_page(), visitor.site)
    friend.open(url.removeprefix(visitor.site))
    assert marked(friend.page).encode() == words.encode()
    assert friend.page.locator("#transcript").get_attribute("lang") == language


HELD = "document.querySelectorAll('a[data-start]:not([href])').length"


@pytest.mark.parametrize("settings", [PHONE])
def test_a_line_under_a_finger_is_no_link_so_that_it_can_be_selected(visitor: Visitor) -> None:
    page = ready(visitor)
    x, y, *_ = place(page, FOUR)
    touch = page.context.new_cdp_session(page)
    held = {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    touch.send("Input.dispatchTouchEvent", held)
    assert page.evaluate(HELD) == 1
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.evaluate(HELD) == 0


@pytest.mark.parametrize("settings", [PHONE])
def test_a_tap_on_a_line_plays_it(visitor: Visitor) -> None:
    page = ready(visitor)
    x, y, *_ = place(page, FOUR)
    page.touchscreen.tap(x, y)
    visitor.wait_for("bus.hasPlayed")
    visitor.arrives(10)
    expect(page.locator("#share")).to_have_count(0)


@pytest.mark.parametrize("settings", [PHONE])
def test_a_tap_on_a_line_without_a_recording_opens_its_moment(visitor: Visitor) -> None:
    page = ready(visitor, "/videos/words")
    x, y, *_ = place(page, FOUR)
    page.touchscreen.tap(x, y)
    page.wait_for_url("**/videos/words?t=10*")


@pytest.mark.parametrize(("key", "back"), [("ArrowLeft", "ArrowRight")])
def test_arrows_go_the_way_the_words_run(visitor: Visitor, key: str, back: str) -> None:
    page = ready(visitor, "/videos/tongues?lang=ar")
    page.locator("a[data-start]").first.focus()
    for _ in range(3):
        page.keyboard.press(f"Shift+{key}")
    assert selected(page) == "كتبنا القواعد مع"
    page.keyboard.press(f"Shift+{back}")
    assert selected(page).strip() == "كتبنا القواعد"
    expect(panel(visitor).locator("[data-count]")).to_have_text("2 words")


def test_a_part_of_a_word_is_all_of_it(visitor: Visitor) -> None:
    page = ready(visitor)
    place(page, "mango tree")
    page.evaluate(_SELECT, "ango tre")
    expect(panel(visitor).locator("[data-count]")).to_have_text("2 words")
    assert page.evaluate(_STATED) == "mango tree"


def test_the_share_control_of_a_passage_takes_all_of_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    passage = page.locator(".turn").filter(has_text="mango")
    page.mouse.move(9, 9, steps=3)  # whoever comes with a hand gets the buttons
    control = passage.get_by_role("link", name="Share what is said at 0:10")
    control.focus()
    page.keyboard.press("Enter")
    opened = panel(visitor)
    expect(opened.get_by_role("button", name="Copy link")).to_be_focused()
    assert page.evaluate(_STATED) == passage.inner_text()
    assert opened.get_attribute("data-t") == "10,18"
    assert page.locator("#p10000 + #share").count() == 1
    page.keyboard.press("Escape")
    expect(page.locator("#share")).to_have_count(0)
    expect(control).to_be_focused()
    assert visitor.query() == {}, "nothing was opened but the panel"


def test_a_selection_keeps_the_focus_and_the_next_tab_goes_in(visitor: Visitor) -> None:
    page = ready(visitor)
    opened = by_mouse(visitor)
    said = page.locator("[aria-live=polite]").filter(has_text="4 words selected, share panel")
    expect(said).to_have_count(1)
    expect(opened.locator(":focus")).to_have_count(0)
    assert selected(page).strip() == FOUR
    page.keyboard.press("Tab")
    expect(opened.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#share")).to_have_count(0)
    expect(visitor.line("We sat under")).to_be_focused()
    assert selected(page) == ""


def test_tab_goes_on_behind_the_panel(visitor: Visitor) -> None:
    page = ready(visitor)
    opened = by_keyboard(visitor)
    page.keyboard.press("Tab")
    seen = set()
    for _ in range(30):
        seen.add(page.evaluate("document.activeElement.closest('.turn')?.id ?? ''"))
        page.keyboard.press("Tab")
    assert "" in seen, "behind the panel comes what is not of the words"
    expect(opened).to_be_visible()


@pytest.mark.parametrize("elsewhere", ["#words-heading", "#transcript", "#main"])
def test_a_click_elsewhere_closes_it(visitor: Visitor, elsewhere: str) -> None:
    page = ready(visitor)
    by_mouse(visitor)
    page.locator(elsewhere).first.dispatch_event(
        "click"
    )  # the selection is still there: so is the panel
    expect(page.locator("#share")).to_have_count(1)
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(elsewhere).first.dispatch_event("click")
    expect(page.locator("#share")).to_have_count(0)
    assert page.evaluate(_STATED) == ""


def test_a_click_into_the_words_closes_it_and_plays(visitor: Visitor) -> None:
    page = ready(visitor)
    by_mouse(visitor)
    visitor.line("This is the page we keep").click()
    expect(page.locator("#share")).to_have_count(0)
    visitor.arrives(16)


def test_other_words_take_its_place(visitor: Visitor) -> None:
    page = ready(visitor)
    by_mouse(visitor)
    drag_over(page, "paid for waiting")
    page.mouse.up()
    expect(page.locator("#share [data-count]")).to_have_text("3 words")
    expect(page.locator("#share")).to_have_count(1)
    assert page.evaluate(_STATED) == "paid for waiting"


def test_the_answer_to_words_that_are_no_longer_selected_is_dropped(visitor: Visitor) -> None:
    page = ready(visitor)
    place(page, FOUR)
    slow: list[Route] = []
    page.route("**/*part=share*", lambda route: slow.append(route))  # noqa: PLW0108 - it is given a name
    page.evaluate(_SELECT, "mango tree")
    with page.expect_request("**/*part=share*"):
        pass
    page.unroute("**/*part=share*")
    page.evaluate(_SELECT, FOUR)
    expect(panel(visitor).locator("[data-count]")).to_have_text("4 words")
    for route in slow:
        route.abort()
    expect(page.locator("#share [data-count]")).to_have_text("4 words")


def test_words_selected_in_the_search_field_open_nothing(visitor: Visitor) -> None:
    page = ready(visitor)
    page.locator("#q").fill("mango tree")
    page.locator("#q").select_text()
    page.locator("h1").select_text()
    visitor.let_timers_run(SETTLE_MS + 1)
    assert visitor.asked_for("part=share") == []
    expect(page.locator("#share")).to_have_count(0)


def test_play_just_this_plays_these_words_and_marks_them(visitor: Visitor) -> None:
    page = ready(visitor)
    opened = by_mouse(visitor)
    begins, ends = map(float, str(opened.get_attribute("data-t")).split(","))
    opened.get_by_role("link", name="Play just this").click()
    visitor.wait_for(f"bus.hasPlayed && bus.media.paused && bus.media.currentTime >= {ends - 0.05}")
    assert visitor.bus("bus.media.currentTime") < ends + NEAR
    visitor.asks(t=f"{begins:g},{ends:g}")
    expect(page.locator("#transcript .sel").first).to_be_visible()
    assert marked(page) == FOUR
    expect(opened).to_be_visible()


def test_a_moment_that_is_jumped_to_is_marked_to_the_word_and_unmarked_again(
    visitor: Visitor,
) -> None:
    page = visitor.open("/videos/yard?q=tree")
    expect(page.locator("#transcript .sel").first).to_be_visible()
    text = page.locator("#transcript .turn").all_inner_texts()
    moment = "{start: 10.9, end: 12.6}"
    visitor.bus(f"bus.jump({moment})")
    expect(page.locator("#transcript .sel").first).to_have_text("the mango ")
    words = marked(page)
    friend = Visitor(page.context.new_page(), visitor.site)
    friend.open("/videos/yard?t=10.9,12.6")
    assert words == marked(friend.page) != ""
    expect(page.locator("#transcript mark")).to_have_text("tree")
    visitor.bus("bus.jump({start: 20, end: null})")
    expect(page.locator("#transcript .sel")).to_have_count(1)
    assert page.locator("a.sel").count() == 1
    assert page.locator("#transcript .turn").all_inner_texts() == text
    visitor.search("mango")
    assert page.locator("#transcript .turn").all_inner_texts() == text


def test_without_the_server_its_lines_are_marked(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.route("**/*part=moment*", lambda route: route.abort())
    visitor.bus("bus.jump({start: 10.9, end: 12.6})")
    expect(page.locator("a.sel")).to_have_count(2)


def test_the_marks_of_the_server_stay_as_they_are(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=10.9,12.6")
    visitor.arrives(10.9)
    assert marked(page) == "the mango tree and wrote"
    assert not [request for request in visitor.requests if "part=" in request.url]


WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize(
    "settings",
    [{}, PHONE | {"color_scheme": "dark"}]
    + ([{"color_scheme": "dark"}, PHONE, NARROW] if os.environ.get("WIDE") else []),
)
def test_the_open_panel_has_no_fault(visitor: Visitor) -> None:
    page = ready(visitor)
    place(page, FOUR)
    page.evaluate(_SELECT, FOUR)
    opened = panel(visitor)
    assert faults(page) == []  # of all; what unfolds then is in the panel
    for summary in opened.locator("summary:visible").all():
        summary.click()
        expect(opened.locator("details[open] .share-more")).to_be_visible()
        assert faults(page, "#share") == []
        assert page.evaluate(WIDER) == 0, "nothing scrolls sideways"
    assert visitor.strangers() == []


@pytest.mark.parametrize("settings", [PHONE])
def test_on_a_phone_it_is_a_sheet_that_covers_no_word_of_it(visitor: Visitor) -> None:
    page = ready(visitor)
    page.evaluate(
        """() => [...document.querySelectorAll("a[data-start]")]
            .find((line) => line.textContent.startsWith("There was a jug")).scrollIntoView({block: "end"})"""
    )
    page.evaluate(_SELECT, TARGET)
    sheet = panel(visitor).bounding_box()
    assert sheet
    assert sheet["x"] == 0
    assert sheet["y"] + sheet["height"] == pytest.approx(800, abs=1)
    words = visitor.line("There was a jug").bounding_box()
    assert words
    assert words["y"] + words["height"] <= sheet["y"]


def test_the_pages_own_panel_opens_where_its_words_are(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=10.9,12.6")
    own = page.locator("#share")
    expect(own.locator(".share-body")).to_be_hidden()
    before = len(visitor.requests)
    own.get_by_role("link", name="Share these words").click()
    expect(own.get_by_role("button", name="Copy link")).to_be_focused()
    assert not [request for request in visitor.requests[before:] if "part=" in request.url]
    page.keyboard.press("Escape")
    expect(own.locator(".share-body")).to_be_hidden()
    expect(own.get_by_role("link", name="Share these words")).to_be_focused()
    visitor.bus("bus.jump({start: 30, end: null})")
    expect(own).to_have_count(0)


def test_an_address_that_asks_for_the_panel_opens_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=10.9,12.6#share")
    expect(page.locator("#share").get_by_role("button", name="Copy quote")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#share .share-body")).to_be_hidden()
    assert page.url == visitor.site + "/videos/yard?t=10.9,12.6"


SENT = """() => {
    window.sent = [];
    navigator.canShare = () => true;
    navigator.share = async (what) => { window.sent.push(what); };
}"""


def test_a_device_that_can_send_is_asked_to(visitor: Visitor) -> None:
    page = ready(visitor)
    page.evaluate(SENT)
    opened = by_mouse(visitor)
    assert opened.locator("[data-plain]").is_hidden()
    opened.get_by_role("button", name="Share…").click()
    (sent,) = page.evaluate("window.sent")
    assert sent["title"] == "The yard (yard)"
    assert sent["text"] == f"“{FOUR}”\n— María Reyes"
    assert urlsplit(sent["url"]).path == "/videos/yard"


def test_a_device_that_cannot_gets_links(visitor: Visitor) -> None:
    page = ready(visitor)
    page.evaluate("Object.defineProperty(navigator, 'share', {value: undefined})")
    opened = by_mouse(visitor)
    expect(opened.get_by_role("button", name="Share…")).to_be_hidden()
    opened.locator("[data-plain] summary").click()
    expect(opened.get_by_role("link", name="WhatsApp")).to_be_visible()
    links = opened.locator("[data-plain] a").all_text_contents()
    names = [text.removesuffix(" (opens a new window)") for text in links]
    assert names == ["E-mail", "WhatsApp", "Mastodon", "Bluesky", "X", "Facebook"]
    assert visitor.strangers() == []


def test_the_card_is_asked_for_when_it_is_unfolded(visitor: Visitor) -> None:
    page = ready(visitor)
    opened = by_mouse(visitor)
    page.wait_for_load_state("networkidle")
    assert not [request for request in visitor.requests if "card.png" in request.url]
    with page.expect_request("**/card.png*"):
        opened.locator("summary").filter(has_text="Quote card").click()


def test_without_script_the_panel_is_a_page_at_its_words(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/yard")
    page.locator("#transcript").get_by_role("link", name="0:10").click()
    page.wait_for_url("**?t=10,18#p10000")
    page.get_by_role("link", name="Share these words").click()
    opened = page.locator("#share")
    expect(opened.get_by_label("Link to these words")).to_have_value(
        reader.site + "/videos/yard?t=10,18"
    )
    expect(opened.get_by_label("Quote")).to_be_visible()
    expect(opened.locator("button").locator("visible=true")).to_have_count(0)
    expect(page.locator("#transcript .sel").last).to_be_in_viewport()
    opened.locator("summary").filter(has_text="Embed").click()
    expect(opened.get_by_label("Paste this into a page")).to_be_visible()
    page.goto(reader.site + "/videos/yard?t=10,18")
    expect(page.locator("#share .share-body")).to_be_hidden()
    page.get_by_role("link", name="Share these words").click()
    expect(page.locator("#share .share-body")).to_be_visible()


def test_the_panel_waits_until_it_is_wanted(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.wait_for_load_state("networkidle")
    early = [
        r.url
        for r in visitor.requests
        if r.url.endswith(("share_panel.js", "share.css", "copy_buttons.js"))
    ]
    assert early == []


def test_without_scripts_every_passage_has_a_button_that_opens_its_panel(reader: Visitor) -> None:
    page = reader.page
    page.goto(f"{reader.site}/videos/yard")
    page.get_by_role("link", name="Show a share button at every passage").click()
    passages = page.locator("#transcript .turn").count()
    buttons = page.locator("#transcript .turn > a.share-it")
    assert buttons.count() == passages > 3
    button = page.get_by_role("link", name="Share what is said at 0:10")
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    button.click()
    opened = page.locator("#share")
    expect(opened.locator("#share-link")).to_have_value(f"{reader.site}/videos/yard?t=10,18")
    expect(opened.locator(".share-body")).to_be_visible()


def test_with_scripts_it_opens_in_the_page(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?buttons=share")
    text = page.locator("#transcript .turn").first.text_content()
    assert text == "Before the sun is up, the yard is full of people. They wait for the trucks."
    page.get_by_role("link", name="Share what is said at 0:10").click()
    assert panel(visitor).locator("#share-link").input_value().endswith("/videos/yard?t=10,18")
    assert visitor.query() == {"buttons": "share"}


@pytest.mark.parametrize("settings", [PHONE, NARROW, {"viewport": {"width": 768, "height": 1024}}])
def test_no_picture_lies_on_the_sheet(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=60,64")
    visitor.arrives(60)
    screen = page.locator(".in-dock .screen")
    expect(screen).to_be_visible()
    page.locator("#share").get_by_role("link", name="Share these words").click()
    expect(page.locator("#share.is-open")).to_be_visible()
    expect(screen).to_be_hidden()
    page.keyboard.press("Escape")
    expect(screen).to_be_visible()


def test_the_words_of_the_moment_are_offered_once(onlooker: Visitor) -> None:
    page = onlooker.open("/videos/yard?t=18,24&q=jug")
    onlooker.wait_for("bus.matchIndex >= 0")
    expect(page.locator("#share [data-share]")).to_be_visible()
    expect(page.locator(".hit-tools")).to_be_hidden()
