"""Fixtures that start small showcases to send requests to."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from showcase.app import create_app
from showcase.core.catalog.models import Catalog, Site, Video
from showcase.core.search.results import Answer
from showcase.settings import Settings
from tests.web.answers import Ask
from tests.web.small_showcase import (
    MILL,
    ORCHARD,
    WORDS,
    Build,
    SharedIndexes,
    Showcase,
    StandInLibrary,
    StandInSnapshot,
    Words,
)


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedIndexes]:
    """The indexes of all showcases."""
    shared = SharedIndexes(tmp_path_factory.mktemp("indexes"))
    yield shared
    shared.close()


@pytest.fixture
def build(tmp_path: Path, indexes: SharedIndexes) -> Build:
    """Starts a showcase of some videos, with settings of its own."""
    numbers = count()

    def start(*videos: Video, words: Words | None = None, **settings: object) -> Showcase:
        catalog = Catalog(Site("Samples", "Made for tests."), videos)
        folder = tmp_path / f"state-{next(numbers)}"
        folder.mkdir()
        words = WORDS if words is None else words
        library = StandInLibrary(
            StandInSnapshot(catalog, words, folder, indexes.open(videos, words))
        )
        known = Settings(transcripts=tmp_path, state=tmp_path)
        app = create_app(replace(known, **settings), library)  # type: ignore[arg-type]
        app.testing = True
        return Showcase(app.test_client(), library)

    return start


@pytest.fixture
def showcase(build: Build) -> Showcase:
    """Two videos; the orchard has a recording of eleven bytes and a poster."""
    started = build(ORCHARD, MILL)
    folder = started.library.current.folder / "orchard"
    folder.mkdir()
    (folder / "take.webm").write_bytes(b"hello world")
    (folder / "poster.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    return started


@pytest.fixture
def ask(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks for a page whose answer is made by hand."""

    def get(answer: Answer, address: str = "/search?q=rules") -> BeautifulSoup:
        monkeypatch.setattr(showcase.library.current, "search", lambda _: answer)
        return showcase.page(address)

    return get
