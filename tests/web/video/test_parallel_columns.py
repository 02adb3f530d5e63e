"""Two languages side by side, as HTML."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.translations import TrackTranslation, VideoTranslation
from tests.web.answers import links, one, read
from tests.web.small_showcase import HAND, ORCHARD, WORDS, Build, Showcase

ARABIC_CUES = (
    Cue(0, 4_000, "نقطف التفاح قبل شروق الشمس.", "Narrator"),
    Cue(4_000, 8_000, "ولم يسألنا أحد.", "Narrator"),
    Cue(8_000, 13_000, "ثم كتبنا القواعد بأنفسنا.", HAND),
    Cue(13_000, 16_000, "هذا صحيح!", "Foreman"),
    Cue(16_000, 18_000, "[جرس]", None, sound=True),
    Cue(30_000, 32_000, "شكرا.", "Narrator"),
)
NOTES = VideoTranslation("es", tracks=(TrackTranslation("captions.es.vtt", "Sin revisar."),))
TONGUES = replace(
    ORCHARD,
    duration_ms=40_000,
    tracks=(
        *(replace(track, file=f"captions.{track.language}.vtt") for track in ORCHARD.tracks),
        Track("subtitles", "ar", "العربية", cues=6),
    ),
    translations=(NOTES,),
)
VIDEO = "/videos/orchard"


@pytest.fixture
def showcase(build: Build) -> Showcase:
    return build(TONGUES, words={**WORDS, ("orchard", "ar"): ARABIC_CUES})


def rows(page: BeautifulSoup) -> list[tuple[str, str]]:
    """What stands in each row: the words that are read, and those beside them."""
    return [(read(turn), _beside(turn)) for turn in page.select(".turn")]


def _beside(turn: Tag) -> str:
    behind = turn.find_next_sibling()
    return read(behind) if isinstance(behind, Tag) and "beside" in behind["class"] else ""


def test_each_passage_has_what_the_other_language_says_meanwhile(showcase: Showcase) -> None:
    second = (
        "Then we wrote the rules ourselves, word by word. "
        "And the rules hold 🍎 because buyers signed. [bell rings]"
    )
    assert rows(showcase.page(f"{VIDEO}?beside=es")) == [
        (
            "We pick the apples before the sun is up. Nobody asked what we <b>needed</b> & why.",
            "Recogemos las manzanas antes del sol.",
        ),
        (second, "Luego escribimos las reglas."),
        ("The rules are read aloud every spring.", ""),
    ]


def test_a_second_voice_is_named_and_nothing_is_lost(showcase: Showcase) -> None:
    found = rows(showcase.page(f"{VIDEO}?beside=ar"))
    assert [beside for _, beside in found] == [
        "نقطف التفاح قبل شروق الشمس. ولم يسألنا أحد.",
        "ثم كتبنا القواعد بأنفسنا. Foreman: هذا صحيح! [جرس]",
        "شكرا.",
    ]


def test_each_side_has_its_language_and_direction(showcase: Showcase) -> None:
    page = showcase.page(f"{VIDEO}?beside=ar")
    transcript = one(page, "#transcript")
    assert (transcript["lang"], transcript["dir"]) == ("en", "ltr")
    assert {(each["lang"], each["dir"]) for each in page.select(".beside")} == {("ar", "rtl")}
    page = showcase.page(f"{VIDEO}?lang=ar&beside=en")
    transcript = one(page, "#transcript")
    assert (transcript["lang"], transcript["dir"]) == ("ar", "rtl")
    assert {(each["lang"], each["dir"]) for each in page.select(".beside")} == {("en", "ltr")}


def test_in_words_that_run_to_the_left_the_rest_keeps_its_direction(showcase: Showcase) -> None:
    """The chapters, the organization and the controls of a passage are in other languages."""
    page = showcase.page(f"{VIDEO}?lang=ar")
    for selector in (".chh", ".org", ".time"):
        for element in page.select(f"#transcript {selector}"):
            assert (element["lang"], element["dir"]) == ("en", "ltr"), selector
    assert "dir" not in one(page, "html").attrs


def test_its_lines_play_and_lead_to_the_words_that_are_read(showcase: Showcase) -> None:
    line = showcase.page(f"{VIDEO}?lang=ar&beside=es").select(".beside a")[0]
    assert line["data-play"] == "0"
    assert line["href"] == f"{VIDEO}?t=0&beside=es&lang=ar#p0"
    assert "data-start" not in line.attrs


def test_both_say_what_must_be_known_of_them(showcase: Showcase) -> None:
    page = showcase.page(f"{VIDEO}?lang=ar&beside=es")
    columns = [(read(column), column.get("lang")) for column in page.select(".columns p")]
    assert columns == [("العربية", None), ("Español Not yet reviewed.", "es")]
    assert one(page, ".columns span")["lang"] == "en"
    assert not page.select(".track-note")


def choices(page: BeautifulSoup | Tag) -> dict[str, str]:
    return links(page, "[aria-labelledby=beside-in] a")


def test_a_language_is_chosen_and_given_up_by_links(showcase: Showcase) -> None:
    page = showcase.page(f"/es{VIDEO}")
    assert choices(page) == {
        "English": f"/es{VIDEO}?beside=en#transcript",
        "العربية": f"/es{VIDEO}?beside=ar#transcript",
    }
    page = showcase.page(f"/en{VIDEO}?lang=ar&beside=es")
    assert choices(page) == {
        "English": f"/en{VIDEO}?beside=en&lang=ar#transcript",
        "Español": f"/en{VIDEO}?beside=es&lang=ar#transcript",
        "One language only": f"/en{VIDEO}?lang=ar#transcript",
    }
    assert read(one(page, "[aria-labelledby=beside-in] [aria-current]")) == "Español"


def test_to_read_in_the_second_language_swaps_the_two(showcase: Showcase) -> None:
    page = showcase.page(f"/en{VIDEO}?beside=es")
    assert links(page, "[aria-labelledby=read-in] a") == {
        "English": f"/en{VIDEO}?beside=es#transcript",
        "Español": f"/en{VIDEO}?beside=en&lang=es#transcript",
        "العربية": f"/en{VIDEO}?beside=es&lang=ar#transcript",
    }


def test_what_leads_on_in_the_page_keeps_it(showcase: Showcase) -> None:
    page = showcase.page(f"{VIDEO}?beside=es&q=rules")
    assert one(page, "#search [name=beside]")["value"] == "es"
    kept = "#transcript a, .chs a, #search-result a[data-hit], .times a"
    for link in page.select(kept):
        assert "beside=es" in str(link["href"]), link
    part = showcase.get(f"{VIDEO}?beside=es&q=rules&part=search").text
    assert "beside=es" in part


def test_what_is_for_others_does_not(showcase: Showcase) -> None:
    page = showcase.page(f"{VIDEO}?t=8,12&beside=es")
    assert "beside" not in str(one(page, "#share-link")["value"])
    assert "beside" not in str(one(page, "link[rel=canonical]")["href"])
    for meta in page.select("meta[content*=http]"):
        assert "beside" not in str(meta["content"])
    assert not page.select("link[hreflang]")


@pytest.mark.parametrize(
    "beside",
    ["", "en", "xx", "EN", "es-MX", "%00", "../ar", "<b>", "chapters", "e" * 500, "es&beside=ar"],
)  # fmt: skip
def test_a_language_that_cannot_be_second_is_ignored(showcase: Showcase, beside: str) -> None:
    page = showcase.page(f"{VIDEO}?beside={beside}")
    found = {str(each["lang"]) for each in page.select(".beside")}
    assert found == ({"es"} if beside.startswith("es&") else set())
    if not found:
        assert not page.select(
            "#transcript a[href*='beside='], link[href*=beside], .columns, [name=beside]"
        )


def test_its_style_sheet_comes_with_it_alone(showcase: Showcase) -> None:
    assert one(showcase.page(f"{VIDEO}?beside=es"), "link[href$='css/parallel.css']")
    assert not showcase.page(VIDEO).select("link[href*=beside]")
    page_sheet = showcase.get(str(one(showcase.page(VIDEO), "link[href$='css/page.css']")["href"]))
    assert ".columns" not in page_sheet.text


def test_in_a_frame_one_language_is_read(showcase: Showcase) -> None:
    page = showcase.page("/embed/orchard?beside=es")
    assert not page.select(".beside, [aria-labelledby=beside-in]")


def test_a_video_in_one_language_offers_none(build: Build) -> None:
    alone: Video = replace(ORCHARD, tracks=ORCHARD.tracks[:1])
    assert not build(alone).page(VIDEO).select("[aria-labelledby=beside-in]")


def test_both_are_on_paper(showcase: Showcase) -> None:
    page = showcase.page(f"{VIDEO}/print?beside=ar")
    pairs = [read(one(pair, "p:not(.said)")) for pair in page.select(".pair")]
    assert pairs[1] == "ثم كتبنا القواعد بأنفسنا. Foreman: هذا صحيح! [جرس]"
    assert page.select(".pair p")[1]["dir"] == "rtl"
    assert not showcase.page(f"{VIDEO}/print").select(".pair")
    printed = showcase.page(f"{VIDEO}?beside=ar").select(".downloads a[href*=print]")
    assert str(printed[0]["href"]) == f"{VIDEO}/print?beside=ar"
