"""What visitors get for an address: whole pages and parts of pages."""

from itertools import product

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.transcript.transcript import build_transcript
from showcase.errors import ShowcaseError
from showcase.store.lru_cache import LruCache
from showcase.web.http.compression import CompressedBody
from showcase.web.video.rendered_page import RenderedPage
from tests.conftest import examples, slow_after
from tests.web.small_showcase import (
    MILL,
    ORCHARD,
    ORCHARD_CUES,
    Build,
    Showcase,
    StandInSnapshot,
    parse,
)

RUNNING_TEXT = build_transcript("en", ORCHARD_CUES).text


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The only element that a selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{selector} finds {len(found)}"
    return found[0]


def texts(page: BeautifulSoup | Tag, selector: str) -> list[str]:
    return [element.get_text() for element in page.select(selector)]


def from_utf16(text: str, start: int, end: int) -> str:
    """Characters as a browser counts them."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


class TestFirstPage:
    def test_is_the_video_itself_when_there_is_one(self, build: Build) -> None:
        page = build(ORCHARD).page("/")
        assert one(page, "h1").get_text() == "Rules we wrote"
        canonical = one(page, "link[rel=canonical]")
        assert canonical["href"] == "http://localhost/videos/orchard"

    def test_lists_all_when_there_are_more(self, showcase: Showcase) -> None:
        page = showcase.page("/")
        assert texts(page, ".videos h2") == ["Rules we wrote", "The mill"]

    def test_says_what_to_do_when_there_is_none(self, build: Build) -> None:
        assert "no video here yet" in build(words={("x", "en"): ()}).page("/").get_text()


class TestWordsOfAVideo:
    def test_each_line_is_a_link_to_its_moment_with_exactly_its_words(
        self, showcase: Showcase
    ) -> None:
        lines = showcase.page("/videos/orchard").select("a[data-start]")
        said = [(float(str(line["data-start"])), line.get_text()) for line in lines]
        expected = [(cue.start_ms / 1000, cue.text.replace("\n", " ")) for cue in ORCHARD_CUES]
        assert said == expected
        assert lines[2]["href"] == "/videos/orchard?t=8#p8000"

    def test_passages_say_where_they_begin_in_the_running_text_as_browsers_count(
        self, showcase: Showcase
    ) -> None:
        for turn in showcase.page("/videos/orchard").select("#transcript .turn"):
            text = turn.get_text()
            start = int(str(turn["data-at"]))
            length = len(text.encode("utf-16-le")) // 2
            assert from_utf16(RUNNING_TEXT, start, start + length) == text

    def test_speakers_are_named_where_they_begin_to_speak(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard")
        voices = [str(voice.contents[0]) for voice in page.select("#transcript .voice")]
        assert voices == ["Narrator", "Rosa Field", "Narrator"]
        assert texts(page, "#transcript .org") == ["Pickers United"]

    def test_a_passage_is_two_elements_and_its_lines(self, showcase: Showcase) -> None:
        """A long video has hundreds of them, and an old phone has to hold them all."""
        turns = showcase.page("/videos/orchard").select("#transcript .turn")
        for turn in turns:
            assert {child.name for child in turn.find_all(recursive=True)} <= {"a"}
            assert len(turn.find_all()) == len(turn.select("a[data-start]"))

    def test_chapters_head_the_passage_they_begin_with(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard")
        heading = one(page, "#chapter-2")
        assert heading.get_text() == "2The rules"
        assert page.select("#chapter-2 + .voice + #p8000")
        assert one(page, '.chs a[data-chapter="8"]')["href"] == "/videos/orchard?t=8#chapter-2"

    def test_another_language_is_read_in_its_own_words_with_its_note(
        self, showcase: Showcase
    ) -> None:
        page = showcase.page("/videos/orchard?lang=es")
        transcript = one(page, "#transcript")
        assert (transcript["lang"], transcript["dir"]) == ("es", "ltr")
        assert one(transcript, ".track-note").get_text() == "Not yet reviewed."
        assert one(page, '.read-in [aria-current="page"]').get_text() == "Español"
        assert "lang=es" in str(transcript.select("a[data-start]")[0]["href"])
        assert one(page, "#search input[name=lang]")["value"] == "es"

    def test_an_unknown_language_is_the_videos_own(self, showcase: Showcase) -> None:
        assert one(showcase.page("/videos/orchard?lang=xx"), "#transcript")["lang"] == "en"

    def test_a_video_of_one_language_offers_no_choice(self, showcase: Showcase) -> None:
        assert not showcase.page("/videos/mill").select(".read-in")

    def test_a_video_without_a_recording_is_its_words(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/mill")
        assert not page.select("#player, #dock, [data-play=''], video")
        assert str(one(page, "#transcript .voice").contents[0]) == "Foreman"


def test_answers_without_a_word_are_not_kept_without_end(showcase: Showcase) -> None:
    held: LruCache[RenderedPage] = LruCache(5 * RenderedPage(CompressedBody(b""), "").weight)
    showcase.client.application.extensions["pages"] = held
    for second in range(30, 60):
        assert showcase.get(f"/videos/orchard?t={second},{second}.5&part=moment").text == ""
    assert len(held._entries) == 5  # noqa: SLF001 - what is held is its secret


class TestSearchInAVideo:
    def test_marks_and_counts_what_was_found(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=rules")
        assert texts(page, "#transcript mark") == ["rules"] * 3
        assert [mark["data-match"] for mark in page.select("#transcript mark")] == ["0", "1", "2"]
        assert one(page, "[role=status]").get_text() == "3 matches"
        assert one(page, "#search-result")["data-total"] == "3"
        assert one(page, "input[type=search][name=q]")["value"] == "rules"

    def test_lists_its_hits_with_offsets_and_times(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=rules")
        result, rows = one(page, "#search-result"), page.select(".hit-list li")
        spans = [tuple(map(int, mark.split("-"))) for mark in str(result["data-marks"]).split()]
        assert [from_utf16(RUNNING_TEXT, *span) for span in spans] == ["rules"] * 3
        assert len(str(result["data-times"]).split()) == 3
        assert sum(int(str(row["data-matches"])) for row in rows) == 3
        assert str(one(rows[0], "a")["href"]).startswith("/videos/orchard?t=")
        assert "q=rules#p8000" in str(one(rows[0], "a")["href"])

    def test_a_phrase_across_lines_is_one_match_in_two_marks(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=%22word+and+the%22")
        assert texts(page, "#transcript mark") == ["word.", " ", "And the"]
        assert {mark["data-match"] for mark in page.select("#transcript mark")} == {"0"}
        assert one(page, "[role=status]").get_text() == "1 match"

    def test_answers_the_fragment_alone(self, showcase: Showcase) -> None:
        whole = one(showcase.page("/videos/orchard?q=rules"), "#search-result")
        fragment = showcase.client.get("/videos/orchard?q=rules&part=search").text
        assert fragment.strip().startswith('<div id="search-result"')
        assert one(parse(fragment), "#search-result") == whole

    def test_a_word_that_is_being_typed_is_found_by_its_beginning(self, showcase: Showcase) -> None:
        # A space finishes it.
        for query, corrected in {"the+ru": [], "the+ru+": ["the rules"]}.items():
            found = showcase.page(f"/videos/orchard?q={query}&part=search&typing=1")
            assert one(found, "#search-result")["data-total"] == "3"
            assert texts(found, ".answer a") == corrected

    def test_a_word_that_was_not_finished_is_answered_for_the_one_that_is_said(
        self, showcase: Showcase
    ) -> None:
        page = showcase.page("/videos/orchard?q=the+ru")
        assert (
            one(page, "[role=status]").get_text()
            == "No one says “the ru”. 3 matches for “the rules”"
        )
        assert len(page.select("#transcript mark")) == 3

    def test_nothing_found_is_said_and_helped(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=zebra")
        assert one(page, "[role=status]").get_text() == "No matches"
        assert one(page, ".search-help a")["href"] == "/search?q=zebra"

    def test_nothing_asked_is_nothing_said(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?q=")
        assert one(page, "[role=status]").get_text() == ""
        assert not page.select(".search-help, mark")


class TestMoments:
    def test_a_range_selects_its_words_and_their_passages(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?t=9,13")
        words = "".join(part.get_text() for part in page.select(".turn .sel"))
        assert words == "the rules ourselves, word by word. And the rules"
        assert [line["data-start"] for line in page.select("a:has(.sel)")] == ["8", "12"]
        assert [turn["id"] for turn in page.select(".is-target")] == ["p8000"]
        assert one(page, "source")["src"] == "/videos/orchard/media/take.webm#t=9,13"
        assert "starts at 0:09 and stops at 0:13" in one(page, ".linked").get_text()

    def test_who_comes_from_a_search_hears_on_behind_the_words(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard?t=9,13&q=rules")
        assert [line["data-start"] for line in page.select("a:has(.sel)")] == ["8", "12"]
        assert one(page, "source")["src"] == "/videos/orchard/media/take.webm#t=9"
        assert "The video starts at 0:09." in one(page, ".linked").get_text()

    @pytest.mark.parametrize(("time", "start"), [("9", "8"), ("18.5", "22"), ("0:12", "12")])
    def test_a_time_selects_the_line_being_spoken_else_the_next(
        self, showcase: Showcase, time: str, start: str
    ) -> None:
        page = showcase.page(f"/videos/orchard?t={time}")
        assert [line["data-start"] for line in page.select("a.sel")] == [start]

    @pytest.mark.parametrize(
        ("time", "sentence"),
        [
            ("99", "This link asks for 1:39, but the video ends at 0:24."),
            ("7,3", "This link asks for “7,3”, which is not a time in the video."),
            ("<b>", "This link asks for “<b>”, which is not a time in the video."),
        ],
    )
    def test_an_invalid_time_is_reported(
        self, showcase: Showcase, time: str, sentence: str
    ) -> None:
        page = showcase.page(f"/videos/orchard?t={time}")
        assert one(page, ".linked").get_text() == sentence
        assert one(page, "source")["src"] == "/videos/orchard/media/take.webm"
        assert not page.select(".sel, .is-target")

    def test_the_canonical_address_has_no_moment_and_the_shared_one_has(self, build: Build) -> None:
        page = build(ORCHARD, MILL, url="https://films.example/archive").page(
            "/videos/orchard?t=9,13&q=rules"
        )
        path = "https://films.example/archive/videos/orchard"
        assert one(page, "link[rel=canonical]")["href"] == path
        assert one(page, 'meta[property="og:url"]')["content"] == f"{path}?t=9,13"
        sheets = page.select("head > link[rel=stylesheet]")
        assert sheets
        assert all(str(sheet["href"]).startswith("/archive/") for sheet in sheets)


class TestPlayer:
    def test_says_all_that_the_script_needs(self, showcase: Showcase) -> None:
        player = one(showcase.page("/videos/orchard"), "#player")
        assert (player["data-kind"], player["data-duration"]) == ("file", "24")
        assert [gap["data-at"] for gap in player.select("[data-bar] .gap")] == ["8"]
        assert [track["kind"] for track in player.select("track")] == [
            "captions",
            "subtitles",
            "chapters",
        ]
        assert one(player, "track[data-default]")["srclang"] == "en"

    def test_what_needs_script_is_hidden(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard")
        hidden = ".play, [data-bar], #dock, [data-nav], [data-copy], [data-do=back], .cap"
        assert all(element.has_attr("hidden") for element in page.select(hidden))

    def test_no_control_says_that_a_synthetic_voice_is_somebody(self, showcase: Showcase) -> None:
        hear = one(showcase.page("/videos/orchard"), ".hear")
        assert one(hear, "b").get_text() == "Hear it read aloud"
        assert hear["data-play"] == "8,10.5"
        assert hear["href"] == "/videos/orchard?t=8,10.5#p8000"


class TestSearchOverAll:
    def test_groups_hits_by_video_and_counts(self, showcase: Showcase) -> None:
        page = showcase.page("/search?q=rules")
        assert one(page, "[role=status]").get_text() == "3 moments in 2 videos"
        assert sorted(texts(page, ".group h2")) == ["Rules we wrote", "The mill"]
        assert all("q=rules" in str(link["href"]) for link in page.select(".group li a"))

    def test_a_hit_in_a_translation_leads_to_the_translation(self, showcase: Showcase) -> None:
        row = one(showcase.page("/search?q=reglas"), ".group li a")
        assert "lang=es" in str(row["href"])
        assert "Español" in row.get_text()

    def test_shows_the_best_of_a_video_and_pages_through_all_of_it(self, build: Build) -> None:
        cues = tuple(
            Cue(number * 9_000, number * 9_000 + 1_000, f"A plum, number {number}.", "Foreman")
            for number in range(25)
        )
        many = build(MILL, ORCHARD, words={("mill", "en"): cues})
        best = many.page("/search?q=plum")
        everything = str(one(best, ".all a")["href"])
        first, second = (many.page(f"{everything}&page={number}") for number in (1, 2))
        pages = (best, first, second)
        assert [len(page.select(".group li")) for page in pages] == [3, 20, 5]
        assert one(second, "[role=status]").get_text() == "25 moments in 1 video, page 2 of 2"
        assert one(first, ".paging a")["href"] == "/search?q=plum&video=mill&page=2"
        assert one(second, ".paging a")["href"] == "/search?q=plum&video=mill"
        behind = many.page("/search?q=plum&page=40")
        assert "There is no page 40" in one(behind, "[role=status]").get_text()

    def test_nothing_found_keeps_the_query_and_helps(self, showcase: Showcase) -> None:
        page = showcase.page("/search?q=living+rent")
        assert one(page, "h1").get_text() == "Nobody says it in these words"
        assert one(page, "main input[name=q]")["value"] == "living rent"

    def test_nothing_asked_explains_itself(self, showcase: Showcase) -> None:
        assert one(showcase.page("/search"), "h1").get_text() == "Search what was said"


class TestErrors:
    @pytest.mark.parametrize(
        "address",
        [
            "/videos/none",
            "/videos/%00",
            "/videos/..%2F..%2Fetc",
            "/videos/orchard/tracks/captions.fr.vtt",
            "/videos/orchard/media/video.toml",
            "/videos/orchard/media/..%2Fsecret",
            "/static/x/css/none.css",
            "/humans.txt",
            "/%ff%fe",
        ],
    )
    def test_what_is_not_there_is_a_page_that_helps(self, showcase: Showcase, address: str) -> None:
        page = showcase.page(address, 404)
        assert one(page, "h1").get_text() == "There is nothing here"
        assert page.select("main input[name=q]")

    def test_a_method_that_is_not_allowed_says_which_are(self, showcase: Showcase) -> None:
        response = showcase.client.post("/search")
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]

    def test_a_bug_of_ours_is_a_page_without_details(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        showcase.client.application.testing = False
        monkeypatch.setattr(showcase.library, "current", None)
        response = showcase.client.get("/search?q=rules")
        assert response.status_code == 500
        assert "This is our fault" in response.text
        assert "NoneType" not in response.text

    def test_errors_in_transcripts_are_the_same_sentence_as_on_the_command_line(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> StandInSnapshot:
            message = "video.toml: there is no title; add one."
            raise ShowcaseError(message)

        monkeypatch.setattr(showcase.library, "snapshot", fail)
        page = showcase.page("/videos/orchard", 503)
        assert "there is no title; add one" in one(page, ".lede").get_text()


HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x>', "\ud800", "a" * 100_000, "((((", "\x00", "{{ 7*7 }}",
    "%s%n", '"' * 5_000, "OR OR OR", "-", "speaker:", "*", "🍎", "\u202e", "9" * 400,
]  # fmt: skip


class TestHostileAddresses:
    @pytest.mark.parametrize("text", slow_after(5, HOSTILE))
    def test_every_query_string_is_answered_and_escaped(
        self, showcase: Showcase, text: str
    ) -> None:
        value = text.encode("utf-8", "surrogatepass")
        paths = ("/", "/videos/orchard", "/search", "/videos/mill")
        names = ("q", "t", "lang", "page", "part", "start")
        for path, name in product(paths, names):
            response = showcase.client.get(path, query_string={name: value})
            assert response.status_code == 200
            assert "<script>alert" not in response.text
            assert "<img src=x" not in response.text

    @settings(
        max_examples=examples(60),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(query=st.text(max_size=60), time=st.text("0123456789:,.hmst# -npt", max_size=12))
    def test_any_words_and_any_time_give_a_page(
        self, showcase: Showcase, query: str, time: str
    ) -> None:
        encoded = query.encode("utf-8", "surrogatepass")
        response = showcase.client.get("/videos/orchard", query_string={"q": encoded, "t": time})
        assert response.status_code == 200

    def test_raw_bytes_in_a_query_are_answered(self, showcase: Showcase) -> None:
        response = showcase.client.get("/search?q=%ed%a0%80%ff%00&page=%f0&t=%")
        assert response.status_code == 200

    def test_no_page_has_script_or_style_of_its_own(self, showcase: Showcase) -> None:
        for address in ("/", "/videos/orchard?q=rules&t=9,13", "/search?q=rules", "/search"):
            page = showcase.page(address)
            names = {name for element in page.select("*") for name in element.attrs}
            assert not [name for name in names if name == "style" or name.startswith("on")]
            assert not page.find_all("style")
            for script in page.find_all("script"):
                data = script["type"] == "application/ld+json"
                assert data or (script["type"] == "module" and script["src"] and not script.string)
