"""The frame rate and the offset of a track in video.toml."""

from pathlib import Path

import pytest

from showcase.store.ingest.check import check_folders
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import load_video
from tests.store.made_transcripts import make_video

TABLE = 'title = "A"\n[tracks."captions.en.srt"]\n'
FRAMES = {"captions.en.srt": "1\n01:00:01:20 --> 01:00:03:05\nThe kiln is lit.\n"}


def start_ms(root: Path, line: str) -> int:
    make_video(root, toml=TABLE + line, files=FRAMES)
    (folder,) = scan_folders(root).folders
    record = load_video(root, folder).record
    assert record is not None
    return record.tracks[0].cues[0].start_ms


@pytest.mark.parametrize("rate", ["25", "25.0", '"25"'])
@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        ('"-1:00:00"', 1_800),
        ('"−1:00:00"', 1_800),
        ('"-3600"', 1_800),
        ("-3600", 1_800),
        ("-3600.5", 1_300),
        ('"+0:02.5"', 3_604_300),
        ('"0:02.5"', 3_604_300),
    ],
)
def test_a_track_is_read_with_its_frame_rate_and_offset(
    tmp_path: Path, rate: str, offset: str, expected: int
) -> None:
    assert start_ms(tmp_path, f"frame_rate = {rate}\noffset = {offset}\n") == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("frame_rate = 0", '"0" is not a frame rate'),
        ("frame_rate = true", '"True" is not a frame rate'),
        ('frame_rate = "PAL"', '"PAL" is not a frame rate'),
        ('offset = "an hour"', '"an hour" is not an offset'),
        ("offset = inf", '"inf" is not an offset'),
        ("offset = 01:00:00", '"01:00:00" is not an offset'),
    ],
)
def test_what_cannot_be_meant_is_an_error_with_an_example(
    tmp_path: Path, line: str, message: str
) -> None:
    make_video(tmp_path, toml=TABLE + line, files=FRAMES)
    (fault,) = check_folders(tmp_path).all_faults()
    assert fault.place == "farm/video.toml:3"
    assert message in fault.message
