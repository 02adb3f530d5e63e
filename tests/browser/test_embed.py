"""A video in a frame: inside a page of another site, sandboxed by it or not, and at every size."""

import json
import os
import re
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from werkzeug import Request, Response

from tests.browser import content
from tests.browser.access import faults
from tests.browser.serving import serve
from tests.browser.visitor import Visitor

ALLOW = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"
# A page that pastes our code; WordPress, for a link; a page that trusts us a little more.
SANDBOXES = ["", "allow-scripts", "allow-scripts allow-same-origin allow-popups"]


@Request.application
def host_page(request: Request) -> Response:
    """A page of somebody else with one frame."""
    sandbox = request.args.get("sandbox", "")
    sandboxed = f' sandbox="{sandbox}"' if sandbox else ""
    frame = f'<iframe src="{escape(request.args["src"])}" title="A video"{sandboxed}'
    size = (
        f'width="{request.args.get("width", "640")}" height="{request.args.get("height", "720")}"'
    )
    page = f'<!doctype html><title>Host</title><link rel="icon" href="data:,">{frame} {size} allow="{ALLOW}">'
    return Response(f"{page}</iframe>", mimetype="text/html")


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of another site: the same machine under another name and port."""
    with serve(host_page) as address:
        yield address.replace("127.0.0.1", "localhost")


def framed(visitor: Visitor, host: str, path: str, **how: str) -> FrameLocator:
    """Open the other site's page; the frame in it, once its player is in place."""
    query = "".join(f"&{name}={text}" for name, text in how.items())
    src = (visitor.site + path).replace("&", "%26").replace("#", "%23")
    visitor.page.goto(f"{host}/?src={src}{query}")
    frame = visitor.page.frame_locator("iframe").first
    frame.locator("[data-bar]:not([hidden])").wait_for()
    return frame


def origins(visitor: Visitor) -> set[str]:
    """Everybody who was asked for anything."""
    asked = [urlsplit(request.url) for request in visitor.requests]
    return {f"{url.scheme}://{url.netloc}" for url in asked if url.scheme.startswith("http")}


def search(frame: FrameLocator, words: str) -> None:
    frame.locator("#q").fill(words)


def times(count: int) -> re.Pattern[str]:
    return re.compile(f"^1 of {count}$")


@pytest.mark.parametrize("sandbox", SANDBOXES, ids=["free", "sandboxed", "trusted"])
def test_all_of_it_works_in_a_page_of_another_site(
    visitor: Visitor, host: str, sandbox: str
) -> None:
    frame = framed(visitor, host, "/embed/yard", sandbox=sandbox)
    visitor.page.wait_for_load_state("networkidle")
    assert origins(visitor) == {host, visitor.site}

    search(frame, "jug")
    expect(frame.locator("#transcript mark")).to_have_count(10)
    expect(frame.locator(".find .nav output")).to_have_text(times(10))
    expect(frame.locator(".track .tick")).to_have_count(10)
    frame.locator("#q").press("Enter")
    expect(frame.locator(".find .nav output")).to_have_text("1 of 10")
    expect(frame.locator("#transcript mark.is-cur")).to_be_in_viewport()

    frame.locator(".frame-chapters summary").click()
    frame.locator('.chs a[data-chapter="18"]').click()
    expect(frame.locator("#player")).to_contain_class("is-playing")
    expect(frame.locator(".chs .is-live")).to_contain_text("The fields")
    expect(frame.locator("#transcript [aria-current]")).to_be_in_viewport()
    expect(frame.locator("#player [data-do=captions]")).to_be_visible()

    assert origins(visitor) == {host, visitor.site}
    assert visitor.page.context.cookies() == []


def test_its_captions_are_there_in_a_sandbox(visitor: Visitor, host: str) -> None:
    frame = framed(visitor, host, "/embed/yard", sandbox="allow-scripts")
    frame.locator(".play").click()
    expect(frame.locator("#player")).to_contain_class("is-playing")
    counted = """video => new Promise(done => {
        const look = () => {
            const track = [...video.textTracks].find(({mode}) => mode === "showing");
            if (track?.cues?.length) done(track.cues.length);
            else requestAnimationFrame(look);
        };
        look();
    })"""
    assert frame.locator("video").evaluate(counted) == len(content.lines())


def test_its_icons_are_drawn_in_a_sandbox(visitor: Visitor, host: str) -> None:
    frame = framed(visitor, host, "/embed/yard?t=14,16", sandbox="allow-scripts")
    for selector in (".play .icon use", ".share-open .icon use"):
        size = frame.locator(selector).evaluate("use => use.getBBox().width")
        assert size > 0, selector


def test_a_link_to_a_moment_opens_on_its_words_and_plays_just_them(
    visitor: Visitor, host: str
) -> None:
    frame = framed(visitor, host, "/embed/yard?t=14,16")
    expect(frame.locator("#transcript .sel").first).to_be_in_viewport()
    expect(frame.locator("#player [data-time]")).to_have_text("0:14")
    frame.locator("#player [data-do=toggle]").click()
    expect(frame.locator("#player")).to_contain_class("is-playing")
    expect(frame.locator("#player")).not_to_contain_class("is-playing")
    stopped = frame.locator("video").evaluate("video => video.currentTime")
    assert 16 <= stopped <= 16.7


def test_the_words_follow_until_the_reader_goes_elsewhere(visitor: Visitor, host: str) -> None:
    frame = framed(visitor, host, "/embed/yard?t=90")
    frame.locator("#player [data-do=toggle]").click()
    live = frame.locator("#transcript [aria-current]")
    expect(live).to_be_in_viewport()
    expect(frame.locator(".frame-back")).to_be_hidden()
    frame.locator("#transcript").hover(position={"x": 40, "y": 900})
    visitor.page.mouse.wheel(0, -9_000)
    back = frame.locator(".frame-back")
    expect(back).to_be_visible()
    expect(live).not_to_be_in_viewport()
    back.click()
    expect(live).to_be_in_viewport()
    expect(back).to_be_hidden()
    focused = frame.locator("#player [data-do=toggle]")
    expect(focused).to_be_focused()


@pytest.mark.parametrize("sandbox", SANDBOXES[:2], ids=["free", "sandboxed"])
def test_what_is_shared_from_it_is_a_link_to_the_page(
    visitor: Visitor, host: str, sandbox: str
) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    frame = framed(visitor, host, "/embed/yard", sandbox=sandbox)
    frame.locator("#transcript").hover()
    frame.locator("#transcript [data-share]").nth(1).click()
    link = frame.locator("#share-link").input_value()
    assert link.startswith(f"{visitor.site}/videos/yard?t=6,")
    frame.locator("#share .is-first").click()
    said = (
        frame.locator("#share").get_by_text("Link copied").or_(frame.locator(".copy-box textarea"))
    )
    expect(said.first).to_be_visible()
    if not sandbox:
        expect(frame.locator("#share .copied")).to_have_text("Link copied")


def test_links_out_of_it_open_a_window(visitor: Visitor, host: str) -> None:
    frame = framed(visitor, host, "/embed/yard?t=14,16")
    with visitor.page.expect_popup() as opened:
        frame.locator(".frame-title a").click()
    opened.value.wait_for_url(f"{visitor.site}/videos/yard?t=14,16*")
    assert visitor.page.url.startswith(host)


def test_it_leaves_the_history_to_the_page_around_it(visitor: Visitor, host: str) -> None:
    frame = framed(visitor, host, "/embed/yard")
    before = visitor.page.evaluate("history.length")
    search(frame, "jug")
    count = frame.locator(".find .nav output")
    # So the script is there: before it is, Enter asks the server.
    expect(count).to_have_text("1 of 10")
    frame.locator("#q").press("Enter")
    expect(frame.locator("#transcript mark.is-cur")).to_have_count(1)
    frame.locator("#transcript a[data-start]").nth(2).click()
    expect(frame.locator("#player")).to_contain_class("is-playing")
    visitor.page.frames[1].wait_for_url(
        lambda url: parse_qs(urlsplit(url).query) == {"t": ["4"], "q": ["jug"]}
    )
    assert visitor.page.evaluate("history.length") == before


def test_of_another_sites_player_nothing_is_asked_before_play(
    visitor: Visitor, host: str, provider: str
) -> None:
    frame = framed(visitor, host, "/embed/tube")
    search(frame, "jug")
    expect(frame.locator("#transcript mark")).to_have_count(10)
    assert origins(visitor) == {host, visitor.site}
    frame.locator(".play").click()
    expect(frame.locator("#player")).to_contain_class("is-playing")
    assert origins(visitor) == {host, visitor.site, provider}
    assert visitor.page.context.cookies() == []


@pytest.mark.parametrize(
    ("settings", "theme", "ground"),
    [
        ({"color_scheme": "light"}, "dark", "rgb(20, 25, 31)"),
        ({"color_scheme": "dark"}, "light", "rgb(253, 253, 252)"),
        ({"color_scheme": "dark"}, "", "rgb(20, 25, 31)"),
        ({"color_scheme": "light"}, "", "rgb(253, 253, 252)"),
    ],
)
def test_its_theme_is_that_of_its_address_else_of_the_device(
    visitor: Visitor, host: str, theme: str, ground: str
) -> None:
    frame = framed(visitor, host, f"/embed/yard{'?theme=' + theme if theme else ''}")
    color = frame.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert color == ground
    frame.locator("#transcript [data-play]").nth(1).click()
    kept = urlsplit(visitor.page.frames[1].evaluate("location.href")).query
    assert ("theme=" + theme in kept) if theme else "theme" not in kept


def layout(page: Page) -> dict[str, object]:
    """Where words and player stand, and whether anything is wider than the frame."""
    found: dict[str, object] = json.loads(
        page.evaluate("""() => {
            const box = (selector) => document.querySelector(selector).getBoundingClientRect();
            const [player, find, screen] = [box("#player"), box("#search .field"), box(".screen")];
            const seen = find.width > 0;
            return JSON.stringify({
                words: !seen ? "none" : find.left >= player.right - 1 ? "beside" : "below",
                seen: !seen || find.bottom <= innerHeight,
                fits: document.documentElement.scrollWidth <= innerWidth && player.bottom <= innerHeight + 1,
                shape: Math.abs(screen.width / screen.height - 16 / 9) < 0.02,
            });
        }""")
    )
    return found


SIZES = {
    (320, 632): "below",
    (640, 720): "below",
    (640, 512): "below",
    (799, 600): "below",
    (800, 450): "beside",
    (960, 540): "beside",
    (1280, 720): "beside",
    (1280, 1000): "beside",
    (640, 412): "none",
    (560, 315): "none",
    (320, 180): "none",
}
# One of each layout is looked at by axe, and in the dark, at every change; `make access` does so with all.
LOOKED_AT = SIZES if os.environ.get("WIDE") else {(320, 632), (800, 450), (640, 412)}


@pytest.mark.parametrize(
    ("scheme", "sizes"),
    [("light", [*SIZES]), ("dark", [size for size in SIZES if size in LOOKED_AT])],
    ids=["light", "dark"],
)
def test_it_fits_every_frame(
    browser: Browser, site: str, scheme: str, sizes: list[tuple[int, int]]
) -> None:
    context = browser.new_context()
    visitor = Visitor(context.new_page(), site)
    page = visitor.open(f"/embed/yard?theme={scheme}")
    for size in sizes:
        resize(page, size)
        expected = {"words": SIZES[size], "seen": True, "fits": True, "shape": True}
        assert layout(page) == expected, size
        assert size not in LOOKED_AT or faults(page) == [], size
    with_words = [size for size in sizes if SIZES[size] != "none"]
    resize(page, with_words[0])
    visitor.search("jug")
    for match, size in enumerate(with_words):
        resize(page, size)
        page.locator("#q").press("Enter")
        visitor.wait_for(f"bus.matchIndex === {match}")
        expect(page.locator("#transcript mark.is-cur")).to_be_in_viewport()
        covered = page.locator("#transcript mark.is-cur").evaluate("""mark => {
            const {left, top, width, height} = mark.getBoundingClientRect();
            const at = document.elementFromPoint(left + width / 2, top + height / 2);
            return !mark.contains(at);
        }""")
        assert not covered, size
        assert size not in LOOKED_AT or faults(page) == [], size
    context.close()
    assert visitor.complaints == []


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def test_without_script_its_words_are_searched_and_linked(reader: Visitor) -> None:
    page = reader.page
    page.goto(reader.site + "/embed/yard?theme=dark&lang=es")
    page.locator("#q").fill("patio")
    page.locator("#q").press("Enter")
    expect(page.locator("#transcript mark")).to_have_count(3)
    page.locator("#hit-list [data-hit]").first.click()
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["theme"], asked["lang"]) == (["dark"], ["es"])
    assert urlsplit(page.url).path == "/embed/yard"
    assert page.locator("video[controls]").count() == 1
    assert page.locator(".frame-back, [data-bar]").locator("visible=true").count() == 0
