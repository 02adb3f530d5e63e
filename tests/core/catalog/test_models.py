import pytest

from showcase.core.catalog.models import Person, Track, Video
from showcase.core.catalog.site_catalog import Catalog, Site
from tests.sample_videos import INES, MARC

DAIRY = Video(
    "dairy",
    "The barn",
    "en",
    people=(Person(INES, "Milk with Dignity"), Person(MARC)),
    tracks=(
        Track("captions", "en", "English"),
        Track("chapters", "en", "English"),
        Track("subtitles", "es", "Español"),
        Track("descriptions", "en", "English"),
    ),
)


def test_the_speech_of_a_video_is_its_captions_and_subtitles() -> None:
    assert [track.kind for track in DAIRY.speech_tracks] == ["captions", "subtitles"]


@pytest.mark.parametrize(
    ("voice", "organization"),
    [(INES, "Milk with Dignity"), (MARC, ""), ("Nobody", ""), (None, "")],
)
def test_a_speaker_has_an_organization(voice: str | None, organization: str) -> None:
    assert DAIRY.organization_of_speaker(voice) == organization


@pytest.mark.parametrize(("slug", "video"), [("dairy", DAIRY), ("nowhere", None)])
def test_a_catalog_finds_a_video_by_its_slug(slug: str, video: Video | None) -> None:
    assert Catalog(Site(), (DAIRY,)).find(slug) == video
