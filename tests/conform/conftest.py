"""What programs of others make of our pages that are no Python: slow, and with more to install."""

import shutil
from pathlib import Path

import pytest

from showcase.app import create_app
from showcase.settings import Settings
from tests.browser import content

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.conform)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Four videos: the one that travels with the code, one in two languages, a YouTube one, words alone."""
    folder = tmp_path_factory.mktemp("conform")
    transcripts = folder / "transcripts"
    shutil.copytree(ROOT / "transcripts", transcripts)
    content.write_video(transcripts / "yard")
    content.write_translation(transcripts / "yard")
    content.write_video(
        transcripts / "tube", 'source = "https://www.youtube.com/watch?v=aaaaaaaaaaa"'
    )
    return Settings(transcripts=transcripts, state=folder / "state")


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The video that travels with the code, alone."""
    return Settings(transcripts=ROOT / "transcripts", state=tmp_path_factory.mktemp("alone"))


@pytest.fixture(scope="session")
def pages(archive: Settings, alone: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page, each in a file."""
    folder = tmp_path_factory.mktemp("pages")
    for prefix, settings, addresses in (("", archive, PAGES), ("alone-", alone, {"first": "/"})):
        client = create_app(settings).test_client()
        for name, address in addresses.items():
            response = client.get(address)
            assert response.mimetype == "text/html", address
            (folder / f"{prefix}{name}.html").write_bytes(response.data)
    return folder


PAGES = {
    "first": "/",
    "video": "/videos/wsr",
    "spanish": "/videos/wsr?lang=es",
    "moment": "/videos/wsr?t=91,100",
    "line": "/videos/wsr?t=91",
    "no-time": "/videos/wsr?t=soon",
    "late": "/videos/wsr?t=9999",
    "found": "/videos/wsr?q=workers",
    "quote": "/videos/wsr?q=it+opened+our+ears+and+allowed+us+to+say+this+is+the+path+we+want",
    "nothing": "/videos/wsr?q=zebra",
    "elsewhere": "/videos/yard?q=patio",
    "youtube": "/videos/tube?t=10,20",
    "words-only": "/videos/yard",
    "search": "/search",
    "results": "/search?q=the",
    "narrowed": "/search?q=the&speaker=Narrator&sort=time",
    "no-results": "/search?q=zebra",
    "print": "/videos/wsr/print",
    "not-found": "/videos/nobody",
    "share-open": "/videos/wsr?t=91,100#share",
    "embed": "/embed/wsr?t=91,100&theme=dark",
    "embed-found": "/embed/wsr?q=workers&theme=light",
    "embed-nothing": "/embed/yard?q=zebra",
    "embed-words-only": "/embed/yard",
    "embed-youtube": "/embed/tube",
    "embed-not-found": "/embed/nobody",
}
