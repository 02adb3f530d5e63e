"""The wheel: what is in it, and that it runs from any directory."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, StartServer, get

pytestmark = pytest.mark.slow

VIDEO_FILES = {
    "video.toml", "captions.en.vtt", "captions.es.vtt", "chapters.en.vtt", "poster.webp",
    "preview.webm", "preview.mp4",
}  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The names of all files in it."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `showcase` of an environment that holds the wheel, and sees our dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    [packages] = folder.glob("lib/python*/site-packages")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder)]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    ours = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "dependencies.pth").write_text("\n".join(ours))
    return folder / "bin" / "showcase"


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_all_folders_outside_the_package_are_in_the_wheel(names: set[str], folder: str) -> None:
    here = {
        f"showcase/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    inside = {name for name in names if name.startswith(f"showcase/{folder}/")}
    assert here
    assert inside == here


def test_every_module_travels(names: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "showcase").rglob("*.py")}
    assert modules == {name for name in names if name.endswith(".py")}


def test_the_languages_of_the_pages_travel(names: set[str]) -> None:
    catalogs = (ROOT / "showcase" / "translations").rglob("*.po")
    here = {path.relative_to(ROOT).as_posix() for path in catalogs}
    assert len(here) > 2
    assert {name for name in names if name.endswith(".po")} == here


def test_the_video_travels_too(names: set[str]) -> None:
    inside = {name.rpartition("/")[2] for name in names if "showcase/transcripts/wsr/" in name}
    assert inside >= VIDEO_FILES


def test_every_license_travels_and_the_metadata_names_them(wheel: Path, names: set[str]) -> None:
    parts = ("vendor/*/LICENSE", "fonts/*-OFL.txt", "fonts/cards/*-OFL.txt")
    theirs = [path for part in parts for path in (ROOT / "static").glob(part)]
    assert {path.parent.name for path in theirs} == {"hls", "fonts", "cards"}
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "LICENSE", *theirs)}
    inside = {name.partition(".dist-info/licenses/")[2] for name in names} - {""}
    assert inside == here
    [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
    with zipfile.ZipFile(wheel) as archive:
        told = archive.read(metadata).decode()
    assert "License-Expression: MIT AND Apache-2.0 AND OFL-1.1\n" in told


def test_nothing_else_travels(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"showcase"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_an_installed_copy_shows_the_wsr_video_from_any_directory(
    installed: Path, start_server: StartServer
) -> None:
    running = start_server(
        command=(str(installed),), PYTHONPATH="", PYTHONSAFEPATH="1", SHOWCASE_TRANSCRIPTS=""
    )
    for path in (
        "/",
        "/videos/wsr",
        "/videos/wsr?q=workers",
        "/videos/wsr/tracks/captions.en.vtt",
        "/videos/wsr/card.png?t=20,27",
        "/videos/wsr/print",
        "/es/videos/wsr",
    ):
        assert get(running.address + path).status == 200
    page = BeautifulSoup(get(f"{running.address}/").body, "html.parser")
    sheets = [str(link["href"]) for link in page.select("link[rel~=stylesheet]")]
    assert sheets
    assert {get(running.address + sheet).status for sheet in sheets} == {200}
    assert running.stop().returncode == 0


def test_an_installed_copy_prints_its_version(installed: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [installed, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("showcase, version ")
