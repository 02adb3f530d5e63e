"""Transcripts and chapters in text among the files of a video."""

from pathlib import Path

import pytest

from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.video_loader import load_video
from tests.store.made_transcripts import LINES, make_video, vtt

TEXT = "We came in the spring.\n\nAll of us came, with our tools."
TOML = 'title = "On the farm"\nduration = "2:00"\n'


def load(root: Path, files: dict[str, str | bytes], toml: str = TOML) -> LoadedVideo:
    make_video(root, toml=toml, files=files)
    return load_video(root, scan_folders(root).folders[0])


def test_a_text_without_times_is_spread_over_the_length_of_the_recording(tmp_path: Path) -> None:
    read = load(tmp_path, {"captions.en.txt": TEXT})
    assert read.record is not None
    (track,) = read.record.tracks
    assert (track.track.timing, track.cues[0].start_ms, track.cues[-1].end_ms) == (
        "spread",
        0,
        120_000,
    )
    assert [note.code for note in read.notes] == ["spread-times"]


SPANISH_TEXT = "Llegamos en la primavera con nuestras herramientas.\n\nNadie nos preguntó nada."
UNTIMED_TOML = """\
title = "On the farm"
[[quotes]]
text = "All of us came, with our tools"
"""


def test_without_a_length_it_is_published_without_times(tmp_path: Path) -> None:
    read = load(tmp_path, {"captions.en.txt": TEXT}, UNTIMED_TOML)
    assert read.record is not None
    video = read.record.video
    assert (video.tracks[0].timing, video.duration_ms) == ("none", 0)
    assert [quote.moment for quote in video.quotes] == [None]
    assert [note.code for note in read.notes] == ["no-times"]


def test_chapters_alone_do_not_tell_how_long_a_recording_is(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"captions.en.txt": TEXT, "chapters.en.vtt": vtt(LINES)}
    record = load(tmp_path, files, UNTIMED_TOML).record
    assert record is not None
    assert record.video.duration_ms == 0
    assert len(record.video.chapters) == len(LINES)


def test_a_translation_without_times_is_not_compared_with_the_times_of_the_original(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        "captions.en.vtt": vtt(LINES),
        "captions.es.txt": SPANISH_TEXT * 30,
    }
    read = load(tmp_path, files, 'title = "On the farm"\n')
    assert [(note.place, note.code) for note in read.notes] == [
        ("farm/captions.es.txt", "no-times")
    ]
    assert read.record is not None
    assert [track.timing for track in read.record.video.tracks] == ["exact", "none"]


@pytest.mark.parametrize("toml", [TOML, UNTIMED_TOML])
def test_times_that_come_later_replace_it(tmp_path: Path, toml: str) -> None:
    for more in ({}, {"captions.en.vtt": vtt(LINES)}):
        record = load(tmp_path, {"captions.en.txt": TEXT, **more}, toml).record
        assert record is not None
        assert (record.video.tracks[0].timing == "exact") is bool(more)


def test_a_file_with_times_counts_before_one_without(tmp_path: Path) -> None:
    read = load(tmp_path, {"captions.en.txt": TEXT, "captions.en.srt": vtt(LINES)})
    assert read.record is not None
    assert [track.file for track in read.record.video.tracks] == ["captions.en.srt"]
    assert "it has times" in str([note for note in read.notes if note.code == "second-file"])


def test_the_last_chapter_of_a_list_ends_with_the_recording(tmp_path: Path) -> None:
    chapters = "0:00 Intro\n0:01 Middle\n0:02 End"
    files: dict[str, str | bytes] = {"captions.en.vtt": vtt(LINES), "chapters.en.txt": chapters}
    for toml, end_ms in ((TOML, 120_000), ('title = "A"\n', None)):
        record = load(tmp_path, files, toml).record
        assert record is not None
        assert record.video.chapters[-1].end_ms == (end_ms or record.video.duration_ms)
