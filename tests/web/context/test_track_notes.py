"""Visitors are told of times that are not those of the file, wherever they read or take them along."""

from dataclasses import replace

import pytest

from tests.web.answers import one
from tests.web.small_showcase import MILL, Build

TOLD = {
    "en": "This transcript came without times",
    "es": "Esta transcripción llegó sin tiempos",
    "ht": "Transkripsyon sa a te rive san lè",
    "bn": "এই লিখিত রূপটি সময় ছাড়া এসেছে",
}
SPREAD = replace(MILL, tracks=(replace(MILL.tracks[0], timing="spread"),))


@pytest.mark.parametrize("locale", TOLD)
def test_a_page_says_that_times_are_estimated(build: Build, locale: str) -> None:
    root = "" if locale == "en" else f"/{locale}"
    note = one(build(SPREAD).page(f"{root}/videos/mill"), "#transcript .track-note")
    assert note.get_text().startswith(TOLD[locale])
    assert note.get("lang", "en") == locale


def test_so_do_downloads_the_page_to_print_and_the_api(build: Build) -> None:
    showcase = build(SPREAD)
    for path in ("tracks/captions.en.txt", "print"):
        assert TOLD["en"] in showcase.get(f"/videos/mill/{path}").text
    assert '"timing":"spread"' in showcase.get("/api/videos/mill").text.replace(": ", ":")


def test_caption_files_say_it_themselves(build: Build) -> None:
    showcase = build(SPREAD)
    vtt = showcase.get("/videos/mill/tracks/captions.en.vtt").text
    assert "\n\nNOTE The transcript came without times: these are estimated" in vtt
    srt = showcase.get("/videos/mill/tracks/captions.en.srt")
    assert srt.headers["Content-Disposition"].endswith("mill.en.estimated-times.srt")


def test_nothing_is_said_of_times_of_a_file(build: Build) -> None:
    showcase = build(MILL)
    assert TOLD["en"] not in showcase.get("/videos/mill").text
    assert "NOTE" not in showcase.get("/videos/mill/tracks/captions.en.vtt").text
    srt = showcase.get("/videos/mill/tracks/captions.en.srt")
    assert srt.headers["Content-Disposition"].endswith("mill.en.srt")
