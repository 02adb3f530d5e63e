"""The status page is the owner's: the private listener shows it, the public one only to who has the token."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from werkzeug.test import Client, TestResponse

from showcase.app import create_app
from showcase.settings import Settings
from showcase.status_app import OwnerAndPublicApp
from showcase.store.snapshots.build_record import build_and_record
from showcase.store.status.access_token import make_token
from showcase.web.status.views import OWNER, PATHS

TITLE = '<b>The orchard</b> & "more"'


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def client(transcripts: Path, state: Path) -> Client:
    title = json.dumps(TITLE)
    (transcripts / "orchard" / "video.toml").write_text(f"title = {title}\n")
    build_and_record(transcripts, state)
    settings = Settings(transcripts=transcripts, state=state, hosts=("videos.example.org",))
    return Client(OwnerAndPublicApp(settings, create_app(settings)))


def ask(
    client: Client, path: str = "/status", headers: Mapping[str, str] | None = None, *,
    private: bool = False, host: str = "videos.example.org",
) -> TestResponse:  # fmt: skip
    return client.get(
        path,
        base_url=f"http://{host}/",
        headers=headers,
        environ_overrides={"REMOTE_USER": OWNER} if private else None,
    )


def basic(password: str, user: str = "anybody") -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8001", "localhost:8001", "[::1]:8001", "LOCALHOST", "127.0.0.1"]
)
def test_the_private_listener_shows_it_under_the_names_of_this_machine(
    client: Client, host: str
) -> None:
    answer = ask(client, private=True, host=host)
    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 200
    assert page.h1
    assert page.h1.text == "All is well"
    assert TITLE in page.text


@pytest.mark.parametrize(
    "host", ["videos.example.org", "evil.example", "127.0.0.1.evil.example:8001"]
)
def test_a_page_of_another_site_cannot_read_it_through_a_name_of_its_own(
    client: Client, host: str
) -> None:
    """DNS rebinding: the name of the other site is made to lead to this machine."""
    assert ask(client, private=True, host=host).status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_without_a_token_the_public_address_has_no_such_page(client: Client, path: str) -> None:
    other = ask(client, "/no-such-page")
    answer = ask(client, path, basic("token"))
    assert (answer.status_code, answer.text) == (404, other.text.replace("/no-such-page", path))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {}, basic(""), basic("wrong"), {"Authorization": "Bearer wrong"}, {"Authorization": "Digest a=b"},
        {"X-Forwarded-For": "127.0.0.1"}, {"X-Real-IP": "127.0.0.1"}, {"Showcase-Private": "1"},
        {"Authorization": "Basic !!!"},
    ],
)  # fmt: skip
def test_with_another_token_it_asks_for_the_right_one(
    client: Client, state: Path, path: str, headers: dict[str, str]
) -> None:
    make_token(state)
    answer = ask(client, path, headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic realm=")
    assert "orchard" not in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_the_token_opens_it(client: Client, state: Path, path: str) -> None:
    token = make_token(state)
    for headers in (basic(token), {"Authorization": f"Bearer {token}"}):
        answer = ask(client, path, headers)
        assert (answer.status_code, "orchard" in answer.text) == (200, True)


@pytest.mark.parametrize("private", [True, False])
def test_it_is_kept_out_of_caches_frames_and_search_engines(
    client: Client, state: Path, *, private: bool
) -> None:
    headers = None if private else basic(make_token(state))
    host = "localhost" if private else "videos.example.org"
    answer = ask(client, headers=headers, private=private, host=host)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


def test_it_needs_no_script_and_its_style_sheets_are_there(client: Client) -> None:
    page = BeautifulSoup(ask(client, private=True, host="localhost").text, "html.parser")
    assert page.find("script") is None
    assert page.find(style=True) is None
    sheets = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    assert len(sheets) == 2
    for sheet in sheets:
        for private in (True, False):
            host = "localhost" if private else "videos.example.org"
            assert ask(client, sheet, private=private, host=host).status_code == 200


def test_an_error_is_named_with_file_line_and_mend(
    client: Client, transcripts: Path, state: Path
) -> None:
    (transcripts / "orchard" / "video.toml").write_text('title = "x"\nsumary = "<script>"\n')
    build_and_record(transcripts, state)
    page = BeautifulSoup(ask(client, private=True, host="localhost").text, "html.parser")
    assert page.h1
    assert page.h1.text == "1 error to mend"
    words = " ".join(page.text.split())
    assert "orchard/video.toml Line 2:" in words
    assert 'write "summary"' in words
    assert "as before its errors" in words
    found = ask(client, "/status.json", private=True, host="localhost").json
    assert found
    assert found["findings"][0]["file"] == "orchard/video.toml"
    assert found["findings"][0]["line"] == 2


def test_the_other_pages_are_not_on_the_private_listener(client: Client) -> None:
    assert ask(client, "/videos/orchard", private=True, host="localhost").status_code == 404
    assert ask(client, "/", private=True, host="localhost").status_code == 200
    assert ask(client, "/videos/orchard").status_code == 200
