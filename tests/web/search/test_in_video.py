"""What a search in one video shows, without Flask."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.models import Track, Video
from showcase.core.search.results import Answer, AnswerKind, Difference, Hit, ParallelText
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.web.context.video_search import search_video
from showcase.web.search.hit_list import ListContext
from showcase.web.search.hit_rows import HitRow, ReadingContext
from showcase.web.search.in_video import VideoSearchResult, build_video_result
from showcase.web.search.messages import similarity_text
from showcase.web.search.result_page import ResultPage
from tests.web.small_showcase import Showcase

TEXT = "rules of rules 🍎 and rules"
VIDEO = Video("v", "V", "en", tracks=(Track("captions", "en", ""), Track("subtitles", "es", "")))


def hit(
    shown: str, *matches: str, at: int = 0, language: str = "en", similarity: float = 1.0
) -> Hit:
    """A hit of some text in which words are matched, each spoken a second behind the one before."""
    spans = tuple(_places(shown, matches))
    starts = tuple(1_000 * number for number in range(len(spans)))
    said = ("v", language, "A", 0, f"p{at}", shown, at)
    return Hit(*said, spans, spans, starts, Moment(500, 3_500), similarity)


def _places(text: str, words: tuple[str, ...]) -> Iterator[Span]:
    end = 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        yield Span(start, end)


def result_of(
    *hits: Hit, kind: AnswerKind = "words", instead: tuple[str, ...] = (), corrected: str = ""
) -> VideoSearchResult:
    reader = ReadingContext(
        text=TEXT,
        language="en",
        language_name={"en": "English", "es": "Español"}.__getitem__,
        moment_url=lambda moment, key, language: f"?t={moment}&lang={language}#{key}",
        query_url=lambda query: f"?q={query}",
    )
    return build_video_result(
        Answer("asked", kind, len(hits), hits, instead=instead, corrected=corrected),
        page_of(reader),
    )


def page_of(reader: ReadingContext) -> ResultPage:
    """A page with two chapters."""
    context = ListContext(
        chapter=lambda number: (LocalizedText(f"Chapter {number}"), f"#chapter-{number}"),
        page_href=lambda number: f"?page={number}",
    )
    return ResultPage(reader, context, list_href="?part=hits")


RULES = hit(TEXT, "rules", "rules")
TWO = ("rules", "and rules")
BROKEN = hit(TEXT, *TWO, similarity=0.9)
SPANISH = replace(
    hit("las reglas", "reglas", language="es"), elsewhere=ParallelText("en", "p0", "the rules")
)


class TestMatches:
    def test_a_passage_that_is_found_by_its_speaker_alone_is_one_as_a_whole(self) -> None:
        result = result_of(hit(TEXT))
        assert result.status == "1 match"
        assert result.marks == f"0-{len(TEXT) + 1}"  # the apple takes two places there
        assert result.times == "0.5"
        assert [row.number for row in result.rows] == [1]

    def test_one_that_two_hits_share_is_counted_once(self) -> None:
        result = result_of(hit("rules of rules", "rules", "rules"), hit("rules", "rules", at=9))
        assert result.total == 2
        assert result.status == "2 matches"
        assert [row.marks for row in result.rows] == ["0-5 9-14"]

    def test_count_letters_as_browsers_do(self) -> None:
        assert result_of(hit(TEXT, "and")).rows[0].marks == "18-21"

    @pytest.mark.parametrize("kind", ["quote", "nearest"])
    def test_of_a_quote_are_one_however_many_pieces_were_said(self, kind: AnswerKind) -> None:
        result = result_of(BROKEN, kind=kind)
        assert (result.total, result.rows[0].marks, result.rows[0].times) == (1, "0-5+18-27", "0")
        assert result.spans == (Span(0, 5), Span(17, 26))

    def test_are_in_order_of_the_text(self) -> None:
        result = result_of(hit("and rules", "rules", at=17), hit("rules", "rules"))
        assert [row.key for row in result.rows] == ["p0", "p17"]


class TestStatus:
    @pytest.mark.parametrize(
        ("result", "status", "lead"),
        [
            (result_of(), "No matches", ""),
            (result_of(RULES), "2 matches", ""),
            (result_of(RULES, kind="quote"), "1 match", ""),
            (
                result_of(BROKEN, kind="quote"),
                "1 match, in nearly these words",
                "1 match, in nearly these words",
            ),
            (
                result_of(BROKEN, kind="nearest"),
                "Not said here in these words; 1 place comes nearest",
                "Nobody says this in these words. Nearest:",
            ),
            (
                result_of(RULES, corrected="rules"),
                "No one says “asked”. 2 matches for “rules”",
                "No one says “asked”. 2 matches for",
            ),
            (
                result_of(SPANISH),
                "No matches in English; 1 in Español",
                "No matches in English; 1 in Español",
            ),
        ],
    )
    def test_is_one_sentence(self, result: VideoSearchResult, status: str, lead: str) -> None:
        assert (result.status, result.lead) == (status, lead)

    def test_says_when_there_are_more(self) -> None:
        answer = Answer("q", "words", 9, (RULES,))
        reader = ReadingContext(TEXT, "en", str, lambda *_: "", str)
        assert build_video_result(answer, page_of(reader)).status == "The first 2 matches"

    @pytest.mark.parametrize(
        ("similarity", "words"),
        [
            (1.0, ""),
            (0.99, "Almost word for word"),
            (0.94, "In nearly these words"),
            (0.7, "In similar words"),
            (0.4, "Partly in these words"),
        ],
    )  # fmt: skip
    def test_says_how_near_a_quote_is(self, similarity: float, words: str) -> None:
        assert similarity_text(hit(TEXT, "rules", similarity=similarity), "quote") == words
        assert similarity_text(hit(TEXT, "rules", similarity=similarity), "nearest") == ""


class TestRows:
    def one(self, *hits: Hit, kind: AnswerKind = "words") -> HitRow:
        (row,) = result_of(*hits, kind=kind).rows
        return row

    def test_of_an_exact_quote_say_nothing_that_marks_do_not(self) -> None:
        result = result_of(RULES, kind="quote")
        assert not result.lists_hits
        assert (result.rows[0].differences, result.rows[0].matched_words) == ([], "")

    def test_of_another_quote_show_what_was_said_and_how_much_of_it(self) -> None:
        differences = (
            Difference("same", Span(0, 5), "rules"),
            Difference("changed", Span(6, 8), "for the"),
            Difference("same", Span(9, 14), "rules"),
        )
        result = result_of(replace(BROKEN, differences=differences), kind="quote")
        assert result.lists_hits
        assert result.rows[0].matched_words == "2 of your 4 words were said"
        assert [piece.quoted for piece in result.rows[0].differences if piece.quoted] == [
            "rules", "for the", "rules",
        ]  # fmt: skip

    def test_of_another_language_lead_to_the_moment_in_both(self) -> None:
        result = result_of(SPANISH)
        (row,) = result.rows
        assert result.lists_hits
        assert (result.spans, row.marks, row.times) == ((), "", "0")
        assert (row.key, row.href) == ("p0", "?t=0.5,3.5&lang=en#p0")
        assert (row.language.tag, row.language.name) == ("es", "Español")
        assert row.other_language is not None
        assert row.other_language.href == "?t=0.5,3.5&lang=es#p0"
        assert (row.other_language.text, row.other_language.language.tag) == ("the rules", "en")

    def test_of_a_moment_without_words_here_still_lead_to_it(self) -> None:
        row = self.one(replace(SPANISH, elsewhere=None))
        assert (row.key, row.href) == ("", "?t=0.5,3.5&lang=en#")
        assert row.other_language is not None
        assert row.other_language.text == ""


class TestSuggestions:
    def test_are_links_to_the_page_with_other_words(self) -> None:
        result = result_of(instead=("rules", "rulers"))
        assert result.suggestions == (("rules", "?q=rules"), ("rulers", "?q=rulers"))

    def test_do_not_repeat_what_was_searched_already(self) -> None:
        result = result_of(RULES, instead=("rules", "rulers"), corrected="rules")
        assert result.corrected == ("rules", "?q=rules")
        assert result.suggestions == (("rulers", "?q=rulers"),)


class TestAsking:
    """Which words are searched: `en` is shown."""

    def asked(
        self, *answers: Answer, video: Video = VIDEO
    ) -> tuple[Answer | None, list[SearchRequest]]:
        left, questions = list(answers), list[SearchRequest]()

        def search(question: SearchRequest) -> Answer:
            questions.append(question)
            return left.pop(0)

        return search_video(search, "asked", video, "en"), questions

    FOUND = Answer("asked", "words", 1, (RULES,))
    NOTHING = Answer("asked", "words", 0, (), instead=("rules",))
    NEAREST = Answer("asked", "nearest", 1, (BROKEN,))
    CORRECTED = Answer("asked", "words", 1, (RULES,), instead=("rules",), corrected="rules")
    ELSEWHERE = Answer("asked", "words", 1, (SPANISH,))

    def test_nothing_asked_is_nothing_searched(self) -> None:
        assert search_video(lambda _: self.FOUND, "", VIDEO, "en") is None

    def test_hits_in_the_shown_language_are_the_answer(self) -> None:
        answer, questions = self.asked(self.FOUND)
        assert answer == self.FOUND
        assert [(q.video, q.languages, q.facets) for q in questions] == [("v", ("en",), False)]

    @pytest.mark.parametrize("first", [NOTHING, NEAREST, CORRECTED])
    def test_else_hits_in_another_language(self, first: Answer) -> None:
        answer, questions = self.asked(first, self.ELSEWHERE)
        assert answer == replace(self.ELSEWHERE, instead=first.instead)
        assert [(q.languages, q.reads) for q in questions] == [(("en",), None), ((), "en")]

    @pytest.mark.parametrize("first", [NOTHING, NEAREST, CORRECTED])
    @pytest.mark.parametrize("second", [NOTHING, NEAREST, CORRECTED])
    def test_else_similar_passages_in_the_shown_language(
        self, first: Answer, second: Answer
    ) -> None:
        answer, _ = self.asked(first, second)
        assert answer == first

    def test_a_video_of_one_language_is_asked_once(self) -> None:
        video = replace(VIDEO, tracks=VIDEO.tracks[:1])
        answer, questions = self.asked(self.NOTHING, video=video)
        assert (answer, len(questions)) == (self.NOTHING, 1)


class TestPage:
    def test_escapes_what_it_offers(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hostile = "<script>alert(1)</script>\" 'x"
        answer = Answer(hostile, "words", 0, (), instead=(hostile,), corrected="")
        monkeypatch.setattr(showcase.library.current, "search", lambda _: answer)
        link = showcase.page("/videos/orchard?q=x&lang=es").select_one(
            "#search-result a[data-query]"
        )
        assert link is not None
        assert link["data-query"] == link.get_text() == hostile
        assert parse_qs(urlsplit(str(link["href"])).query) == {"q": [hostile], "lang": ["es"]}
        assert "<script>alert" not in showcase.client.get("/videos/orchard?q=x").text

    def test_with_a_sentence_above_the_hits_hides_the_status(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answer = Answer("x", "nearest", 1, (hit("We pick", "pick"),))
        monkeypatch.setattr(showcase.library.current, "search", lambda _: answer)
        page = showcase.page("/videos/orchard?q=x")
        status, lead = page.select_one("[role=status]"), page.select_one(".answer")
        assert status is not None
        assert lead is not None
        assert status.get_text() == "Not said here in these words; 1 place comes nearest"
        assert "visually-hidden" in str(status["class"])
        assert lead.get_text() == "Nobody says this in these words. Nearest:"
