"""A request for a host that is not one of SHOWCASE_HOSTS gets a sentence, and nothing of the site."""

import pytest
from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from showcase.web.i18n.catalogs import LOCALES
from tests.web.routes import addresses
from tests.web.small_showcase import MILL, ORCHARD, Build, Showcase

HOST = "videos.example.org"
FOREIGN = "evil.example"


@pytest.fixture
def guarded(build: Build) -> Showcase:
    return build(ORCHARD, MILL, hosts=(HOST,))


def ask(showcase: Showcase, address: str, host: str = FOREIGN, language: str = "") -> TestResponse:
    headers = {"Host": host, "Accept-Language": language}
    return showcase.client.get(address, headers=headers)


def heading(response: TestResponse) -> str:
    page = BeautifulSoup(response.text, "html.parser")
    assert page.h1
    return page.h1.get_text()


def test_it_says_what_is_wrong(guarded: Showcase) -> None:
    response = ask(guarded, "/videos/orchard?q=rules")
    assert response.status_code == 421
    assert heading(response) == "This address is not one of this site’s"
    assert response.headers["Cache-Control"] == "no-store"


def test_every_route_but_the_health_check_answers_with_421_and_nothing_of_the_site(
    guarded: Showcase,
) -> None:
    routes = addresses(guarded.client.application)
    assert len(routes) > 20
    for endpoint, address in routes.items():
        response = ask(guarded, address)
        if endpoint == "media.healthz":
            assert response.status_code == 200
            continue
        assert response.status_code == 421, address
        assert all(word not in response.text for word in ("Rules we wrote", "mill", "Samples"))


# Strict slashes, what is not there, a method that is not allowed: nothing is answered before the host is.
@pytest.mark.parametrize("path", ["/videos/orchard/", "/es", "/none", "/%ff", "/healthz/none"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_so_does_every_other_address(guarded: Showcase, method: str, path: str) -> None:
    response = guarded.client.open(path, method=method, headers={"Host": FOREIGN})
    assert response.status_code == 421
    assert "Location" not in response.headers


@pytest.mark.parametrize("address", ["/q3x", "/search?q=q3x", "/api/q3x", "/videos/orchard?t=q3x"])
def test_nothing_of_the_request_is_in_the_answer(guarded: Showcase, address: str) -> None:
    response = ask(guarded, address)
    headers = str(response.headers)
    assert "q3x" not in response.text + headers
    assert FOREIGN not in response.text + headers


def test_it_is_in_the_language_of_the_address_else_of_the_browser(guarded: Showcase) -> None:
    in_address = {tag: heading(ask(guarded, f"/{tag}/videos/orchard")) for tag in LOCALES}
    in_browser = {tag: heading(ask(guarded, "/", language=tag)) for tag in LOCALES}
    for_programs = {tag: ask(guarded, "/feed.xml", language=tag).text for tag in LOCALES}
    assert in_address == in_browser
    assert len(set(in_address.values())) == len(LOCALES) == len(set(for_programs.values()))
    assert "Accept-Language" in ask(guarded, "/").headers["Vary"]


def test_the_page_loads_nothing_and_leads_nowhere(guarded: Showcase) -> None:
    page = BeautifulSoup(ask(guarded, "/").text, "html.parser")
    assert page.select("link, script, img, form, a") == []


def test_it_leads_to_the_address_that_the_owner_set(build: Build) -> None:
    guarded = build(ORCHARD, hosts=(HOST,), url=f"https://{HOST}")
    page = BeautifulSoup(ask(guarded, "/videos/orchard").text, "html.parser")
    assert [link["href"] for link in page.select("a")] == [f"https://{HOST}"]


def test_the_api_says_it_as_problem_details(guarded: Showcase) -> None:
    response = ask(guarded, "/api/videos")
    assert response.mimetype == "application/problem+json"
    assert response.json
    assert response.json["title"] == "Misdirected Request"
    assert "is not one of this site’s" in response.json["detail"]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", FOREIGN, "10.0.0.7"])
def test_the_health_check_answers_whatever_it_is_called(guarded: Showcase, host: str) -> None:
    response = ask(guarded, "/healthz", host)
    assert (response.status_code, response.text[:3]) == (200, "ok ")


@pytest.mark.parametrize("host", [HOST, HOST.upper(), f"{HOST}:8443"])
def test_its_own_names_are_answered_with_any_port(guarded: Showcase, host: str) -> None:
    assert ask(guarded, "/", host).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"), [("a.example.net", 200), ("example.net", 200), ("badexample.net", 421)]
)
def test_a_dot_in_front_allows_every_name_under_it(build: Build, host: str, status: int) -> None:
    assert ask(build(ORCHARD, hosts=(".example.net",)), "/", host).status_code == status


def test_an_ip_address_may_be_one_of_its_names(build: Build) -> None:
    guarded = build(ORCHARD, hosts=("[::1]", "127.0.0.1"))
    hosts = ("[::1]:8000", "[::1]", "127.0.0.1:8000", "[::2]:8000", "127.0.0.2")
    answers = [ask(guarded, "/", host).status_code for host in hosts]
    assert answers == [200, 200, 200, 421, 421]


@pytest.mark.parametrize("host", ["evil example", "<b>", "a/b", f"{HOST}:port", ""])
def test_a_host_that_is_none_cannot_be_read(guarded: Showcase, host: str) -> None:
    """RFC 9112, section 3.2: 400 for an invalid Host."""
    response = ask(guarded, "/", host)
    assert response.status_code == 400
    assert "<b>" not in response.text


def test_without_the_setting_every_host_is_answered(build: Build) -> None:
    assert ask(build(ORCHARD), "/").status_code == 200
