"""The length that a recording has, against the length that video.toml and the captions say."""

import wave
from io import BytesIO
from pathlib import Path

import pytest

from showcase.errors import Fault
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.media_length import read_media_length
from showcase.store.ingest.video_loader import load_video
from tests.store.made_transcripts import make_video

VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\nWe kept the hours\n\n00:05.000 --> {end}\nand they were right\n"


def silence(seconds: float) -> bytes:
    """A sound file of silence."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(200)
        sound.writeframes(b"\x80" * round(200 * seconds))
    return file.getvalue()


def read(
    root: Path, toml: str, files: dict[str, bytes], end: str = "00:08.000"
) -> tuple[int, tuple[Fault, ...]]:
    """The length of a video in milliseconds, and the notes on it."""
    captions = {"captions.en.vtt": VTT.format(end=end)}
    make_video(root, toml=f'title = "A"\nlanguage = "en"\n{toml}\n', files={**captions, **files})
    loaded = load_video(root, scan_folders(root).folders[0])
    assert loaded.record is not None
    return loaded.record.video.duration_ms, loaded.notes


def test_a_file_says_how_long_the_recording_is(tmp_path: Path) -> None:
    assert read(tmp_path, 'source = "a.wav"', {"a.wav": silence(12)}) == (12_000, ())


def test_video_toml_counts_before_the_file(tmp_path: Path) -> None:
    toml = 'source = "a.wav"\nduration = "0:10"'
    assert read(tmp_path, toml, {"a.wav": silence(12)}) == (10_000, ())


def test_captions_of_another_recording_are_noted_by_the_file_alone(tmp_path: Path) -> None:
    _, (note,) = read(tmp_path, 'source = "a.wav"', {"a.wav": silence(8)}, end="02:23.000")
    assert (note.code, note.place) == ("after-the-end", "farm/captions.en.vtt")
    assert "end at 2:23, after the end of the recording at 0:08" in note.message


@pytest.mark.parametrize(
    ("toml", "files", "code", "words"),
    [
        ('source = "a.wav"\nduration = "1:00"', {"a.wav": silence(12)}, "other-length",
         'duration is 1:00, and "a.wav" lasts 0:12'),
        ('source = ["a.wav", "b.wav"]', {"a.wav": silence(12), "b.wav": silence(30)}, "lengths-differ",
         '"b.wav" lasts 0:30, and "a.wav" 0:12'),
        ('source = "a.mp4"\nduration = "0:10"', {"a.mp4": b"<html>" * 99}, "unreadable-media",
         '"a.mp4" is not a recording'),
    ],
)  # fmt: skip
def test_lengths_that_do_not_fit_together_are_noted(
    tmp_path: Path, toml: str, files: dict[str, bytes], code: str, words: str
) -> None:
    notes = [note for note in read(tmp_path, toml, files)[1] if note.code == code]
    line = 4 if code == "other-length" else 3
    assert [note.place for note in notes] == [f"farm/video.toml:{line}"]
    assert words in notes[0].message
    assert notes[0].fix


@pytest.mark.parametrize("end", ["00:08.000", "02:23.000"])
def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path, end: str) -> None:
    length, notes = read(tmp_path, 'source = "a.mp4"', {"a.mp4": b"no recording"}, end=end)
    assert length == {"00:08.000": 8_000, "02:23.000": 143_000}[end]
    assert [note.code for note in notes] == ["unreadable-media"]


def test_the_length_of_a_video_is_read(tmp_path: Path) -> None:
    preview = Path("transcripts/wsr")
    lengths = [read_media_length(preview / name) for name in ("preview.webm", "preview.mp4")]
    assert lengths == [161_408, 161_401]
    assert read_media_length(tmp_path / "none.mp4") is None
