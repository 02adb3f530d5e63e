"""The protocol of the API: errors, CORS, conditional requests, and what it never does."""

import json
import logging
from typing import Any

import pytest
from werkzeug.test import TestResponse

from showcase.errors import ShowcaseError
from tests.web.small_showcase import Showcase

ALL = (
    "/api/", "/api/openapi.json", "/api/videos", "/api/videos/orchard", "/api/videos/orchard/cues",
    "/api/videos/orchard/passages", "/api/search?q=rules", "/api/quote?q=wrote+the+rules",
    "/videos/orchard/annotation?t=8,12", "/iiif/orchard/manifest.json", "/iiif/orchard/captions.en.json",
)  # fmt: skip
ANYBODY = "Access-Control-Allow-Origin"


def problem(response: TestResponse) -> dict[str, Any]:
    """A problem whose values are those of its response."""
    assert response.content_type == "application/problem+json"
    told: dict[str, Any] = json.loads(response.data)
    assert told.keys() == {"type", "title", "status", "detail"}
    assert (told["type"], told["status"]) == ("about:blank", response.status_code)
    assert told["detail"].endswith(".")
    assert "Set-Cookie" not in response.headers
    assert response.headers[ANYBODY] == "*"
    assert response.headers["Cache-Control"] == "no-store"
    return told


class TestErrors:
    @pytest.mark.parametrize(
        ("address", "status", "sentence"),
        [
            ("/api/none", 404, "http://localhost/api/openapi.json says what can be asked"),
            ("/api/videos/none", 404, "http://localhost/api/videos lists all"),
            ("/api/videos/none/cues", 404, "There is no such video"),
            ("/iiif/none/manifest.json", 404, "There is no such video"),
            ("/iiif/orchard/captions.fr.json", 404, "It has captions.en, subtitles.es and chapters.en"),
            ("/iiif/orchard", 404, "says what can be asked"),
            ("/api/search", 400, "“q” is missing: it takes words."),
            ("/api/search?q=a&page=0", 400, "“page” takes a whole number from 1 to 50."),
            ("/api/search?q=a&page=51", 400, "“page” takes a whole number from 1 to 50."),
            ("/api/search?q=a&page=two", 400, "“page” takes a whole number from 1 to 50."),
            ("/api/search?q=a&each=21", 400, "“each” takes a whole number from 1 to 20."),
            ("/api/search?q=a&sort=best", 400, "“sort” takes relevance or time."),
            ("/api/search?q=a&language=españa", 400, "“language” takes a language tag (BCP 47)"),
            ("/api/search?q=a&speker=Rosa", 400, "There is no parameter “speker”: there are q, video"),
            ("/api/search?q=a&q=b", 400, "“q” is given twice: give it once."),
            ("/api/search?q=a" + "&speaker=A" * 21, 400, "“speaker” takes words, at most 20 times."),
            ("/api/videos/orchard?page=1", 400, "There is no parameter “page”: this address takes none."),
            (
                "/api/videos/orchard/cues?kind=null", 400,
                "“kind” takes captions or chapters or descriptions or speech or subtitles.",
            ),
            ("/videos/orchard/annotation", 400, "“t” is missing: it takes a moment, as in 12.5,18"),
            ("/videos/orchard/annotation?t=soon", 400, "“t” takes a moment"),
            ("/videos/orchard/annotation?t=7,3", 404, "There is no such moment: write t=90"),
            ("/videos/orchard/annotation?t=99", 404, "before 24."),
            ("/videos/orchard/annotation?t=8&lang=fr", 404, "captions in en"),
        ],
    )  # fmt: skip
    def test_say_what_to_do(
        self, showcase: Showcase, address: str, status: int, sentence: str
    ) -> None:
        response = showcase.get(address)
        assert response.status_code == status
        assert sentence in problem(response)["detail"]

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
    def test_of_the_method_name_those_that_there_are(self, showcase: Showcase, method: str) -> None:
        response = showcase.client.open("/api/videos", method=method)
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]
        assert "can only be read" in problem(response)["detail"]

    def test_of_the_server_do_not_reveal_their_cause(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(showcase.library.current, "search", fail)
        showcase.client.application.testing = False
        response = showcase.get("/api/search?q=rules")
        assert response.status_code == 500
        assert problem(response)["detail"].startswith("Something broke here")

    def test_of_the_transcripts_are_those_of_the_command_line(
        self, showcase: Showcase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            message = "transcripts/a/video.toml:1: a title is missing."
            raise ShowcaseError(message)

        monkeypatch.setattr(showcase.library, "snapshot", fail)
        response = showcase.get("/api/videos")
        assert response.status_code == 503
        assert "a title is missing" in problem(response)["detail"]

    def test_of_the_pages_are_pages(self, showcase: Showcase) -> None:
        assert showcase.get("/videos/none").mimetype == "text/html"


class TestOtherSites:
    @pytest.mark.parametrize("address", ALL)
    def test_may_read_all_of_it_but_with_nobodys_credentials(
        self, showcase: Showcase, address: str
    ) -> None:
        headers = showcase.get(address, headers={"Origin": "https://other.example"}).headers
        assert headers[ANYBODY] == "*"
        assert "Access-Control-Allow-Credentials" not in headers
        assert headers["Access-Control-Expose-Headers"] == "ETag, Link"
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Set-Cookie" not in headers

    @pytest.mark.parametrize(
        "address", ["/api/videos", "/api/search", "/iiif/orchard/manifest.json"]
    )
    def test_ask_before_they_send_headers_of_their_own(
        self, showcase: Showcase, address: str
    ) -> None:
        asked = {
            "Origin": "https://other.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        }
        response = showcase.client.options(address, headers=asked)
        assert (response.status_code, response.data) == (204, b"")
        assert response.headers[ANYBODY] == "*"
        assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert response.headers["Access-Control-Allow-Headers"] == "*"

    def test_may_not_read_the_pages(self, showcase: Showcase) -> None:
        assert ANYBODY not in showcase.get("/videos/orchard").headers


class TestWhatDidNotChange:
    @pytest.mark.parametrize("address", ALL)
    def test_is_not_sent_again(self, showcase: Showcase, address: str) -> None:
        tag = showcase.get(address).headers["ETag"]
        again = showcase.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
        assert again.headers[ANYBODY] == "*"
        showcase.library.current.id = "snapshot-2"
        assert showcase.get(address, headers={"If-None-Match": tag}).status_code == 200

    @pytest.mark.parametrize("address", ALL)
    def test_can_be_asked_by_the_head(self, showcase: Showcase, address: str) -> None:
        response = showcase.client.head(address)
        assert (response.status_code, response.data) == (200, b"")
        assert response.headers["ETag"] == showcase.get(address).headers["ETag"]


@pytest.mark.parametrize("address", ALL)
def test_every_answer_names_the_description_of_the_api(showcase: Showcase, address: str) -> None:
    described = '<http://localhost/api/openapi.json>; rel="service-desc"; type="application/json"'
    assert described in showcase.get(address).headers.getlist("Link")


def test_what_is_searched_for_is_written_down_nowhere(
    showcase: Showcase, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    showcase.client.application.testing = False
    with caplog.at_level(logging.DEBUG):
        showcase.get("/api/search?q=secret+orchard")
        showcase.get("/api/quote?q=secret+orchard")
        showcase.get("/api/search?q=secret&page=0")
        monkeypatch.setattr(showcase.library.current, "search", fail)
        showcase.get("/api/search?q=secret+orchard")
    assert "secret" not in caplog.text
    assert "/api/search" in caplog.text


def test_text_in_it_is_packed(showcase: Showcase) -> None:
    packed = showcase.get("/iiif/orchard/manifest.json", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
