"""Videos, cues and passages of the API."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import MediaFile, Source
from showcase.core.timing.moments import parse_moment
from showcase.web.api.json_schema import component_schemas
from showcase.web.api.schemas import Problem
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

Json = dict[str, Any]


def ask(showcase: Showcase, address: str, status: int = 200) -> Json:
    response = showcase.get(address)
    assert response.status_code == status, response.text
    answer: Json = response.get_json(force=True)
    return answer


def addresses_in(value: object) -> list[str]:
    """All addresses in a response."""
    if isinstance(value, dict):
        return [each for part in value.values() for each in addresses_in(part)]
    if isinstance(value, list):
        return [each for part in value for each in addresses_in(part)]
    return [value] if isinstance(value, str) and value.startswith("http") else []


class TestTheBeginning:
    def test_leads_to_all_that_can_be_asked(self, showcase: Showcase) -> None:
        assert ask(showcase, "/api/") == {
            "name": "Samples",
            "url": "http://localhost/",
            "openapi": "http://localhost/api/openapi.json",
            "videos": "http://localhost/api/videos",
            "search": "http://localhost/api/search",
            "quote": "http://localhost/api/quote",
        }

    def test_addresses_are_those_that_the_world_sees(self, build: Build) -> None:
        started = build(ORCHARD, url="https://videos.example.org/talks/")
        for address in ("/api/", "/api/videos/orchard", "/iiif/orchard/manifest.json"):
            own = [each for each in addresses_in(ask(started, address)) if "orchard" in each]
            assert all(each.startswith("https://videos.example.org/talks/") for each in own)


class TestAListOfVideos:
    def test_has_what_is_needed_to_choose(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos")
        assert (answer["total"], answer["pages"], answer["next"]) == (2, 1, None)
        assert answer["videos"][0] == {
            "slug": "orchard",
            "title": ORCHARD.title,
            "summary": ORCHARD.summary,
            "author": None,
            "language": "en",
            "date": "2017-12",
            "duration": 24,
            "languages": ["en", "es"],
            "url": "http://localhost/videos/orchard",
            "api": "http://localhost/api/videos/orchard",
        }

    def test_is_cut_into_pages_that_link_to_each_other(self, build: Build) -> None:
        many = [replace(MILL, slug=f"mill-{number}") for number in range(120)]
        started = build(*many, words={})
        found, address = [], "/api/videos"
        while address:
            response = started.get(address)
            answer = response.get_json()
            found += [video["slug"] for video in answer["videos"]]
            links = response.headers["Link"]
            if address := answer["next"]:
                assert f'<{address}>; rel="next"' in response.headers.getlist("Link")
            else:
                assert 'rel="next"' not in links
                assert answer["previous"] == "http://localhost/api/videos?page=2"
        assert found == [video.slug for video in many]
        assert answer["total"] == 120

    def test_after_its_end_is_empty_and_links_back(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos?page=7")
        assert (answer["videos"], answer["previous"]) == ([], "http://localhost/api/videos")


class TestAVideo:
    def test_has_everything_but_its_words(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos/orchard")
        assert answer["notice"] == {
            "title": "Sample.",
            "text": "Nobody you hear is real.",
            "url": "https://example.org/why",
        }
        media = "http://localhost/videos/orchard/media"
        file = {"url": f"{media}/take.webm", "type": "video/webm", "size": 11}
        assert answer["recording"] == {"kind": "file", "url": file["url"], "files": [file]}
        assert answer["poster"]["url"] == f"{media}/poster.svg"
        assert answer["chapters"][1] == {
            "start": 8,
            "end": 24,
            "title": "The rules",
            "note": "Kent",
            "url": "http://localhost/videos/orchard?t=8,24",
        }
        assert answer["people"][0] == {
            "name": "Rosa Field",
            "organization": "Pickers United",
            "role": "picker",
        }
        assert answer["organizations"][0]["url"] is None
        said, unsaid = answer["quotes"]
        assert (said["start"], said["end"], said["organization"]) == (8, 10.5, "Pickers United")
        assert (unsaid["start"], unsaid["url"], unsaid["speaker"]) == (None, None, None)

    @pytest.mark.parametrize(
        ("source", "url"),
        [
            (Source("hls", address="https://cdn.example/a.m3u8"), "https://cdn.example/a.m3u8"),
            (
                Source("youtube", address="https://www.youtube.com/watch?v=a", id="a"),
                "https://www.youtube.com/watch?v=a",
            ),
            (
                Source("file", (MediaFile("b.mp4", "video/mp4", 3),)),
                "http://localhost/videos/orchard/media/b.mp4",
            ),
        ],
    )
    def test_says_where_it_is_played_from(self, build: Build, source: Source, url: str) -> None:
        answer = ask(build(replace(ORCHARD, source=source)), "/api/videos/orchard")
        assert (answer["recording"]["kind"], answer["recording"]["url"]) == (source.kind, url)

    def test_has_null_for_what_is_not_known(self, build: Build) -> None:
        answer = ask(build(replace(MILL, duration_ms=0)), "/api/videos/mill")
        unknown = ("summary", "author", "date", "duration", "notice", "recording", "poster")
        assert [answer[name] for name in unknown] == [None] * len(unknown)

    def test_every_address_in_it_that_is_ours_is_there(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos/orchard")
        ours = [each for each in addresses_in(answer) if each.startswith("http://localhost/")]
        # Quote cards and frames are tested by themselves.
        paths = [each.removeprefix("http://localhost") for each in {*ours}]
        paths = [path for path in paths if "card.png" not in path and "/embed/" not in path]
        assert len(paths) > 10
        assert {path: showcase.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)

    def test_that_is_not_there_is_a_problem_that_says_where_they_are(
        self, showcase: Showcase
    ) -> None:
        answer = ask(showcase, "/api/videos/none", 404)
        assert "http://localhost/api/videos lists all" in answer["detail"]


class TestCues:
    def test_of_a_video_are_those_of_its_own_words(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos/orchard/cues")
        assert (answer["kind"], answer["language"], answer["total"]) == ("captions", "en", 6)
        assert answer["cues"][2] == {
            "start": 8,
            "end": 12,
            "speaker": "Rosa Field",
            "sound": False,
            "text": "Then we wrote the rules ourselves,\nword by word.",
        }
        assert answer["cues"][4]["sound"] is True

    @pytest.mark.parametrize(
        ("query", "kind", "language", "total"),
        [
            ("language=es", "subtitles", "es", 2),
            ("kind=chapters", "chapters", "en", 2),
            ("kind=subtitles", "subtitles", "es", 2),
            ("kind=captions&language=en", "captions", "en", 6),
        ],
    )
    def test_of_another_track_are_asked_for_by_kind_and_language(
        self, showcase: Showcase, query: str, kind: str, language: str, total: int
    ) -> None:
        answer = ask(showcase, f"/api/videos/orchard/cues?{query}")
        assert (answer["kind"], answer["language"], answer["total"]) == (kind, language, total)

    @pytest.mark.parametrize("query", ["language=fr", "kind=captions&language=es"])
    def test_of_a_track_that_is_not_there_are_a_problem_that_says_what_is(
        self, showcase: Showcase, query: str
    ) -> None:
        detail = ask(showcase, f"/api/videos/orchard/cues?{query}", 404)["detail"]
        assert "captions in en, subtitles in es and chapters in en" in detail

    def test_of_a_video_without_words_are_a_problem(self, build: Build) -> None:
        started = build(replace(MILL, tracks=()), words={})
        assert "It has none" in ask(started, "/api/videos/mill/cues", 404)["detail"]

    def test_are_cut_into_pages_that_keep_the_track(self, build: Build) -> None:
        cues = tuple(Cue(n * 1000, n * 1000 + 900, f"word {n}") for n in range(1100))
        started = build(MILL, words={("mill", "en"): cues})
        answer = ask(started, "/api/videos/mill/cues?language=en&kind=captions&page=2")
        assert [answer["cues"][0]["start"], answer["pages"]] == [500, 3]
        kept = "http://localhost/api/videos/mill/cues?language=en&kind=captions"
        assert (answer["previous"], answer["next"]) == (kept, f"{kept}&page=3")


class TestPassages:
    def test_are_paragraphs_with_their_addresses(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos/orchard/passages")
        passage = next(each for each in answer["passages"] if each["key"] == "p8000")
        assert (passage["start"], passage["speaker"]) == (8, "Rosa Field")
        assert passage["organization"] == "Pickers United"
        assert passage["url"] == f"http://localhost/videos/orchard?t=8,{passage['end']}#p8000"
        page = showcase.page(passage["url"])
        assert page.select("#p8000")

    def test_of_a_translation_lead_to_the_translation(self, showcase: Showcase) -> None:
        answer = ask(showcase, "/api/videos/orchard/passages?language=es")
        assert answer["url"] == "http://localhost/videos/orchard?lang=es"
        for passage in answer["passages"]:
            parts = urlsplit(passage["url"])
            assert parts.fragment == passage["key"]
            moment = parse_moment(parts.query.partition("&")[0])
            assert moment
            assert moment.start_ms == passage["start"] * 1000
            assert parts.query.endswith("lang=es")

    def test_are_those_that_the_file_to_take_along_has(self, showcase: Showcase) -> None:
        file = ask(showcase, "/videos/orchard/tracks/captions.en.json")
        assert file["passages"] == ask(showcase, "/api/videos/orchard/passages")["passages"]
        assert file["cues"] == ask(showcase, "/api/videos/orchard/cues")["cues"]


def test_a_shape_says_what_its_docstring_says() -> None:
    [reference], parts = component_schemas([Problem])
    assert reference == {"$ref": "#/components/schemas/Problem"}
    assert parts["Problem"]["description"] == "An error (RFC 9457, section 3)."
    detail = parts["Problem"]["properties"]["detail"]
    assert detail["description"] == "What is wrong, and what to do."
