"""The OpenAPI document: valid, complete, and built from what is served."""

import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from showcase.web.api.operations import OPERATIONS
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

Json = dict[str, Any]


@pytest.fixture
def document(showcase: Showcase) -> Json:
    found: Json = showcase.get("/api/openapi.json").get_json()
    return found


def test_it_is_what_openapi_says_it_must_be(document: Json) -> None:
    assert document["openapi"].startswith("3.1.")
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_it_has_every_address_for_programs_and_no_other(showcase: Showcase, document: Json) -> None:
    served = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule)
        for rule in showcase.client.application.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
    }
    assert served - {"/api/openapi.json"} == document["paths"].keys()


def test_everything_in_it_has_a_description(document: Json) -> None:
    for path in document["paths"].values():
        operation = path["get"]
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert all(parameter["description"].endswith(".") for parameter in operation["parameters"])
    for name, schema in document["components"]["schemas"].items():
        assert schema["description"].endswith("."), name
        for property_name, property_ in schema["properties"].items():
            assert property_["description"].endswith("."), (name, property_name)


def test_names_of_shapes_are_those_of_the_api(document: Json) -> None:
    names = document["components"]["schemas"].keys()
    assert {"Cue", "Passage", "Hit", "QuoteHit", "Track", "Video", "Problem"} <= names
    assert not [name for name in names if name.endswith(("Object", "Shape"))]


def test_times_languages_and_dates_have_their_form(document: Json) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["Cue"]["properties"]["start"]["anyOf"][0]["minimum"] == 0
    assert schemas["Hit"]["properties"]["similarity"]["maximum"] == 1
    date = schemas["Video"]["properties"]["date"]["anyOf"][0]
    for text, is_date in {
        "2017": True, "2017-12": True, "2017-12-29": True, "2017-12-29T10:00": False, "12/2017": False,
    }.items():  # fmt: skip
        assert bool(re.search(date["pattern"], text)) is is_date
    tag = schemas["Track"]["properties"]["language"]
    for text, is_tag in {
        "en": True, "pt-BR": True, "zh-Hant-TW": True, "sr-Latn": True, "es-419": True, "en_US": False,
        "": False, "e": False,
    }.items():  # fmt: skip
        assert bool(re.search(tag["pattern"], text)) is is_tag


def test_addresses_in_it_lead_to_the_site(build: Build) -> None:
    started = build(MILL, ORCHARD, url="https://videos.example.org/talks/")
    document = started.get("/api/openapi.json").get_json()
    assert document["servers"] == [{"url": "https://videos.example.org/talks"}]
    slug = document["paths"]["/api/videos/{slug}"]["get"]["parameters"][0]
    assert slug["example"] == "mill"


def test_of_an_archive_without_videos_is_made_too(build: Build) -> None:
    assert build(words={}).get("/api/openapi.json").status_code == 200


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_an_answer_without_a_shape_says_who_describes_it(operation: Any) -> None:  # noqa: ANN401
    assert bool(operation.response_type) is not bool(operation.documentation_url)
