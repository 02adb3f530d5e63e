"""What is seen is told among the words, and aloud for who wishes it; it is no speech."""

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

LIVE = "[aria-live=polite]"


def test_descriptions_stand_at_their_time_and_say_what_they_are(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/seen")
    described = page.locator(".described")
    expect(described).to_have_text(
        [
            "Description 0:01 Trucks stand in the dark, their lamps on.",
            "Description 0:12 A hand writes on yellow paper.",
            "Description 2:50 The sun stands high over the yard.",
        ]
    )
    order = page.locator(".described, .turn").evaluate_all("all => all.map(({ id }) => id)")
    assert order[:5] == ["p0", "", "p6000", "p10000", ""]


def test_they_are_no_speech(visitor: Visitor) -> None:
    page = visitor.open("/videos/seen")
    visitor.search("yellow paper")
    expect(page.locator("#transcript mark")).to_have_count(0)
    visitor.search("fair day")
    expect(page.locator("#transcript mark")).to_have_text(["fair day"])


def test_they_are_told_when_it_is_wished(visitor: Visitor) -> None:
    page = visitor.open("/videos/seen?t=12")
    button = page.get_by_role("button", name="Read descriptions aloud")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("k")
    visitor.wait_for("bus.media.currentTime > 13")
    expect(page.locator(LIVE)).to_have_text("")
    page.keyboard.press("k")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.evaluate("document.getElementById('video').currentTime = 12")
    page.keyboard.press("k")
    expect(page.locator(LIVE)).to_have_text("A hand writes on yellow paper.")


def test_a_video_without_such_a_track_offers_nothing(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    expect(page.get_by_role("button", name="Read descriptions aloud")).to_have_count(0)


def test_captions_are_as_they_were_left(visitor: Visitor) -> None:
    page = visitor.open("/videos/yard")
    button = page.locator("#player").get_by_role("button", name="Captions")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    visitor.open("/videos/yard")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    visitor.open("/videos/yard?lang=es")
    expect(button).to_have_attribute("aria-pressed", "true")
    visitor.play()
    shown = "[...bus.media.textTracks].find(({mode}) => mode === 'showing').language"
    assert visitor.bus(shown) == "es", "they follow the language that is read"
