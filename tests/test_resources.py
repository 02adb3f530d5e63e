"""The version of the program, which is part of every ETag and of the key of every card."""

import shutil
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from showcase import resources
from showcase.resources import hash_folder, program_version
from tests.conftest import ROOT

# Seconds of this process's own time: 20 ms were measured.
START_S = 0.15

Version = Callable[[], str]


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def rename(folder: Path) -> None:
    folder.rename(folder.with_name(f"{folder.name}-MX"))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    for folder in ("showcase", "templates", "static"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture
def version(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Version:
    """What the program in the copy of the checkout would say of itself, were it started now."""
    monkeypatch.setattr(resources, "_PACKAGE_FOLDER", checkout / "showcase")
    return program_version.__wrapped__


class TestProgramVersion:
    @pytest.mark.parametrize(
        ("name", "change"),
        [
            ("showcase/web/video/page.py", append),
            ("showcase/core/cards/layout.py", append),
            ("showcase/translations/es/LC_MESSAGES/messages.po", append),
            ("showcase/translations/es", rename),
            ("templates/video.html", append),
            ("templates/parts", rename),
            ("static/css/tokens.css", append),
            ("static/fonts/cards/noto-sans.ttf", append),
            ("static/fonts/cards/coverage.json", append),
            ("static/img/mark.svg", append),
        ],
    )
    def test_changes_with_a_file_or_its_place(
        self, checkout: Path, version: Version, name: str, change: Callable[[Path], None]
    ) -> None:
        before = version()
        change(checkout / name)
        assert version() != before

    @pytest.mark.parametrize("library", ["babel", "jinja2", "pillow"])
    def test_changes_with_the_version_of_a_library(
        self, version: Version, monkeypatch: pytest.MonkeyPatch, library: str
    ) -> None:
        before, real = version(), metadata.version
        monkeypatch.setattr(
            metadata, "version", lambda name: "99" if name == library else real(name)
        )
        assert version() != before

    def test_does_not_depend_on_files_that_python_writes(
        self, checkout: Path, version: Version
    ) -> None:
        before = version()
        (checkout / "showcase" / "__pycache__").mkdir()
        (checkout / "showcase" / "__pycache__" / "app.cpython-311.pyc").write_bytes(b"")
        assert version() == before

    def test_is_the_same_wherever_the_program_is(
        self, checkout: Path, version: Version, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = version()
        installed = shutil.copytree(checkout / "showcase", tmp_path / "showcase")
        for folder in ("templates", "static"):
            shutil.copytree(checkout / folder, installed / folder)
        monkeypatch.setattr(resources, "_PACKAGE_FOLDER", installed)
        assert version() == before

    def test_stays_the_same_while_nothing_changes(self, version: Version) -> None:
        assert version() == version()

    def test_is_computed_once_and_fast(self, monkeypatch: pytest.MonkeyPatch) -> None:
        program_version.cache_clear()
        before = time.process_time()
        known = program_version()
        assert time.process_time() - before < START_S
        monkeypatch.setattr(resources, "hash_folder", None)
        assert program_version() == known


def test_a_folder_is_hashed_by_the_names_and_bytes_of_its_files(tmp_path: Path) -> None:
    page, module = tmp_path / "page.html", tmp_path / "page.py"
    page.write_text("<p>", "utf-8")
    module.write_text("", "utf-8")
    before = hash_folder(tmp_path, "*.html", "*.py")
    assert hash_folder(tmp_path, "*.py", "*.html") == before
    page.write_text("<b>", "utf-8")
    assert hash_folder(tmp_path, "*.html", "*.py") != before
