"""Chapters: each is a heading where the transcript has it, also those that begin after the last words."""

from dataclasses import replace
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Chapter, Track, Video
from tests.web.answers import read
from tests.web.small_showcase import MILL, ORCHARD, WORDS, Build, Showcase

CLOSING = replace(
    ORCHARD,
    duration_ms=40_000,
    chapters=(
        Chapter(0, 8_000, "Before"),
        Chapter(8_000, 25_000, "The rules"),
        Chapter(25_000, 32_000, "Silence"),
        Chapter(32_000, 40_000, "Credits"),
    ),
)
TITLES = ["Before", "The rules", "Silence", "Credits"]
SCENES = (
    Cue(20_000, 21_000, "A bell swings."),
    Cue(24_500, 25_000, "She closes the book."),
    Cue(26_000, 27_000, "An empty road."),
    Cue(33_000, 34_000, "Names on black."),
)
PAGES = (
    "/videos/orchard",
    "/videos/orchard?lang=es",
    "/videos/orchard?t=8.2,11.9",
    "/videos/orchard?lang=es&beside=en",
    "/embed/orchard",
    "/videos/orchard?q=rules",
)


@pytest.fixture
def showcase(build: Build) -> Showcase:
    return build(CLOSING, MILL)


def titles(page: BeautifulSoup, selector: str) -> list[str]:
    return [read(heading).lstrip("1234") for heading in page.select(selector)]


@pytest.mark.parametrize("address", PAGES)
def test_every_link_to_a_place_in_a_page_finds_it(showcase: Showcase, address: str) -> None:
    page = showcase.page(address)
    here, _ = urldefrag(address.partition("?")[0])
    links = [str(link["href"]) for link in page.select("a[href*='#']")]
    places = {
        urldefrag(link).fragment
        for link in links
        if urldefrag(link).url.partition("?")[0] in ("", here)
    }
    assert {f"chapter-{number}" for number in (1, 2, 3, 4)} <= places
    assert places <= {str(element["id"]) for element in page.select("[id]")}


@pytest.mark.parametrize("address", PAGES)
def test_every_chapter_is_a_heading_among_the_words(showcase: Showcase, address: str) -> None:
    assert titles(showcase.page(address), "#transcript h3.chh") == TITLES


@pytest.mark.parametrize("query", ["", "?lang=es", "?lang=es&beside=en"])
def test_every_chapter_is_a_heading_on_paper(showcase: Showcase, query: str) -> None:
    page = showcase.page(f"/videos/orchard/print{query}")
    assert titles(page, "h2")[: len(TITLES)] == TITLES


def test_every_chapter_is_a_heading_of_the_plain_text(showcase: Showcase) -> None:
    for track in ("captions.en", "subtitles.es"):
        text = showcase.get(f"/videos/orchard/tracks/{track}.txt").text
        assert text.endswith("\n\nSilence\n-------\n\n\nCredits\n-------\n")
        assert all(f"\n{title}\n---" in text for title in TITLES)


def test_what_programs_read_has_every_chapter(showcase: Showcase) -> None:
    told = showcase.get("/api/videos/orchard").get_json()
    assert [chapter["title"] for chapter in told["chapters"]] == TITLES
    manifest = showcase.get("/iiif/orchard/manifest.json").get_json()
    (chapters,) = manifest["structures"]
    assert [each["label"]["en"] for each in chapters["items"]] == [[title] for title in TITLES]
    page = showcase.page("/videos/orchard")
    assert len(page.select("#dock .gap")) == len(page.select("#player .gap")) == 3


def test_descriptions_after_the_last_words_stay_in_their_chapters(build: Build) -> None:
    described = replace(
        CLOSING, tracks=(CLOSING.tracks[0], Track("descriptions", "en", "English", cues=4))
    )
    started = build(described, words=WORDS)
    snapshot = started.library.current
    snapshot.cues = lambda *_: SCENES  # type: ignore[method-assign]
    page = started.page("/videos/orchard")
    order = [read(each) for each in page.select("#transcript :is(h3.chh, p.described span)")]
    assert order[-6:] == [
        "A bell swings.",
        "She closes the book.",
        "3Silence",
        "An empty road.",
        "4Credits",
        "Names on black.",
    ]


def test_without_words_chapters_lead_to_their_moments_alone(build: Build) -> None:
    mute = replace(CLOSING, tracks=())
    page = build(mute, words={}).page("/videos/orchard")
    assert [str(link["href"]) for link in page.select("a[data-chapter]")] == [
        "/videos/orchard?t=0",
        "/videos/orchard?t=8",
        "/videos/orchard?t=25",
        "/videos/orchard?t=32",
    ]


def test_a_video_without_chapters_has_no_headings(build: Build) -> None:
    plain: Video = replace(CLOSING, chapters=())
    assert not build(plain).page("/videos/orchard").select("h3.chh")
