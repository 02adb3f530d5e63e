"""The folder of an exported site: written whole, brought up to date, and nothing of others removed."""

from collections.abc import Iterator, Mapping
from errno import ENOSPC
from pathlib import Path

import pytest

from showcase.store.static_site.export_folder import (
    ExportChanges,
    draft_site,
    publish_draft,
)
from showcase.store.static_site.export_manifest import MANIFEST_NAME, ExportError, read_manifest

FIRST = {"index.html": b"first", "videos/a/index.html": b"a", "videos/b/index.html": b"b"}


def export(folder: Path, files: Mapping[str, bytes]) -> ExportChanges:
    with draft_site(folder) as draft:
        for name, body in files.items():
            assert draft.write(name, [body[:2], body[2:]]) == len(body)
        return publish_draft(draft, folder)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST_NAME
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_a_new_folder_gets_all_files_and_their_list(folder: Path) -> None:
    assert export(folder, FIRST) == ExportChanges()
    assert files_in(folder) == FIRST
    assert (read_manifest(folder) or {}).keys() == FIRST.keys()
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_an_empty_folder_is_filled(folder: Path) -> None:
    folder.mkdir()
    export(folder, FIRST)
    assert files_in(folder) == FIRST


def test_what_is_no_longer_there_is_removed_with_its_folders(folder: Path) -> None:
    export(folder, FIRST)
    changes = export(folder, {"index.html": b"second", "videos/a/index.html": b"a"})
    assert changes == ExportChanges(removed=("videos/b/index.html",))
    assert files_in(folder) == {"index.html": b"second", "videos/a/index.html": b"a"}
    assert not (folder / "videos" / "b").exists()
    assert (read_manifest(folder) or {}).keys() == files_in(folder).keys()


def test_files_of_others_are_left_alone(folder: Path) -> None:
    export(folder, FIRST)
    (folder / "CNAME").write_text("example.org")
    (folder / "videos" / "b" / "note.txt").write_text("mine")
    export(folder, {"index.html": b"second"})
    assert files_in(folder) == {
        "index.html": b"second", "CNAME": b"example.org", "videos/b/note.txt": b"mine"
    }  # fmt: skip


def test_a_file_that_somebody_changed_is_told_and_kept_until_it_is_removed(folder: Path) -> None:
    export(folder, FIRST)
    (folder / "videos" / "b" / "index.html").write_text("changed")
    for _ in range(2):
        changes = export(folder, {"index.html": b"second"})
        assert changes.kept == ("videos/b/index.html",)
    (folder / "videos" / "b" / "index.html").unlink()
    assert export(folder, {"index.html": b"second"}) == ExportChanges()


def test_a_file_that_did_not_change_is_not_written_again(folder: Path) -> None:
    export(folder, FIRST)
    before = (folder / "index.html").stat().st_ino
    export(folder, {**FIRST, "videos/a/index.html": b"new"})
    assert (folder / "index.html").stat().st_ino == before
    assert files_in(folder)["videos/a/index.html"] == b"new"


def test_a_link_in_the_place_of_a_file_is_replaced_and_what_it_leads_to_is_left(
    folder: Path, tmp_path: Path
) -> None:
    export(folder, FIRST)
    other = tmp_path / "other"
    other.write_bytes(b"b")
    (folder / "videos" / "b" / "index.html").unlink()
    (folder / "videos" / "b" / "index.html").symlink_to(other)
    export(folder, {"index.html": b"second"})
    assert other.read_bytes() == b"b"


def test_a_folder_of_something_else_is_refused(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(ExportError, match="no export wrote"):
        export(folder, FIRST)
    assert files_in(folder) == {"letter.txt": b"mine"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"format": 2, "files": {}}', '{"format": 1, "files": {"../a": "0"}}',
     '{"format": 1, "files": {"/etc/passwd": "0"}}', '{"format": 1, "files": 1}'],
)  # fmt: skip
def test_a_list_that_cannot_be_read_removes_nothing(folder: Path, text: str) -> None:
    export(folder, FIRST)
    (folder / MANIFEST_NAME).write_text(text)
    with pytest.raises(ExportError, match="cannot be read"):
        export(folder, {"index.html": b"second"})
    assert files_in(folder) == FIRST


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(ExportError, match="no folder"):
        export(folder, FIRST)
    assert folder.read_text() == "a file"


@pytest.mark.parametrize("other", ["index.html", "index.html/b"])
def test_two_addresses_cannot_have_one_file(folder: Path, other: str) -> None:
    with draft_site(folder) as draft:
        draft.write("index.html", [b"a"])
        with pytest.raises(ExportError, match="Two addresses"):
            draft.write(other, [b"b"])
    assert not any(folder.parent.iterdir())


def test_an_export_that_fails_leaves_what_was_there(folder: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise OSError(ENOSPC, "No space left on device")

    export(folder, FIRST)
    with pytest.raises(ExportError, match="No space left"), draft_site(folder) as draft:
        draft.write("index.html", broken())
    assert files_in(folder) == FIRST
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_what_was_interrupted_is_gone_on_with(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(folder, FIRST)
    module = "showcase.store.static_site.export_folder"
    with monkeypatch.context() as patched:
        patched.setattr(f"{module}._remove_obsolete", _fail)
        with pytest.raises(ZeroDivisionError):
            export(folder, {"index.html": b"second", "new.html": b"new"})
    changes = export(folder, {"index.html": b"third"})
    assert set(changes.removed) == {"videos/a/index.html", "videos/b/index.html", "new.html"}
    assert files_in(folder) == {"index.html": b"third"}


def _fail(*_: object) -> ExportChanges:
    raise ZeroDivisionError
