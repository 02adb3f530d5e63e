"""The head of a video's page and of a moment's: titles, previews and what search engines read."""

from dataclasses import replace

import pytest

from showcase.core.captions.cues import Cue
from showcase.core.catalog.dates import full_date
from showcase.core.catalog.models import Chapter, MediaFile, Source, Track, Video
from showcase.web.metadata.json_ld import MAX_TRANSCRIPT_CHARS
from showcase.web.metadata.open_graph import open_graph_locale
from tests.web.answers import json_ld, metas, one
from tests.web.small_showcase import HAND, MILL, ORCHARD, ORCHARD_CUES, Build, Showcase

SITE = "https://films.example"
MOMENT = "/videos/orchard?t=8.2,11.9"
SAID = "“we wrote the rules ourselves, word by word” — Rosa Field"
YOUTUBE = Source("youtube", address="https://www.youtube.com/watch?v=abc", id="abc")


@pytest.fixture
def films(build: Build) -> Showcase:
    """The same two videos at a site of their own."""
    return build(ORCHARD, MILL, url=SITE)


def parts(read: dict[str, object]) -> list[dict[str, object]]:
    """The chapters among it."""
    found = read["hasPart"]
    assert isinstance(found, list)
    return found


class TestTitle:
    @pytest.mark.parametrize(
        ("query", "title"),
        [
            ("", f"{ORCHARD.title} | Samples"),
            ("?t=8.2,11.9", f"{SAID} | Samples"),
            ("?t=8.2,11.9&q=rules", f"{SAID} | Samples"),
            ("?t=17", f"{ORCHARD.title} | Samples"),
            ("?t=soon", f"{ORCHARD.title} | Samples"),
            ("?t=99", f"{ORCHARD.title} | Samples"),
            ("?t=8,24&lang=es", "«Luego escribimos las reglas.» — Rosa Field | Samples"),
        ],
    )
    def test_is_the_video_or_what_is_said_then(
        self, showcase: Showcase, query: str, title: str
    ) -> None:
        page = showcase.page(f"/videos/orchard{query}")
        if query == "?t=17":  # a bell, which nobody says
            assert "Rosa" not in one(page, "title").get_text()
        else:
            assert one(page, "title").get_text() == title

    def test_names_the_site_once(self, build: Build) -> None:
        page = build(replace(ORCHARD, title="Samples")).page("/videos/orchard")
        assert one(page, "title").get_text() == "Samples"


class TestPreview:
    def test_of_a_moment_is_its_words_who_says_them_and_their_card(self, films: Showcase) -> None:
        said = metas(films.page(MOMENT))
        expected = {
            "og:type": "video.other",
            "og:site_name": "Samples",
            "og:title": SAID,
            "og:url": f"{SITE}{MOMENT}",
            "og:image": f"{SITE}/videos/orchard/card.png?t=8.2,11.9",
            "og:image:type": "image/png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:locale": "en_US",
            "og:locale:alternate": "es_LA",
            "video:duration": "24",
            "twitter:title": SAID,
            "twitter:card": "player",
            "twitter:player": f"{SITE}/embed/orchard?t=8.2,11.9",
        }
        assert {name: said[name][0] for name in expected} == expected
        about = f"{HAND}, Pickers United, {ORCHARD.title}, December 2017"
        for name in ("description", "og:description", "twitter:description"):
            assert said[name] == [about]
        assert "we wrote the rules ourselves" in said["og:image:alt"][0]
        assert one(films.page(MOMENT), "link[rel=canonical]")["href"] == f"{SITE}/videos/orchard"

    def test_of_a_video_is_its_title_and_summary(self, films: Showcase) -> None:
        said = metas(films.page("/videos/orchard"))
        assert said["og:title"] == [ORCHARD.title]
        assert said["og:description"] == [ORCHARD.summary]
        assert said["og:url"] == [f"{SITE}/videos/orchard"]
        assert said["og:image"] == [f"{SITE}/videos/orchard/card.png"]

    @pytest.mark.parametrize("query", ["?t=soon", "?t=99", "?t=9,3", "?t=18.5,20", "?q=rules"])
    def test_without_a_valid_moment_is_that_of_the_video(self, films: Showcase, query: str) -> None:
        said = metas(films.page(f"/videos/orchard{query}"))
        assert said["og:title"] == [ORCHARD.title]

    def test_of_any_form_of_an_address_has_the_canonical_one(self, films: Showcase) -> None:
        for query in ("?t=0:08.2,0:11.9", "?start=8.2&end=11.9", "?utm_source=x&t=8.2,11.9"):
            assert metas(films.page(f"/videos/orchard{query}"))["og:url"] == [f"{SITE}{MOMENT}"]

    def test_of_words_in_another_language_leads_to_them(self, films: Showcase) -> None:
        said = metas(films.page("/videos/orchard?t=8,24&lang=es"))
        assert said["og:url"] == [f"{SITE}/videos/orchard?t=8,24&lang=es"]
        assert said["og:image"] == [f"{SITE}/videos/orchard/card.png?t=8,24&lang=es"]
        assert said["og:locale"] == ["es_LA"]
        assert said["og:locale:alternate"] == ["en_US", "bn_IN", "ht_HT"]

    def test_plays_in_a_frame_and_from_the_file(self, films: Showcase) -> None:
        said = metas(films.page(MOMENT))
        file = f"{SITE}/videos/orchard/media/take.webm"
        assert said["og:video"] == [f"{SITE}/embed/orchard?t=8.2,11.9", file]
        assert said["og:video:secure_url"] == said["og:video"]
        assert said["og:video:type"] == ["text/html", "video/webm"]
        assert (said["og:video:width"], said["og:video:height"]) == (["640"], ["720"])

    def test_has_no_player_without_a_recording_or_https(
        self, films: Showcase, showcase: Showcase
    ) -> None:
        silent = metas(films.page("/videos/mill?t=1,4"))
        assert silent["twitter:card"] == ["summary_large_image"]
        assert not {"og:video", "twitter:player"} & set(silent)
        plain = metas(showcase.page(MOMENT))
        assert plain["twitter:card"] == ["summary_large_image"]
        assert plain["og:video"][0] == "http://localhost/embed/orchard?t=8.2,11.9"
        assert not {"og:video:secure_url", "twitter:player"} & set(plain)

    def test_of_sound_alone_says_so(self, build: Build) -> None:
        source = Source("file", (MediaFile("talk.mp3", "audio/mpeg", 9),))
        said = metas(build(replace(ORCHARD, source=source)).page("/videos/orchard"))
        assert said["og:audio"] == ["http://localhost/videos/orchard/media/talk.mp3"]

    def test_of_a_long_moment_is_the_card_of_its_beginning(self, build: Build) -> None:
        long = replace(MILL, duration_ms=400_000)
        words = {("mill", "en"): (Cue(1_000, 390_000, "It went on and on.", "Foreman"),)}
        said = metas(build(long, words=words).page("/videos/mill?t=1,390"))
        assert said["og:image"] == ["http://localhost/videos/mill/card.png?t=1,121"]

    def test_holds_any_text_as_text(self, build: Build) -> None:
        odd = 'A "title" </script><script>alert(1)</script> & more'
        words = {("orchard", "en"): (Cue(0, 4_000, odd, "<b>"),)}
        showcase = build(replace(ORCHARD, title=odd, summary=odd), words=words)
        page = showcase.page("/videos/orchard?t=0,4")
        assert metas(page)["og:title"][0] == f"“{odd}” — <b>"
        assert json_ld(page)["name"] == odd
        assert [script.get("type") for script in page.select("script")] == [
            "application/ld+json", "module",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("language", "written"),
        [("en", "en_US"), ("es", "es_LA"), ("pt-PT", "pt_PT"), ("zh-Hant-TW", "zh_TW"), ("bn", "bn_IN"),
         ("ht", "ht_HT"), ("zh-Hans", "zh_CN"), ("mam", ""), ("EN-gb", "en_GB")],
    )  # fmt: skip
    def test_says_languages_as_open_graph_does(self, language: str, written: str) -> None:
        assert open_graph_locale(language) == written

    @pytest.mark.parametrize("date", ["", "2017", "2017-12", "2017-12-29"])
    def test_has_only_complete_dates(self, build: Build, date: str) -> None:
        said = metas(build(replace(ORCHARD, date=date)).page("/videos/orchard"))
        whole = [date] if len(date) == 10 else []
        assert said.get("video:release_date", []) == whole
        assert full_date(replace(ORCHARD, date=date)) == "".join(whole)


class TestSearchEngines:
    def test_read_the_video_with_its_words_and_chapters(self, films: Showcase) -> None:
        page = f"{SITE}/videos/orchard"
        read = json_ld(films.page(MOMENT))
        expected = {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "url": page,
            "name": ORCHARD.title,
            "description": ORCHARD.summary,
            "thumbnailUrl": [f"{page}/card.png"],
            "datePublished": "2017-12",
            "duration": "PT24S",
            "inLanguage": "en",
            "embedUrl": f"{SITE}/embed/orchard",
            "contentUrl": f"{page}/media/take.webm",
            "encodingFormat": "video/webm",
        }
        assert read | expected == read
        assert str(read["transcript"]).startswith("We pick the apples before the sun is up. Nobody")
        chapters = [(part["name"], part["startOffset"], part["endOffset"]) for part in parts(read)]
        assert chapters == [("Before", 0, 8), ("The rules", 8, 24)]
        assert {part["@type"] for part in parts(read)} == {"Clip"}
        assert [part["url"] for part in parts(read)] == [f"{page}?t=0,8", f"{page}?t=8,24"]
        assert read["potentialAction"] == {
            "@type": "SeekToAction",
            "target": f"{page}?t={{seek_to_second_number}}",
            "startOffset-input": "required name=seek_to_second_number",
        }
        assert read["publisher"] == {"@type": "Organization", "name": "Samples", "url": f"{SITE}/"}

    def test_read_the_same_of_every_moment(self, films: Showcase) -> None:
        assert json_ld(films.page(MOMENT)) == json_ld(films.page("/videos/orchard"))

    def test_get_no_unknown_values(self, build: Build) -> None:
        bare = Video(slug="bare", title="Bare", language="en")
        assert set(json_ld(build(bare, words={}).page("/videos/bare"))) == {
            "@context", "@type", "@id", "url", "name", "description", "thumbnailUrl", "inLanguage",
            "publisher",
        }  # fmt: skip

    def test_get_the_date_if_it_is_known(self, build: Build) -> None:
        read = json_ld(build(replace(ORCHARD, date="2017-12-29")).page("/videos/orchard"))
        assert read["uploadDate"] == "2017-12-29"

    @pytest.mark.parametrize(
        ("source", "told"),
        [
            (YOUTUBE, {"sameAs": YOUTUBE.address}),
            (Source("hls", address="https://a.example/a.m3u8"), {"contentUrl": "https://a.example/a.m3u8"}),
            (Source("file", address="https://a.example/a.mp4"), {"contentUrl": "https://a.example/a.mp4"}),
        ],
    )  # fmt: skip
    def test_get_the_addresses_of_the_recording(
        self, build: Build, source: Source, told: dict[str, str]
    ) -> None:
        read = json_ld(build(replace(ORCHARD, source=source)).page("/videos/orchard"))
        assert {name: read[name] for name in ("sameAs", "contentUrl") if name in read} == told
        assert read["embedUrl"] == "http://localhost/embed/orchard"

    def test_get_a_poster_that_they_can_show(self, build: Build) -> None:
        poster = MediaFile("poster.webp", "image/webp", 9)
        read = json_ld(build(replace(ORCHARD, poster=poster)).page("/videos/orchard"))
        pictures = read["thumbnailUrl"]
        assert isinstance(pictures, list)
        assert pictures[1] == "http://localhost/videos/orchard/media/poster.webp"

    def test_get_fractions_of_seconds_of_chapters(self, build: Build) -> None:
        chapters = (Chapter(0, 8_500, "Before"),)
        read = json_ld(build(replace(ORCHARD, chapters=chapters)).page("/videos/orchard"))
        assert (parts(read)[0]["startOffset"], parts(read)[0]["endOffset"]) == (0, 8.5)

    def test_get_no_transcript_that_is_translated_or_very_long(self, build: Build) -> None:
        showcase = build(ORCHARD)
        assert "transcript" not in json_ld(showcase.page("/videos/orchard?lang=es"))
        many = tuple(
            ORCHARD_CUES[0]._replace(text="word " * 1_000, start_ms=n, end_ms=n + 1)
            for n in range(MAX_TRANSCRIPT_CHARS // 5_000 + 1)
        )
        words = {("mill", "en"): many}
        assert "transcript" not in json_ld(build(MILL, words=words).page("/videos/mill"))

    def test_read_letters_as_they_are(self, build: Build) -> None:
        video = replace(MILL, title="আমরা", tracks=(Track("captions", "en", "English", cues=1),))
        text = build(video).client.get("/videos/mill").text
        assert '"name":"আমরা"' in text

    def test_keep_searches_out(self, showcase: Showcase) -> None:
        for address, robots in (("/videos/orchard", []), (f"{MOMENT}&q=x", ["noindex, follow"])):
            assert metas(showcase.page(address)).get("robots", []) == robots


class TestAlternates:
    def test_of_a_moment(self, films: Showcase) -> None:
        links = films.page(MOMENT).select("link[rel=alternate]")
        found = {str(link["type"]).split(";")[0]: str(link["href"]) for link in links}
        assert all(href.startswith(f"{SITE}/") for href in found.values())
        assert len(links) == 5
        assert found["application/atom+xml"] == f"{SITE}/feed.xml"
        assert f"{SITE}/videos/orchard/annotation?t=8.2,11.9" in [
            str(link["href"]) for link in links
        ]

    def test_of_the_first_page(self, films: Showcase) -> None:
        (link,) = films.page("/").select("link[rel=alternate][type]")
        assert link["href"] == f"{SITE}/feed.xml"
