"""The page of a search in all videos, with answers written by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from showcase.core.catalog.models import Track, Video
from showcase.core.search.results import Answer, Difference, Hit, ParallelText
from showcase.core.search.search_request import SearchRequest
from showcase.core.text.spans import Span
from tests.web.answers import TEXT, Ask, answer_of, hit_of, links, one, read
from tests.web.small_showcase import MILL, Build, Showcase


class TestQuestion:
    @pytest.fixture
    def asked(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> Callable[..., SearchRequest]:
        def get(address: str, **headers: str) -> SearchRequest:
            heard: list[SearchRequest] = []

            def hear(question: SearchRequest) -> Answer:
                heard.append(question)
                return Answer(question.text, "words", 0, ())

            monkeypatch.setattr(showcase.library.current, "search", hear)
            assert showcase.get(address, headers).status_code == 200
            return heard[0]

        return get

    BEGINNING = SearchRequest("rules", limit=10, each=3)

    @pytest.mark.parametrize(
        ("address", "question"),
        [
            ("/search?q=rules", BEGINNING),
            ("/search?q=rules&page=3", replace(BEGINNING, offset=20)),
            ("/search?q=rules&sort=time", replace(BEGINNING, sort="time")),
            ("/search?q=rules&sort=price", BEGINNING),
            ("/search?q=rules&sort=", BEGINNING),
            ("/search?q=rules&speaker=Rosa+Field", replace(BEGINNING, speakers=("Rosa Field",))),
            ("/search?q=rules&organization=PU", replace(BEGINNING, organizations=("PU",))),
            ("/search?q=rules&language=es", replace(BEGINNING, languages=("es",))),
            ("/search?q=rules&language=&speaker=", BEGINNING),
            (
                "/search?q=rules&speaker=A&language=es&speaker=B&language=en&language=es",
                replace(BEGINNING, speakers=("A", "B"), languages=("es", "en")),
            ),
            ("/search?q=rules&lang=es", replace(BEGINNING, reads="es")),
            (
                "/search?q=rules&video=mill&page=2",
                SearchRequest("rules", video="mill", limit=20, offset=20),
            ),
        ],
    )
    def test_is_what_the_address_says(
        self, asked: Callable[..., SearchRequest], address: str, question: SearchRequest
    ) -> None:
        assert asked(address) == question

    @pytest.mark.parametrize(
        ("address", "accepted", "reads"),
        [
            ("/search?q=x", "", None),
            ("/search?q=x", "*", None),
            ("/search?q=x", "sv, es-MX;q=0.8, en;q=0.7", "es"),
            ("/search?q=x", "en-GB,en;q=0.9", "en"),
            ("/search?q=x", "fr", None),
            ("/search?q=x", ";;q=nonsense,\x7f", None),
            ("/search?q=x&lang=es", "en", "es"),
            ("/search?q=x&lang=es-419", "en", "es"),
            ("/search?q=x&lang=fr", "en", "en"),
        ],
    )
    def test_knows_which_language_the_visitor_reads(
        self, asked: Callable[..., SearchRequest], address: str, accepted: str, reads: str | None
    ) -> None:
        assert asked(address, **{"Accept-Language": accepted}).reads == reads


class TestCaching:
    def test_a_page_is_another_one_in_another_language(self, showcase: Showcase) -> None:
        def get(language: str, tag: str = "") -> tuple[int, str, bool]:
            headers = {"Accept-Language": language, "If-None-Match": tag}
            response = showcase.get("/search?q=rules", headers)
            varies = "Accept-Language" in response.headers["Vary"]
            return response.status_code, response.headers["ETag"], varies

        (_, english, varies), (_, spanish, _) = get("en"), get("es")
        assert varies
        assert english != spanish
        assert get("en-US", english) == (304, english, True)
        assert get("es", english)[0] == 200

    @pytest.mark.parametrize(
        "address", ["/es/videos/orchard", "/videos/orchard/tracks/captions.en.txt"]
    )
    def test_a_page_whose_address_names_its_language_is_the_same_for_all(
        self, showcase: Showcase, address: str
    ) -> None:
        english, spanish = (showcase.get(address, {"Accept-Language": tag}) for tag in ("en", "es"))
        assert "Accept-Language" not in english.headers.get("Vary", "")
        assert english.headers["ETag"] == spanish.headers["ETag"]


class TestGroups:
    def test_a_video_has_its_facts_and_how_many_moments_in_all(self, ask: Ask) -> None:
        answer = answer_of(hit_of(), hit_of(at_s=12))
        page = ask(replace(answer, total=12, videos={"orchard": 12}))
        assert read(one(page, ".group h2")) == "Rules we wrote"
        assert read(one(page, ".group header p")) == "0:24, December 2017, 12 moments"
        assert links(page, ".all a") == {
            "All 12 moments in this video: Rules we wrote": "/search?q=rules&video=orchard"
        }

    def test_a_video_that_is_here_with_all_its_moments_leads_to_no_more(self, ask: Ask) -> None:
        assert not ask(answer_of(hit_of())).select(".all")

    def test_videos_keep_the_order_of_the_answer(self, ask: Ask) -> None:
        page = ask(answer_of(hit_of("mill"), hit_of("orchard")))
        assert [read(title) for title in page.select(".group h2")] == ["The mill", "Rules we wrote"]

    def test_a_hit_is_its_words_and_who_says_them_and_leads_to_its_moment(self, ask: Ask) -> None:
        row = one(ask(answer_of(hit_of())), ".hit-list a")
        assert read(one(row, "q")) == TEXT
        assert read(one(row, "mark")) == "rules"
        assert read(one(row, ".by")) == "Rosa Field, Pickers United"
        assert row["href"] == "/videos/orchard?t=8,9&q=rules&results=q%3Drules%26row%3D1#p8000"

    def test_a_hit_in_a_translation_says_so(self, ask: Ask) -> None:
        row = one(ask(answer_of(hit_of(language="es"))), ".hit-list a")
        assert one(row, "q")["lang"] == "es"
        assert read(one(row, ".by")) == "Rosa Field, Pickers United, Español"
        assert "lang=es" in str(row["href"])

    def test_a_hit_in_another_language_shows_its_moment_in_the_visitors(self, ask: Ask) -> None:
        hit = replace(
            hit_of(), elsewhere=ParallelText("es", "p9000", "Luego escribimos las reglas.")
        )
        page = ask(answer_of(hit))
        found, meant = page.select(".hit-list q")
        assert [(q["lang"], read(q)) for q in (found, meant)] == [
            ("en", TEXT),
            ("es", "Luego escribimos las reglas."),
        ]
        assert found.select("mark")
        assert (
            one(page, ".hit-list li > a")["href"]
            == "/videos/orchard?t=8,9&lang=es&results=q%3Drules%26row%3D1#p9000"
        )
        assert links(page, ".found-in a") == {
            "English": "/videos/orchard?t=8,9&q=rules&results=q%3Drules%26row%3D1#p8000"
        }
        assert one(page, ".found-in a")["lang"] == "en"

    def test_words_run_the_way_their_language_does(
        self, build: Build, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hebrew = Video("talk", "A talk", "he", tracks=(Track("captions", "he", "עברית", cues=1),))
        showcase = build(hebrew, MILL, words={("talk", "he"): ()})
        text = "כתבנו את הכללים בעצמנו, מילה במילה, ואף אחד לא שאל"
        answer = answer_of(hit_of("talk", "he", text))
        monkeypatch.setattr(showcase.library.current, "search", lambda _: answer)
        assert one(showcase.page("/search?q=x"), ".hit-list q")["dir"] == "rtl"


class TestStatus:
    @pytest.mark.parametrize(
        ("answer", "address", "status"),
        [
            (answer_of(hit_of()), "/search?q=x", "1 moment in 1 video"),
            (
                replace(answer_of(hit_of()), total=42, videos=dict.fromkeys("abcdefg", 6)),
                "/search?q=x",
                "42 moments in 7 videos",
            ),
            (
                Answer("x", "words", 1200, (hit_of(),), {str(n): 1 for n in range(1200)}),
                "/search?q=x&page=2",
                "1,200 moments in 1,200 videos, page 2 of 50",
            ),
            (
                Answer("x", "words", 41, (hit_of(),), {"orchard": 41}),
                "/search?q=x&video=orchard&page=3",
                "41 moments in 1 video, page 3 of 3",
            ),
            (
                Answer("x", "words", 2, (), {"orchard": 2}),
                "/search?q=x&page=9",
                "There is no page 9: only 2 moments in 1 video",
            ),
            (Answer("x", "words", 0, ()), "/search?q=x", "No matches"),
        ],
    )
    def test_has_the_number_of_hits_and_the_page(
        self, ask: Ask, answer: Answer, address: str, status: str
    ) -> None:
        assert read(one(ask(answer, address), "[role=status]")) == status

    def test_pages_lead_on_and_back_and_keep_what_is_chosen(self, ask: Ask) -> None:
        answer = replace(answer_of(hit_of()), total=30, videos={str(n): 1 for n in range(30)})
        page = ask(answer, "/search?q=x&page=2&speaker=A&sort=time&lang=es")
        kept = "/search?q=x&speaker=A&sort=time&lang=es"
        assert links(page, ".paging a") == {"Previous": kept, "Next": f"{kept}&page=3"}
        assert read(one(page, ".paging")) == "Previous Page 2 of 3 Next"

    def test_a_page_alone_is_not_numbered(self, ask: Ask) -> None:
        assert not ask(answer_of(hit_of()), "/search?q=x").select(".paging")

    def test_a_page_after_the_last_links_back_to_it(self, ask: Ask) -> None:
        page = ask(Answer("x", "words", 2, (), {"orchard": 2}), "/search?q=x&page=9")
        assert links(page, ".poster-foot p a") == {"Back to the last page": "/search?q=x"}


class TestQuotes:
    QUOTE = "then we wrote rules ourself"
    INEXACT = replace(
        hit_of(),
        similarity=0.8,
        differences=(
            Difference("same", Span(0, 13), "then we wrote"),
            Difference("not quoted", Span(14, 17), ""),
            Difference("same", Span(18, 23), "rules"),
            Difference("changed", Span(24, 33), "ourself"),
        ),
    )

    def answer(self, *hits: Hit) -> Answer:
        return replace(answer_of(*hits, query=self.QUOTE), kind="quote")

    def test_one_that_is_not_exact_is_shown_with_what_was_said(self, ask: Ask) -> None:
        page = ask(self.answer(self.INEXACT))
        words = one(page, ".hit-list q")
        assert [read(piece) for piece in words.select("mark, ins, del")] == [
            "Then we wrote",
            "(said, not in your quote: the)",
            "rules",
            "(not said: ourself)",
            "(said, not in your quote: ourselves)",
        ]
        assert read(one(page, ".kind")) == "What was actually said"
        assert [read(line) for line in page.select(".by")] == [
            "In nearly these words: 4 of your 5 words were said",
            "Rosa Field, Pickers United",
        ]

    def test_one_that_is_exact_needs_no_more_words(self, ask: Ask) -> None:
        page = ask(self.answer(hit_of()))
        assert not page.select("ins, del, .kind, .legend")
        assert read(one(page, ".by")) == "Rosa Field, Pickers United"

    def test_every_place_where_it_was_said_is_shown(self, ask: Ask) -> None:
        page = ask(self.answer(hit_of(), hit_of(at_s=12), hit_of("mill")))
        assert len(page.select(".hit-list li")) == 3

    def test_one_that_nobody_said_is_reported_and_the_nearest_shown(self, ask: Ask) -> None:
        page = ask(
            replace(self.answer(hit_of()), kind="nearest"), "/search?q=then+we+wrote+rules+ourself"
        )
        assert read(one(page, "h1")) == "Nobody says it in these words"
        assert read(one(page, ".kind")) == "Nearest to it:"
        assert read(one(page, ".hit-list mark")) == "rules"


class TestOtherWords:
    def test_words_that_were_put_right_say_so(self, ask: Ask) -> None:
        answer = replace(
            answer_of(hit_of(), query="ruels"),
            corrected="rules",
            instead=("rules", "ruler"),
        )
        page = ask(answer, "/search?q=ruels&speaker=Ana")
        right, other = page.select(".note")
        assert read(one(page, "h1")) == "rules"
        assert read(right) == "No one says “ruels”. These are matches for “rules”."
        assert links(right, "a") == {"rules": "/search?q=rules&speaker=Ana"}
        assert read(other) == "Did you mean ruler?"
        assert "q=rules&" in str(one(page, ".hit-list a")["href"])
        assert one(page, "main input[type=search]")["value"] == "ruels"

    @pytest.mark.parametrize(
        ("instead", "line"),
        [
            (("living wage",), "Did you mean living wage?"),
            (("one", "two"), "Did you mean one or two?"),
            (("one", "two", "<b>"), "Did you mean one, two or <b>?"),
        ],
    )
    @pytest.mark.parametrize("answer", [answer_of(hit_of()), Answer("x", "words", 0, ())])
    def test_other_words_to_try_are_links(
        self, ask: Ask, answer: Answer, instead: tuple[str, ...], line: str
    ) -> None:
        page = ask(replace(answer, instead=instead))
        assert read(one(page, ".note")) == line
        assert links(page, ".note a")[instead[0]].startswith("/search?q=")

    def test_nothing_found_keeps_the_query_and_helps(self, ask: Ask) -> None:
        page = ask(Answer("living rent", "words", 0, ()), "/search?q=living+rent")
        assert read(one(page, "h1")) == "Nobody says it in these words"
        assert one(page, "main input[name=q]")["value"] == "living rent"
        assert one(page, "meta[name=robots]")["content"] == "noindex"
        assert links(page, ".near a") == {
            "Rules we wrote": "/videos/orchard",
            "The mill": "/videos/mill",
        }

    def test_nothing_found_where_one_looked_leads_to_everywhere(self, ask: Ask) -> None:
        page = ask(Answer("x", "words", 0, ()), "/search?q=x&speaker=Nobody&video=gone&sort=time")
        assert links(page, ".lede a") == {"Search everywhere": "/search?q=x&sort=time"}
