"""Times that count frames."""

import pytest

from showcase.core.timing.frame_rates import parse_frame_rate
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions

SRT = "captions.en.srt"


def read(times: str, rate: str = "", name: str = SRT) -> CaptionFile:
    options = ReadOptions(frame_rate=parse_frame_rate(rate))
    return read_captions(f"1\n{times}\nThe kiln is lit.\n".encode(), name, options)


@pytest.mark.parametrize(
    ("times", "rate", "start_ms", "end_ms"),
    [
        ("00:00:01:20 --> 00:00:03:05", "25", 1800, 3200),
        ("00:01:20:12 --> 00:01:21:00", "29.97", 80_480, 81_081),
        ("00:01:00;02 --> 00:01:02;00", "29.97", 60_060, 61_995),
        ("00:00:01:20-->00:00:03:05 align:start", "25", 1800, 3200),
        ("00:00:01:110 --> 00:00:03:000", "120", 1110, 3000),
        ("00:00:01:500 --> 00:00:03:250", "25", 1500, 3250),
    ],
)
def test_frames_are_converted_with_the_frame_rate(
    times: str, rate: str, start_ms: int, end_ms: int
) -> None:
    file = read(times, rate)
    assert [(cue.start_ms, cue.end_ms) for cue in file.cues] == [(start_ms, end_ms)]
    assert [note.code for note in file.notes if note.code.startswith("frame")] == []


@pytest.mark.parametrize(
    ("times", "start_ms", "rate"),
    [
        ("00:00:01:20 --> 00:00:03:05", 1800, "25"),
        ("00:00:01:20 --> 00:00:03:28", 1667, "30"),
        ("00:00:01:20 --> 00:00:03:48", 1400, "50"),
        ("00:00:01:30 --> 00:00:03:58", 1500, "60"),
        ("00:00:01;20 --> 00:00:03;05", 1668, "29.97"),
        ("00:00:01;20 --> 00:00:03;48", 1400, "50"),
    ],
)
def test_without_a_rate_frames_are_read_as_a_guess_that_is_told(
    times: str, start_ms: int, rate: str
) -> None:
    file = read(times)
    assert file.cues[0].start_ms == start_ms
    (note,) = (note for note in file.notes if note.code == "frames-guessed")
    assert f"read as {rate} frames a second" in note.message
    assert note.place == f"{SRT}:2"
    assert f"frame_rate = {rate}" in note.fix


def test_many_timecodes_without_frame_24_are_of_a_film() -> None:
    cues = (f"{n}\n00:00:{n % 60:02}:00 --> 00:00:{n % 60:02}:{n % 24:02}\na\n" for n in range(90))
    file = read_captions("\n".join(cues).encode(), SRT, ReadOptions())
    assert any("read as 24 frames" in note.message for note in file.notes)


@pytest.mark.parametrize(
    "times",
    [
        "00:00:01:500 --> 00:00:03:20",
        "00:00:01:75 --> 00:00:03:20",
        "00:00:01.20 --> 00:00:03,20",
        "00:01:20 --> 00:01:30",
    ],
)
def test_fractions_of_a_second_are_no_frames(times: str) -> None:
    assert {note.code for note in read(times).notes} == {"nonstandard-times"}


def test_a_frame_that_the_rate_does_not_have_is_noted() -> None:
    file = read("00:00:01:28 --> 00:00:03:00", "25")
    assert [(note.code, note.place) for note in file.notes] == [("frame-too-high", f"{SRT}:2")]


def test_an_offset_counts_frames_as_the_file_does() -> None:
    options = ReadOptions(frame_rate=parse_frame_rate("29.97"), offset_ms=-3_600_000)
    file = read_captions(b"WEBVTT\n\n01:00:10:00 --> 01:00:11:00\na\n", "captions.en.vtt", options)
    assert (file.cues[0].start_ms, file.notes) == (10_010, ())
