"""`showcase export`: what it writes, what it says, what it refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.commands import main

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Rosa>The rules hold.\n"


@pytest.fixture
def transcripts(tmp_path: Path) -> Path:
    folder = tmp_path / "transcripts"
    write_video(folder, "mill")
    return folder


def write_video(folder: Path, slug: str, keys: str = "") -> None:
    (folder / slug).mkdir(parents=True, exist_ok=True)
    (folder / slug / "video.toml").write_text(f'title = "Of {slug}"\n{keys}\n')
    (folder / slug / "captions.en.vtt").write_text(CAPTIONS)


def export(transcripts: Path, *arguments: str, url: str = "https://me.example/a/") -> Result:
    environ = {
        "SHOWCASE_TRANSCRIPTS": str(transcripts),
        "SHOWCASE_STATE": str(transcripts.parent / "state"),
        "SHOWCASE_URL": url,
    }
    folder = transcripts.parent / "site"
    return CliRunner(env=environ).invoke(main, ["export", str(folder), *arguments])


def test_it_writes_the_site_and_says_what_is_not_in_it(transcripts: Path) -> None:
    write_video(transcripts, "quince", "listed = false")
    write_video(transcripts, "sorb", "publish_on = 2999-01-02T03:04:00Z")
    result = export(transcripts, "--base-url", "https://other.example/")
    assert result.exit_code == 0, result.output
    first, *lines = result.stdout.splitlines()
    assert first.endswith(f"s: {transcripts.parent / 'site'}")
    assert lines[:2] == [
        "Not in it, because they are not listed: quince.",
        "Not in it before 2999-01-02 03:04 UTC: sorb.",
    ]
    assert "oEmbed" in lines[2]
    page = (transcripts.parent / "site" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://other.example/videos/mill/">' in page


def test_without_an_address_it_asks_for_one(transcripts: Path) -> None:
    result = export(transcripts, url="")
    assert result.exit_code == 2
    assert "--base-url https://me.github.io/archive/" in result.stderr
    assert not (transcripts.parent / "site").exists()


@pytest.mark.parametrize(
    "address", ["me.github.io", "ftp://me.example/", "https://me.example/?a=b"]
)
def test_what_is_no_address_is_refused(transcripts: Path, address: str) -> None:
    result = export(transcripts, "--base-url", address)
    assert result.exit_code == 2
    assert "is no address of a site" in result.stderr


def test_a_folder_of_something_else_is_refused_before_anything_is_built(transcripts: Path) -> None:
    site = transcripts.parent / "site"
    site.mkdir()
    (site / "letter.txt").write_text("mine")
    result = export(transcripts)
    assert result.exit_code == 1
    assert "no export wrote" in result.stderr
    assert not (transcripts.parent / "state").exists()
    assert [path.name for path in site.iterdir()] == ["letter.txt"]


@pytest.mark.slow
def test_what_was_withdrawn_is_gone_with_the_next_export(transcripts: Path) -> None:
    write_video(transcripts, "quince")
    export(transcripts)
    site = transcripts.parent / "site"
    assert (site / "videos" / "quince").exists()
    write_video(transcripts, "quince", "withdrawn = true")
    result = export(transcripts)
    assert "Removed, because the site does not have them any more: " in result.stdout
    left = [path for path in site.rglob("*") if "quince" in path.name]
    left += [path for path in site.rglob("*") if path.is_file() and b"quince" in path.read_bytes()]
    assert left == []


@pytest.mark.slow
def test_a_page_that_somebody_changed_is_named(transcripts: Path) -> None:
    write_video(transcripts, "quince")
    export(transcripts)
    page = transcripts.parent / "site" / "videos" / "quince" / "index.html"
    page.write_text("changed")
    write_video(transcripts, "quince", "withdrawn = true")
    result = export(transcripts)
    assert result.exit_code == 1
    assert "videos/quince/index.html: This is not part of the site any more" in result.stderr
    assert page.read_text() == "changed"
