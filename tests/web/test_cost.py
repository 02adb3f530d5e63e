"""What requests about a talk of three hours cost, against its plain page: counted in calls of functions."""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Source, Track, Video
from showcase.store.lru_cache import LruCache
from showcase.web.sharing.quotation import MAX_QUOTED_CHARS
from showcase.web.video.rendered_page import MAX_PAGE_CACHE_BYTES
from tests.web.small_showcase import Build, Showcase

HOURS_MS = 3 * 3_600_000
CUE_MS = 3_500
SPEAKERS = ("Rosa Field", "Foreman", "Ana Cruz")
COMMON = ["the", "of", "and", "to", "in", "we", "that", "they", "was", "it", "for", "all"]
LONG = "0,9000"
BENGALI = "%E0%A6%85" * 800


def talk_cues() -> Iterator[Cue]:
    """Somebody else speaks every two minutes."""
    chance = random.Random(3)  # noqa: S311 - the same talk each time
    for number, start_ms in enumerate(range(0, HOURS_MS - CUE_MS, CUE_MS)):
        words = (f"{chance.choice(COMMON)} word{chance.randrange(900)}" for _ in range(5))
        text = " ".join(words).capitalize() + ("." if chance.random() < 0.3 else "")
        yield Cue(start_ms, start_ms + CUE_MS, text, SPEAKERS[number // 35 % 3])


TALK = Video(
    slug="talk",
    title="A long talk",
    language="en",
    duration_ms=HOURS_MS,
    source=Source("youtube", id="abc"),
    tracks=(Track("captions", "en", "English", cues=HOURS_MS // CUE_MS),),
)
WORDS = {("talk", "en"): tuple(talk_cues())}


@pytest.fixture
def talk(build: Build) -> Showcase:
    return build(TALK, words=WORDS, url="https://videos.example.org")


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """How many functions of Python are called meanwhile."""
    count = [0]

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        count[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield count
    finally:
        sys.setprofile(before)


def calls(talk: Showcase, path: str) -> int:
    talk.get(path)  # templates and formats are made once
    talk.client.application.extensions["pages"] = LruCache(MAX_PAGE_CACHE_BYTES)
    with counted_calls() as count:
        talk.get(path)
    return count[0]


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("?t=100,105", 1.3),
        (f"?t={LONG}", 1.3),
        ("?q=the", 2.5),
        (f"?q=the&t={LONG}", 2.5),
        (f"?t={LONG}&part=share", 0.3),
        (f"?t={LONG}&part=moment", 0.1),
        (f"/annotation?t={LONG}", 0.3),
        (f"/cite.bib?t={LONG}", 0.3),
        (f"/oembed?url=https://videos.example.org/videos/talk%3Ft%3D{LONG}", 0.3),
    ],
)
def test_a_long_moment_costs_little_more_than_the_page(
    talk: Showcase, path: str, most: float
) -> None:
    address = path if path.startswith("/oembed") else f"/videos/talk{path}"
    assert calls(talk, address) < most * calls(talk, "/videos/talk")


def test_what_is_shared_of_a_long_moment_is_its_beginning(talk: Showcase) -> None:
    whole = talk.get("/videos/talk/tracks/captions.en.txt").data
    panel = talk.get(f"/videos/talk?t={LONG}&part=share").data
    assert len(panel) < 10 * MAX_QUOTED_CHARS < len(whole)


def test_an_annotation_of_a_long_moment_selects_it_by_its_time_alone(talk: Showcase) -> None:
    found = talk.get(f"/videos/talk/annotation?t={LONG}").get_json(force=True)
    assert found["target"]["selector"]["value"] == f"t={LONG}"
    assert "refinedBy" not in found["target"]["selector"]
    assert len(found["body"]["value"]) <= MAX_QUOTED_CHARS
    assert found["body"]["value"].endswith("…")


@pytest.mark.parametrize("path", ["/videos/talk", "/videos/talk?part=hits", "/embed/talk"])
def test_a_long_query_is_not_repeated_in_every_link(talk: Showcase, path: str) -> None:
    """Of eight kilobytes."""
    with_query = f"{path}{'&' if '?' in path else '?'}q=the"
    short = talk.get(with_query).data
    assert len(talk.get(f"{with_query}+-{BENGALI}").data) < 2 * len(short)
