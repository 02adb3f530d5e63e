"""An upgrade from the last release: its state folder, links, cards and cached pages work with this code.

The release is built from the commit that CHANGELOG.md names, so the tests need the history of the repository.
They look at it the way visitors and other programs do, by addresses, and not at its modules.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from showcase.app import create_app
from showcase.settings import Settings
from tests.conftest import ROOT
from tools.release import last_release

pytestmark = pytest.mark.slow

RELEASE = last_release((ROOT / "CHANGELOG.md").read_text("utf-8"))
VIDEO = "/videos/wsr"
# Pages, pieces of pages, and what other programs ask for, in the languages of the video.
PAGES = (
    "/",
    VIDEO,
    "/es/videos/wsr",
    f"{VIDEO}?t=20,27",
    f"{VIDEO}?t=20,27&lang=es",
    f"{VIDEO}?q=human+rights",
    f"{VIDEO}?q=workers&part=search",
    f"{VIDEO}/print",
    "/embed/wsr?t=20,27",
    "/search?q=workers",
    "/feed.xml",
    "/sitemap.xml",
)
ANSWERS = (
    "/api/videos/wsr",
    f"/api{VIDEO}/passages",
    f"/api{VIDEO}/cues?language=es&kind=subtitles",
    "/api/search?q=human+rights",
    "/api/search?q=derechos&reads=en",
    "/api/quote?q=workers+in+the+fields+of+florida+found+another+way",
    f"{VIDEO}/annotation?t=20,27",
)
FILES = (
    f"{VIDEO}/card.png?t=20,27",
    f"{VIDEO}/tracks/captions.en.vtt",
    f"{VIDEO}/media/poster.svg",
    f"{VIDEO}/cite.bib?t=20,27",
)
# Asks an app of the release whose code stands first in sys.path.
ASK = """
import base64, json, pathlib, sys
from showcase.app import create_app
from showcase.settings import Settings

transcripts, state, *asked = sys.argv[1:]
app = create_app(Settings(transcripts=pathlib.Path(transcripts), state=pathlib.Path(state)))
client = app.test_client()
answers = {}
for address in asked:
    response = client.get(address)
    body = base64.b64encode(response.data).decode()
    answers[address] = [response.status_code, dict(response.headers), body]
json.dump(answers, sys.stdout)
"""


@dataclass(frozen=True)
class Answer:
    """What was answered at an address."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.body, "html.parser")


@dataclass(frozen=True)
class Old:
    """The release before: its checkout, the state that it wrote, and what it answered."""

    checkout: Path
    state: Path
    answers: dict[str, Answer]


def ask(checkout: Path, state: Path, *addresses: str) -> dict[str, Answer]:
    """What the code of a checkout answers, with its own transcripts and that state folder."""
    ran = subprocess.run(
        [sys.executable, "-c", ASK, str(checkout / "transcripts"), str(state), *addresses],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"The code of {RELEASE.version} does not run: {ran.stderr}"
    answers = json.loads(ran.stdout)
    return {
        address: Answer(status, headers, b64decode(body))
        for address, (status, headers, body) in answers.items()
    }


def checked_out(folder: Path) -> Path:
    """The files of the release before, without its history."""
    folders = ("showcase", "templates", "static", "transcripts")
    archive = folder.with_suffix(".tar")
    ran = subprocess.run(
        ["git", "archive", "--output", str(archive), RELEASE.commit, *folders],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        pytest.skip(
            f"The commit of {RELEASE.version} cannot be had ({ran.stderr.strip()}): these tests need a "
            "clone with its history (git fetch --unshallow)."
        )
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Old:
    """The release before, built and asked."""
    folder = tmp_path_factory.mktemp("upgrade")
    checkout = checked_out(folder / RELEASE.version)
    state = folder / "state"
    return Old(checkout, state, ask(checkout, state, *PAGES, *ANSWERS, *FILES))


@pytest.fixture(scope="module")
def upgraded(old: Old) -> Iterator[FlaskClient]:
    """Today's code on the transcripts and a copy of the state of the release before."""
    state = shutil.copytree(old.state, old.state.with_name("upgraded"))
    app = create_app(Settings(transcripts=old.checkout / "transcripts", state=state))
    yield app.test_client()
    app.extensions["library"].close()


def fetch(client: FlaskClient, address: str, tag: str = "") -> Answer:
    """What is answered to a browser that holds a page with that ETag."""
    response = client.get(address, headers={"If-None-Match": tag} if tag else {})
    return Answer(response.status_code, dict(response.headers), response.data)


def moment(page: BeautifulSoup) -> tuple[list[str], str, list[str]]:
    """The moment that a page opens on: its address, its preview, and the words that are marked."""
    address = [str(link["href"]) for link in page.select("link[rel=canonical]")]
    [preview] = [str(tag["content"]) for tag in page.select("meta[property='og:description']")]
    return address, preview, [part.get_text() for part in page.select("#transcript .sel")]


def found_in_video(page: BeautifulSoup) -> list[tuple[str, str]]:
    """The marks of a search in a video and their times; release 0.1.0 had them in its rows."""
    return sorted(
        pair
        for told in page.select("[data-marks]")
        for pair in zip(
            str(told["data-marks"]).split(), str(told["data-times"]).split(), strict=True
        )
    )


def found_everywhere(page: BeautifulSoup) -> list[tuple[str, list[str], str]]:
    """The moments of a search over all videos: path, time, and the words of the link, in their order."""
    links = page.select(".hit-list a[href*='t=']")
    addresses = [urlsplit(str(link["href"])) for link in links]
    return [
        (address.path, parse_qs(address.query)["t"], " ".join(link.get_text().split()))
        for address, link in zip(addresses, links, strict=True)
    ]


def is_kept(before: Any, after: Any) -> bool:  # noqa: ANN401 - any JSON
    """Is everything that was answered before answered now, in the same order? More properties may come."""
    if isinstance(before, dict):
        return isinstance(after, dict) and all(
            name in after and is_kept(value, after[name]) for name, value in before.items()
        )
    if isinstance(before, list):
        return len(before) == len(after) and all(map(is_kept, before, after))
    return bool(before == after)


def test_the_release_before_answers_everything_that_is_asked(old: Old) -> None:
    assert {address: answer.status for address, answer in old.answers.items()} == dict.fromkeys(
        old.answers, 200
    )


def test_every_address_still_answers_with_the_same_type(old: Old, upgraded: FlaskClient) -> None:
    asked = {address: fetch(upgraded, address) for address in (*PAGES, *FILES)}
    assert {
        name: (answer.status, answer.headers["Content-Type"]) for name, answer in asked.items()
    } == {name: (200, old.answers[name].headers["Content-Type"]) for name in asked}


@pytest.mark.parametrize("address", [f"{VIDEO}?t=20,27", f"{VIDEO}?t=20,27&lang=es"])
def test_a_link_opens_on_the_same_words(old: Old, upgraded: FlaskClient, address: str) -> None:
    before = moment(old.answers[address].page)
    assert all(before)
    assert moment(fetch(upgraded, address).page) == before


def test_the_link_of_every_passage_leads_to_it(old: Old, upgraded: FlaskClient) -> None:
    passages = json.loads(old.answers[f"/api{VIDEO}/passages"].body)["passages"]
    assert len(passages) > 5
    page = fetch(upgraded, VIDEO).page
    assert [passage["key"] for passage in passages if page.find(id=passage["key"]) is None] == []
    for passage in passages[::3]:
        address, anchor = urldefrag(passage["url"])
        [target] = fetch(upgraded, address).page.select(f"#{anchor}")
        said = " ".join(part.get_text() for part in target.select(".sel"))
        assert " ".join(said.split()) == passage["text"]


@pytest.mark.parametrize("address", [f"{VIDEO}?q=human+rights", f"{VIDEO}?q=workers&part=search"])
def test_a_search_in_a_video_finds_the_same_moments(
    old: Old, upgraded: FlaskClient, address: str
) -> None:
    before = found_in_video(old.answers[address].page)
    assert before
    assert found_in_video(fetch(upgraded, address).page) == before


def test_a_search_over_all_videos_finds_the_same_moments(old: Old, upgraded: FlaskClient) -> None:
    before = found_everywhere(old.answers["/search?q=workers"].page)
    assert before
    assert found_everywhere(fetch(upgraded, "/search?q=workers").page) == before


def test_programs_are_answered_the_same(old: Old, upgraded: FlaskClient) -> None:
    asked = {name: json.loads(fetch(upgraded, name).body) for name in ANSWERS}
    before = {name: json.loads(old.answers[name].body) for name in ANSWERS}
    assert [name for name in ANSWERS if not is_kept(before[name], asked[name])] == []


def test_what_a_browser_holds_is_not_taken_for_what_changed(
    old: Old, upgraded: FlaskClient
) -> None:
    """304 tells a browser to show what the release before had answered."""
    tags = {
        name: answer.headers["ETag"]
        for name, answer in old.answers.items()
        if "ETag" in answer.headers
    }
    assert {VIDEO, *ANSWERS} <= set(tags)
    unchanged = [name for name, tag in tags.items() if fetch(upgraded, name, tag).status == 304]
    stale = [name for name in unchanged if fetch(upgraded, name).body != old.answers[name].body]
    assert stale == []


def test_a_page_of_the_release_before_still_finds_its_style_sheets_and_scripts(
    old: Old, upgraded: FlaskClient
) -> None:
    """They are answered with today's file under the old address, or with 404 where there is none any more.

    A browser that holds the page asks again every time, so that it never keeps one version's file for
    another's, and a page that is loaded anew has today's addresses.
    """
    page = old.answers[VIDEO].page
    links = page.select("link[rel~=stylesheet], script[src], link[rel~=icon]")
    named = {str(link.get("href") or link.get("src")) for link in links}
    assert any(address.endswith(".css") for address in named)
    for address in named:
        after = fetch(upgraded, address)
        assert after.status in (200, 404)
        if address not in str(fetch(upgraded, VIDEO).body):
            assert "immutable" not in after.headers.get("Cache-Control", "")


def test_the_release_before_can_be_put_back(old: Old, upgraded: FlaskClient) -> None:
    """Its code does not read today's snapshot; it builds its own, in the same state folder."""
    assert fetch(upgraded, "/healthz").status == 200
    state = shutil.copytree(old.state.with_name("upgraded"), old.state.with_name("put-back"))
    moments = [address for address in old.answers if re.search(r"[?]t=|q=", address)]
    again = ask(old.checkout, state, *moments)
    assert {address: answer.body for address, answer in again.items()} == {
        address: old.answers[address].body for address in moments
    }
