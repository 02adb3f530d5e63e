"""The time bar: as wide as picture and dock, with a bubble, a clock that moves along, and the volume."""

import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.visitor import Visitor

DOWN = "document.getElementById('chapter-3').scrollIntoView()"
SIZES = [(1280, 800), (768, 1024), (390, 844), (320, 640)]
WINDOWS = [{"viewport": {"width": width, "height": height}} for width, height in SIZES]
TOUCH = {"has_touch": True, "is_mobile": True}
every_window = pytest.mark.parametrize(
    "settings", WINDOWS, ids=[f"{width} px" for width, _ in SIZES]
)


def box_of(locator: Locator) -> FloatRect:
    box = locator.bounding_box()
    assert box
    return box


def docked(visitor: Visitor, path: str = "/videos/yard") -> Page:
    """A page that plays, with its player out of sight."""
    page = visitor.open(path)
    visitor.bus("bus.play()")
    visitor.wait_for("!bus.media.paused")
    visitor.waits_for_files("/playback.js")
    page.evaluate(f"{DOWN}; dispatchEvent(new WheelEvent('wheel'))")  # the reader's own scrolling
    expect(page.locator("#dock")).to_be_visible()
    return page


@every_window
def test_the_bar_is_the_foot_of_the_picture_and_as_wide_as_it_is(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    picture, track = box_of(page.locator(".screen")), box_of(page.locator("#player .rail"))
    assert track["x"] == pytest.approx(picture["x"], abs=0.5)
    assert track["width"] == pytest.approx(picture["width"], abs=0.5)
    assert track["y"] == pytest.approx(picture["y"] + picture["height"], abs=0.5)
    tops = {
        round(box_of(button)["y"])
        for button in page.locator("#player [data-bar] :is(button, select):visible").all()
    }
    assert len(tops) == 1, "the controls are in one row"
    assert tops.pop() >= track["y"] + 20


def search_in_dock(visitor: Visitor, words: str) -> None:
    """Search where the form goes along, or by the dock's own button where it does not."""
    visitor.page.locator("#dock .dock-search").click()
    expect(visitor.page.locator("#q")).to_be_focused()
    visitor.search(words)
    if visitor.page.locator(".close-sheet").is_visible():
        visitor.page.locator(".close-sheet").click()


@every_window
def test_no_name_moves_anything_in_the_dock(visitor: Visitor) -> None:
    page = docked(visitor)
    search_in_dock(visitor, "jug")
    expect(page.locator("#dock [data-do=next]")).to_be_visible()
    track = page.locator("#dock [data-slider]")
    parts = [track, *page.locator("#dock button:visible").all()]
    expect(page.locator("#dock [data-speaker]")).not_to_have_text("")
    visitor.bus("bus.media.pause()")
    places = []
    for name in ("", "Al", "Maria Guadalupe de la Cruz y Fernandez de Cordoba, for the committee"):
        page.evaluate(
            "name => document.querySelector('#dock [data-speaker]').textContent = name", name
        )
        places.append([box_of(part) for part in parts])
    assert places[0] == places[1] == places[2]
    width, dock = page.evaluate("innerWidth"), box_of(page.locator("#dock"))
    assert dock["height"] == pytest.approx(72, abs=1)
    assert box_of(track)["width"] == page.evaluate("document.documentElement.clientWidth")
    for part in parts[1:]:
        box = box_of(part)
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@every_window
def test_the_way_back_to_the_current_line_is_whole_while_a_search_is_on(visitor: Visitor) -> None:
    page = docked(visitor)
    search_in_dock(visitor, "jug")
    visitor.bus("bus.update('followchange', {isFollowing: false})")
    back = page.locator("#dock [data-do=back]")
    expect(back).to_be_visible()
    box = box_of(back)
    width, height = page.evaluate("[innerWidth, innerHeight]")
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert min(box["width"], box["height"]) >= 44
    back.click()
    visitor.wait_for("bus.isFollowing")


def test_the_dock_says_who_speaks_in_which_chapter_and_how_long_it_takes(visitor: Visitor) -> None:
    page = docked(visitor)
    visitor.bus("bus.media.pause()")
    visitor.bus("bus.jump({start: 20, end: null})")
    expect(page.locator("#dock .dock-who")).to_have_text(re.compile("^Rosa Field +The fields$"))
    expect(page.locator("#dock .dur")).to_have_text("3:00")


@pytest.mark.parametrize("place", ["#player", "#dock"])
def test_a_bubble_says_the_time_under_the_mouse_and_its_chapter(
    visitor: Visitor, place: str
) -> None:
    page = docked(visitor) if place == "#dock" else visitor.open("/videos/yard")
    slider = page.locator(f"{place} [data-slider]")
    bar = box_of(slider)
    bubble = slider.locator(".bubble")
    middle = bar["y"] + bar["height"] / 2
    page.mouse.move(bar["x"] + bar["width"] / 6, middle)
    expect(bubble).to_have_text("0:30The fields")
    page.mouse.move(bar["x"] + bar["width"] / 2, middle)
    expect(bubble).to_have_text("1:30The rules")
    assert box_of(bubble)["y"] + box_of(bubble)["height"] < box_of(slider.locator(".rail"))["y"]
    for x in (bar["x"] + 1, bar["x"] + bar["width"] - 1):
        page.mouse.move(x, middle)
        said = box_of(bubble)
        assert said["x"] >= bar["x"] - 0.5
        assert said["x"] + said["width"] <= bar["x"] + bar["width"] + 0.5
    page.mouse.move(bar["x"] + 9, bar["y"] - 200)
    expect(bubble).to_be_hidden()
    assert visitor.bus("bus.media.currentTime") < 25, "to look is not to go"


def test_the_bubble_can_be_pointed_at_and_put_away(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    bar = box_of(page.locator("#player [data-slider]"))
    x, y = bar["x"] + bar["width"] / 2, bar["y"] + 12
    page.mouse.move(x, y)
    bubble = page.locator("#player .bubble")
    expect(bubble).to_be_visible()
    said = box_of(bubble)
    page.mouse.move(x, said["y"] + said["height"] / 2, steps=20)
    expect(bubble).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()


def test_while_the_bar_is_dragged_clock_and_bubble_move_along(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    bar = box_of(page.locator("#player [data-slider]"))
    page.mouse.move(bar["x"] + bar["width"] / 4, bar["y"] + 12)
    page.mouse.down()
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + 12, steps=3)
    expect(page.locator("#player [data-time]")).to_have_text("1:30")
    expect(page.locator("#player .bubble")).to_have_text("1:30The rules")
    assert visitor.bus("bus.media.currentTime") == 0
    page.mouse.up()
    visitor.arrives(90)
    expect(page.locator("#player [data-time]")).to_have_text("1:30")


@pytest.mark.parametrize("settings", [{**WINDOWS[3], **TOUCH}])
def test_a_finger_finds_the_bar_and_sees_where_it_is(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    bar = box_of(page.locator("#player [data-slider]"))
    assert bar["height"] >= 44
    for y in (bar["y"] + 1, bar["y"] + 43):
        assert page.evaluate(
            "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('[data-slider]'))",
            [bar["x"] + 40, y],
        )
    page.touchscreen.tap(bar["x"] + bar["width"] / 2, bar["y"] + 4)
    visitor.arrives(90)


def test_the_knob_stays_within_the_bar(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    slider = page.locator("#player [data-slider]")
    bar = box_of(slider)
    for key in ("Home", "End"):
        slider.press(key)
        visitor.arrives({"Home": 0, "End": 180}[key])
        knob = box_of(slider.locator(".knob"))
        assert knob["x"] >= bar["x"] - 0.5
        assert knob["x"] + knob["width"] <= bar["x"] + bar["width"] + 0.5


def test_the_volume_is_a_slider_that_comes_when_it_is_wanted(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    assert page.get_by_role("slider", name="Volume").count() == 0
    mute = page.locator("#player [data-do=mute]")
    mute.focus()
    volume = page.get_by_role("slider", name="Volume")
    expect(volume).to_have_attribute("aria-valuetext", "100 %")
    assert box_of(volume)["height"] >= 44
    page.keyboard.press("Tab")
    expect(volume).to_be_focused()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    expect(volume).to_have_attribute("aria-valuetext", "80 %")
    assert visitor.bus("bus.media.volume") == pytest.approx(0.8)
    assert visitor.bus("bus.media.currentTime") == 0, "arrows there are for the volume alone"
    mute.click()
    expect(volume).to_have_attribute("aria-valuetext", "0 %")
    mute.click()
    expect(volume).to_have_attribute("aria-valuetext", "80 %")
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    visitor.wait_for("bus.media.muted")
    page.keyboard.press("ArrowRight")
    visitor.wait_for("!bus.media.muted && bus.media.volume === 0.05")


@pytest.mark.parametrize("settings", [{**WINDOWS[2], **TOUCH}])
def test_phones_have_buttons_of_their_own_for_the_volume(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator("#player [data-do=mute]").focus()
    expect(page.get_by_role("slider", name="Volume")).to_have_count(0)


@pytest.mark.parametrize(
    ("slug", "level"), [("tube", "info.volume === 80"), ("vim", "info.volume === 0.8")]
)
def test_the_volume_is_told_to_the_other_site(visitor: Visitor, slug: str, level: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator("#player [data-do=mute]").hover()
    page.get_by_role("slider", name="Volume").fill("80")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    element = page.wait_for_selector("#player iframe")
    frame = element.content_frame() if element else None
    assert frame
    frame.wait_for_function(f"() => {level}")


@pytest.mark.parametrize("settings", [WINDOWS[2] | TOUCH])
def test_what_is_at_the_end_of_the_bar_does_not_make_the_page_wider(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?q=jug")
    expect(page.locator("#player .tick.is-cur")).to_be_visible()
    page.locator("#player .gap").last.evaluate("(gap) => { gap.dataset.at = '900'; }")
    visitor.bus("bus.media.dispatchEvent(new Event('durationchange'))")
    at_end = "bus.matches.map((match) => ({...match, time: bus.media.duration}))"
    visitor.bus(f"bus.update('matcheschange', {{matches: {at_end}, matchIndex: 0}})")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
