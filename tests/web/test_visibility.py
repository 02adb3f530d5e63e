"""Who may see a video: every route, with a moved clock, for each key that says so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from showcase.core.search.search_request import SearchRequest
from tests.web.walk import Walk, Words

NEW_YEAR = datetime(2031, 1, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)

MILL = """\
WEBVTT

00:00.000 --> 00:05.000
<v Foreman>The mill has doors that stay open to the river.
"""
MILL_TOML = """\
title = "The mill"
date = "2020"
[[people]]
name = "Foreman"
"""
QUINCE = """\
WEBVTT

00:00.000 --> 00:04.000
<v Zelda Quincey>We hid the quinces under the floor of the chapel.

00:04.000 --> 00:08.000
<v Zelda Quincey>Nobody at the mill knew how we carried them.
"""
QUINCE_ES = """\
WEBVTT

00:00.000 --> 00:04.000
<v Zelda Quincey>Escondimos los membrillos bajo el suelo de la capilla.
"""
QUINCE_TOML = """\
title = "Quince harvest"
summary = "Of quinces."
date = "2029-03-04"
source = "take.webm"
poster = "poster.svg"
poster_alt = "Quinces in a row"
{keys}
[[people]]
name = "Zelda Quincey"
organization = "Quince Union"

[[organizations]]
name = "Quince Union"

[[quotes]]
text = "We hid the quinces under the floor"
speaker = "Zelda Quincey"
"""
WORDS = Words("quinces", "quincez", "We+hid+the+quinces+under+the+floor")
# Whatever tells that the video exists.
MARKS = (
    "Quince harvest", "Of quinces", "Zelda", "Quincey", "Quince Union", "quinces", "membrillos", "chapel",
    "quince",
)  # fmt: skip


def write_quince(walk: Walk, keys: str = "", folder: str = "quince") -> None:
    walk.write(folder, "video.toml", QUINCE_TOML.format(keys=keys))
    walk.write(folder, "captions.en.vtt", QUINCE)
    walk.write(folder, "subtitles.es.vtt", QUINCE_ES)
    walk.write(folder, "take.webm", "hello world")
    walk.write(folder, "poster.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    """A showcase of a mill, beside which a test puts the quinces."""
    started = Walk(tmp_path / "transcripts", tmp_path / "state")
    started.write("mill", "video.toml", MILL_TOML)
    started.write("mill", "captions.en.vtt", MILL)
    yield started
    started.library.close()


def statuses(walk: Walk, slug: str = "quince") -> dict[str, int]:
    return {address: walk.get(address).status_code for address in walk.video_addresses(slug, WORDS)}


def test_the_walk_finds_a_video_that_all_may_see(walk: Walk) -> None:
    write_quince(walk)
    walk.publish()
    assert set(statuses(walk).values()) == {200}
    found = walk.traces(MARKS, WORDS, ("mill",))
    assert {mark for _, mark in found} == {*MARKS}
    places = {address.partition("?")[0] for address, _ in found}
    assert places >= {
        "/", "/es/", "/search", "/feed.xml", "/sitemap.xml", "/sitemap-1.xml", "/api/videos", "/api/search",
        "/api/quote", "/nowhere", "/api/openapi.json",
    }  # fmt: skip


@pytest.mark.parametrize("key", ["publish_on", "sealed_until"])
def test_before_its_time_nothing_of_a_video_is_anywhere(walk: Walk, key: str) -> None:
    write_quince(walk, f'{key} = 2031-01-01T12:00:00Z\nformer = ["plum"]')
    walk.publish()
    walk.instant = NEW_YEAR - SECOND
    for slug in ("quince", "plum"):
        assert set(statuses(walk, slug).values()) == {404}
    assert walk.traces(MARKS, WORDS, ("mill",)) == []
    walk.instant = NEW_YEAR
    assert set(statuses(walk).values()) == {200}
    assert {mark for _, mark in walk.traces(MARKS, WORDS, ("mill",))} == {*MARKS}


def test_pages_get_new_tags_when_the_time_of_a_video_comes(walk: Walk) -> None:
    write_quince(walk, "publish_on = 2031-01-01T12:00:00Z")
    built = walk.publish().id
    walk.instant = NEW_YEAR - 2 * SECOND
    shown = [*walk.addresses("", WORDS, "several")]
    before = {address: walk.get(address).headers.get("ETag", "") for address in shown}
    tagged = [address for address, tag in before.items() if tag]
    assert len(tagged) > 10
    walk.instant = NEW_YEAR - SECOND
    for address in tagged:
        assert walk.get(address, If_None_Match=before[address]).status_code == 304, address
    walk.instant = NEW_YEAR
    for address in tagged:
        assert walk.get(address, If_None_Match=before[address]).status_code == 200, address
    assert walk.library.snapshot().id == built


def test_before_its_time_suggestions_and_counts_are_those_of_the_others(walk: Walk) -> None:
    walk.publish()
    asked = ["the", "mill", "quincez", "speaker:zelda", "doors that stay open to the rivers"]
    alone = [walk.get("/api/search", q=q).json for q in asked]
    requests = [SearchRequest(query) for query in asked]
    without = [walk.library.snapshot().search(each) for each in requests]
    write_quince(walk, "sealed_until = 2031-01-01")
    walk.publish()
    assert [walk.get("/api/search", q=q).json for q in asked] == alone
    with walk.app.test_request_context():
        from showcase.web.context.request import snapshot  # noqa: PLC0415

        assert [snapshot().search(each) for each in requests] == without


def test_an_unlisted_video_is_found_by_its_address_alone(walk: Walk) -> None:
    write_quince(walk, "listed = false")
    walk.publish()
    assert set(statuses(walk).values()) == {200}
    assert walk.traces(MARKS, WORDS, ("mill",)) == []
    page = walk.get("/videos/quince?q=quinces")
    assert "2 matches" in page.text or "1 match" in page.text
    assert '<meta name="robots" content="noindex">' in walk.get("/videos/quince").text
    for address in walk.video_addresses("quince", WORDS):
        assert walk.get(address).headers["X-Robots-Tag"] == "noindex", address


def test_search_engines_are_asked_to_leave_a_video_out(walk: Walk) -> None:
    write_quince(walk, "noindex = true")
    walk.publish()
    assert '<meta name="robots" content="noindex">' in walk.get("/videos/quince").text
    assert walk.get("/videos/quince").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in walk.get("/videos/mill").headers
    assert "quince" not in walk.get("/sitemap.xml").text
    assert "quince" in walk.get("/feed.xml").text
    assert "Quince harvest" in walk.get("/").text


def test_the_page_of_the_only_video_may_be_left_out_too(walk: Walk) -> None:
    write_quince(walk, "noindex = true")
    (walk.transcripts / "mill" / "video.toml").unlink()
    walk.publish()
    assert walk.get("/").headers["X-Robots-Tag"] == "noindex"
    assert "<loc>" not in walk.get("/sitemap.xml").text


def test_every_former_address_leads_to_that_of_now(walk: Walk) -> None:
    write_quince(walk, 'former = ["plum", "Old Plum"]')
    walk.publish()
    for slug in ("plum", "old-plum"):
        for address in walk.video_addresses(slug, WORDS):
            moved = walk.get(address)
            assert moved.status_code == 308, address
            assert moved.headers["Location"] == walk_to(address, slug)
            assert walk.get(moved.headers["Location"]).status_code == 200, address


def walk_to(address: str, slug: str) -> str:
    return address.replace(f"/{slug}", "/quince").replace(f"%2F{slug}", "%2Fquince")


def test_an_address_of_now_is_not_led_elsewhere(walk: Walk) -> None:
    write_quince(walk, 'former = ["mill"]')
    report = walk.publish()
    assert [fault.code for fault in report.faults] == ["former-taken"]
    assert walk.get("/videos/mill").status_code == 200
    assert walk.get("/videos/quince").status_code == 404
