"""How a search in all videos is filtered and sorted, and that no address breaks it."""

from copy import copy
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase.core.search.results import Answer, FacetValue
from showcase.web.context.query import MAX_FILTER_VALUES
from tests.conftest import examples
from tests.web.answers import Ask, answer_of, hit_of, links, one, read
from tests.web.small_showcase import Showcase


def facet(**values: int) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, count) for value, count in values.items())


def boxes(page: BeautifulSoup) -> dict[tuple[str, str], str]:
    """The checkboxes of the facets by name and value, with what their labels say."""
    labels = page.select(".facets label")
    fields = [one(label, "input[type=checkbox]") for label in labels]
    return {
        (str(field["name"]), str(field["value"])): read(label)
        for field, label in zip(fields, labels, strict=True)
    }


class TestFacets:
    ANSWER = replace(
        answer_of(hit_of()),
        facets={
            "speaker": facet(Ana=1200, Ben=2),
            "language": facet(en=3, es=2, tlh=1),
            "video": facet(orchard=3, gone=1),
        },
    )

    def test_are_chosen_in_a_form_that_keeps_the_rest_of_the_search(self, ask: Ask) -> None:
        page = ask(self.ANSWER, "/search?q=rules&organization=PU&page=2&sort=time")
        form = one(page, ".facets form")
        assert (form["action"], form["method"]) == ("/search", "get")
        names = [read(name) for name in form.select("legend, h2")]
        assert names == ["Speaker", "Organization", "Language", "Video"]
        hidden = form.select("input[type=hidden]")
        assert [(field["name"], field["value"]) for field in hidden] == [
            ("q", "rules"), ("sort", "time"),
        ]  # fmt: skip
        assert read(one(form, "button")) == "Apply filters"

    def test_say_how_many_moments_they_would_leave(self, ask: Ask) -> None:
        page = copy(ask(self.ANSWER, "/search?q=rules&organization=PU"))
        for count in page.select(".facets .count"):
            assert count["aria-hidden"] == "true"  # what is said of it stands behind it
            count.decompose()
        assert boxes(page) == {
            ("speaker", "Ana"): "Ana 1,200 moments",
            ("speaker", "Ben"): "Ben 2 moments",
            ("organization", "PU"): "PU 0 moments",
            ("language", "en"): "English 3 moments",
            ("language", "es"): "Español 2 moments",
            ("language", "tlh"): "tlh 1 moment",
        }
        assert links(page, ".facets a") == {
            "Rules we wrote 3 moments": "/search?q=rules&organization=PU&video=orchard",
            "gone 1 moment": "/search?q=rules&organization=PU&video=gone",
        }

    def test_languages_and_titles_are_written_in_their_own_language(self, ask: Ask) -> None:
        named = ask(self.ANSWER).select(".facets li [lang]")
        assert [(name["lang"], read(name)) for name in named] == [
            ("en", "English"),
            ("es", "Español"),
            ("en", "Rules we wrote"),
        ]

    def test_the_values_that_are_chosen_come_first_and_are_checked(self, ask: Ask) -> None:
        page = ask(self.ANSWER, "/search?q=rules&speaker=Ben&speaker=Nobody&language=es")
        checked = page.select(".facets [checked]")
        assert [box["value"] for box in checked] == ["Ben", "Nobody", "es"]
        first = page.select(".facets [type=checkbox]")[0]
        assert first == checked[0]

    @pytest.mark.parametrize(
        ("address", "label", "href"),
        [
            ("/search?q=x&speaker=Ana&sort=time", "Remove Speaker: Ana", "/search?q=x&sort=time"),
            ("/search?q=x&language=es", "Remove Language: Español", "/search?q=x"),
            ("/search?q=x&video=orchard", "Remove Video: Rules we wrote", "/search?q=x"),
            ("/search?q=x&video=gone&page=2", "Remove Video: gone", "/search?q=x"),
            ("/search?q=x&organization=%3Cb%3E", "Remove Organization: <b>", "/search?q=x"),
            ("/search?speaker=%00%D7%A9", "Remove Speaker: ש", "/search"),
            ("/search?q=x&amp;speaker=A", "Remove Speaker: A", "/search?q=x"),
        ],
    )
    @pytest.mark.parametrize("answer", [answer_of(hit_of()), Answer("x", "words", 0, ())])
    def test_what_is_chosen_can_be_taken_away(
        self, ask: Ask, answer: Answer, address: str, label: str, href: str
    ) -> None:
        assert links(ask(answer, address), ".chosen a") == {label: href}

    def test_each_of_several_values_can_be_taken_away(self, ask: Ask) -> None:
        page = ask(answer_of(hit_of()), "/search?q=x&speaker=Ana&speaker=Ben&speaker=Ana")
        assert links(page, ".chosen a") == {
            "Remove Speaker: Ana": "/search?q=x&speaker=Ben",
            "Remove Speaker: Ben": "/search?q=x&speaker=Ana",
        }

    def test_so_many_are_read_and_no_more(self, ask: Ask) -> None:
        asked = "".join(f"&speaker=S{number}&video=v{number}" for number in range(40))
        page = ask(answer_of(hit_of()), f"/search?q=x{asked}")
        assert len(page.select(".chosen a")) == MAX_FILTER_VALUES + 1

    def test_only_those_that_the_answer_knows_are_shown(self, ask: Ask) -> None:
        assert not ask(answer_of(hit_of())).select(".facets, .chosen")

    def test_more_than_a_glance_takes_in_is_opened(self, ask: Ask) -> None:
        speakers = tuple(FacetValue(f"S{number}", 90 - number) for number in range(80))
        answer = replace(self.ANSWER, facets={"speaker": speakers})
        page = copy(ask(answer, "/search?q=x&speaker=S30"))
        for count in page.select(".facets .count"):
            count.decompose()
        opened = [read(label) for label in page.select(".facets details label")]
        assert read(one(page, ".facets details summary")) == "42 more: Speaker"
        assert len(page.select(".facets label")) == 50
        assert [read(label) for label in page.select(".facets label")][:2] == [
            "S30 60 moments", "S0 90 moments",
        ]  # fmt: skip
        assert opened[0] == "S7 83 moments"

    def test_the_form_keeps_what_is_chosen(self, ask: Ask) -> None:
        page = ask(self.ANSWER, "/search?q=x&speaker=Ana&speaker=Ben&sort=time&page=2&lang=es")
        hidden = page.select("main form.find input[type=hidden]")
        assert [(field["name"], field["value"]) for field in hidden] == [
            ("speaker", "Ana"),
            ("speaker", "Ben"),
            ("sort", "time"),
            ("lang", "es"),
        ]


class TestSort:
    TWO = answer_of(hit_of(), hit_of("mill"))

    def test_either_order_is_one_click_away(self, ask: Ask) -> None:
        page = ask(self.TWO, "/search?q=x&sort=time&page=2")
        assert links(page, ".sorts a") == {
            "Relevance": "/search?q=x",
            "Time": "/search?q=x&sort=time",
        }
        assert read(one(page, ".sorts [aria-current=true]")) == "Time"

    @pytest.mark.parametrize(
        ("answer", "address"),
        [
            (answer_of(hit_of()), "/search?q=x"),
            (TWO, "/search?q=x&video=mill"),
            (replace(TWO, kind="quote"), "/search?q=x"),
            (replace(TWO, kind="nearest"), "/search?q=x"),
        ],
    )
    def test_none_is_offered_where_it_would_change_nothing(
        self, ask: Ask, answer: Answer, address: str
    ) -> None:
        assert not ask(answer, address).select(".sorts")


class TestHostileAnswers:
    NAMES = ("q", "speaker", "organization", "language", "video", "sort", "page", "lang")
    TEXTS = (
        "\x00", "<script>alert(1)</script>", '"><img src=x>', '{{ "zq" | upper }}', "\ud800", "a" * 100_000,
        "\u202eabc", "שלום عالم", "🍎" * 400, "'", "&amp;",
    )  # fmt: skip

    @pytest.mark.parametrize("name", NAMES)
    def test_whatever_an_address_holds_is_answered_and_escaped(
        self, showcase: Showcase, name: str
    ) -> None:
        for text in self.TEXTS:
            query = {"q": "rules"} | {name: text.encode("utf-8", "surrogatepass")}
            response = showcase.client.get("/search", query_string=query)
            assert response.status_code == 200, text[:50]
            for forbidden in ("<script>alert", "<img src=x", "ZQ", "\x00"):
                assert forbidden not in response.text, text[:50]

    @settings(
        max_examples=examples(40),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(values=st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30)))
    def test_any_values_give_a_page(self, showcase: Showcase, values: dict[str, str]) -> None:
        encoded = {name: text.encode("utf-8", "surrogatepass") for name, text in values.items()}
        assert showcase.client.get("/search", query_string=encoded).status_code == 200

    def test_a_hit_of_a_video_that_is_gone_is_left_out(self, ask: Ask) -> None:
        page = ask(answer_of(hit_of("gone"), hit_of()))
        assert len(page.select(".group")) == 1


def test_a_page_of_results_needs_no_script(ask: Ask) -> None:
    page = ask(replace(TestFacets.ANSWER, instead=("x",)))
    assert not page.select("main [hidden], main [data-module]")
