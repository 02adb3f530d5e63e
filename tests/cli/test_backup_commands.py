"""showcase backup and showcase restore: the folder is byte by byte what it was, and undo takes that back."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli import questions
from showcase.cli.commands import ExitCode, main
from tests.conftest import ROOT


class Owner:
    """Somebody with an archive."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.root = Path(environ["SHOWCASE_TRANSCRIPTS"])
        self.tar = folder / "site.tar"
        self._environ = environ

    def run(
        self, *arguments: str, answer: str | bytes = "", code: int = ExitCode.SUCCESS
    ) -> Result:
        result = CliRunner().invoke(main, arguments, input=answer, env=self._environ)
        assert result.exit_code == code, result.output
        return result

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_text(text)

    def content(self) -> dict[str, tuple[bytes, int]]:
        """Bytes and time of every file, but for what undo keeps."""
        return {
            name: (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
            and not (name := path.relative_to(self.root).as_posix()).startswith(".showcase/")
        }


@pytest.fixture
def owner(tmp_path: Path, environ: dict[str, str]) -> Owner:
    owner = Owner(tmp_path, environ)
    owner.write("orchard/take.webm", "recording" * 10_000)
    owner.write("site.toml", 'name = "Orchard"\n')
    for path in owner.root.rglob("*.*"):
        # A float of seconds cannot hold these nanoseconds.
        os.utime(path, ns=(1_700_000_000_374_284_999, 1_700_000_000_374_284_999))
    return owner


def change(owner: Owner) -> None:
    """A file is changed with its length, one is removed, a video is new."""
    captions = owner.root / "orchard" / "captions.en.vtt"
    captions.write_text(captions.read_text().replace("rules", "fools"))
    (owner.root / "site.toml").unlink()
    owner.write("mill/video.toml", 'title = "Mill"\n')


def test_the_folder_is_what_it_was_and_undo_takes_that_back(owner: Owner) -> None:
    before = owner.content()
    assert "4 files of" in owner.run("backup", str(owner.tar)).output
    change(owner)
    changed = owner.content()
    said = owner.run("restore", str(owner.tar), "--yes").output
    assert "  comes back  site.toml\n" in said
    assert "  becomes what it was  orchard/captions.en.vtt\n" in said
    assert "  goes  mill/video.toml\n" in said
    assert owner.content() == before
    assert not (owner.root / "mill").exists()
    owner.run("undo", "--yes")
    assert {name: data for name, (data, _) in owner.content().items()} == {
        name: data for name, (data, _) in changed.items()
    }


def test_a_new_machine_begins_with_an_empty_folder(owner: Owner) -> None:
    before = owner.content()
    owner.run("backup", str(owner.tar))
    owner.root.rename(owner.root.with_name("burnt"))
    owner.root.mkdir()
    owner.run("restore", str(owner.tar), "--yes")
    assert owner.content() == before
    assert "Nothing is to be changed" in owner.run("restore", str(owner.tar), "--yes").output


def test_the_whole_example_comes_back(owner: Owner, tmp_path: Path) -> None:
    example = {"SHOWCASE_TRANSCRIPTS": str(ROOT / "transcripts")}
    result = CliRunner().invoke(main, ["backup", str(owner.tar)], env=example)
    assert result.exit_code == ExitCode.SUCCESS, result.output
    owner.run("restore", str(owner.tar), "--yes")
    wanted = Owner(tmp_path, example).content()
    assert owner.content() == wanted
    assert len(wanted) > 5


def test_a_backup_goes_through_a_pipe(owner: Owner) -> None:
    before = owner.content()
    sent = owner.run("backup", "-").stdout_bytes
    change(owner)
    owner.run("restore", "-", "--yes", answer=sent)
    assert owner.content() == before


def test_it_asks_and_no_is_no(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.run("backup", str(owner.tar))
    change(owner)
    changed = owner.content()
    refused = owner.run("restore", str(owner.tar), code=ExitCode.ERROR)
    assert "say --yes" in refused.output
    monkeypatch.setattr(questions, "has_terminal", lambda: True)
    assert "Nothing was changed." in owner.run("restore", str(owner.tar), answer="n\n").output
    assert owner.content() == changed


def test_only_the_owner_can_read_it_and_it_writes_over_nothing(owner: Owner) -> None:
    owner.run("backup", str(owner.tar))
    assert owner.tar.stat().st_mode & 0o777 == 0o600
    assert "There is such a file" in owner.run("backup", str(owner.tar), code=1).output
    assert [path.name for path in owner.tar.parent.glob("site.tar*")] == ["site.tar"]


def test_gz_makes_it_smaller(owner: Owner) -> None:
    owner.run("backup", str(owner.tar))
    owner.run("backup", f"{owner.tar}.gz")
    assert Path(f"{owner.tar}.gz").stat().st_size * 10 < owner.tar.stat().st_size
    change(owner)
    owner.run("restore", f"{owner.tar}.gz", "--yes")
    assert not (owner.root / "mill").exists()


def test_an_interrupted_backup_leaves_nothing_of_its_name(owner: Owner) -> None:
    (owner.root / "orchard" / "gone.mp4").symlink_to("/none")
    assert "gone.mp4: It is no file" in owner.run("backup", str(owner.tar), code=1).output
    assert list(owner.tar.parent.glob("site.tar*")) == []


def test_a_backup_that_cannot_be_used_changes_nothing(owner: Owner, tmp_path: Path) -> None:
    before = owner.content()
    owner.tar.write_bytes(b"no tar")
    assert "site.tar: It cannot be read" in owner.run("restore", str(owner.tar), code=1).output
    assert "none.tar: It cannot be read" in owner.run(
        "restore", str(tmp_path / "none.tar"), code=1
    ).output.replace(str(tmp_path), "")
    assert owner.content() == before
    assert list(owner.root.glob(".*")) == []


def test_what_was_withdrawn_since_is_named(owner: Owner) -> None:
    owner.write("orchard/video.toml", 'title = "The orchard"\n')
    owner.run("backup", str(owner.tar))
    owner.write("orchard/video.toml", 'title = "The orchard"\nwithdrawn = true\n')
    said = owner.run("restore", str(owner.tar), "--yes").output
    assert "orchard/video.toml: It withdraws something now, and did not then" in said


def test_a_folder_in_the_place_of_a_file_is_named(owner: Owner) -> None:
    owner.run("backup", str(owner.tar))
    (owner.root / "site.toml").unlink()
    (owner.root / "site.toml").mkdir()
    before = owner.content()
    said = owner.run("restore", str(owner.tar), "--yes", code=1).output
    assert "site.toml: What is there is a file and was a folder" in said
    assert owner.content() == before


def test_what_a_stopped_restore_unpacked_is_removed(owner: Owner) -> None:
    owner.run("backup", str(owner.tar))
    owner.write(".restore-abc/0", "left over")
    owner.run("restore", str(owner.tar), "--yes")
    assert list(owner.root.glob(".restore-*")) == []


def test_many_files_are_counted_and_not_listed(owner: Owner) -> None:
    owner.run("backup", str(owner.tar))
    for number in range(25):
        owner.write(f"mill/{number:02}.txt", "x")
    said = owner.run("restore", str(owner.tar), "--yes").output
    assert said.count("  goes  ") == 21
    assert "… and 5 more" in said
