"""YouTube and Vimeo: the same journey, on pages that speak their players' words, mistakes included."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Frame, expect

from tests.browser import content
from tests.browser.visitor import Visitor

SITES = ["tube", "vim"]
LATE = ["tube-late", "vim-late"]
QUOTE = "\u201cWe sat under the mango tree\u2026 and wrote down what a fair day is\u201d"


def frame_of(visitor: Visitor) -> Frame:
    """The frame of the other site."""
    handle = visitor.page.wait_for_selector("#player iframe")
    frame = handle.content_frame() if handle else None
    assert frame
    return frame


@pytest.mark.parametrize("slug", SITES)
def test_nothing_is_asked_of_the_site_before_play(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}?t=12,14&q=mango")
    page.wait_for_load_state("networkidle")
    visitor.line("They wait").scroll_into_view_if_needed()
    assert visitor.strangers() == []
    assert page.locator("iframe").count() == 0


@pytest.mark.parametrize("slug", [*SITES, *LATE])
def test_the_whole_journey(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    visitor.search(QUOTE)
    page.locator("#q").press("Enter")
    start = content.start_of("We sat")
    visitor.arrives(start)
    assert page.locator("iframe").count() == 0
    page.locator("[data-do=toggle]:visible").first.click()
    visitor.wait_for(
        f"!bus.media.paused && bus.media.currentTime > {start} + 0.5 && bus.media.currentTime < {start} + 4"
    )
    expect(visitor.live()).to_have_count(1)
    # To and fro, as somebody does who looks for a place.
    visitor.line("In the north field").click()
    visitor.arrives(content.start_of("In the north field"))
    expect(visitor.live()).to_have_text("In the north field we asked about the water.")
    visitor.wait_for("!bus.media.paused")
    page.locator("#dock [data-do=toggle]").click()
    visitor.wait_for("bus.media.paused")
    assert page.locator("#player [role=alert]").count() == 0


@pytest.mark.parametrize("slug", SITES)
def test_a_moment_stops_at_its_end_and_goes_on(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}?t=12.5,13.7")
    visitor.arrives(12.5)
    toggle = page.locator("[data-do=toggle]:visible").first
    toggle.click()
    visitor.wait_for("bus.media.currentTime > 13.5")
    visitor.wait_for("bus.media.paused")
    assert 13.5 <= visitor.bus("bus.media.currentTime") <= 14.2
    toggle.click()
    visitor.wait_for("bus.media.currentTime > 14.5")


def test_the_frame_of_youtube_is_asked_for_as_it_should_be(visitor: Visitor) -> None:
    page = visitor.open("/videos/tube?t=12.5")
    page.locator("[data-do=toggle]:visible").first.click()
    frame = frame_of(visitor)
    visitor.wait_for("!bus.media.paused")
    address = urlsplit(frame.url)
    query = {name: texts[0] for name, texts in parse_qs(address.query).items()}
    assert address.path == "/embed/good-player"
    assert query == {
        "enablejsapi": "1", "origin": visitor.site, "playsinline": "1", "rel": "0", "hl": "en",
        "start": "12",
    }  # fmt: skip
    element = page.locator("#player iframe")
    expect(element).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    expect(element).to_have_attribute(
        "allow", "autoplay; encrypted-media; fullscreen; picture-in-picture; web-share"
    )
    expect(element).to_have_attribute("title", "The yard (tube)")
    assert frame.evaluate("document.referrer") == visitor.site + "/"
    heard = frame.evaluate("heard")
    assert heard[0] == {"event": "listening", "id": 1, "channel": "widget"}
    asked = [(message["func"], message["args"]) for message in heard if "func" in message]
    assert asked == [("seekTo", [12.5, True]), ("playVideo", [])]


def test_the_frame_of_vimeo_is_asked_for_as_it_should_be(visitor: Visitor) -> None:
    page = visitor.open("/videos/vim")
    page.locator(".play").click()
    frame = frame_of(visitor)
    visitor.wait_for("!bus.media.paused")
    assert urlsplit(frame.url).path == "/video/1000001"
    assert parse_qs(urlsplit(frame.url).query) == {"dnt": ["1"], "playsinline": ["1"]}
    heard = frame.evaluate("heard")
    assert {"method": "addEventListener", "value": "timeupdate"} in heard
    assert heard[-1]["method"] == "play"


def test_youtube_is_greeted_until_it_answers_and_then_no_more(visitor: Visitor) -> None:
    page = visitor.open("/videos/tube-late")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    visitor.wait_for("bus.media.currentTime > 1")
    assert frame_of(visitor).evaluate("greetings") == 3


@pytest.mark.parametrize("slug", ["tube-refuses", "vim-refuses"])
def test_a_refusal_is_a_sentence_and_a_way_there(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    alert = page.locator("#player [role=alert]")
    expect(alert).to_contain_text(".")
    link = alert.get_by_role("link", name="Watch on")
    name = "youtube" if slug.startswith("tube") else "vimeo"
    assert name in (link.get_attribute("href") or "")
    assert visitor.bus("bus.media.paused")


@pytest.mark.parametrize("slug", ["tube-silent", "vim-silent"])
def test_silence_is_told_after_a_while_and_an_answer_takes_it_back(
    visitor: Visitor, slug: str
) -> None:
    visitor.page.clock.install()
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    frame_of(visitor)
    page.clock.fast_forward(16_000)
    expect(page.locator("#player [role=alert]")).to_contain_text("does not answer")
    frame_of(visitor).evaluate("""() => {
        top.postMessage(JSON.stringify({event: 'onReady'}), '*');
        top.postMessage({event: 'ready'}, '*');
    }""")
    expect(page.locator("#player [role=alert]")).to_have_count(0)


@pytest.mark.parametrize("slug", SITES)
def test_messages_of_others_are_not_believed(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused && bus.media.currentTime > 0.2")
    page.evaluate("""() => {
        const frame = document.querySelector('#player iframe').contentWindow;
        const origin = document.getElementById('player').dataset.origin;
        const lies = [
            {event: 'infoDelivery', info: {currentTime: 150, playerState: 2, duration: 7}},
            {event: 'timeupdate', data: {seconds: 150, duration: 7}},
            {event: 'pause', data: {seconds: 150}},
        ];
        for (const lie of lies) {
            const data = JSON.stringify(lie);
            for (const fields of [{source: frame, origin: 'https://liar.invalid'}, {source: window, origin}])
                window.dispatchEvent(new MessageEvent('message', {...fields, data}));
        }
    }""")
    assert visitor.bus("bus.media.currentTime") < 20
    assert visitor.bus("bus.media.duration") == 180
    assert not visitor.bus("bus.media.paused")


@pytest.mark.parametrize("slug", SITES)
def test_the_other_sites_own_bar_is_followed(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    seek = {
        "tube": "info.currentTime = 60; deliver('currentTime')",
        "vim": "info.seconds = 60; tell('seeked', place())",
    }[slug]
    frame_of(visitor).evaluate(f"() => {{ {seek} }}")
    visitor.arrives(60.3)
    expect(visitor.live()).to_have_count(1)


@pytest.mark.parametrize("slug", SITES)
def test_captions_are_drawn_by_the_page(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    expect(page.locator(".cap")).to_be_hidden()
    page.locator("#player [data-do=captions]").click()
    expect(page.locator(".cap")).to_have_text("Before the sun is up,")


@pytest.mark.parametrize("slug", SITES)
def test_speed_is_told_to_the_site(visitor: Visitor, slug: str) -> None:
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    page.locator("#player [data-do=rate]").select_option("1.25")
    rate = "info.playbackRate" if slug == "tube" else "info.rate"
    frame_of(visitor).wait_for_function(f"() => {rate} === 1.25")


def test_the_frame_is_not_loaded_again_when_its_picture_goes_along(visitor: Visitor) -> None:
    page = visitor.open("/videos/tube")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
    frame_of(visitor).evaluate("window.same = true")
    page.evaluate("document.getElementById('chapter-3').scrollIntoView()")
    expect(page.locator("#player")).to_contain_class("is-pinned")
    assert frame_of(visitor).evaluate("window.same")


@pytest.mark.parametrize("slug", SITES)
def test_a_page_that_the_browser_still_has_plays_too(visitor: Visitor, slug: str) -> None:
    visitor.open(f"/videos/{slug}")
    page = visitor.open(f"/videos/{slug}")
    page.locator(".play").click()
    visitor.wait_for("!bus.media.paused")
