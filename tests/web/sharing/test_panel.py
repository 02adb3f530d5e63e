"""The share panel as HTML: which words it shares, and how."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest
from bs4 import Tag
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Person, Source, Track, Video
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.core.transcript.transcript import build_transcript
from showcase.web.context import request
from showcase.web.context.query import parse_query_parameters, plain_parameters
from tests.web.small_showcase import ORCHARD, ORCHARD_CUES, Build, Showcase, parse

ORCHARD_TEXT = build_transcript("en", ORCHARD_CUES).text
ROOM = "has room for the beginning of these words only"
QUIET = "/videos/orchard?t=8.2,11.9"

TALK = Video(
    slug="talk",
    title="محادثة: the talk",
    language="ar",
    duration_ms=400_000,
    source=Source(
        "youtube", address="https://www.youtube.com/watch?v=abcdefghijk", id="abcdefghijk"
    ),
    people=(Person("ليلى", "النول"), Person("Rosa Field", "Pickers United")),
    tracks=(
        Track("captions", "ar", "العربية", cues=3),
        Track("subtitles", "bn", "বাংলা", cues=1),
    ),
)
TALK_WORDS = {
    ("talk", "ar"): (
        Cue(0, 4_000, "كتبنا القواعد مع CIW بأنفسنا.", "ليلى"),
        Cue(4_000, 8_000, "So did we.", "Rosa Field"),
        Cue(8_000, 300_000, "لا أحد يأخذ حقوقنا 🍎 بعد اليوم.", "ليلى"),
    ),
    ("talk", "bn"): (Cue(0, 8_000, "আমরা নিজেরাই নিয়ম লিখেছি।", "ليلى"),),
}


def offsets(words: str, text: str = ORCHARD_TEXT) -> str:
    """The span of words, as the script asks for them."""
    at = text.index(words)
    before, inside = text[:at].encode("utf-16-le"), words.encode("utf-16-le")
    return f"{len(before) // 2}-{(len(before) + len(inside)) // 2}"


def panel(showcase: Showcase, query: str, slug: str = "orchard") -> Tag:
    """The panel that the script gets."""
    page = parse(showcase.client.get(f"/videos/{slug}?part=share&{query}").text)
    found = page.select("body > *")
    assert [element.get("id") for element in found] == ["share"]
    return found[0]


def value(share: Tag, selector: str) -> str:
    """The value of a field, or the text of the only element that a selector finds."""
    (found,) = share.select(selector)
    return str(found.get("value") or found.get_text())


class TestWords:
    @pytest.mark.parametrize(
        ("asked", "words"),
        [
            ("rules hold 🍎 because", "rules hold 🍎 because"),
            ("es hold 🍎 bec", "rules hold 🍎 because"),
            ("word by word. And", "word by word. And"),
            ("Then we wrote the rules ourselves, word by word.",) * 2,
        ],
    )
    def test_are_exactly_the_selected_whole_words(
        self, showcase: Showcase, asked: str, words: str
    ) -> None:
        share = panel(showcase, f"words={offsets(asked)}")
        assert share["data-words"] == offsets(words)
        assert value(share, "#share-quote").split("\n")[0] == f"“{words}”"
        assert value(share, "[data-count]") == f"{len(words.replace('🍎', '').split())} words"

    def test_the_link_leads_back_to_them(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('wrote the rules ourselves')}")
        link = urlsplit(value(share, "#share-link"))
        assert (link.path, link.query) == ("/videos/orchard", f"t={share['data-t']}")
        page = showcase.page(f"{link.path}?{link.query}")
        marked = "".join(part.get_text() for part in page.select(".turn .sel"))
        assert marked == "wrote the rules ourselves"

    def test_of_a_moment_are_those_that_the_page_marks(self, showcase: Showcase) -> None:
        page = showcase.page(QUIET)
        (share,) = page.select("#share")
        assert share["data-words"] == panel(showcase, "t=8.2,11.9")["data-words"]
        assert showcase.client.get(f"{QUIET}&part=moment").text == share["data-words"]

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "words=9-9",
            "words=9-3",
            "words=x-9",
            "words=-1-4",
            "words=99990-99999",
            "t=soon",
            "t=99",
        ],
    )
    def test_that_are_missing_have_no_panel(self, showcase: Showcase, query: str) -> None:
        response = showcase.client.get(f"/videos/orchard?part=share&{query}")
        assert (response.status_code, response.text.strip()) == (200, "")

    @pytest.mark.parametrize("query", ["", "t=8", "t=soon", "t=19,20"])
    def test_that_are_not_marked_get_no_panel(self, showcase: Showcase, query: str) -> None:
        response = showcase.client.get(f"/videos/orchard?part=moment&{query}")
        assert (response.status_code, response.text) == (200, "")
        assert response.mimetype == "text/plain"

    def test_of_another_language_keep_it(self, showcase: Showcase) -> None:
        share = panel(showcase, "lang=es&words=0-9")
        assert value(share, "#share-link").endswith("&lang=es")
        assert value(share, "#share-quote").startswith("«Recogemos")
        (card,) = share.select("img")
        assert "lang=es" in card["src"]


class TestPlace:
    def test_is_after_the_passage_of_the_last_word(self, showcase: Showcase) -> None:
        (share,) = showcase.page("/videos/orchard?t=5,13").select("#share")
        passage = share.find_previous_sibling()
        assert isinstance(passage, Tag)
        assert passage["id"] == "p8000"
        assert "is-target" in passage["class"]

    @pytest.mark.parametrize("query", ["", "?t=8", "?t=19,20", "?t=soon", "?q=rules"])
    def test_is_nowhere_without_marked_words(self, showcase: Showcase, query: str) -> None:
        page = showcase.page(f"/videos/orchard{query}")
        assert not page.select("#share, img[src*='card.png'], link[href*='share.css']")

    def test_every_passage_leads_to_its_own_without_script(self, showcase: Showcase) -> None:
        page = showcase.page("/videos/orchard")
        times = page.select("#transcript .time")
        assert len(times) == len(page.select("#transcript .turn"))
        for time in times:
            address, _, key = str(time["href"]).partition("#")
            (share,) = showcase.page(address).select("#share")
            assert share.select("[data-share][href='#share']")
            passage = share.find_previous_sibling("p")
            assert isinstance(passage, Tag)
            assert passage["id"] == key

    def test_a_panel_within_the_words_leaves_their_offsets_alone(self, showcase: Showcase) -> None:
        for turn in showcase.page(QUIET).select("#transcript .turn"):
            at = int(str(turn["data-at"]))
            words = ORCHARD_TEXT.encode("utf-16-le")[2 * at :].decode("utf-16-le")
            assert words.startswith(turn.get_text())


class TestWhatIsOffered:
    def test_the_quote_is_who_said_what_where_and_when(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('the rules hold')}")
        words, source, link = value(share, "#share-quote").split("\n")
        assert words == "“the rules hold”"
        assert (
            source
            == "— Rosa Field, Pickers United, The orchard: how the rules were written, 0:12–0:13"
        )
        assert link == value(share, "#share-link")

    def test_a_change_of_voice_is_a_line_with_a_name(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('b> & why. Then we wrote')}")
        assert value(share, "#share-quote").split("\n")[:3] == [
            "Narrator: “b> & why.”",
            "Rosa Field: “Then we wrote”",
            "— Narrator and Rosa Field, The orchard: how the rules were written, 0:07–0:09",
        ]

    def test_only_words_with_a_recording_are_played(self, showcase: Showcase) -> None:
        (play,) = panel(showcase, "t=8.2,11.9").select("[data-play]")
        assert play["href"] == f"/videos/orchard?t={play['data-play']}#player"
        assert not panel(showcase, "t=1,4", "mill").select("[data-play]")

    def test_the_card_is_a_picture_with_its_words_in_four_kinds(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('the rules hold')}")
        (picture,) = share.select("img")
        assert picture["loading"] == "lazy"
        assert "“the rules hold” — Rosa Field" in picture["alt"]
        links = [str(link["href"]) for link in share.select(".share-card a[download]")]
        asked = [sorted(set(parse_qs(urlsplit(link).query)) - {"t"}) for link in links]
        assert asked == [[], ["theme"], ["size"], ["size", "theme"]]
        assert links[0] == picture["src"]

    def test_a_card_with_all_words_has_no_note(self, showcase: Showcase) -> None:
        assert not panel(showcase, f"words={offsets('the rules hold')}").select(".share-card p")

    @pytest.mark.parametrize(
        ("times", "note"),
        [
            (6, f"The wide card {ROOM}; the square one has all of them."),
            (20, "Cards have room for the beginning of these words only."),
        ],
    )
    def test_a_card_that_had_to_leave_out_words_says_so(
        self, build: Build, times: int, note: str
    ) -> None:
        said = " ".join(["We wrote the rules and read them aloud."] * times)
        words = {("orchard", "en"): (Cue(0, 60_000, said, "Rosa Field"),)}
        share = panel(build(ORCHARD, words=words), "t=0,60")
        assert value(share, ".share-card p") == note
        (picture,) = share.select(".share-card img")
        assert str(picture["alt"]).startswith("The beginning of: “We wrote the rules and")

    def test_the_words_are_cited_in_every_style(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('the rules hold')}")
        cited = share.select(".share-cites li")
        assert [row.b.get_text() for row in cited if row.b][:3] == ["APA 7", "MLA 9", "Chicago 17"]
        for row in cited:
            (button,) = row.select("[data-copy]")
            assert row.b
            assert button.get_text() == f"Copy {row.b.get_text()}", "each is told from the others"
            assert value(share, f"#{button['data-copy']}")
        files = [str(link["href"]) for link in share.select(".share-cites a[download]")]
        assert all(f"t={share['data-t']}" in file for file in files)
        assert len(files) == 3

    def test_citations_are_of_the_day_and_kept_for_it(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for address in (QUIET, f"{QUIET}&part=share"):
            monkeypatch.setattr(request, "utc_today", lambda: date(2026, 11, 23))
            tag = str(showcase.get(address).headers["ETag"])
            assert showcase.get(address, {"If-None-Match": tag}).status_code == 304
            monkeypatch.setattr(request, "utc_today", lambda: date(2026, 11, 24))
            assert showcase.get(address, {"If-None-Match": tag}).status_code == 200

    def test_the_embed_code_is_text_to_be_copied(self, showcase: Showcase) -> None:
        code = parse(value(panel(showcase, "t=8.2,11.9"), "#share-embed"))
        (frame,) = code.select("iframe")
        assert urlsplit(str(frame["src"])).path == "/embed/orchard"

    def test_other_sites_are_links_alone(self, showcase: Showcase) -> None:
        share = panel(showcase, f"words={offsets('the rules hold')}")
        outside = share.select("a[href^=http]")
        assert {urlsplit(str(link["href"])).netloc for link in outside} == {
            "wa.me", "share.joinmastodon.org", "bsky.app", "twitter.com", "www.facebook.com",
        }  # fmt: skip
        assert all(link["rel"] == ["noopener", "noreferrer"] for link in outside)
        (mail,) = share.select("a[href^=mailto]")
        body = parse_qs(urlsplit(str(mail["href"])).query)["body"][0]
        assert body.replace("\r\n", "\n") == value(share, "#share-quote")
        assert "+" not in unquote(str(mail["href"])).replace("%2B", "")

    def test_mastodon_reads_words_and_link_that_its_server_never_sees(
        self, showcase: Showcase
    ) -> None:
        share = panel(showcase, f"words={offsets('the rules hold')}")
        (link,) = share.select("a[href*=mastodon]")
        address = urlsplit(str(link["href"]))
        text = parse_qs(address.fragment)["text"][0]
        assert (address.path, address.query) == ("/", "")
        assert text == f"{share['data-text']}\n{value(share, '#share-link')}"

    def test_what_needs_script_is_hidden(self, showcase: Showcase) -> None:
        share = panel(showcase, "t=8.2,11.9")
        assert all(element.has_attr("hidden") for element in share.select("button"))

    def test_what_is_copied_is_there(self, showcase: Showcase) -> None:
        share = panel(showcase, "t=8.2,11.9")
        for button in share.select("[data-copy]"):
            assert len(share.select(f"#{button['data-copy']}")) == 1
            assert str(button["data-said"]).endswith("copied")


class TestOtherScripts:
    @pytest.fixture
    def talk(self, build: Build) -> Showcase:
        return build(TALK, words=TALK_WORDS)

    def test_right_to_left_words_are_marked_around_and_not_within(self, talk: Showcase) -> None:
        text = build_transcript("ar", TALK_WORDS["talk", "ar"]).text
        share = panel(talk, f"words={offsets('القواعد مع CIW', text)}", "talk")
        words, source, _ = value(share, "#share-quote").split("\n")
        assert words == "\u200f\u2067«القواعد مع CIW»\u2069"
        assert source.startswith("— \u200e\u2068ليلى\u2069, \u2068النول\u2069, ")
        assert share["lang"] == "en"
        assert share["dir"] == "ltr"

    def test_bengali_is_itself(self, talk: Showcase) -> None:
        share = panel(talk, "lang=bn&words=0-5", "talk")
        assert value(share, "#share-quote").split("\n")[0] == "“আমরা”"

    def test_words_too_long_for_a_card_have_none(self, talk: Showcase) -> None:
        assert not panel(talk, "t=8,300", "talk").select("img, .share-card")
        assert panel(talk, "t=0,4", "talk").select("img")


class TestOffsets:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("12-40", Span(12, 40)), ("0-1", Span(0, 1)),
            ("", None), ("12", None), ("4-4", None), ("5-4", None), ("١-٢", None), ("1-9999999999", None),
        ],
    )  # fmt: skip
    def test_are_read_from_the_address(self, text: str, words: Span | None) -> None:
        assert parse_query_parameters({"words": text}).words_span == words

    @given(st.text(), st.data())
    def test_lead_back_to_their_characters(self, text: str, data: st.DataObject) -> None:
        clean = text.encode("utf-8", "replace").decode()
        start = data.draw(st.integers(0, len(clean)))
        end = data.draw(st.integers(start, len(clean)))
        counted = Utf16Offsets(clean)
        span = Span(counted.to_utf16(start), counted.to_utf16(end))
        assert counted.span_from_utf16(span) == Span(start, end)

    @pytest.mark.parametrize(
        ("offset", "character"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (9, 7)]
    )
    def test_within_a_letter_are_that_letter(self, offset: int, character: int) -> None:
        assert Utf16Offsets("a🍎🍏b").from_utf16(offset) == character


GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "link.md").read_text("utf-8")
ADDRESSES = re.findall(r"^\| `(/[^`]+)` \| ", GUIDE, re.MULTILINE)
READ = re.findall(r"^\| `\?([^`]+)` \| (?:`\?t=([^`]+)`|none)", GUIDE, re.MULTILINE)


class TestTheGuide:
    @pytest.mark.parametrize(("written", "read"), READ)
    def test_shows_how_times_are_read(self, written: str, read: str) -> None:
        moment = parse_query_parameters(plain_parameters(parse_qsl(written))).moment
        assert str(moment or "") == read

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_gives_addresses_that_are_there(self, showcase: Showcase, address: str) -> None:
        assert showcase.get(address).status_code == 200

    def test_says_what_they_open_on(self, showcase: Showcase) -> None:
        opened = [showcase.page(address) for address in ADDRESSES[:6]]
        marked = ["".join(part.get_text() for part in page.select(".turn .sel")) for page in opened]
        assert marked[0] == "we wrote the rules ourselves, word by word"
        assert marked[1] == ORCHARD_CUES[3].text
        assert marked[2] == marked[3] == f"Then {marked[0]}. {marked[1]}"
        assert marked[4] == "Recogemos las manzanas antes del sol."
        assert opened[5].select("#transcript mark")
        assert opened[2].select("#p8000.is-target")

    def test_shows_a_quote_as_it_is_copied(self, build: Build) -> None:
        example = re.findall(r"^    (.+)$", GUIDE, re.MULTILINE)
        showcase = build(ORCHARD, url="https://videos.example.org")
        share = panel(showcase, f"words={offsets('wrote the rules ourselves, word by word')}")
        assert value(share, "#share-quote").split("\n") == example
