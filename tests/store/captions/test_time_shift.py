"""The offset of a caption file's clock."""

import pytest

from showcase.core.captions.cues import TimedWord
from showcase.errors import ContentError
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions

BODY = (
    "WEBVTT\n\n00:05.000 --> 00:07.000\nOne <00:06.000>two\n\n"
    "00:10.000 --> 00:12.000\nThree\n\n00:20.000 --> 00:20.000\nFour\n"
)


def read(offset_ms: int) -> CaptionFile:
    return read_captions(BODY.encode(), "a.vtt", ReadOptions(offset_ms=offset_ms))


@pytest.mark.parametrize(
    ("offset_ms", "starts"),
    [(0, [5, 10, 20]), (60_000, [65, 70, 80]), (-5_000, [0, 5, 15]), (2_500, [7.5, 12.5, 22.5])],
)
def test_every_time_is_moved(offset_ms: int, starts: list[float]) -> None:
    file = read(offset_ms)
    assert [cue.start_ms / 1000 for cue in file.cues] == starts
    assert file.cues[0].words == (TimedWord(4, 6_000 + offset_ms),)
    assert file.faults == ()


def test_cues_before_zero_are_told() -> None:
    file = read(-11_000)
    assert [(cue.start_ms, cue.text) for cue in file.cues] == [(0, "Three"), (9_000, "Four")]
    assert [(fault.place, fault.code) for fault in file.faults] == [("a.vtt:3", "before-the-start")]
    assert ("a.vtt:6", "cut-at-start") in [(note.place, note.code) for note in file.notes]


def test_an_offset_that_leaves_no_cue_is_an_error() -> None:
    with pytest.raises(ContentError, match="puts every cue before 0, the last by 0:40"):
        read(-60_000)
