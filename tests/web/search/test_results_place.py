"""From the results of a search to a video and back to the same place."""

from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.search.search_request import Sort
from showcase.web.context.query import (
    MAX_RESULTS_PLACE_CHARS,
    QueryParameters,
    SearchFilters,
    parse_query_parameters,
)
from showcase.web.context.urls import UrlBuilder
from showcase.web.search.links import SearchLinks
from showcase.web.search.results_place import results_href, results_place
from tests.web.answers import one, read
from tests.web.small_showcase import Showcase

URLS = UrlBuilder(locale="es")
FILTERS = SearchFilters(speaker=("A & B", "C"))
NARROWED = QueryParameters("rules", filters=FILTERS, sort="time", page=3, language="es")


def place_of(parameters: QueryParameters, number: int = 1) -> str:
    return results_place(SearchLinks(parameters, URLS), number)


@pytest.mark.parametrize(
    ("parameters", "number", "href"),
    [
        (QueryParameters("rules"), 1, "/es/search?q=rules#result-1"),
        (QueryParameters("rules", page=2), 30, "/es/search?q=rules&page=2#result-30"),
        (
            NARROWED,
            4,
            "/es/search?q=rules&speaker=A+%26+B&speaker=C&sort=time&lang=es&page=3#result-4",
        ),
    ],
)
def test_a_place_leads_back_to_the_same_results_and_row(
    parameters: QueryParameters, number: int, href: str
) -> None:
    assert results_href(place_of(parameters, number), URLS) == href


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
SORTS: tuple[Sort, ...] = ("relevance", "time")


@given(TEXTS, st.lists(TEXTS, max_size=4), st.sampled_from(SORTS), st.integers(1, 50))
def test_whatever_was_searched_for_is_found_again(
    query: str, names: list[str], sort: Sort, page: int
) -> None:
    asked = {"q": query, "sort": sort, "page": str(page)}
    known = parse_query_parameters(asked, SearchFilters(speaker=tuple(names)))
    cleaned = parse_query_parameters(
        {**asked, "speaker": names[0] if names else "", "q": known.query}
    )
    if cleaned.query:
        href = results_href(place_of(cleaned, 7), URLS)
        assert href == SearchLinks(cleaned, URLS).page(page, "result-7")


@pytest.mark.parametrize(
    "place",
    [
        "",
        "row=1",
        "q=rules",
        "q=rules&row=0",
        "q=rules&row=x",
        "q=rules&row=1&row=2",
        "q=rules&row=99999",
        "row=1&q=rules",
        "q=rules&page=1&row=1",
        "q=rules&page=51&row=1",
        "q=rules&next=https%3A%2F%2Fexample.org&row=1",
        "q=rules&amp;row=1",
        "https://example.org/",
        "//example.org/?q=rules&row=1",
        "javascript:alert(1)",
        f"q={'a' * MAX_RESULTS_PLACE_CHARS}&row=1",
        "&".join(["q=rules"] * 100),
        "q=%00&row=1",
        "q=rules\ud800&row=1",
    ],
)
def test_what_nobody_links_to_is_no_place(showcase: Showcase, place: str) -> None:
    assert results_href(place, URLS) == ""
    asked = quote(place.encode("utf-8", "surrogatepass"), safe="")
    response = showcase.client.get(f"/videos/orchard?results={asked}")
    assert response.status_code == 200
    assert "Back to the results" not in response.text


@given(st.text(max_size=60))
def test_any_text_leads_to_our_results_or_nowhere(place: str) -> None:
    href = results_href(place, URLS)
    assert href == "" or href.startswith("/es/search?q=")


def test_a_query_that_would_make_the_address_too_long_has_no_place() -> None:
    assert place_of(QueryParameters("অ" * 900)) == ""


def results_link(page: BeautifulSoup) -> str:
    return str(one(page, ".back-to-results a")["href"])


@pytest.mark.parametrize("selector", [".hit-list a", "h2 a", ".thumb"])
def test_each_link_to_a_video_leads_to_a_page_that_leads_back(
    showcase: Showcase, selector: str
) -> None:
    found = showcase.page("/search?q=rules&speaker=Rosa+Field&speaker=Foreman&sort=time")
    for link in found.select(f".group {selector}"):
        page = showcase.page(str(link["href"]))
        back = urlsplit(results_link(page))
        assert parse_qs(back.query) == {
            "q": ["rules"], "speaker": ["Rosa Field", "Foreman"], "sort": ["time"],
        }  # fmt: skip
        assert read(one(page, ".back-to-results")) == "Back to the results"
        assert found.select(f"#{back.fragment}")


def test_a_row_leads_back_to_itself(showcase: Showcase) -> None:
    found = showcase.page("/search?q=rules")
    for row in found.select(".hit-list li"):
        page = showcase.page(str(one(row, "a")["href"]))
        assert results_link(page) == f"/search?q=rules#{row['id']}"


def test_a_corrected_query_leads_back_to_the_one_that_was_typed(showcase: Showcase) -> None:
    link = showcase.page("/search?q=rulse").select(".hit-list a")[0]
    assert "q=rules" in str(link["href"])
    assert results_link(showcase.page(str(link["href"]))).startswith("/search?q=rulse#")


def test_a_frame_does_not_lead_out_of_itself(showcase: Showcase) -> None:
    asked = urlencode({"results": place_of(QueryParameters("rules"))})
    assert not showcase.page(f"/embed/orchard?{asked}").select(".back-to-results")
