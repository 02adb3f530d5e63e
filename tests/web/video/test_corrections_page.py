"""Where words come from, and what was put right: on the page, in files and in the API."""

from dataclasses import replace

import pytest

from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.timing.moments import Moment
from tests.web.small_showcase import MILL, ORCHARD, Build

CORRECTED = replace(
    ORCHARD,
    corrections=(
        PublishedCorrection(
            "2026-11-27", was="the <rulers>", now="the rules", moment=Moment(8_000), language="en"
        ),
        PublishedCorrection("2026-11-27", what="Who speaks at the end."),
        PublishedCorrection("2026-11-02", now="las reglas", moment=Moment(8_000), language="es"),
    ),
)
PAGE = "/videos/orchard/corrections"


def with_origin(origin: str, corrected: str = "") -> Video:
    first, *others = ORCHARD.tracks
    changed = replace(first, origin=origin, corrected=corrected)  # type: ignore[arg-type]
    return replace(ORCHARD, tracks=(changed, *others))


ORIGINS = [
    ("automatic", "", "Automatic captions."),
    ("automatic", "2026-11-27", "Automatic captions, corrected by a person on November 27, 2026."),
    ("person", "", "Written by a person."),
    ("person", "2026-11-27", "Corrected by a person on November 27, 2026."),
]


@pytest.mark.parametrize(("origin", "corrected", "told"), ORIGINS)
def test_the_page_says_who_wrote_the_words(
    build: Build, origin: str, corrected: str, told: str
) -> None:
    page = build(with_origin(origin, corrected), MILL).page("/videos/orchard")
    (note,) = page.select(".track-note")
    assert note.text.startswith(told)
    assert told in page.select(".downloads")[0].text


@pytest.mark.parametrize(("origin", "corrected", "told"), ORIGINS)
def test_downloads_say_it_too(build: Build, origin: str, corrected: str, told: str) -> None:
    showcase = build(with_origin(origin, corrected), MILL)
    tracks = "/videos/orchard/tracks/captions.en"
    in_english = told.replace("November 27, 2026", "2026-11-27")
    assert f"\n\nNOTE {in_english}\n\n" in showcase.get(f"{tracks}.vtt").text
    assert told in showcase.get(f"{tracks}.txt").text
    for address in (f"{tracks}.json", "/api/videos/orchard"):
        found = showcase.get(address).json
        assert found
        track = found["tracks"][0] if "tracks" in found else found
        assert (track["origin"], track["corrected"]) == (origin, corrected or None)


def test_where_nobody_says_who_wrote_them_nothing_is_said(build: Build) -> None:
    showcase = build(replace(ORCHARD, tracks=(Track("captions", "en", "English", cues=6),)), MILL)
    assert showcase.page("/videos/orchard").select(".track-note") == []
    assert "NOTE" not in showcase.get("/videos/orchard/tracks/captions.en.vtt").text


def test_the_page_says_it_in_its_own_language(build: Build) -> None:
    page = build(with_origin("person", "2026-11-27"), MILL).page("/es/videos/orchard?lang=en")
    assert (
        "Corregido por una persona el 27 de noviembre de 2026."
        in page.select(".track-note")[0].text
    )


def test_corrections_are_listed_by_their_days_with_links_to_the_words(build: Build) -> None:
    page = build(CORRECTED, MILL).page(PAGE)
    assert [day.text for day in page.select(".corrections h2")] == [
        "November 27, 2026",
        "November 2, 2026",
    ]
    first, second, third = page.select(".corrections section li")
    assert [first.select("del")[0].text, first.select("ins")[0].text] == [
        "the <rulers>",
        "the rules",
    ]
    assert first.select("a")[0]["href"] == "/videos/orchard?t=8"
    assert "Who speaks at the end." in second.text
    assert second.select("a") == []
    assert third.select("a")[0]["href"] == "/videos/orchard?t=8&lang=es"
    assert third.select("dd")[0]["lang"] == "es"


def test_the_video_and_its_transcript_lead_to_them(build: Build) -> None:
    page = build(CORRECTED, MILL).page("/videos/orchard")
    assert len(page.select(f'.about a[href="{PAGE}"]')) == 1
    assert len(page.select(f'#transcript a[href="{PAGE}"]')) == 1


def test_without_corrections_nothing_leads_to_the_page_and_it_says_so(build: Build) -> None:
    showcase = build(ORCHARD, MILL)
    assert showcase.page("/videos/orchard").select(f'a[href="{PAGE}"]') == []
    assert "Nothing has been corrected" in showcase.page(PAGE).select(".corrections")[0].text


def test_a_video_that_is_not_there_has_no_corrections(build: Build) -> None:
    assert build(ORCHARD, MILL).get("/videos/nobody/corrections").status_code == 404
