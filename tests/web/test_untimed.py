"""A transcript without times is read, searched and taken along, and nowhere says or asks for a time."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag

from showcase.core.captions.cues import number_cues
from showcase.core.catalog.models import Source, Track
from tests.web.answers import json_ld, links, one, read
from tests.web.small_showcase import HAND, ORCHARD, ORCHARD_CUES, WORDS, Build, Showcase

UNTIMED_TRACK = Track("captions", "en", "English", cues=6, timing="none")
# Only its words: neither chapters nor a recording of ours that could have a time.
BARN = replace(
    ORCHARD,
    slug="barn",
    title="The barn",
    duration_ms=0,
    source=None,
    chapters=(),
    quotes=tuple(replace(quote, moment=None) for quote in ORCHARD.quotes),
    tracks=(UNTIMED_TRACK,),
)
# The same with chapters and a recording, whose times are not those of words.
FILM = replace(BARN, slug="film", source=Source("file"), chapters=ORCHARD.chapters)
# An original with times, and a translation without.
HALF = replace(
    ORCHARD,
    slug="half",
    tracks=(
        Track("captions", "en", "English", cues=6),
        Track("subtitles", "es", "Español", cues=2, timing="none"),
    ),
)
SAID = {
    ("barn", "en"): number_cues(ORCHARD_CUES),
    ("film", "en"): number_cues(ORCHARD_CUES),
    ("half", "en"): ORCHARD_CUES,
    ("half", "es"): number_cues(WORDS["orchard", "es"]),
}
PAGES = ("/videos/barn", "/videos/barn?q=rules", "/embed/barn?q=rules", "/videos/barn/print")
TOLD = {
    "": "This transcript came without times: it can be read",
    "/es": "Esta transcripción llegó sin tiempos: se puede leer",
    "/ht": "Transkripsyon sa a te rive san lè: ou ka li",
    "/bn": "এই লিখিত রূপটি সময় ছাড়া এসেছে: এটি পড়া",
}
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
TIME_IN_URL = re.compile(r"[?&#]t=")


@pytest.fixture
def showcase(build: Build) -> Showcase:
    return build(BARN, FILM, HALF, words=SAID)


def attributes(page: Tag) -> Iterator[str]:
    for element in page.find_all():
        yield from (f"{name}={value}" for name, value in element.attrs.items())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_the_words_and_their_speakers_and_no_time(showcase: Showcase, path: str) -> None:
    page = showcase.page(path)
    for cue in ORCHARD_CUES:
        assert cue.text.replace("\n", " ") in read(page)
    assert HAND in read(page)
    shown = one(page, "main")
    assert not CLOCK.search(read(shown))
    assert not any(TIME_IN_URL.search(each) for each in attributes(shown))
    assert not shown.select("[data-start], [data-end], [data-play], .time")


def test_its_paragraphs_have_addresses_and_its_sounds_their_style(showcase: Showcase) -> None:
    turns = showcase.page("/videos/barn").select("#transcript .turn")
    assert [turn["id"] for turn in turns] == ["p0", "p2", "p5"]
    assert [read(sound) for turn in turns for sound in turn.select("span.is-sound")] == [
        "[bell rings]"
    ]
    assert not [link for turn in turns for link in turn.select("a")]


@pytest.mark.parametrize("root", TOLD)
@pytest.mark.parametrize("path", ["/videos/barn", "/embed/barn"])
def test_a_page_says_so_in_the_language_of_its_reader(
    showcase: Showcase, root: str, path: str
) -> None:
    if root and path.startswith("/embed"):
        path = f"{root}{path}"
    note = one(showcase.page(path if path.startswith(root) else root + path), ".track-note")
    assert read(note).startswith(TOLD[root])


def test_marks_of_a_search_are_in_its_words_and_rows_lead_to_paragraphs(showcase: Showcase) -> None:
    page = showcase.page("/videos/barn?q=rules")
    assert [read(mark) for mark in page.select("#transcript mark")] == ["rules"] * 3
    assert one(page, "#search-result")["data-times"] == ""
    assert [urlsplit(str(link["href"]))[3:] for link in page.select("a[data-hit]")] == [
        ("q=rules", "p2"),
        ("q=rules", "p5"),
    ]


def test_the_search_over_all_videos_leads_to_paragraphs(showcase: Showcase) -> None:
    page = showcase.page("/search?q=rules&video=barn")
    rows = page.select(".hit-list li > a")
    addresses = [urlsplit(str(row["href"])) for row in rows]
    assert [(each.path, parse_qs(each.query)["q"], each.fragment) for each in addresses] == [
        ("/videos/barn", ["rules"], "p2"),
        ("/videos/barn", ["rules"], "p5"),
    ]
    assert [read(one(row, ".time")) for row in rows] == ["Read", "Read"]


def test_a_hit_without_a_time_says_nothing_of_another_language(showcase: Showcase) -> None:
    page = showcase.page("/videos/half?q=manzanas")
    row = one(page, "#search-result li")
    assert row["data-passage"] == ""
    assert not row.select(".meanwhile, .time")
    assert one(row, "a[data-hit]")["href"] == "/videos/half?q=manzanas&lang=es#p0"


@pytest.mark.parametrize("slug", ["barn", "film"])
def test_text_and_json_can_be_taken_along_and_captions_cannot(
    showcase: Showcase, slug: str
) -> None:
    page = showcase.page(f"/videos/{slug}")
    table = one(page, "#downloads table")
    columns = [each.get_text() for each in table.select("thead th")]
    assert columns == ["To print", "Plain text", "JSON"]
    assert [*links(one(table, "tbody"), "a")] == ["To print", ".txt", ".json"]
    tracks = f"/videos/{slug}/tracks/captions.en"
    for kind in ("srt", "vtt"):
        refused = showcase.get(f"{tracks}.{kind}")
        assert (refused.status_code, "has no times" in refused.text) == (404, True)
    assert not page.select('track[kind="captions"]')
    told = showcase.get(f"{tracks}.json").get_json()
    assert told["timing"] == "none"
    assert {cue["start"] for cue in told["cues"]} == {
        passage["end"] for passage in told["passages"]
    }
    assert not CLOCK.search(showcase.get("/videos/barn/tracks/captions.en.txt").text)


def test_the_api_says_so_and_has_null_for_times(showcase: Showcase) -> None:
    [track] = showcase.get("/api/videos/barn").get_json()["tracks"]
    assert track["timing"] == "none"
    assert track["url"].endswith("/videos/barn/tracks/captions.en.txt")
    for part in ("cues", "passages"):
        answer = showcase.get(f"/api/videos/barn/{part}").get_json()
        assert answer["timing"] == "none"
        assert {(each["start"], each["end"]) for each in answer[part]} == {(None, None)}


def test_the_api_finds_it_without_a_moment(showcase: Showcase) -> None:
    answer = showcase.get("/api/quote?q=then+we+wrote+the+rules+ourselves&video=barn").get_json()
    [hit] = answer["hits"]
    assert hit["said"] == "Then we wrote the rules ourselves"
    nothing = ("start", "end", "annotation", "card", "embed")
    assert {hit[name] for name in nothing} == {None}
    assert urlsplit(hit["url"])[2:] == ("/videos/barn", "", "p2")


@pytest.mark.parametrize("slug", ["barn", "film"])
def test_other_programs_are_told_no_times_of_it(showcase: Showcase, slug: str) -> None:
    manifest = showcase.get(f"/iiif/{slug}/manifest.json").get_json()
    [canvas] = manifest["items"]
    assert "annotations" not in canvas
    [text] = canvas["rendering"]
    assert (text["format"], text["id"].rpartition("/")[2]) == ("text/plain", "captions.en.txt")
    assert showcase.get(f"/iiif/{slug}/captions.en.json").status_code == 404
    told = json_ld(showcase.page(f"/videos/{slug}"))
    assert "caption" not in told
    assert str(told["transcript"]).startswith("We pick the apples")


def test_words_that_are_shared_are_found_again_by_themselves(showcase: Showcase) -> None:
    text = one(showcase.page("/videos/barn"), "#transcript").get_text()
    said = "Then we wrote the rules ourselves"
    assert said in text
    panel = showcase.page("/videos/barn?part=share&words=84-117")
    quote, link = one(panel, "#share-quote"), one(panel, "#share-link")
    assert said in quote.get_text()
    assert f"— {HAND}, Pickers United, The barn\n" in quote.get_text()
    again = urlsplit(str(link["value"]))
    page = showcase.page(f"{again.path}?{again.query}")
    assert " ".join(read(mark) for mark in page.select("#transcript mark")) in said
    assert page.select(f"#{again.fragment} mark")
    share = one(panel, "#share")
    assert not share.select("[data-play], img")
    assert not CLOCK.search(read(share))
    assert not any(TIME_IN_URL.search(each) for each in attributes(share))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/videos/film/card.png?t=3", "The transcript has no times"),
        ("/videos/film?part=moment&t=3,9", ""),
    ],
)
def test_nobody_knows_what_is_said_at_a_time(showcase: Showcase, path: str, words: str) -> None:
    assert showcase.get(path).text.startswith(words)
    assert showcase.get("/videos/film?part=moment&t=3,9").text == ""


def test_a_link_to_a_time_still_leads_into_the_recording(showcase: Showcase) -> None:
    page = showcase.page("/videos/film?t=8,12")
    notice = one(page, ".linked")
    assert "0:08" in read(notice)
    assert not notice.select("a")
    assert not page.select("#transcript .sel, #transcript .is-target")
    assert not showcase.page("/videos/barn?t=8").select(".linked")
    cited = showcase.get("/videos/film/cite.ris?t=8,12").text
    assert HAND not in cited


def test_chapters_have_their_times_and_no_place_in_the_words(showcase: Showcase) -> None:
    page = showcase.page("/videos/film")
    assert list(links(page, ".chapters a").values()) == ["/videos/film?t=0", "/videos/film?t=8"]
    assert not page.select("#transcript .chh")
    for path in ("print", "tracks/captions.en.txt"):
        assert (
            "The rules" not in showcase.get(f"/videos/film/{path}").text.partition("rules were")[2]
        )


def test_a_recording_of_unknown_length_is_not_said_to_be_empty(showcase: Showcase) -> None:
    page = showcase.page("/videos/film")
    assert one(page, ".play")["aria-label"] == "Play the video"
    assert read(one(page, "#player [data-duration-text]")) == ""
    assert "second" not in read(one(page, ".about"))


def test_the_keys_of_lines_are_not_listed(showcase: Showcase) -> None:
    listed = showcase.get("/videos/film?part=keys").text
    assert "To the search field" in listed
    assert "Play from the line" not in listed


@pytest.mark.parametrize(("language", "other"), [("en", "es"), ("es", "en")])
def test_only_times_tell_what_stands_beside_what(
    showcase: Showcase, language: str, other: str
) -> None:
    page = showcase.page(f"/videos/half?lang={language}&beside={other}")
    assert not page.select(".beside, [aria-labelledby=beside-in]")
    assert len(page.select(".read-in a")) == 2


def test_a_featured_quote_leads_to_the_language_that_has_its_time(showcase: Showcase) -> None:
    page = showcase.page("/videos/half?lang=es")
    assert one(page, ".hear")["href"] == "/videos/half?t=8,10.5"
    assert not page.select(".translated")
    assert not showcase.page("/videos/barn").select(".hear")


def test_every_address_answers(showcase: Showcase) -> None:
    for path in (
        "/feed.xml",
        "/sitemap.xml",
        "/",
        "/videos/film/print",
        "/videos/half/print?lang=es",
    ):
        assert showcase.get(path).status_code == 200
    asked = showcase.get("/oembed?url=http://localhost/videos/film").get_json()
    assert "duration" not in json.dumps(asked)
