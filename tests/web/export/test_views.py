"""Downloads and pages to print, and where the page of a video offers them."""

import json
from dataclasses import replace

import pytest

from showcase.core.catalog.models import Video
from showcase.web.i18n.formatting import localized_file_size
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

TRACKS = "/videos/orchard/tracks"


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "kind", "begins"),
        [
            ("captions.en.vtt", "text/vtt; charset=utf-8", "WEBVTT\nLanguage: en\n"),
            (
                "captions.en.srt",
                "application/x-subrip; charset=utf-8",
                "1\n00:00:00,000 --> 00:00:04,000\nNarrator: We pick the apples",
            ),
            (
                "chapters.en.srt",
                "application/x-subrip; charset=utf-8",
                "1\n00:00:00,000 --> 00:00:08,000\nBefore\n",
            ),
            (
                "captions.en.txt",
                "text/plain; charset=utf-8",
                "The orchard: how the rules were written\n=======",
            ),
            ("subtitles.es.json", "application/json", '{\n "video": "orchard",'),
        ],
    )
    def test_a_track_comes_in_every_format(
        self, showcase: Showcase, name: str, kind: str, begins: str
    ) -> None:
        response = showcase.get(f"{TRACKS}/{name}")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == kind
        assert response.text.startswith(begins)
        again = showcase.get(f"{TRACKS}/{name}", {"If-None-Match": response.headers["ETag"]})
        assert again.status_code == 304

    def test_a_player_shows_the_vtt_and_the_others_are_kept(self, showcase: Showcase) -> None:
        assert "Content-Disposition" not in showcase.get(f"{TRACKS}/captions.en.vtt").headers
        kept = showcase.get(f"{TRACKS}/captions.en.txt").headers["Content-Disposition"]
        assert kept == "attachment; filename*=UTF-8''orchard.en.txt"

    def test_plain_text_says_what_it_is_and_who_speaks(self, showcase: Showcase) -> None:
        lines = showcase.get(f"{TRACKS}/subtitles.es.txt").text.split("\n")
        assert lines[2:6] == [
            "December 2017",
            "http://localhost/videos/orchard?lang=es",
            "Español. Not yet reviewed.",
            "Sample. Nobody you hear is real.",
        ]
        assert "Rosa Field (Pickers United), 0:08" in lines
        assert "Luego escribimos las reglas." in lines

    def test_json_holds_cues_and_passages(self, showcase: Showcase) -> None:
        found = json.loads(showcase.get(f"{TRACKS}/captions.en.json").text)
        assert found["cues"][2] == {
            "start": 8,
            "end": 12,
            "speaker": "Rosa Field",
            "sound": False,
            "text": "Then we wrote the rules ourselves,\nword by word.",
        }
        passage = next(each for each in found["passages"] if each["key"] == "p8000")
        assert passage["organization"] == "Pickers United"
        assert passage["text"].startswith("Then we wrote the rules ourselves, word by word. And")

    @pytest.mark.parametrize(
        "name",
        [
            "captions.fr.srt", "captions.en.doc", "captions.en", "chapters.en.txt", "chapters.en.json",
            "..%2Fcaptions.en.txt", ".srt",
        ],
    )  # fmt: skip
    def test_what_is_not_there_is_not_found(self, showcase: Showcase, name: str) -> None:
        assert showcase.get(f"{TRACKS}/{name}").status_code == 404

    def test_what_is_no_speech_says_which_formats_it_has(self, showcase: Showcase) -> None:
        assert "ask for the .vtt or the .srt" in showcase.get(f"{TRACKS}/chapters.en.txt").text


class TestPaper:
    def test_the_words_are_below_their_speakers_and_chapters(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard/print")
        heads = [" ".join(each.get_text().split()) for each in page.select("h2, h3")]
        assert heads[:4] == ["Before", "Narrator", "The rules", "Rosa Field Pickers United"]
        assert "http://localhost/videos/orchard" in page.get_text()
        assert "Nobody you hear is real. https://example.org/why" in page.get_text()
        assert not page.select("script, video")

    def test_it_can_be_had_in_each_language(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard/print?lang=es")
        assert page.select_one("[lang=es]")
        assert "Not yet reviewed." in page.get_text()
        assert page.select_one(".screen-only a")["href"] == "/videos/orchard?lang=es"  # type: ignore[index]

    def test_without_words_there_is_nothing_to_print(self, build: Build) -> None:
        started = build(Video("mute", "Mute", "en"), words={})
        assert started.get("/videos/mute/print").status_code == 404

    def test_a_browser_that_has_it_gets_304(self, showcase: Showcase) -> None:
        tag = showcase.get("/videos/orchard/print").headers["ETag"]
        assert showcase.get("/videos/orchard/print", {"If-None-Match": tag}).status_code == 304


class TestDownloads:
    def test_all_are_in_one_place(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard")
        place = page.select_one("#downloads")
        assert place is not None
        names = [next(each.stripped_strings) for each in place.select("tbody th")]
        assert names + [each.get_text() for each in place.select("h3")] == [
            "Words in English",
            "Words in Español",
            "Chapters in English",
            "The recording",
            "For reference managers",
        ]
        assert "2 captions. Not yet reviewed." in place.get_text()

    def test_every_link_leads_somewhere(self, showcase: Showcase) -> None:
        links = showcase.page("/videos/orchard").select(".downloads a")
        assert len(links) == 5 + 5 + 2 + 1 + 3
        for link in links:
            assert showcase.get(str(link["href"])).status_code == 200, link["href"]

    def test_a_video_without_words_and_recording_offers_nothing(self, build: Build) -> None:
        started = build(Video("mute", "Mute", "en"), words={})
        assert not started.page("/videos/mute").select("#downloads")

    def test_a_video_without_a_recording_offers_its_words(self, build: Build) -> None:
        place = build(MILL, ORCHARD).page("/videos/mill").select_one("#downloads")
        assert place is not None
        names = [next(each.stripped_strings) for each in place.select("tbody th, h3")]
        assert names == ["Words in English", "For reference managers"]

    def test_tracks_are_rows_of_a_table_and_formats_its_columns(self, showcase: Showcase) -> None:
        (table,) = showcase.page("/videos/orchard").select("#downloads table")
        columns = [each.get_text() for each in table.select("thead th[scope=col]")]
        assert columns == ["To print", "Plain text", "SubRip (.srt)", "WebVTT (.vtt)", "JSON"]
        rows = {
            next(body.select("th[scope=rowgroup]")[0].stripped_strings): [
                cell.get_text() for cell in body.select("td")
            ]
            for body in table.select("tbody")
        }
        assert rows == {
            "Words in English": ["To print", ".txt", ".srt", ".vtt", ".json"],
            "Words in Español": ["To print", ".txt", ".srt", ".vtt", ".json"],
            "Chapters in English": ["", "", ".srt", ".vtt", ""],
        }
        assert {int(str(each["colspan"])) for each in table.select("tbody th")} == {len(columns)}

    def test_a_recording_without_words_has_no_table(self, build: Build) -> None:
        silent = replace(ORCHARD, slug="silent", tracks=(), quotes=())
        place = build(silent, MILL, words={}).page("/videos/silent").select_one("#downloads")
        assert place is not None
        assert not place.select("table")
        assert place.select("h3")[0].get_text() == "The recording"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "1 kB"),
        (1_499, "1 kB"),
        (820_000, "820 kB"),
        (1_880_505, "1.9 MB"),
        (2 * 10**9, "2.0 GB"),
    ],
)
def test_sizes_are_readable(size: int, text: str) -> None:
    assert localized_file_size(size) == text
