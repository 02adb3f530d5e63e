"""A moment as a Web Annotation: the rules of the W3C's data model, and its target.

Sections are those of https://www.w3.org/TR/annotation-model/
"""

from typing import Any

import pytest

from showcase.core.timing.moments import parse_moment
from showcase.web.http.media_types import ANNOTATION_TYPE
from tests.web.small_showcase import Showcase

Json = dict[str, Any]


def annotation(showcase: Showcase, query: str, video: str = "orchard") -> Json:
    response = showcase.get(f"/videos/{video}/annotation?{query}")
    assert response.status_code == 200, response.text
    assert response.content_type == ANNOTATION_TYPE
    found: Json = response.get_json(force=True)
    return found


@pytest.mark.parametrize("query", ["t=8,12", "t=8", "t=9.5,13.25", "t=0,8&lang=es", "t=17,21"])
def test_it_is_what_the_data_model_says_it_must_be(showcase: Showcase, query: str) -> None:
    found = annotation(showcase, query)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"  # 3.1
    assert found["id"] == f"http://localhost/videos/orchard/annotation?{query}"  # 3.1: one IRI
    assert found["type"] == "Annotation"  # 3.1
    assert found["motivation"] == "highlighting"  # 3.3.5
    target = found["target"]
    assert target["type"] == "SpecificResource"  # 4
    assert target["source"]["id"].startswith("http://localhost/videos/orchard")  # 4: exactly one
    selector = target["selector"]
    assert selector["type"] == "FragmentSelector"  # 4.2.1
    assert selector["conformsTo"] == "http://www.w3.org/TR/media-frags/"  # 4.2.1
    assert not selector["value"].startswith("#")  # 4.2.1: the fragment without its mark
    if "body" in found:
        body = found["body"]
        assert (body["type"], body["format"]) == ("TextualBody", "text/plain")  # 3.2.4
        assert isinstance(body["value"], str)  # 3.2.4: exactly one
        assert body["language"] in ("en", "es")  # 3.2.4: BCP 47


@pytest.mark.parametrize(
    ("query", "language"), [("t=8,12", "en"), ("t=8", "en"), ("t=8,24&lang=es", "es")]
)
def test_a_program_finds_the_words_again_by_its_selectors(
    showcase: Showcase, query: str, language: str
) -> None:
    selector = annotation(showcase, query)["target"]["selector"]
    words = selector["refinedBy"]
    assert words["type"] == "TextQuoteSelector"  # 4.2.4
    text = showcase.library.current.transcript("orchard", language).text
    assert text.count(words["prefix"] + words["exact"] + words["suffix"]) == 1
    moment = parse_moment(selector["value"])
    assert moment
    assert str(moment) == query.partition("&")[0].removeprefix("t=")


def test_words_are_exact_and_those_around_them_are_cut_by_characters(showcase: Showcase) -> None:
    found = annotation(showcase, "t=8,12")
    assert found["target"]["selector"]["refinedBy"] == {
        "type": "TextQuoteSelector",
        "exact": "Then we wrote the rules ourselves, word by word.",
        "prefix": "body asked what we <b>needed</b> & why. ",
        "suffix": " And the rules hold 🍎 because buyers sig",
    }
    assert found["body"]["value"] == "Then we wrote the rules ourselves, word by word."


def test_of_a_silent_moment_it_is_only_the_time(showcase: Showcase) -> None:
    found = annotation(showcase, "t=18.5,21")
    assert "body" not in found
    assert found["target"]["selector"] == {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": "t=18.5,21",
    }


def test_it_keeps_the_language_of_its_words(showcase: Showcase) -> None:
    found = annotation(showcase, "t=8,24&lang=es")
    assert found["target"]["source"]["id"] == "http://localhost/videos/orchard?lang=es"
    assert found["body"]["language"] == "es"


def test_times_are_read_as_everywhere(showcase: Showcase) -> None:
    assert annotation(showcase, "t=0:08,0:12")["target"]["selector"]["value"] == "t=8,12"


def test_the_page_of_a_moment_names_it(showcase: Showcase) -> None:
    page = showcase.page("/videos/orchard?t=8,12")
    links = [link for link in page.select('link[rel="alternate"]') if "anno.jsonld" in link["type"]]
    assert [link["type"] for link in links] == [ANNOTATION_TYPE]
    assert showcase.get(str(links[0]["href"])).status_code == 200
