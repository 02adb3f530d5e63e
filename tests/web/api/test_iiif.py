"""A video as an IIIF manifest (Presentation API 3.0); `make conform` lets other programs read it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag

import pytest

from showcase.core.catalog.models import MediaFile, Source, Video
from showcase.core.timing.moments import parse_moment
from showcase.web.http.media_types import IIIF_MANIFEST_TYPE
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

Json = dict[str, Any]
MANIFEST = "http://localhost/iiif/orchard/manifest.json"


def manifest(showcase: Showcase, slug: str = "orchard") -> Json:
    response = showcase.get(f"/iiif/{slug}/manifest.json")
    assert response.status_code == 200, response.text
    assert response.content_type == IIIF_MANIFEST_TYPE
    found: Json = response.get_json(force=True)
    return found


def of_video(build: Build, video: Video) -> Json:
    return manifest(build(video), video.slug)


def parts(value: object) -> Iterator[Json]:
    """All objects in a manifest."""
    if isinstance(value, dict):
        yield value
    for part in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from parts(part)


class TestAManifest:
    def test_has_its_own_address_and_title(self, showcase: Showcase) -> None:
        found = manifest(showcase)
        assert found["@context"] == "http://iiif.io/api/presentation/3/context.json"
        assert (found["id"], found["type"]) == (MANIFEST, "Manifest")
        assert found["label"] == {"en": [ORCHARD.title]}
        assert found["homepage"][0]["id"] == "http://localhost/videos/orchard"
        assert found["seeAlso"][0]["id"] == "http://localhost/api/videos/orchard"
        assert found["requiredStatement"]["value"] == {
            "en": ["Nobody you hear is real. https://example.org/why"]
        }

    def test_names_each_of_its_parts_once(self, showcase: Showcase) -> None:
        found = manifest(showcase)
        made = ("Annotation", "AnnotationPage", "Canvas", "Range")
        named = [
            part["id"] for part in parts(found) if part.get("type") in made and "items" in part
        ]
        assert len(named) == len(set(named))

    def test_plays_the_recording_on_a_canvas_as_long_as_it(self, showcase: Showcase) -> None:
        [canvas] = manifest(showcase)["items"]
        [painting] = canvas["items"][0]["items"]
        assert (canvas["duration"], painting["target"]) == (24, canvas["id"])
        assert painting["motivation"] == "painting"
        body = painting["body"]
        assert body["id"] == "http://localhost/videos/orchard/media/take.webm"
        assert (body["type"], body["format"], body["duration"]) == ("Video", "video/webm", 24)

    def test_offers_a_choice_of_several_recordings(self, build: Build) -> None:
        files = (MediaFile("a.webm", "video/webm", 1), MediaFile("a.mp4", "video/mp4", 1))
        found = of_video(build, replace(ORCHARD, source=Source("file", files)))
        body = found["items"][0]["items"][0]["items"][0]["body"]
        assert body["type"] == "Choice"
        assert [item["format"] for item in body["items"]] == ["video/webm", "video/mp4"]

    @pytest.mark.parametrize(
        ("source", "address", "kind"),
        [
            (
                Source("hls", address="https://cdn.example/a.m3u8"),
                "https://cdn.example/a.m3u8",
                "application/vnd.apple.mpegurl",
            ),
            (
                Source("file", address="https://cdn.example/a.mp4"),
                "https://cdn.example/a.mp4",
                None,
            ),
        ],
    )
    def test_plays_a_recording_of_another_site(
        self, build: Build, source: Source, address: str, kind: str | None
    ) -> None:
        found = of_video(build, replace(ORCHARD, source=source))
        body = found["items"][0]["items"][0]["items"][0]["body"]
        assert (body["id"], body.get("format")) == (address, kind)

    @pytest.mark.parametrize(
        "source",
        [
            Source("file", (MediaFile("a.mp3", "audio/mpeg", 1),)),
            Source("file", address="https://cdn.example/a.mp3"),
        ],
    )
    def test_of_sound_alone_is_heard_and_has_no_size(self, build: Build, source: Source) -> None:
        [canvas] = of_video(build, replace(ORCHARD, source=source))["items"]
        body = canvas["items"][0]["items"][0]["body"]
        assert (body["type"], body["duration"], canvas["duration"]) == ("Sound", 24, 24)
        assert {"width", "height"}.isdisjoint(body.keys() | canvas.keys())

    def test_of_sound_of_unknown_length_has_a_canvas_of_some_size(self, build: Build) -> None:
        """A canvas must have a size or a duration (section 5.3)."""
        source = Source("file", (MediaFile("a.mp3", "audio/mpeg", 1),))
        [canvas] = of_video(build, replace(MILL, duration_ms=0, source=source))["items"]
        assert {"width", "height"} <= canvas.keys()
        assert canvas["items"][0]["items"][0]["body"]["type"] == "Sound"

    def test_types_each_recording_of_a_choice(self, build: Build) -> None:
        files = (MediaFile("a.webm", "video/webm", 1), MediaFile("a.mp3", "audio/mpeg", 1))
        [canvas] = of_video(build, replace(ORCHARD, source=Source("file", files)))["items"]
        items = canvas["items"][0]["items"][0]["body"]["items"]
        assert [(each["type"], "width" in each) for each in items] == [
            ("Video", True),
            ("Sound", False),
        ]
        assert "width" in canvas

    def test_leads_to_the_page_of_a_player_that_is_not_ours(self, build: Build) -> None:
        source = Source("youtube", address="https://www.youtube.com/watch?v=a", id="a")
        [canvas] = of_video(build, replace(ORCHARD, source=source))["items"]
        assert canvas["items"] == []
        assert canvas["rendering"][0]["id"] == source.address

    def test_has_the_tracks_as_files_and_as_pages_of_annotations(self, showcase: Showcase) -> None:
        [canvas] = manifest(showcase)["items"]
        files, english, spanish = canvas["annotations"]
        assert [each["body"]["format"] for each in files["items"]] == ["text/vtt", "text/vtt"]
        assert [each["body"]["language"] for each in files["items"]] == [["en"], ["es"]]
        assert english["id"] == "http://localhost/iiif/orchard/captions.en.json"
        assert spanish["label"] == {"es": ["Español"]}
        for each in files["items"]:
            assert showcase.get(each["body"]["id"]).mimetype == "text/vtt"

    def test_has_a_range_for_each_chapter(self, showcase: Showcase) -> None:
        [ranges] = manifest(showcase)["structures"]
        assert [each["label"] for each in ranges["items"]] == [
            {"en": ["Before"]},
            {"en": ["The rules"]},
        ]
        assert ranges["items"][1]["items"] == [
            {"id": f"{MANIFEST}/canvas#t=8,24", "type": "Canvas"}
        ]

    def test_says_nothing_of_what_is_not_known(self, build: Build) -> None:
        found = of_video(build, replace(MILL, duration_ms=0, tracks=()))
        absent = {"summary", "metadata", "navDate", "requiredStatement", "structures"}
        assert absent.isdisjoint(found)
        assert {"duration", "annotations", "rendering"}.isdisjoint(found["items"][0])
        assert not [part for part in parts(found) if None in part.values()]

    @pytest.mark.parametrize(
        ("date", "day", "written"),
        [
            ("2017", None, "2017"),
            ("2017-12", None, "December 2017"),
            ("2017-12-29", "2017-12-29T00:00:00Z", "December 29, 2017"),
        ],
    )
    def test_has_a_day_only_where_it_is_known(
        self, build: Build, date: str, day: str | None, written: str
    ) -> None:
        found = of_video(build, replace(ORCHARD, author="The pickers", date=date))
        assert found.get("navDate") == day
        told = [
            (pair["label"]["en"], next(iter(pair["value"].values()))) for pair in found["metadata"]
        ]
        assert told[:2] == [(["Author"], ["The pickers"]), (["Date"], [written])]


class TestCuesAsAnnotations:
    def test_are_those_of_the_track_each_on_its_stretch_of_the_canvas(
        self, showcase: Showcase
    ) -> None:
        canvas = manifest(showcase)["items"][0]["id"]
        found = showcase.get("/iiif/orchard/captions.en.json").get_json(force=True)
        assert (found["type"], found["label"]) == ("AnnotationPage", {"en": ["English"]})
        cues = showcase.library.current.cues("orchard", "captions", "en")
        assert [item["body"]["value"] for item in found["items"]] == [cue.text for cue in cues]
        for item, cue in zip(found["items"], cues, strict=True):
            place, fragment = urldefrag(item["target"])
            moment = parse_moment(fragment)
            assert place == canvas
            assert moment
            assert (moment.start_ms, moment.end_ms) == (cue.start_ms, cue.end_ms)
            assert item["motivation"] == "supplementing"
        assert len({item["id"] for item in found["items"]}) == len(cues)

    def test_can_be_had_of_every_track(self, showcase: Showcase) -> None:
        found = showcase.get("/iiif/orchard/chapters.en.json").get_json(force=True)
        assert [item["body"]["value"] for item in found["items"]] == ["Before", "The rules"]
