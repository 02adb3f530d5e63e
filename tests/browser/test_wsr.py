"""The main journey, on the video that this project is for: a quote in, the second it was said out."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from showcase.resources import find_folder
from tests.browser import providers
from tests.browser.serving import serve_showcase
from tests.browser.visitor import Visitor
from tests.conftest import get, wait_until

# As the announcement of December 2017 prints it.
QUOTE = (
    "\u201cIn the search of models that really work for workers, that give a voice to workers, we "
    "learned about the CIW\u2026 and we started doing worker exchanges\u2026 It opened our eyes, and "
    "allowed us to say this is the path we want\u2026 we are going to adapt and adopt this model.\u201d"
)
MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}
SITES = {
    "tube": f"https://www.youtube.com/watch?v={providers.YOUTUBE['tube-late']}",
    "vim": f"https://vimeo.com/{providers.VIMEO['vim-late']}",
}


@pytest.fixture(scope="module")
def folder() -> Path:
    """The video's own folder."""
    return find_folder("transcripts") / "wsr"


@pytest.fixture(scope="module")
def first_word(folder: Path) -> float:
    """The second at which Enrique Balcazar begins to speak."""
    captions = (folder / "captions.en.vtt").read_text("utf-8")
    found = re.search(r"(\d+):(\d+):([\d.]+) -->[^\n]*\n<v Enrique Balcazar>In", captions)
    assert found
    hours, minutes, seconds = map(float, found.groups())
    return hours * 3600 + minutes * 60 + seconds


@pytest.fixture(scope="module")
def site(folder: Path, provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The video as it is, and as if it were played from YouTube and from Vimeo."""
    transcripts = tmp_path_factory.mktemp("wsr") / "transcripts"
    shutil.copytree(folder, transcripts / "wsr")
    for name, address in SITES.items():
        (transcripts / name).mkdir()
        shutil.copy(folder / "captions.en.vtt", transcripts / name)
        toml = f'title = "The path ({name})"\nsource = "{address}"\n'
        (transcripts / name / "video.toml").write_text(toml, "utf-8")
    with serve_showcase(transcripts, tmp_path_factory.mktemp("state"), provider) as address:
        yield address


@pytest.mark.parametrize("settings", [MAY_COPY])
@pytest.mark.parametrize("slug", ["wsr", *SITES])
def test_a_pasted_quote_leads_to_its_second_and_to_a_link(
    visitor: Visitor, first_word: float, slug: str
) -> None:
    page = visitor.open(f"/videos/{slug}")
    visitor.search(QUOTE)
    expect(page.locator("[data-nav] output").first).to_have_text("1 match")
    page.locator("#q").press("Enter")
    visitor.arrives(first_word)
    expect(page.locator("#transcript mark.is-cur").first).to_be_in_viewport()
    page.locator("[data-do=toggle]:visible").first.click()
    played = f"bus.media.currentTime > {first_word} && bus.media.currentTime < {first_word} + 5"
    visitor.wait_for(f"!bus.media.paused && {played}")
    passage = page.locator(".turn").filter(has=page.locator("mark")).first
    passage.scroll_into_view_if_needed()  # the way to the player led far away from it
    passage.locator("[data-share]").click()
    panel = page.locator("#share")
    panel.locator("[data-copy=share-link]").click()
    expect(panel.locator(".copied")).to_be_attached()
    link = page.evaluate("navigator.clipboard.readText()")
    friend = Visitor(page.context.new_page(), visitor.site)
    friend.open(link.removeprefix(visitor.site))
    friend.arrives(first_word)
    expect(friend.page.locator(".sel").first).to_contain_text("In the search of models")
    expect(friend.page.locator(".sel").first).to_be_in_viewport()
    assert friend.complaints == []


def test_without_script_the_quote_leads_to_its_link(reader: Visitor, first_word: float) -> None:
    page = reader.page
    page.goto(reader.site + "/videos/wsr")
    page.locator("#q").fill(QUOTE)
    page.locator("#q").press("Enter")
    hits = page.locator("#hit-list [data-hit]")
    expect(hits).to_have_count(1)
    hits.click()
    asked = re.search(r"[?&]t=([\d.]+)", page.url)
    assert asked
    assert abs(float(asked[1]) - first_word) <= 0.3
    expect(page.locator(".turn.is-target").first).to_contain_text("In the search of models")


def test_nothing_is_asked_of_strangers_before_play(visitor: Visitor) -> None:
    page = visitor.open("/videos/wsr")
    page.wait_for_load_state("networkidle")
    assert visitor.strangers() == []


@pytest.mark.parametrize("path", ["/videos/wsr", "/embed/wsr", "/embed/wsr?theme=dark"])
def test_what_is_sent_before_play_is_small(visitor: Visitor, browser: Browser, path: str) -> None:
    """As docs/explanation/figures.md counts: with headers and fonts, without the recording."""
    asked: list[str] = []
    first = browser.new_page()  # what the first visitor gets was packed in haste
    first.on("request", lambda request: asked.append(request.url))
    first.goto(visitor.site + path)
    first.wait_for_load_state("networkidle")
    first.close()
    wait_until(lambda: all(map(is_packed_well, asked)))
    page = visitor.open(path)
    page.wait_for_load_state("networkidle")
    sent = {
        request.url: sizes["responseBodySize"] + sizes["responseHeadersSize"]
        for request in visitor.requests
        if request.resource_type != "media" and (sizes := request.sizes())
    }
    assert sum(sent.values()) <= 59_000, sent
    assert not [url for url in sent if url.endswith(".vtt") or "-more" in url], (
        "what is not used yet"
    )
    assert len(visitor.requests) <= 12


def is_packed_well(address: str) -> bool:
    """True once the server's processes, which are asked by turns, have all packed it a second time."""
    asked = {"Accept_Encoding": "br", "Accept_Language": "en-US"}  # as the browser asks
    return len({len(get(address, **asked).body) for _ in range(10)}) == 1
