"""The page models, without Flask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.catalog.localized import LocalizedVideo
from showcase.core.catalog.models import Organization, Person, Video
from showcase.core.text.spans import Span, Utf16Offsets
from showcase.core.timing.moments import Moment
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript
from showcase.web.context.query import (
    MAX_PAGE_NUMBER,
    MAX_QUERY_CHARS,
    clean_text,
    parse_query_parameters,
)
from showcase.web.context.urls import url_builder_for_base
from showcase.web.i18n.formatting import (
    duration_in_words,
    join_with_and,
    localized_date,
)
from showcase.web.video.people import SpeakingTimeline, build_people
from showcase.web.video.title_size import title_size
from showcase.web.video.transcript_view import (
    MarkedPiece,
    MarkedTranscript,
    build_passage_views,
    selected_cues,
)

TO = url_builder_for_base("https://films.example/", "v1")


class TestAddresses:
    @pytest.mark.parametrize(
        ("base", "expected"),
        [
            ("https://films.example", "/videos/a%20b%2Fc?t=1,2&q=x+y#p1"),
            ("https://films.example/archive/", "/archive/videos/a%20b%2Fc?t=1,2&q=x+y#p1"),
            ("", "/videos/a%20b%2Fc?t=1,2&q=x+y#p1"),
        ],
    )
    def test_are_below_their_base_and_escaped(self, base: str, expected: str) -> None:
        to = url_builder_for_base(base, "v1")
        assert to.video("a b/c", Moment(1_000, 2_000), anchor="p1", q="x y", lang="") == expected

    def test_for_other_sites_begin_with_the_origin(self) -> None:
        assert TO.absolute(TO.static("img/a.svg")) == "https://films.example/static/v1/img/a.svg"


class TestAsked:
    @pytest.mark.parametrize(
        ("text", "cleaned"),
        [
            ("  two\n words\t", "two words"),
            ("a\x00b", "a b"),
            ("\ud800x", "x"),
            ("x" * 5_000, "x" * MAX_QUERY_CHARS),
        ],
    )
    def test_words_are_one_line_of_bounded_text(self, text: str, cleaned: str) -> None:
        assert clean_text(text, MAX_QUERY_CHARS) == cleaned

    @pytest.mark.parametrize(
        ("text", "page"),
        [("", 1), ("2", 2), ("0", 1), ("-1", 1), ("x", 1), ("٣", 1), ("999999", MAX_PAGE_NUMBER),
         ("9" * 99, 1)],
    )  # fmt: skip
    def test_a_page_is_a_small_number(self, text: str, page: int) -> None:
        assert parse_query_parameters({"page": text}).page == page


class TestPhrases:
    @pytest.mark.parametrize(
        ("ms", "spoken"),
        [
            (0, "0 seconds"),
            (61_000, "1 minute 1 second"),
            (154_200, "2 minutes 34 seconds"),
            (7_200_000, "2 hours"),
        ],
    )
    def test_durations_are_read_aloud(self, ms: int, spoken: str) -> None:
        assert duration_in_words(ms) == spoken

    @pytest.mark.parametrize(
        ("date", "written"),
        [("2017", "2017"), ("2017-12", "December 2017"), ("2017-12-09", "December 9, 2017")],
    )
    def test_dates_are_as_precise_as_they_are_known(self, date: str, written: str) -> None:
        assert localized_date(date) == written

    def test_things_in_a_row(self) -> None:
        assert [
            join_with_and(["a"]),
            join_with_and(["a", "b"]),
            join_with_and(["a", "b", "c"]),
        ] == [
            "a",
            "a and b",
            "a, b and c",
        ]


@given(text=st.text(st.characters(codec="utf-8"), max_size=40), data=st.data())
def test_browser_offsets_are_those_of_utf16(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Utf16Offsets(text).to_utf16(at) == len(text[:at].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("headline", "size"),
    [
        ("The path we want", "xl"),
        ("El camino que queremos", "l"),
        ("Chemen nou vle a", "xl"),
        ("যে পথ আমরা চাই", "l"),
        ("How the farmworkers of Immokalee won", "m"),
        ("Worker-driven Social Responsibility in three minutes", "s"),
        ("Donaudampfschifffahrt", "s"),
        ("", "xl"),
    ],
)
def test_a_headline_has_the_size_that_its_words_fit(headline: str, size: str) -> None:
    assert title_size(headline) == size


class TestTurns:
    CUES = (
        Cue(1_000, 2_000, "One two", "A"),
        Cue(2_000, 3_000, "three four.", "A"),
        Cue(9_000, 9_500, "Five", "B"),
    )
    TRANSCRIPT = build_transcript("en", CUES)
    VIDEO = Video("v", "V", "en")

    @pytest.mark.parametrize(
        ("moment", "cues"),
        [
            (None, []),
            (Moment(1_500), [0]),
            (Moment(0), [0]),
            (Moment(5_000), [2]),
            (Moment(20_000), []),
            (Moment(1_500, 2_000), [0]),
            (Moment(1_500, 2_001), [0, 1]),
            (Moment(3_500, 4_000), []),
            (Moment(0, 60_000), [0, 1, 2]),
        ],
    )
    def test_a_moment_covers_the_lines_it_overlaps(
        self, moment: Moment | None, cues: list[int]
    ) -> None:
        assert list(selected_cues(self.TRANSCRIPT, moment)) == cues

    def test_a_match_across_lines_keeps_its_number_in_each(self) -> None:
        passages = build_passages(self.TRANSCRIPT)
        reading = MarkedTranscript(
            LocalizedVideo(self.VIDEO), self.TRANSCRIPT, passages, [Span(0, 3), Span(4, 13)]
        )
        first, second = build_passage_views(reading, TO)[0].lines
        assert cut(first.pieces) == [("One", 0), (" ", None), ("two", 1)]
        assert cut(second.separator) == [(" ", 1)]
        assert cut(second.pieces) == [("three", 1), (" four.", None)]


def cut(pieces: list[MarkedPiece] | str) -> list[tuple[str, int | None]]:
    assert isinstance(pieces, list)
    return [(piece.text, piece.match) for piece in pieces]


def test_those_who_speak_come_first_and_people_without_an_organization_last() -> None:
    video = Video(
        "v", "V", "en",
        people=(Person("N"), Person("A", "Second")),
        organizations=(Organization("First"), Organization("Second", "S", "Kent")),
    )  # fmt: skip
    passages = build_passages(build_transcript("en", TestTurns.CUES))
    entries = build_people(SpeakingTimeline(LocalizedVideo(video), passages, "", TO))
    told = [
        (str(entry.name), [list(map(str, each)) for each in entry.details], len(entry.times))
        for entry in entries
    ]
    assert told == [("Second", [["S"], ["Kent"], ["A"]], 1), ("First", [], 0), ("N", [], 0)]
