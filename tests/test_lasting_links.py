"""The address of a passage lasts as long as its words and times do, however often the snapshot is built."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from showcase.app import create_app
from showcase.settings import Settings
from tests.conftest import slow_after

CAPTIONS = """WEBVTT

00:00.000 --> 00:04.000
<v Narrator>Before the sun is up, the orchard is full.

00:04.000 --> 00:08.000
<v Rosa Field>I was told to wait, and was not paid.

00:08.000 --> 00:12.000
<v Rosa Field>So we asked about the water and the shade.

00:12.000 --> 00:16.500
<v Narrator>The rules hold because the buyers signed.
"""


class Passage(NamedTuple):
    """A passage as its address shows it: its anchor, and the words that are marked there."""

    anchor: str
    words: str


@pytest.fixture
def folder(transcripts: Path) -> Path:
    """The folder of one video."""
    folder = transcripts / "orchard"
    (folder / "captions.en.vtt").write_text(CAPTIONS, "utf-8")
    return folder


def build(folder: Path) -> FlaskClient:
    """The showcase as it is, from nothing."""
    state = folder.parent.parent / "state"
    shutil.rmtree(state, ignore_errors=True)
    return create_app(Settings(transcripts=folder.parent, state=state)).test_client()


def look(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def addresses(client: FlaskClient) -> list[str]:
    """The addresses of all passages, each as docs/how-to/link.md has it: "/videos/orchard?t=8,16#p8000"."""
    page = look(client, "/videos/orchard")
    return [str(time["href"]) for time in page.select("#transcript .time")]


def opened(client: FlaskClient, address: str) -> Passage:
    page = look(client, address)
    anchor = address.partition("#")[2]
    (target,) = page.select(f"#{anchor}.is-target")
    return Passage(anchor, "".join(part.get_text() for part in target.select(".sel")))


def nothing(folder: Path) -> None:
    """The same folder is built once more."""


def another_title_and_chapters(folder: Path) -> None:
    (folder / "video.toml").write_text('title = "Our orchard"\nduration = "0:30"\n', "utf-8")
    chapters = "WEBVTT\n\n00:00.000 --> 00:12.000\nWaiting\n\n00:12.000 --> 00:20.000\nRules\n"
    (folder / "chapters.en.vtt").write_text(chapters, "utf-8")


def another_video(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "barn")


def a_translation(folder: Path) -> None:
    (folder / "captions.es.vtt").write_text(CAPTIONS.replace("orchard", "huerto"), "utf-8")


def a_corrected_beginning(folder: Path) -> None:
    """Other words in the first passage: those of all others move in the running text."""
    text = CAPTIONS.replace("Before the sun is up", "Well before the sun has come up")
    (folder / "captions.en.vtt").write_text(text, "utf-8")


def another_format(folder: Path) -> None:
    (folder / "captions.en.vtt").unlink()
    text = CAPTIONS.removeprefix("WEBVTT\n\n").replace("<v Narrator>", "NARRATOR: ")
    text = text.replace("<v Rosa Field>", "ROSA FIELD: ").replace(".000", ",000")
    (folder / "captions.en.srt").write_text(text.replace(".500", ",500"), "utf-8")


CHANGES: list[Callable[[Path], None]] = [
    nothing,
    another_title_and_chapters,
    another_video,
    a_translation,
    a_corrected_beginning,
    another_format,
]


@pytest.mark.parametrize("change", slow_after(2, CHANGES), ids=lambda change: change.__name__)
def test_an_address_outlives_a_rebuild(folder: Path, change: Callable[[Path], None]) -> None:
    before = build(folder)
    kept = addresses(before)[1:]
    assert kept == ["/videos/orchard?t=4,12#p4000", "/videos/orchard?t=12,16.5#p12000"]
    shown = [opened(before, address) for address in kept]
    assert [passage.words for passage in shown] == [
        "I was told to wait, and was not paid. So we asked about the water and the shade.",
        "The rules hold because the buyers signed.",
    ]
    change(folder)
    after = build(folder)
    assert [opened(after, address) for address in kept] == shown
    assert set(kept) <= set(addresses(after))


def test_words_that_are_said_at_another_time_have_another_address(folder: Path) -> None:
    build(folder)
    text = CAPTIONS.replace("00:12.000 --> 00:16.500", "00:12.250 --> 00:16.500")
    (folder / "captions.en.vtt").write_text(text, "utf-8")
    assert addresses(build(folder))[-1] == "/videos/orchard?t=12.25,16.5#p12250"
