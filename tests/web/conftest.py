"""Fixtures that start small showcases to send requests to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from showcase.app import create_app
from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.core.search.results import Answer
from showcase.resources import find_folder
from showcase.settings import Settings
from showcase.store.cards.service import CardService
from showcase.store.lru_cache import LruCache
from showcase.web.video.rendered_page import MAX_PAGE_CACHE_BYTES
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

IdleApps = dict[tuple[tuple[str, object], ...], list[Flask]]


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedIndexes]:
    """The indexes of all showcases."""
    shared = SharedIndexes(tmp_path_factory.mktemp("indexes"))
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def idle_apps() -> IdleApps:
    """Apps that no test uses now, by their settings. An app knows no videos: these come with its library."""
    return defaultdict(list)


@pytest.fixture
def build(tmp_path: Path, indexes: SharedIndexes, idle_apps: IdleApps) -> Iterator[Build]:
    """Starts a showcase of some videos, with settings of its own."""
    used: list[tuple[tuple[tuple[str, object], ...], Flask]] = []

    def start(*videos: Video, words: Words | None = None, **settings: object) -> Showcase:
        folder = tmp_path / f"state-{len(used)}"
        folder.mkdir()
        words = WORDS if words is None else words
        catalog = Catalog(Site("Samples", "Made for tests."), videos)
        library = StandInLibrary(
            StandInSnapshot(catalog, words, folder, indexes.open(videos, words))
        )
        key = tuple(settings.items())
        app = idle_apps[key].pop() if idle_apps[key] else new_app(tmp_path, library, settings)
        used.append((key, app))
        make_as_new(app, tmp_path, library)
        return Showcase(app.test_client(), library)

    yield start
    for key, app in used:
        idle_apps[key].append(app)


def new_app(folder: Path, library: StandInLibrary, settings: dict[str, object]) -> Flask:
    known = Settings(transcripts=folder, state=folder)
    return create_app(replace(known, **settings), library)  # type: ignore[arg-type]


def make_as_new(app: Flask, folder: Path, library: StandInLibrary) -> None:
    """Leave nothing in an app of what another test did, made or looked at."""
    app.testing = True
    app.extensions["library"] = library
    app.extensions["cards"] = CardService(find_folder("static"), folder / "cards")
    app.extensions["pages"] = LruCache(MAX_PAGE_CACHE_BYTES)


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
