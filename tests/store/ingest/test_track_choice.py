"""Which files count: of two of one language, among stray files, and by their place and size."""

import os
from pathlib import Path

import pytest

from benchmarks.captions.writers import Spoken, write_ass, write_ttml
from showcase.errors import Fault
from showcase.store.ingest.check import VideoCheck, check_folders
from showcase.store.ingest.file_guard import find_refusal
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.video_loader import load_video

LONG = " ".join(["we walk to the farm and talk"] * 12)
AUTO = f"WEBVTT\n\n00:01.000 --> 00:09.000\n{LONG}\n"
PERSON = f"WEBVTT\n\n00:01.000 --> 00:09.000\n{LONG.replace(' and', ', and')}.\n"
NAMED = PERSON.replace("we walk", "<v Rosa>We walk", 1)
TIMED = PERSON.replace("to the", "to <00:02.000>the", 1)
SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n"
YOUTUBE = "WEBVTT\n\n00:01.000 --> 00:03.000\nwe<00:01.500><c> walk</c><00:02.000><c> there</c>\n"
BROKEN = PERSON + "\n00:10.000 --> x:00\nlost\n"


def make_video(root: Path, files: dict[str, str | bytes]) -> None:
    folder = root / "farm"
    folder.mkdir(exist_ok=True)
    (folder / "video.toml").write_text("title = 'A'\nlanguage = 'en'\n")
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def load(root: Path) -> LoadedVideo:
    (folder,) = scan_folders(root).folders
    return load_video(root, folder)


def check(root: Path) -> VideoCheck:
    (video,) = check_folders(root).videos
    return video


def codes(faults: tuple[Fault, ...]) -> set[str]:
    return {fault.code for fault in faults}


CHOICES: list[tuple[str, str, dict[str, str | bytes]]] = [
    (
        "a person's before a machine's, by name",
        "captions.en.vtt",
        {"captions.en.vtt": PERSON, "captions.en-orig.vtt": PERSON},
    ),
    (
        "a person's before a machine's, by content",
        "captions.en.srt",
        {"captions.en.vtt": AUTO, "captions.en.srt": SRT},
    ),
    (
        "the original before what is too short to tell",
        "captions.en-orig.vtt",
        {"captions.en.srt": SRT, "captions.en-orig.vtt": PERSON},
    ),
    (
        "of a language without spaces too",
        "captions.en.vtt",
        {"captions.en.vtt": PERSON.replace(LONG, "農" * 300), "captions.en-orig.vtt": AUTO},
    ),
    (
        "a short file before a machine's translation",
        "captions.en.srt",
        {"captions.en.srt": SRT, "captions.en.auto.vtt": AUTO},
    ),
    (
        "the original before few words with YouTube's times",
        "captions.en-orig.vtt",
        {"captions.en.vtt": YOUTUBE, "captions.en-orig.vtt": YOUTUBE},
    ),
    (
        "of two machines' the original",
        "captions.en-orig.vtt",
        {"captions.en.vtt": AUTO, "captions.en-orig.vtt": AUTO},
    ),
    (
        "all speech before signs",
        "captions.en.srt",
        {"captions.en.srt": SRT, "captions.en.forced.vtt": NAMED},
    ),
    (
        "a whole file before a damaged one",
        "captions.en.srt",
        {"captions.en.srt": SRT, "captions.en.vtt": BROKEN},
    ),
    (
        "the one that names speakers",
        "subtitles.en.vtt",
        {"captions.en.ttml": write_ttml([Spoken(1, 9, ("One.",))]), "subtitles.en.vtt": NAMED},
    ),
    (
        "the one with times of words",
        "captions.en.vtt",
        {"captions.en.vtt": TIMED, "captions.en.ass": write_ass([Spoken(10, 20, ("One.",))])},
    ),
    (
        "the richer format",
        "captions.en.vtt",
        {"captions.en.srt": SRT, "captions.en.vtt": PERSON},
    ),
    (
        "a readable one before one that is no captions",
        "captions.en.vtt",
        {"captions.en.json": "{}", "captions.en.vtt": PERSON},
    ),
    (
        "the first name among equals",
        "captions.en.vtt",
        {"captions.en.vtt": PERSON, "subtitles.en.vtt": PERSON},
    ),
]


@pytest.mark.parametrize(
    ("name", "files"), [row[1:] for row in CHOICES], ids=[row[0] for row in CHOICES]
)
def test_of_two_files_of_one_language_one_counts_and_the_other_is_noted(
    tmp_path: Path, name: str, files: dict[str, str | bytes]
) -> None:
    make_video(tmp_path, files)
    loaded = load(tmp_path)
    assert loaded.faults == ()
    assert loaded.record
    assert [track.file for track in loaded.record.video.tracks] == [name]
    (other,) = set(files) - {name}
    (note,) = [note for note in loaded.notes if note.code == "second-file"]
    assert note.place == f"farm/{other}"
    assert name in note.message


def test_an_underscore_in_a_language_is_read_and_noted(tmp_path: Path) -> None:
    make_video(tmp_path, {"captions.en_US.vtt": PERSON})
    found = check(tmp_path)
    assert found.faults == ()
    (note,) = [note for note in found.notes if note.code == "underscore-tag"]
    assert (note.place, note.fix) == ("farm/captions.en_US.vtt", "rename it to captions.en-US.vtt")


def test_a_machines_file_does_not_take_the_place_of_a_persons_that_cannot_be_read(
    tmp_path: Path,
) -> None:
    make_video(tmp_path, {"captions.en.vtt": "<html>", "captions.en-orig.vtt": AUTO})
    assert "not-captions" in codes(load(tmp_path).faults)


def test_files_of_two_languages_are_both_tracks(tmp_path: Path) -> None:
    make_video(tmp_path, {"captions.en.vtt": PERSON, "captions.es-orig.vtt": AUTO})
    loaded = load(tmp_path)
    assert loaded.record
    assert [track.language for track in loaded.record.video.tracks] == ["en", "es"]


def test_stray_files_are_noted_and_block_nobody(tmp_path: Path) -> None:
    strays = [".DS_Store", "._captions.en.vtt", "captions.en (1).srt", "captions.en.vtt~"]
    make_video(tmp_path, {"captions.en.vtt": PERSON, **dict.fromkeys(strays, b"\0\1")})
    found = check(tmp_path)
    assert found.faults == ()
    stray = [note.place for note in found.notes if note.code == "stray-file"]
    assert stray == [f"farm/{name}" for name in strays]


def test_a_stray_file_beside_the_folders_blocks_nobody(tmp_path: Path) -> None:
    make_video(tmp_path, {"captions.en.vtt": PERSON})
    (tmp_path / "captions.en (1).srt").write_text(SRT)
    assert scan_folders(tmp_path).faults == ()


def test_a_link_out_of_the_folder_is_named_and_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.vtt"
    outside.write_text(PERSON)
    root = tmp_path / "transcripts"
    root.mkdir()
    make_video(root, {})
    (root / "farm" / "captions.en.vtt").symlink_to(outside)
    (fault,) = load(root).faults
    assert (fault.place, fault.code) == ("farm/captions.en.vtt", "outside-link")


def test_a_folder_that_is_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "transcripts"
    root.mkdir()
    make_video(tmp_path, {"captions.en.vtt": PERSON})
    (root / "farm").symlink_to(tmp_path / "farm")
    assert codes(load(root).faults) == {"outside-link"}


def test_a_link_inside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "all.vtt").write_text(PERSON)
    make_video(tmp_path, {})
    (tmp_path / "farm" / "captions.en.vtt").symlink_to(tmp_path / "shared" / "all.vtt")
    (farm,) = [folder for folder in scan_folders(tmp_path).folders if folder.name == "farm"]
    assert load_video(tmp_path, farm).record


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path, make: object) -> None:
    make_video(tmp_path, {"captions.es.vtt": PERSON})
    assert callable(make)
    make(tmp_path / "farm" / "captions.en.vtt")
    (fault,) = load(tmp_path).faults
    assert (fault.place, fault.code) == ("farm/captions.en.vtt", "not-a-file")


def test_a_dead_link_is_named(tmp_path: Path) -> None:
    make_video(tmp_path, {"captions.es.vtt": PERSON})
    (tmp_path / "farm" / "captions.en.vtt").symlink_to(tmp_path / "gone")
    assert codes(load(tmp_path).faults) == {"not-a-file"}


def test_a_pipe_for_a_text_file_is_not_waited_for(tmp_path: Path) -> None:
    make_video(tmp_path, {"captions.en.vtt": PERSON})
    os.mkfifo(tmp_path / "site.toml")
    assert codes(scan_folders(tmp_path).faults) == {"not-a-file"}


def test_an_enormous_file_is_refused_by_its_size_without_being_opened(tmp_path: Path) -> None:
    make_video(tmp_path, {})
    path = tmp_path / "farm" / "captions.en.vtt"
    with path.open("wb") as file:
        file.truncate(2**30)
    path.chmod(0)
    (fault,) = load(tmp_path).faults
    assert (fault.place, fault.code) == ("farm/captions.en.vtt", "file-too-large")


def test_a_device_is_refused(tmp_path: Path) -> None:
    refusal = find_refusal(Path("/dev"), Path("/dev/null"))
    assert refusal
    assert refusal.code == "not-a-file"
    assert find_refusal(tmp_path, Path("/dev/null"))
