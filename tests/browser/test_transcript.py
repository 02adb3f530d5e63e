"""Reading along: the line being spoken, clicks, the keyboard, and following that never fights."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser import content
from tests.browser.visitor import Visitor

FAR_DOWN = "to every picker in the bridge field."


def listen_to(visitor: Visitor, words: str) -> None:
    """Click a line with the player out of sight, and wait until it is spoken."""
    visitor.line(words).click()
    visitor.wait_for("!bus.media.paused && !bus.isPlayerInView")
    expect(visitor.live()).to_contain_text(words)


def jump_silently(visitor: Visitor, seconds: float) -> None:
    """The recording moves on, without anybody asking the page."""
    visitor.page.evaluate(
        "seconds => { document.getElementById('video').currentTime = seconds; }", seconds
    )


def test_one_line_is_the_one_being_spoken(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.play()
    for words in ("They wait for the trucks.", "This is the page we keep.", FAR_DOWN):
        jump_silently(visitor, content.start_of(words) + 0.4)
        expect(visitor.live()).to_have_count(1)
        expect(visitor.live()).to_have_text(words)
        article = page.locator(".turn.is-live")
        expect(article).to_have_count(1)
        assert article.locator("[aria-current]").count() == 1


def test_a_click_on_words_plays_them(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    start = content.start_of("and wrote down")
    visitor.line("and wrote down").click()
    visitor.arrives(start)
    visitor.wait_for("!bus.media.paused")
    visitor.asks(t=f"{start:g}")
    expect(page.locator(".turn.is-target")).to_have_count(1)


def test_a_click_on_a_marked_word_plays_its_line(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=mango")
    expect(page.locator("#transcript mark")).to_have_count(1)
    page.locator("#transcript mark").click()
    visitor.arrives(content.start_of("We sat"))
    visitor.wait_for("!bus.media.paused")


def test_selecting_words_goes_nowhere(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    line = visitor.line("I was told to wait")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()")
    assert not visitor.bus("bus.hasPlayed")
    assert visitor.query() == {}


def test_a_click_with_a_key_held_opens_a_tab(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    with page.context.expect_page() as opened:
        visitor.line("and wrote down").click(modifiers=["ControlOrMeta"])
    # A tab is there a moment before its address.
    opened.value.wait_for_url(lambda address: "t=12" in address)
    assert not visitor.bus("bus.hasPlayed")


IN_THE_WORDS = "document.activeElement.closest('#transcript') !== null"


def test_the_words_are_one_tab_stop(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator("#q").focus()
    seen: list[bool] = []
    while not seen or seen[-1]:
        page.keyboard.press("Tab")
        if page.evaluate(IN_THE_WORDS) or seen:
            seen.append(page.evaluate(IN_THE_WORDS))
    assert seen == [True, False]
    page.keyboard.press("Shift+Tab")
    expect(visitor.line("Before the sun is up,")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate(IN_THE_WORDS)


def test_a_screen_reader_is_told_the_keys_when_it_comes_in(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    words = page.get_by_role("region", name="What was said")
    expect(words).to_have_accessible_description(re.compile("Arrow keys go from line to line"))


def test_from_a_passages_button_arrows_go_to_its_lines(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.mouse.move(9, 9, steps=3)  # whoever comes with a hand gets the buttons
    control = page.locator("#p10000 [data-share]")
    control.focus()
    page.keyboard.press("ArrowDown")
    expect(visitor.line("and wrote down")).to_be_focused()
    control.focus()
    page.keyboard.press("ArrowUp")
    expect(visitor.line("and I was not paid")).to_be_focused()


def test_tab_leads_to_the_line_being_spoken(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=60")
    stop = page.locator("#transcript [tabindex='0']")
    expect(stop).to_have_count(1)
    line = visitor.line("Then the bell rang")  # of the second field, from 0:50 on
    assert stop.get_attribute("data-start") == "60"
    page.keyboard.press("k")
    visitor.wait_for("bus.cue !== null")
    jump_silently(visitor, content.start_of(FAR_DOWN))
    expect(visitor.live()).to_have_text(FAR_DOWN)
    expect(stop).to_have_text(FAR_DOWN)
    assert line.get_attribute("tabindex") == "-1"


def test_a_match_is_where_tab_leads(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    visitor.search("noon")
    for _ in range(3):
        page.locator("#q").press("Enter")
    visitor.wait_for("bus.matchIndex === 2")
    expect(page.locator("#q")).to_be_focused()
    while not page.evaluate(IN_THE_WORDS):
        page.keyboard.press("Tab")
    expect(page.locator("a[data-start]:focus mark.is-cur")).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "link", "line"),
    [
        ("/videos/yard?t=12", "Read these words", "and wrote down"),
        ("/videos/yard", "Skip to the words", "Before the sun is up,"),
    ],
)
def test_a_link_to_words_takes_the_focus_along(
    visitor: Visitor, path: str, link: str, line: str
) -> None:
    page = visitor.open(path)
    page.get_by_role("link", name=link).focus()
    page.keyboard.press("Enter")
    expect(visitor.line(line)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(visitor.line(line)).not_to_be_focused()


def test_a_hit_of_the_list_takes_the_focus_along(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=" + quote("we sat under the mango tree and wrote up"))
    expect(page.locator("#player .tick")).not_to_have_count(0)  # until then it is a link to a page
    page.locator("#search-result [data-hit]").focus()
    page.keyboard.press("Enter")
    expect(visitor.line("We sat under")).to_be_focused()


def test_the_lines_are_gone_through_with_arrow_keys(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    stops = page.locator("#transcript [tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    for key, words in [
        ("ArrowDown", "the yard is full of people."),
        ("ArrowDown", "They wait for the trucks."),
        ("ArrowUp", "the yard is full of people."),
        ("End", "The café is open again."),
        ("Home", "Before the sun is up,"),
    ]:
        page.keyboard.press(key)
        expect(page.locator("a[data-start]:focus")).to_have_text(words)
        assert stops.count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    visitor.arrives(2)
    visitor.wait_for("!bus.media.paused")


def test_the_page_never_moves_while_the_player_is_in_view(visitor: Visitor) -> None:
    visitor.open("/videos/yard")
    visitor.play()
    jump_silently(visitor, content.start_of(FAR_DOWN))
    expect(visitor.live()).to_have_text(FAR_DOWN)
    assert visitor.scroll() == 0


def test_the_words_follow_the_voice(visitor: Visitor) -> None:
    visitor.open("/videos/yard")
    listen_to(visitor, "Nobody was sent away")
    jump_silently(visitor, content.start_of(FAR_DOWN))
    expect(visitor.live()).to_have_text(FAR_DOWN)
    expect(visitor.live()).to_be_in_viewport()
    assert visitor.bus("bus.isFollowing")


def wheel(visitor: Visitor) -> None:
    """Turn the wheel until the words move, as a hand does: a busy browser now and then loses a notch."""
    before = visitor.rest()
    for _ in range(5):
        visitor.page.mouse.wheel(0, 200)
        if visitor.rest() != before:
            return


def scrollbar(visitor: Visitor) -> None:
    visitor.page.evaluate("scrollBy(0, 150)")


def key(visitor: Visitor) -> None:
    visitor.page.keyboard.press("PageDown")


def select(visitor: Visitor) -> None:
    visitor.page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('#transcript [aria-current=true]'))"
    )
    # The share panel opens a moment later, and may have to make room for itself.
    expect(visitor.page.locator("#share.is-open")).to_be_visible()


def search(visitor: Visitor) -> None:
    visitor.search("mango")


@pytest.mark.parametrize("act", [wheel, scrollbar, key, select, search])
def test_following_ends_when_the_reader_goes_their_own_way(visitor: Visitor, act: object) -> None:
    page = visitor.open("/videos/yard")
    listen_to(visitor, "Nobody was sent away")
    back = page.locator("#dock [data-do=back]")
    expect(back).to_be_hidden()
    act(visitor)  # type: ignore[operator]
    visitor.wait_for("!bus.isFollowing")
    expect(back).to_be_visible()
    before = visitor.rest()
    jump_silently(visitor, content.start_of(FAR_DOWN))
    expect(visitor.live()).to_have_text(FAR_DOWN)
    assert visitor.scroll() == pytest.approx(before, abs=1)
    back.click()
    expect(visitor.live()).to_be_in_viewport()
    expect(back).to_be_hidden()
    assert visitor.bus("bus.isFollowing")


@pytest.mark.parametrize("settings", [{"reduced_motion": "reduce"}])
def test_nothing_glides_for_who_asked_for_less_motion(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    listen_to(visitor, "In the hill field")
    page.evaluate("""() => {
        const plain = window.scrollBy.bind(window);
        window.glides = [];
        window.scrollBy = (options) => { window.glides.push(options.behavior); plain(options); };
    }""")
    jump_silently(visitor, content.start_of("In the barn field"))
    expect(visitor.live()).to_have_text("In the barn field we asked about the water.")
    expect(visitor.live()).to_be_in_viewport()
    assert page.evaluate("window.glides") == ["instant"]
