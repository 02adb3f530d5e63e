"""Single keys: each does what the list says, none while somebody types, and all can be switched off."""

import pytest
from playwright.sync_api import Page, expect

from showcase.web.video.shortcuts import shortcut_groups
from tests.browser import content
from tests.browser.visitor import Visitor

TIME = "bus.media.currentTime"
# By key as browsers name it: what holds after it was pressed at 0:60, paused, with nothing in focus.
DOES = {
    " ": "!bus.media.paused",
    "k": "!bus.media.paused",
    "j": f"{TIME} === 50",
    "l": f"{TIME} === 70",
    ",": f"Math.abs({TIME} - 59.96) < 0.001",
    ".": f"Math.abs({TIME} - 60.04) < 0.001",
    "<": "bus.media.playbackRate === 0.75",
    ">": "bus.media.playbackRate === 1.25",
    "c": "![...bus.media.textTracks].some(({mode}) => mode === 'showing')",
    "m": "bus.media.muted",
    "f": "document.fullscreenElement?.id === 'player'",
    "/": "document.activeElement.id === 'q'",
    "?": "document.querySelector('dialog[open]')?.id === 'keys'",
}
OF_PLAYER = {"ArrowLeft": f"{TIME} === 55", "ArrowRight": f"{TIME} === 65"}
OF_MATCHES = {
    "n": "bus.matchIndex === (bus.bestMatch + 1) % 10",
    "N": "bus.matchIndex === (bus.bestMatch + 9) % 10",
}
# Those that a field, a line or a dialog hears by itself.
OF_PLACES = {
    *("ArrowUp", "ArrowDown", "Home", "End", "Enter", "Escape", "Shift+Enter"),
    *("Shift+ArrowLeft", "Shift+ArrowRight"),
}
LIST = "dialog[open]"


def opened(visitor: Visitor, path: str = "/videos/yard?t=60") -> Page:
    """A page whose player stands where it was asked to."""
    page = visitor.open(path)
    visitor.arrives(60)
    return page


def acts(page: Page) -> set[str]:
    """The keys that the script acts on."""
    script = "document.querySelector('script[src*=\"main.js\"]').src.replace('main.js', 'page/shortcuts.js')"
    return set(page.evaluate(f"import({script}).then(({{ ACTIONS }}) => Object.keys(ACTIONS))"))


def test_the_list_says_what_the_script_does(visitor: Visitor) -> None:
    said = {
        cap.key
        for group in shortcut_groups(player=True, words=True)
        for key in group.shortcuts
        for cap in key.caps
    }
    assert said - OF_PLACES == acts(visitor.open("/videos/yard"))
    assert said - OF_PLACES == {*DOES, *OF_PLAYER, *OF_MATCHES, "s"}


ANEW = """async () => {
    document.querySelector("dialog[open]")?.close();
    if (document.fullscreenElement) await document.exitFullscreen();
    document.activeElement.blur();
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame); // a screen that was full is drawn anew
}"""
AS_OPENED = """(bus.media.pause(), bus.media.muted = false, bus.media.playbackRate = 1,
    bus.media.textTracks[0].mode = "showing", bus.media.currentTime = 60)"""


def test_a_key_does_what_the_list_says(visitor: Visitor) -> None:
    page = opened(visitor)
    place = visitor.rest()
    for key, done in DOES.items():
        page.evaluate(ANEW)
        visitor.bus(AS_OPENED)
        visitor.wait_for("bus.media.paused && !bus.media.seeking")
        assert not visitor.bus(done), f"{key!r} is not done yet"
        page.keyboard.press(key)
        visitor.wait_for(done)
        assert key != " " or visitor.rest() == place, "Space does not scroll"


@pytest.mark.parametrize("key", OF_PLAYER)
def test_arrows_go_through_time_in_the_player_alone(visitor: Visitor, key: str) -> None:
    page = opened(visitor)
    page.keyboard.press(key)
    page.keyboard.press("c")  # what follows was heard
    visitor.wait_for(DOES["c"])
    assert visitor.bus(f"{TIME} === 60")
    page.locator("#player [data-do=toggle]").focus()
    page.keyboard.press(key)
    visitor.wait_for(OF_PLAYER[key])


@pytest.mark.parametrize("key", OF_MATCHES)
def test_a_key_goes_to_a_match_and_the_focus_along(visitor: Visitor, key: str) -> None:
    page = opened(visitor, "/videos/yard?t=60&q=noon")
    visitor.wait_for("bus.matches.length === 10")
    shown = int(visitor.bus("bus.bestMatch"))
    pressed = {"n": "n", "N": "Shift+N"}[key]
    page.keyboard.press(pressed)
    visitor.wait_for(OF_MATCHES[key])
    expect(page.locator("a[data-start]:focus mark.is-cur")).to_have_count(1)
    page.keyboard.press(pressed)
    expect(page.locator("a[data-start]:focus mark.is-cur")).to_have_count(1)
    number = (shown + {"n": 2, "N": -2}[key]) % 10 + 1
    expect(page.locator("#search-status")).to_have_text(f"{number} of 10")


def test_s_shares_the_passage_of_a_line(visitor: Visitor) -> None:
    page = opened(visitor)
    line = visitor.line("and wrote down")
    line.focus()
    page.keyboard.press("s")
    panel = page.locator("#share.is-open")
    expect(panel.get_by_role("button", name="Copy link")).to_be_focused()
    expect(panel).to_contain_text("This is the page we keep.", use_inner_text=False)
    page.keyboard.press("Escape")
    expect(line).to_be_focused()


@pytest.mark.parametrize("place", ["#q", "#player [data-do=rate]"])
def test_no_key_acts_while_somebody_types(visitor: Visitor, place: str) -> None:
    page = opened(visitor)
    page.locator(place).focus()
    for key in ("k", "l", "c", "m", "/"):
        page.keyboard.press(key)
    page.locator(place).blur()
    page.keyboard.press("m")
    visitor.wait_for("bus.media.muted")
    assert visitor.bus(f"bus.media.paused && {TIME} === 60")


@pytest.mark.parametrize("key", ["Control+k", "Alt+l", "Meta+m", "Shift+K", "Shift+J"])
def test_no_key_acts_with_another(visitor: Visitor, key: str) -> None:
    page = opened(visitor)
    page.keyboard.press(key)
    page.keyboard.press("c")
    visitor.wait_for(DOES["c"])
    assert visitor.bus(f"bus.media.paused && !bus.media.muted && {TIME} === 60")


def test_space_is_the_buttons_and_the_links(visitor: Visitor) -> None:
    page = opened(visitor)
    page.locator("#player [data-do=captions]").focus()
    page.keyboard.press(" ")
    visitor.wait_for(DOES["c"])
    page.locator(".site-name").focus()
    page.keyboard.press(" ")
    page.keyboard.press("m")
    visitor.wait_for("bus.media.muted")
    assert visitor.bus("bus.media.paused")


def test_another_script_of_letters_has_the_same_keys(visitor: Visitor) -> None:
    page = opened(visitor)
    page.evaluate("""document.body.dispatchEvent(new KeyboardEvent(
        "keydown", { key: "ক", code: "KeyK", bubbles: true, cancelable: true }))""")
    visitor.wait_for(DOES["k"])


def test_the_list_closes_and_gives_the_focus_back(visitor: Visitor) -> None:
    page = opened(visitor)
    button = page.locator("#player").get_by_role("button", name="Keyboard")
    button.click()
    listed = page.get_by_role("dialog", name="Keyboard")
    expect(listed.get_by_role("heading", level=3)).to_have_text(
        ["Video", "Words", "Search", "Help"]
    )
    page.keyboard.press("k")  # not while it is open
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(button).to_be_focused()
    assert visitor.bus("bus.media.paused")
    page.keyboard.press("?")
    expect(listed).to_be_visible()
    listed.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()
    asked = [request.url for request in visitor.requests if "part=keys" in request.url]
    assert len(asked) == 1, "it is asked for once, when it is opened"


def test_all_keys_can_be_switched_off_for_good(visitor: Visitor) -> None:
    page = opened(visitor)
    page.keyboard.press("?")
    switch = page.get_by_role("checkbox", name="Single-key shortcuts work on this page")
    expect(switch).to_be_checked()
    switch.uncheck()
    page.keyboard.press("Escape")
    opened(visitor)
    for key in ("k", "m", "?", "/"):
        page.keyboard.press(key)
    page.locator("#player").get_by_role("button", name="Keyboard").click()
    expect(switch).not_to_be_checked()
    assert visitor.bus("bus.media.paused && !bus.media.muted")
    switch.check()
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    visitor.wait_for("bus.media.muted")
    assert page.context.cookies() == []


def test_where_nothing_is_kept_they_are_off_while_the_page_stands(visitor: Visitor) -> None:
    visitor.page.add_init_script("""Object.defineProperty(window, "localStorage",
        { get() { throw new DOMException("No", "SecurityError"); } })""")
    page = opened(visitor)
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Single-key shortcuts work on this page").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.locator("#player [data-do=toggle]").click()
    visitor.wait_for("!bus.media.paused")
    assert not visitor.bus("bus.media.muted")


def test_a_page_without_a_recording_lists_the_keys_of_its_words(visitor: Visitor) -> None:
    page = visitor.open("/videos/words")
    page.get_by_role("button", name="Keyboard").click()
    listed = page.get_by_role("dialog", name="Keyboard")
    expect(listed.get_by_role("heading", level=3)).to_have_text(["Words", "Search", "Help"])
    page.keyboard.press("Escape")
    for key in ("k", "l", "<", "f", "c", "m"):
        page.keyboard.press(key)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def test_a_frame_has_the_same_keys(visitor: Visitor) -> None:
    page = opened(visitor, "/embed/yard?t=60")
    page.keyboard.press("l")
    visitor.arrives(70)
    page.keyboard.press("?")
    expect(page.locator(LIST)).to_be_visible()


def test_without_script_no_key_is_promised(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/words")
    expect(page.get_by_role("button", name="Keyboard")).to_have_count(0)
    expect(page.locator("#transcript")).not_to_have_attribute("aria-describedby", "words-keys")
    assert content.lines()[0].text in page.locator("#transcript").inner_text()


def test_letters_typed_right_after_the_first_slash_are_in_the_field(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.route("**/shortcuts.js", lambda _route: None)  # it never comes
    page.route("**/search_form.js", lambda _route: None)
    page.keyboard.type("/jug")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("jug")
