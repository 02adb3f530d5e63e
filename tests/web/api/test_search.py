"""Searches and quotes in the API: the results of the pages, with the names of the command line."""

import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from showcase.cli.search_output import answer_json
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.search_request import SearchRequest
from tests.sample_videos import HOSTILE
from tests.web.small_showcase import MILL, MILL_CUES, ORCHARD, Build, Showcase

Json = dict[str, Any]


def search(showcase: Showcase, path: str = "search", /, status: int = 200, **asked: object) -> Json:
    response = showcase.get(f"/api/{path}?{urlencode(asked, doseq=True)}")
    assert response.status_code == status, response.text
    answer: Json = response.get_json(force=True)
    return answer


class TestASearch:
    def test_has_the_names_and_values_of_the_command_line(self, showcase: Showcase) -> None:
        answer = search(showcase, q="rules", reads="es")
        paging = {name: answer.pop(name) for name in ("page", "pages", "previous", "next")}
        assert paging == {"page": 1, "pages": 1, "previous": None, "next": None}
        question = SearchRequest("rules", reads="es", limit=10, each=3)
        snapshot = showcase.library.current
        told = json.loads(json.dumps(answer_json(snapshot.search(question), snapshot.catalog)))
        for hit in (*told["hits"], *(hit["elsewhere"] for hit in told["hits"] if hit["elsewhere"])):
            hit["url"] = f"http://localhost{hit['url']}"
        assert answer == told
        assert any(hit["elsewhere"] for hit in answer["hits"])

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ({"speaker": "Rosa Field"}, {"Rosa Field"}),
            ({"organization": "Pickers United"}, {"Rosa Field"}),
            ({"video": "mill"}, {"Foreman"}),
            ({"language": "es"}, set()),
            ({"speaker": "Nobody"}, set()),
            ({"speaker": ["Rosa Field", "Foreman"]}, {"Rosa Field", "Foreman"}),
            ({"speaker": ["Rosa Field", "Foreman"], "video": "mill"}, {"Foreman"}),
            ({"language": ["es", "en"], "video": "mill"}, {"Foreman"}),
        ],
    )
    def test_is_narrowed_as_on_the_page(
        self, showcase: Showcase, asked: dict[str, Any], expected: set[str]
    ) -> None:
        assert {hit["speaker"] for hit in search(showcase, q="rules", **asked)["hits"]} == expected

    def test_is_sorted_as_on_the_page(self, showcase: Showcase) -> None:
        found = search(showcase, q="rules", sort="time")["hits"]
        assert list(dict.fromkeys(hit["video"] for hit in found)) == ["orchard", "mill"]

    def test_gives_of_each_video_as_many_hits_as_are_asked_for(self, showcase: Showcase) -> None:
        assert len(search(showcase, q="rules", each=1)["hits"]) == 2
        assert len(search(showcase, q="rules")["hits"]) > 2

    def test_has_the_pages_of_the_page(self, many: Showcase) -> None:
        slugs, address = [], "/api/search?q=rules&each=1&sort=time"
        pages = 0
        while address:
            response = many.get(address)
            answer = response.get_json()
            slugs += [hit["video"] for hit in answer["hits"]]
            pages += 1
            assert answer["page"] == pages
            if answer["previous"]:
                assert f'<{answer["previous"]}>; rel="prev"' in response.headers.getlist("Link")
            address = answer["next"]
        assert pages == answer["pages"] == 3
        assert len(set(slugs)) == len(slugs) == 23
        assert "each=1" in answer["previous"]
        assert "sort=time" in answer["previous"]

    def test_keeps_all_that_it_is_narrowed_by_on_its_other_pages(self, many: Showcase) -> None:
        answer = search(many, q="rules", speaker=["Foreman", "Rosa Field"])
        assert "q=rules&speaker=Foreman&speaker=Rosa+Field&page=2" in answer["next"]

    def test_after_its_last_page_links_back_to_it(self, many: Showcase) -> None:
        answer = search(many, q="rules", page=40)
        assert (answer["hits"], answer["next"]) == ([], None)
        assert answer["previous"] == "http://localhost/api/search?q=rules&page=3"

    def test_corrects_what_is_misspelt_and_says_so(self, showcase: Showcase) -> None:
        answer = search(showcase, q="appels")
        assert (answer["query"], answer["corrected"]) == ("appels", "apples")


@pytest.fixture
def many(build: Build) -> Showcase:
    """23 videos in which "rules" is said."""
    videos = [replace(MILL, slug=f"mill-{number:02}") for number in range(23)]
    return build(*videos, words={(video.slug, "en"): MILL_CUES for video in videos})


class TestAQuote:
    def test_is_found_with_what_was_really_said(self, showcase: Showcase) -> None:
        answer = search(showcase, "quote", q="then they wrote the rules, word for word")
        assert (answer["kind"], answer["total"]) == ("quote", 1)
        [hit] = answer["hits"]
        assert hit["said"].startswith("Then we wrote the rules ourselves")
        assert 0.5 < hit["similarity"] < 1
        relations = {each["relation"] for each in hit["differences"]}
        assert {"same", "changed"} <= relations
        changed = next(each for each in hit["differences"] if each["relation"] == "changed")
        start, end = changed["said"]
        assert (hit["text"][start:end], changed["quoted"]) == ("we", "they")

    def test_leads_to_its_moment_in_every_form(self, showcase: Showcase) -> None:
        [hit] = search(showcase, "quote", q="we wrote the rules ourselves")["hits"]
        moment = f"t={hit['start']},{hit['end']}"
        assert hit["url"] == f"http://localhost/videos/orchard?{moment}"
        assert hit["annotation"] == f"http://localhost/videos/orchard/annotation?{moment}"
        assert hit["card"] == f"http://localhost/videos/orchard/card.png?{moment}"
        assert hit["embed"] == f"http://localhost/embed/orchard?{moment}"
        assert (hit["similarity"], hit["differences"]) == (1, [])
        exact = showcase.get(hit["annotation"]).get_json(force=True)
        assert exact["body"]["value"] == "we wrote the rules ourselves"

    def test_of_a_translation_leads_to_the_translation(self, showcase: Showcase) -> None:
        [hit] = search(showcase, "quote", q="Luego escribimos las reglas")["hits"]
        addresses = [hit[name] for name in ("url", "annotation", "card", "embed")]
        assert all(address.endswith("&lang=es") for address in addresses)

    @pytest.mark.parametrize(
        "words",
        [
            "“we wrote the rules ourselves”", 'we "wrote" the rules ourselves', "we wrote … rules ourselves",
            "WE WROTE THE RULES OURSELVES", "the rules", "-rules -ourselves",
        ],
    )  # fmt: skip
    def test_is_read_as_words_without_operators(self, showcase: Showcase, words: str) -> None:
        answer = search(showcase, "quote", q=words, video="orchard")
        assert answer["query"] == words
        assert answer["kind"] == "quote"
        assert "rules" in answer["hits"][0]["said"].lower()

    def test_that_nobody_said_is_not_pretended(self, showcase: Showcase) -> None:
        answer = search(showcase, "quote", q="the buyers burned down every single orchard in town")
        assert answer["kind"] == "nearest"
        assert search(showcase, "quote", q="zebra crossing") == {
            "query": "zebra crossing", "kind": "nearest", "total": 0, "corrected": "", "hits": [],
        }  # fmt: skip

    def test_of_a_video_that_left_the_catalog_is_answered_all_the_same(
        self, showcase: Showcase
    ) -> None:
        current = showcase.library.current
        current.catalog = Catalog(current.catalog.site, (ORCHARD,))
        [hit] = search(showcase, "quote", q="its doors stay open")["hits"]
        assert (hit["video"], hit["title"]) == ("mill", "mill")


@pytest.mark.parametrize("path", ["search", "quote"])
def test_no_query_breaks_it(showcase: Showcase, path: str) -> None:
    for query in HOSTILE:
        text = quote(query[:2_000], errors="surrogatepass")
        response = showcase.get(f"/api/{path}?q={text}")
        assert response.status_code == 200, query[:50]
        answer = json.loads(response.data)
        assert len(answer["query"]) <= 1_000
        assert answer["hits"] or answer["total"] == 0, query[:50]
        for hit in answer["hits"]:
            for start, end in hit["marks"]:
                assert 0 <= start < end <= len(hit["text"]), query[:50]
