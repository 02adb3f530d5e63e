"""Every address, size and answer in docs/how-to/embed.md is right."""

import re
from pathlib import Path

import pytest
from bs4 import Tag

from showcase.web.sharing.embed_code import (
    MIN_SIDE_BY_SIDE_WIDTH_PX,
    MIN_STACKED_HEIGHT_PX,
    frame_size,
)
from tests.web.answers import one
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase, parse

SITE = "https://videos.example.org"
GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "embed.md").read_text("utf-8")
FRAMES = re.findall(r"^\| `(/embed/[^`]+)` \| ", GUIDE, re.MULTILINE)
ASKED = re.findall(r"^\| `(/oembed[^`]*)` \| (\d+), ([^|]+) \|$", GUIDE, re.MULTILINE)
CODE, QUESTION = re.findall(r"^    (\S.+)$", GUIDE, re.MULTILINE)[:2]


@pytest.fixture
def site(build: Build) -> Showcase:
    """The site of the examples."""
    return build(ORCHARD, MILL, url=SITE)


def frame_in(html: str) -> Tag:
    return one(parse(html), "iframe")


def test_the_code_is_the_one_that_is_copied(site: Showcase) -> None:
    page = site.page("/videos/orchard?t=8.2,11.9")
    assert one(page, "#share-embed").get_text() == CODE


@pytest.mark.parametrize("address", FRAMES)
def test_every_frame_is_there(site: Showcase, address: str) -> None:
    page = site.page(address)
    assert bool(page.select("#transcript .sel")) == ("t=" in address)
    assert bool(page.select("#transcript mark")) == ("q=" in address)
    assert bool(page.select("#transcript[lang=es]")) == ("lang=" in address)
    assert bool(page.select("link[href*=embed-dark]")) == ("theme=" in address)


@pytest.mark.parametrize(("asked", "status", "answer"), ASKED)
def test_every_request_is_answered_as_documented(
    site: Showcase, asked: str, status: str, answer: str
) -> None:
    response = site.get(asked)
    assert response.status_code == int(status)
    kind = "text/plain" if "sentence" in answer else "text/xml" if "XML" in answer else ""
    assert response.mimetype == (kind or "application/json")
    if "fits" in answer:
        told = response.get_json()
        assert told["width"] <= 500
        assert told["height"] <= 600
    if "Spanish" in answer:
        assert "/es/embed/orchard" in str(frame_in(response.get_json()["html"])["src"])
    if "dark" in answer:
        assert str(frame_in(response.get_json()["html"])["src"]).endswith("theme=dark")


def test_the_question_of_a_moment_is_that_of_its_page(site: Showcase) -> None:
    assert len(ASKED) == 8
    page = site.page("/videos/orchard?t=8.2,11.9")
    assert one(page, "link[type='application/json+oembed']")["href"] == QUESTION
    told = site.get(QUESTION.removeprefix(SITE)).get_json()
    assert frame_in(told["html"])["src"] == frame_in(CODE)["src"]


def test_the_sizes_are_those_of_the_frames() -> None:
    sizes = [tuple(map(int, pair)) for pair in re.findall(r"`(\d+)` by `(\d+)`", GUIDE)]
    assert f"`{MIN_SIDE_BY_SIDE_WIDTH_PX}` wide" in GUIDE
    assert f"`{MIN_STACKED_HEIGHT_PX}` high" in GUIDE
    assert [tuple(frame_size(ORCHARD, width, height)) for width, height in sizes] == sizes
    assert [(w >= MIN_SIDE_BY_SIDE_WIDTH_PX, h >= MIN_STACKED_HEIGHT_PX) for w, h in sizes] == [
        (True, True), (False, True), (False, False),
    ]  # fmt: skip


def test_only_frames_can_be_framed(site: Showcase) -> None:
    for address, allowed in (
        ("/embed/orchard", "*"),
        ("/videos/orchard", "'none'"),
        ("/", "'none'"),
    ):
        policy = site.get(address).headers["Content-Security-Policy"]
        assert f"frame-ancestors {allowed}" in policy


def test_what_others_paste_is_of_this_site(site: Showcase) -> None:
    """The examples for WordPress, Moodle and MediaWiki."""
    (pattern, endpoint), *_ = re.findall(r"wp_oembed_add_provider\( '([^']+)', '([^']+)'", GUIDE)
    assert f"{SITE}/videos/orchard".startswith(pattern.removesuffix("*"))
    assert QUESTION.startswith(f"{endpoint}?")
    frame = frame_in(re.findall(r"`(<iframe.+?</iframe>)`", GUIDE)[0])
    assert site.get(str(frame["src"]).removeprefix(SITE)).status_code == 200
