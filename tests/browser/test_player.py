"""The player of a file: the sun, the bar, chapters, and moments that stop at their end."""

import io
import time

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

from tests.browser import content
from tests.browser.visitor import PATIENCE, Visitor
from tests.conftest import wait_until


def test_the_sun_starts_the_recording_and_the_bar_shows_it(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    assert not page.evaluate("document.getElementById('video').controls")
    visitor.play()
    for name in ("has-captions", "is-playing", "is-started"):
        expect(page.locator("#player")).to_contain_class(name)
    expect(page.locator(".play")).to_be_hidden()
    toggle = page.locator("#player [data-do=toggle]")
    expect(toggle).to_have_attribute("aria-label", "Pause")
    expect(page.locator("#player [data-time]")).not_to_have_text("0:00")
    toggle.click()
    expect(toggle).to_have_attribute("aria-label", "Play")


def test_the_whole_poster_starts_the_recording(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator(".screen").click(position={"x": 40, "y": 40})
    visitor.wait_for("!bus.media.paused")


def test_the_keyboard_starts_it_and_keeps_its_place(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator(".play").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#player [data-do=toggle]")).to_be_focused()


@pytest.mark.parametrize(
    ("key", "seconds", "words"),
    [
        ("ArrowRight", 65, "1 minute 5 seconds of 3 minutes"),
        ("ArrowLeft", 55, "55 seconds of 3 minutes"),
        ("PageUp", 90, "1 minute 30 seconds of 3 minutes"),
        ("PageDown", 30, "30 seconds of 3 minutes"),
        ("Home", 0, "0 seconds of 3 minutes"),
        ("End", 180, "3 minutes of 3 minutes"),
    ],
)
def test_the_time_is_a_slider(visitor: Visitor, key: str, seconds: float, words: str) -> None:
    page = visitor.open("/videos/yard?t=60")
    slider = page.locator("#player [role=slider]")
    slider.press(key)
    visitor.arrives(seconds)
    expect(slider).to_have_attribute("aria-valuetext", words)
    expect(slider).to_have_attribute("aria-valuenow", str(int(seconds)))
    assert visitor.bus("bus.media.paused")


def test_the_bar_is_dragged(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    box = page.locator("#player [role=slider]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    page.mouse.up()
    visitor.arrives(90)
    visitor.wait_for("Math.abs(parseFloat(new URLSearchParams(location.search).get('t')) - 90) < 1")


def test_the_speed_is_chosen(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    rate = page.get_by_role("combobox", name="Speed")
    offered = rate.locator("option").all_text_contents()
    assert offered == ["0.5×", "0.75×", "1×", "1.25×", "1.5×", "1.75×", "2×"]
    expect(rate).to_have_value("1")
    rate.select_option("1.5×")
    assert visitor.bus("bus.media.playbackRate") == 1.5
    page.evaluate("document.getElementById('video').playbackRate = 0.5")
    expect(rate).to_have_value("0.5")


def test_captions_are_switched(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    button = page.locator("#player [data-do=captions]")
    modes = "[...document.getElementById('video').textTracks].map(({mode}) => mode)"
    expect(button).to_have_attribute("aria-pressed", "true")
    visitor.play()
    assert page.evaluate(modes).count("showing") == 1
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert "showing" not in page.evaluate(modes)
    button.click()
    assert page.evaluate(modes).count("showing") == 1


@pytest.mark.parametrize("path", ["/videos/yard", "/embed/yard"])
def test_captions_are_fetched_with_the_first_picture(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    assert not fetched_captions(visitor)
    visitor.play()
    wait_until(lambda: len(fetched_captions(visitor)) == 1)


def test_captions_that_are_switched_off_before_are_not_fetched(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    button = page.locator("#player [data-do=captions]")
    visitor.play()
    button.click()
    visitor.open("/videos/yard")
    expect(button).to_have_attribute("aria-pressed", "false")
    before = fetched_captions(visitor)
    visitor.play()
    visitor.wait_for("bus.media.currentTime > 0.2")
    assert fetched_captions(visitor) == before


def test_captions_stand_on_the_picture_of_a_moment_that_does_not_play(visitor: Visitor) -> None:
    visitor.open("/videos/yard?t=60")
    visitor.arrives(60)
    visitor.wait_for(
        "[...bus.media.textTracks].find(({mode}) => mode === 'showing')?.activeCues?.length"
    )


def fetched_captions(visitor: Visitor) -> list[str]:
    """The addresses of the caption files that were asked for."""
    return [request.url for request in visitor.requests if request.url.endswith(".vtt")]


def test_a_chapter_plays_and_shows_that_it_does(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    page.locator("[data-chapter='18']").click()
    visitor.arrives(18)
    visitor.wait_for("!bus.media.paused")
    live = page.locator(".chs li.is-live")
    expect(live).to_have_count(1)
    expect(live).to_contain_text("The fields")
    visitor.asks(t="18")


def test_a_moment_stops_at_its_end_once(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=12,13.5")
    range_box = page.locator("#player [data-range]")
    expect(range_box).to_be_visible()
    page.locator("#player [data-do=toggle]").click()
    visitor.wait_for("bus.media.currentTime >= 13.5")
    visitor.wait_for("bus.media.paused")
    assert 13.5 <= visitor.bus("bus.media.currentTime") <= 13.6
    page.locator("#player [data-do=toggle]").click()
    visitor.wait_for("bus.media.currentTime > 14")
    assert not visitor.bus("bus.media.paused")


def test_the_end_of_a_moment_that_was_left_stops_nothing(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard?t=12,13")
    page.locator("[data-chapter='60']").click()
    visitor.wait_for("bus.media.currentTime > 60.6")
    assert not visitor.bus("bus.media.paused")


def test_a_link_in_another_tab_is_a_link(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    with page.context.expect_page() as opened:
        page.locator("[data-chapter='18']").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/videos/yard?t=18*")
    assert not visitor.bus("bus.hasPlayed")


def test_a_recording_that_cannot_be_played_says_so(visitor: Visitor) -> None:
    page = visitor.open("/videos/lost")
    page.locator(".play").click()
    expect(page.locator("#player [role=alert]")).to_contain_text("cannot be played")


@pytest.mark.parametrize("moment", ["", "?t=2", "?t=2,4"])
def test_a_recording_elsewhere_is_not_asked_for_before_play(visitor: Visitor, moment: str) -> None:
    page = visitor.page
    page.route("https://video.invalid/**", lambda route: route.abort())
    visitor.open(f"/videos/hls{moment}").wait_for_load_state("networkidle")
    assert visitor.strangers() == []


@pytest.mark.parametrize("native", [True, False])
def test_hls_that_cannot_be_played_says_so(visitor: Visitor, *, native: bool) -> None:
    page = visitor.page
    page.route("https://video.invalid/**", lambda route: route.abort())
    if not native:
        page.add_init_script("HTMLMediaElement.prototype.canPlayType = () => ''")
    visitor.open("/videos/hls")
    page.locator(".play").click()
    expect(page.locator("#player [role=alert]")).to_contain_text("cannot be played")
    assert visitor.strangers()
    loaded = any("hls.light" in request.url for request in visitor.requests)
    assert loaded is not native


def test_a_page_without_a_recording_is_its_words(visitor: Visitor) -> None:
    page = visitor.open("/videos/words")
    assert page.locator("#player").count() == 0
    visitor.search("mango")
    expect(page.locator("#transcript mark")).to_have_text("mango")
    page.keyboard.press("Enter")
    expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()


def test_the_moment_of_a_link_is_where_play_begins(visitor: Visitor) -> None:
    start = content.start_of("and wrote down")
    page = visitor.open(f"/videos/yard?t={start:g}")
    expect(page.locator("#player [data-time]")).to_have_text("0:12")
    page.locator("#dock [data-do=toggle]").click()
    visitor.wait_for(f"!bus.media.paused && bus.media.currentTime >= {start}")
    expect(visitor.live()).to_have_text("and wrote down what a fair day is.")


def test_a_page_whose_script_does_not_come_has_the_browsers_controls(visitor: Visitor) -> None:
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Animation.enable")
    session.send("Animation.setPlaybackRate", {"playbackRate": 0})
    visitor.page.route("**/js/main.js", lambda route: route.abort())
    page = visitor.page
    page.goto(f"{visitor.site}/videos/yard")
    video = page.locator("video")
    video.hover()
    waiting = video.screenshot()
    session.send("Animation.setPlaybackRate", {"playbackRate": 1000})
    page.reload()
    video.hover()
    stop = time.monotonic() + PATIENCE / 1000
    while video.screenshot() == waiting:
        assert time.monotonic() < stop


@pytest.mark.parametrize(
    "settings", [{}, {"viewport": {"width": 320, "height": 640}}], ids=["1280 px", "320 px"]
)
def test_captions_keep_clear_of_the_edge_of_the_picture(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    button, screen = page.locator("#player [data-do=captions]"), page.locator(".screen")
    visitor.bus("bus.play()")
    visitor.wait_for("bus.media.currentTime > 0.5")
    visitor.bus("bus.media.pause()")
    visitor.wait_for("!bus.media.seeking && bus.media.paused")
    shown = Image.open(io.BytesIO(screen.screenshot())).convert("RGB")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    bare = Image.open(io.BytesIO(screen.screenshot())).convert("RGB")
    drawn = ImageChops.difference(shown, bare).getbbox()
    assert drawn
    assert drawn[3] <= shown.height * 0.965, "there is picture below the words"


@pytest.mark.parametrize(
    ("settings", "width"),
    [({}, "8px"), ({"viewport": {"width": 320, "height": 640}}, "3.52px")],
    ids=["1280 px", "320 px"],
)
def test_on_a_picture_of_the_owners_a_ring_shows_the_button(visitor: Visitor, width: str) -> None:
    page = visitor.open("/videos/yard")
    ink = page.evaluate("getComputedStyle(document.getElementById('player')).backgroundColor")
    page.evaluate("document.getElementById('player').className = 'player has-picture'")
    ring = page.evaluate("getComputedStyle(document.querySelector('.play')).boxShadow")
    assert ring == f"{ink} 0px 0px 0px {width}"
