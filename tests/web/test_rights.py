"""The license of a video and its rights: wherever a format has a place for them, and nowhere else."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from showcase.core.catalog.licenses import License
from showcase.core.catalog.translations import VideoTranslation
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

if TYPE_CHECKING:
    from showcase.core.catalog.models import Video

URL = "https://creativecommons.org/licenses/by/4.0/"
BY = License("CC BY 4.0", URL)
OWN = License("Ask the pickers first")
RIGHTS = "© 2017 Pickers United"
SPANISH = VideoTranslation("es", rights="© 2017 Recolectores Unidos")


def licensed(build: Build, license_: License | None, rights: str = RIGHTS, **more: Any) -> Showcase:  # noqa: ANN401
    video: Video = replace(
        ORCHARD, license=license_, rights=rights, translations=(SPANISH,), **more
    )
    return build(video, MILL)


def test_the_page_says_them_in_the_readers_language(build: Build) -> None:
    showcase = licensed(build, BY)
    about = showcase.page("/videos/orchard").select_one(".about")
    assert about
    assert f"{RIGHTS} CC BY 4.0" in about.get_text()
    link = about.select_one("a[rel=license]")
    assert link
    assert link["href"] == URL
    assert SPANISH.rights in showcase.page("/es/videos/orchard").select_one(".about").get_text()  # type: ignore[union-attr]
    assert "Ask the pickers first" in licensed(build, OWN).page("/videos/orchard").get_text()


def test_a_video_that_says_nothing_has_nothing(showcase: Showcase) -> None:
    assert showcase.page("/videos/orchard").select("[rel=license]") == []
    assert "license" not in showcase.get("/iiif/orchard/manifest.json").get_json()
    assert showcase.get("/api/videos/orchard").get_json()["license"] is None


@pytest.mark.parametrize(
    ("license_", "found"),
    [(BY, URL), (OWN, {"@type": "CreativeWork", "name": OWN.text})],
)
def test_search_engines_read_them(build: Build, license_: License, found: object) -> None:
    page = licensed(build, license_).page("/videos/orchard")
    script = page.select_one('script[type="application/ld+json"]')
    data = json.loads(script.string or "") if script else {}
    assert (data["license"], data["copyrightNotice"]) == (found, RIGHTS)


def test_iiif_has_a_uri_for_some_licenses_and_a_statement_for_the_rest(build: Build) -> None:
    def manifest(license_: License | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        response = licensed(build, license_, **more).get("/iiif/orchard/manifest.json")
        found: dict[str, Any] = response.get_json()
        return found

    named = manifest(BY, notice=None)
    assert named["rights"] == "http://creativecommons.org/licenses/by/4.0/"
    assert named["requiredStatement"] == {"label": {"en": ["Rights"]}, "value": {"en": [RIGHTS]}}
    own = manifest(OWN)
    assert "rights" not in own
    assert own["requiredStatement"]["value"]["en"][1:] == [RIGHTS, OWN.text]
    assert own["requiredStatement"]["label"] == {"en": ["Sample."]}
    assert "requiredStatement" not in manifest(BY, notice=None, rights="")


def test_files_say_them_where_the_format_has_comments(build: Build) -> None:
    showcase = licensed(build, BY)
    tracks = "/videos/orchard/tracks/captions.en"
    line = f"{RIGHTS} CC BY 4.0 ({URL})"
    assert f"NOTE {line}\n\n" in showcase.get(f"{tracks}.vtt").text
    assert line in showcase.get(f"{tracks}.txt").text
    assert SPANISH.rights in showcase.get("/videos/orchard/tracks/subtitles.es.txt").text
    data = showcase.get(f"{tracks}.json").get_json()
    assert (data["license"], data["rights"]) == (URL, RIGHTS)
    assert RIGHTS not in showcase.get(f"{tracks}.srt").text
    assert line in showcase.page("/videos/orchard/print").get_text()
    assert f"<rights>{line}</rights>" in showcase.get("/feed.xml").text


def test_an_arrow_in_a_sentence_ends_no_comment(build: Build) -> None:
    text = (
        licensed(build, None, "From --> us\n\n00:00.000 --> 00:09.000")
        .get("/videos/orchard/tracks/captions.en.vtt")
        .text
    )
    assert text.count("\n\n00:00:00.000 --> ") == 1
    assert "NOTE From → us 00:00.000 → 00:09.000" in text


def test_the_api_has_both(build: Build) -> None:
    found = licensed(build, BY).get("/api/videos/orchard").get_json()
    assert found["license"] == {"name": "CC BY 4.0", "url": URL}
    assert found["rights"] == RIGHTS
    assert licensed(build, OWN).get("/api/videos/orchard").get_json()["license"]["url"] is None


@pytest.mark.parametrize("path", ["cite.bib", "cite.ris", "cite.json"])
def test_citations_have_no_place_for_them(build: Build, path: str) -> None:
    text = licensed(build, BY).get(f"/videos/orchard/{path}").text
    assert RIGHTS not in text
    assert "creativecommons" not in text
