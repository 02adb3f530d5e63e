"""Names that several videos have: a letter off, or with one address."""

from pathlib import Path

import pytest

from showcase.errors import Fault
from showcase.store.ingest.check import check_folders
from showcase.store.snapshots.builder import build_snapshot
from showcase.store.snapshots.manifest import read_manifest
from showcase.store.snapshots.state_folder import StateFolder
from tests.store.made_transcripts import make_video


def notes(root: Path, *keys: str) -> list[Fault]:
    for number, key in enumerate(keys):
        make_video(root, f"v{number}", f'title = "Video {number}"\n{key}\n')
    report = check_folders(root)
    assert report.all_faults() == ()
    return list(report.notes)


@pytest.mark.parametrize(
    ("key", "code"), [("topics", "misspelt-topic"), ("series", "misspelt-series")]
)
def test_a_name_that_is_a_letter_off_is_a_note_with_its_line(
    tmp_path: Path, key: str, code: str
) -> None:
    right, wrong = f'{key} = ["Land rights"]', f'summary = "A"\n{key} = ["Water", "Land right"]'
    (note,) = notes(tmp_path, right, wrong, right)
    assert (note.file, note.line, note.code) == ("v1/video.toml", 3, code)
    assert note.fix.startswith('write "Land rights"')


PERSON = '[[people]]\nname = "Ana Reyes"\n'


@pytest.mark.parametrize(
    ("other", "line"),
    [
        (PERSON, 3),
        (f'{PERSON}organization = "River Watch"', 3),
        ('[[people]]\nname = "Bo"\n[[people]]\nname = "Ana Réyes"\norganization = "Pickers"', 5),
    ],
)
def test_people_with_one_address_are_noted(tmp_path: Path, other: str, line: int) -> None:
    # Nobody is named in the captions, so that all people may speak.
    one = f'{PERSON}organization = "Pickers"'
    for number, keys in enumerate((one, other)):
        files = {"captions.en.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n"}
        make_video(tmp_path, f"v{number}", f'title = "V"\n{keys}\n', files)
    (note,) = check_folders(tmp_path).notes
    assert note.code == "shared-name"
    assert (note.file, note.line) in {("v0/video.toml", 3), ("v1/video.toml", line)}
    assert "/speakers/ana-reyes, which shows both" in note.message


def test_names_that_differ_in_case_alone_are_noted_once(tmp_path: Path) -> None:
    found = notes(tmp_path, 'topics = "Land Rights"', 'topics = "Land rights"')
    assert [note.code for note in found] == ["misspelt-topic"]


def test_organizations_that_differ_in_an_accent_are_noted(tmp_path: Path) -> None:
    tables = [f'[[organizations]]\nname = "{name}"' for name in ("Unión Rural", "Union Rural")]
    (note,) = notes(tmp_path, *tables)
    assert (note.code, note.line) == ("shared-name", 3)


def test_what_is_published_has_the_same_notes_and_loses_them_when_it_is_right(
    tmp_path: Path,
) -> None:
    root, state = tmp_path / "t", tmp_path / "s"
    expected = notes(root, 'topics = "Land rights"', 'topics = "Land right"')

    def published() -> tuple[Fault, ...]:
        built = build_snapshot(root, state)
        return read_manifest(StateFolder(state).snapshot_folder(built.id)).notes

    assert list(published()) == expected
    assert list(published()) == expected
    make_video(root, "v1", 'title = "Video 1"\ntopics = "Land rights"\n# right\n')
    assert published() == ()
