"""A recording of sound alone is called no video by anything that programs read."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from showcase.core.catalog.models import MediaFile, Source
from tests.web.answers import json_ld, metas, one
from tests.web.small_showcase import ORCHARD, Build, Showcase

MP3 = MediaFile("talk.mp3", "audio/mpeg", 9)
OGG = MediaFile("talk.opus", "audio/ogg", 9)
OEMBED = "/oembed?url=https://films.example/videos/orchard"
ANNOTATION = "/videos/orchard/annotation?t=8,9"
SOURCES = {
    "file": Source("file", (MP3, OGG)),
    "address": Source("file", address="https://a.example/talk.MP3?v=1"),
}
FILMS = {
    "file": Source("file", (MP3, MediaFile("talk.webm", "video/webm", 9))),
    "address": Source("file", address="https://a.example/talk.mp4"),
    "playlist": Source("hls", address="https://a.example/talk.m3u8"),
    "player": Source("youtube", address="https://www.youtube.com/watch?v=a", id="a"),
}


@pytest.fixture(params=list(SOURCES.values()), ids=list(SOURCES))
def sound(build: Build, request: pytest.FixtureRequest) -> Showcase:
    return build(replace(ORCHARD, source=request.param), url="https://films.example")


@pytest.fixture(params=list(FILMS.values()), ids=list(FILMS))
def film(build: Build, request: pytest.FixtureRequest) -> Showcase:
    return build(replace(ORCHARD, source=request.param), url="https://films.example")


def told(showcase: Showcase, path: str) -> dict[str, Any]:
    response = showcase.get(path)
    assert response.status_code == 200
    found: dict[str, Any] = response.get_json(force=True)
    return found


def test_sound_is_named_as_what_it_is(sound: Showcase) -> None:
    assert json_ld(sound.page("/videos/orchard"))["@type"] == "AudioObject"
    assert told(sound, OEMBED)["type"] == "rich"
    assert told(sound, ANNOTATION)["target"]["source"]["type"] == "Sound"
    assert "<video:" not in sound.get("/sitemap.xml").text
    assert "<loc>https://films.example/videos/orchard</loc>" in sound.get("/sitemap.xml").text


def test_its_preview_has_a_player_and_no_film(sound: Showcase) -> None:
    said = metas(sound.page("/videos/orchard?t=8.2,11.9"))
    assert said["og:type"] == ["website"]
    assert not [name for name in said if name.startswith(("og:video", "video:"))]
    assert said["twitter:player"] == ["https://films.example/embed/orchard?t=8.2,11.9"]


def test_what_has_a_picture_or_may_have_one_is_a_video(film: Showcase) -> None:
    page = film.page("/videos/orchard")
    assert json_ld(page)["@type"] == "VideoObject"
    assert metas(page)["og:type"] == ["video.other"]
    assert metas(page)["og:video"][0] == "https://films.example/embed/orchard"
    assert told(film, OEMBED)["type"] == "video"
    assert told(film, ANNOTATION)["target"]["source"]["type"] == "Video"
    assert "<video:" in film.get("/sitemap.xml").text


def test_the_feed_names_the_type_of_the_file(build: Build) -> None:
    root = ET.fromstring(build(replace(ORCHARD, source=SOURCES["file"])).get("/feed.xml").data)  # noqa: S314 - our own
    links = root.findall(".//{http://www.w3.org/2005/Atom}link[@rel='enclosure']")
    assert [link.get("type") for link in links] == ["audio/mpeg"]


def test_the_player_shows_captions_over_the_poster(build: Build) -> None:
    """HTML's audio element shows none: a video element plays "audio files with captions"."""
    page = build(replace(ORCHARD, source=SOURCES["file"])).page("/videos/orchard")
    player = one(page, "video")
    assert [source["type"] for source in player.select("source")] == ["audio/mpeg", "audio/ogg"]
    assert player["poster"]
    assert player.select("track[kind=captions]")
