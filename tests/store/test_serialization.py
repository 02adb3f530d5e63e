"""Values as JSON, and back."""

import json

import pytest

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.catalog.models import Track, Video
from showcase.store.records import TrackCues, VideoRecord
from showcase.store.serialization import InvalidJsonError, from_json, to_json

CUES = (
    Cue(1_000, 2_000, "Shade\nand water", "Ana Reyes", turn=True, words=(TimedWord(6, 1_500),)),
    Cue(2_000, 3_000, "[জল]", sound=True),
)
RECORD = VideoRecord(
    Video("farm", "Farm", "en"), (TrackCues(Track("captions", "en", "English"), CUES),)
)


def test_a_value_comes_back_as_it_was() -> None:
    assert from_json(VideoRecord, to_json(RECORD)) == RECORD


def test_a_cue_is_an_array_without_the_names_of_its_fields() -> None:
    assert json.loads(to_json(CUES)) == [
        [1_000, 2_000, "Shade\nand water", "Ana Reyes", True, False, [[6, 1_500]], []],
        [2_000, 3_000, "[জল]", None, False, True, [], []],
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b'{"video": ',
        b"[]",
        b'{"tracks": []}',
        to_json(RECORD).replace(b"1000", b'"1000"'),
        to_json(RECORD).replace(b'"captions"', b'"caption"'),
        to_json(RECORD).replace(b"[", b"[" * 10_000),
    ],
)
def test_what_is_no_json_of_a_type_is_an_error(data: bytes) -> None:
    with pytest.raises(InvalidJsonError):
        from_json(VideoRecord, data)
