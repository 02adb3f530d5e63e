"""The list of all matches in a video: its pages, its chapters, and the row that is shown first."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Chapter, Track
from tests.web.answers import one, read, texts
from tests.web.small_showcase import HAND, MILL, ORCHARD, Build, Showcase

# Ten cues of each chapter; everybody says "word" twice in each, with so much between that one line cannot
# show both, and only Rosa says the words of the query in a row.
GAP = " ".join(["then"] * 20)
SAID = f"A word, {GAP}, a word."
CHAPTERS = (Chapter(0, 100_000, "First"), Chapter(100_000, 2_400_000, "Second"))
LONG = replace(MILL, slug="long", chapters=CHAPTERS, duration_ms=2_400_000, people=ORCHARD.people)
ROSA_CUE = 15


def cue(number: int, text: str, voice: str) -> Cue:
    return Cue(number * 10_000, (number + 1) * 10_000, text, voice)


def long_cues(count: int) -> tuple[Cue, ...]:
    """Cues of two voices in turn, so that each is a passage."""
    return tuple(
        cue(number, SAID + (" Fair rules." if number == ROSA_CUE else " Rules. Fair."), voice)
        for number, voice in zip(range(count), ["Ann", HAND] * count, strict=False)
    )


def long_showcase(build: Build, count: int = 20) -> Showcase:
    return build(LONG, words={("long", "en"): long_cues(count)})


def part(showcase: Showcase, query: str) -> BeautifulSoup:
    return showcase.page(f"/videos/long?q={query}&part=hits")


def numbers(page: BeautifulSoup) -> list[int]:
    return [int(str(row["data-match"])) for row in page.select("#hit-list li")]


class TestRows:
    def test_each_match_is_in_one_row(self, build: Build) -> None:
        found = part(long_showcase(build), "word")
        assert one(found, "#hit-list")["data-total"] == "40"
        assert numbers(found) == list(range(40))
        assert {row["data-matches"] for row in found.select("#hit-list li")} == {"1"}

    def test_matches_that_the_words_around_show_share_a_row(self, build: Build) -> None:
        found = part(long_showcase(build), "word+fair")
        rows = found.select("#hit-list li")
        together = [int(str(row["data-matches"])) for row in rows]
        assert together[:4] == [1, 2, 1, 2]
        assert one(found, "#hit-list")["data-total"] == str(sum(together))
        assert [len(row.select("mark")) for row in rows] == together

    def test_a_row_is_one_link_that_says_when_who_and_what(self, build: Build) -> None:
        row = one(part(long_showcase(build), '"fair+rules"'), "#hit-list li")
        link = one(row, "a[data-hit]")
        assert str(link["href"]).startswith("/videos/long?t=15")
        assert "#p150000" in str(link["href"])
        assert one(link, ".time").get_text() == "2:39"
        assert one(link, ".by").get_text() == "Rosa Field, Pickers United"
        assert one(link, "mark").get_text() == "Fair rules"

    def test_a_second_match_of_a_passage_has_its_own_time(self, build: Build) -> None:
        times = texts(part(long_showcase(build), "word"), "#hit-list .time")
        assert times[:4] == ["0:00", "0:08", "0:10", "0:18"]


class TestCurrent:
    @pytest.mark.parametrize(
        ("query", "current"),
        [
            ("word", 0),
            # The words in a row come before the same words apart.
            ("fair+rules", 15),
            ("word&t=10,11", 2),
            ("word&t=18.7", 0),
        ],
    )
    def test_is_the_match_of_the_moment_or_the_best(
        self, build: Build, query: str, current: int
    ) -> None:
        row = one(part(long_showcase(build), query), "#hit-list li:has([aria-current])")
        assert int(str(row["data-match"])) == current

    def test_nothing_found_has_no_row(self, build: Build) -> None:
        found = part(long_showcase(build), "zebra")
        assert not found.select("#hit-list li")


class TestChapters:
    def test_stand_above_their_matches_with_how_many_they_have(self, build: Build) -> None:
        found = part(long_showcase(build), "word")
        assert texts(found, ".hit-chapter a") == ["First", "Second"]
        assert texts(found, ".hit-chapter .count") == ["20 matches", "20 matches"]
        assert [len(rows.select("li")) for rows in found.select("ol")] == [20, 20]
        assert [rows["start"] for rows in found.select("ol")] == ["1", "21"]

    def test_are_left_out_of_a_short_list(self, build: Build) -> None:
        assert not part(long_showcase(build), '"fair+rules"').select(".hit-chapter")

    def test_are_not_there_without_times(self, build: Build) -> None:
        untimed = replace(LONG, tracks=(Track("captions", "en", "English", timing="none"),))
        showcase = build(untimed, words={("long", "en"): long_cues(20)})
        found = part(showcase, "word")
        assert not found.select(".hit-chapter, .time")
        assert len(found.select("#hit-list li")) == 40


class TestPages:
    def test_have_a_hundred_passages_each(self, build: Build) -> None:
        showcase = long_showcase(build, 210)
        first, second, last = (part(showcase, f"word&page={number}") for number in (1, 2, 3))
        assert [len(page.select("#hit-list li")) for page in (first, second, last)] == [
            200,
            200,
            20,
        ]
        assert numbers(second)[0] == 200
        assert texts(second, ".more-hits a") == ["The 200 matches before", "The next 20 matches"]
        assert [link["href"] for link in second.select(".more-hits a")] == [
            "/videos/long?q=word#hit-list",
            "/videos/long?q=word&page=3#hit-list",
        ]
        assert not first.select("[rel=prev]")
        assert not last.select("[rel=next]")

    def test_count_in_their_chapters_what_is_on_other_pages(self, build: Build) -> None:
        page = part(long_showcase(build, 210), "word&page=2")
        assert texts(page, ".hit-chapter .count") == ["400 matches"]

    def test_after_the_last_one_are_empty(self, build: Build) -> None:
        page = part(long_showcase(build), "word&page=9")
        assert not page.select("#hit-list li, .more-hits")


class TestNearPhrases:
    @pytest.mark.parametrize(
        ("query", "phrases"),
        [
            # Said once: when. Said often: how often.
            ('"my+fair+rules"', {"fair rules": "2:39"}),
            ('"fair+rules+word"', {"fair rules": "2:39", "word": "40 matches"}),
            ("zebra+rules", {"rules": "20 matches"}),
            ("zebra", {}),
        ],
    )
    def test_are_said_and_tell_when_or_how_often(
        self, build: Build, query: str, phrases: dict[str, str]
    ) -> None:
        page = long_showcase(build).page(f"/videos/long?q={query}&part=search")
        found = page.select(".near-phrases li")
        assert {texts(li, "a")[0]: texts(li, ".count")[0] for li in found} == phrases
        assert "Nobody says it in these words." in page.get_text()

    def test_lead_to_what_they_say(self, build: Build) -> None:
        showcase = long_showcase(build)
        page = showcase.page('/videos/long?q="my+fair+rules"&part=search')
        link = one(page, ".near-phrases a")
        assert link["data-query"] == '"fair rules"'
        assert read(one(showcase.page(str(link["href"])), "[role=status]")) == "1 match"
