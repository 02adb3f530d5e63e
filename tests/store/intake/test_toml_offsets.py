"""An offset goes out of video.toml, and every other line stays."""

import pytest

from showcase.errors import ShowcaseError
from showcase.store.intake.toml_offsets import remove_offsets

TRACK = "captions.en.vtt"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'title = "A" # ours\n\n[tracks."captions.en.vtt"]\n# clock\noffset = "-1"\nlabel = "E"\n',
            'title = "A" # ours\n\n[tracks."captions.en.vtt"]\nlabel = "E"\n',
        ),
        (
            'title = "A"\n\n# the camera\n[tracks."captions.en.vtt"]\noffset = "1"\n\n[notice]\ntext = "n"\n',
            'title = "A"\n\n[notice]\ntext = "n"\n',
        ),
        (
            'title = "A"\r\n[tracks."captions.en.vtt"]\r\noffset = "1"\r\nnote = "n"\r\n',
            'title = "A"\r\n[tracks."captions.en.vtt"]\r\nnote = "n"\r\n',
        ),
        (
            '\ufeff[tracks."captions.en.vtt"]\noffset = "1"\n[tracks."captions.es.vtt"]\noffset = "2"\n',
            '\ufeff[tracks."captions.es.vtt"]\noffset = "2"\n',
        ),
    ],
)
def test_an_offset_is_taken_out_and_nothing_else(before: str, after: str) -> None:
    assert remove_offsets(before, [TRACK]) == after


@pytest.mark.parametrize(
    "text",
    [
        'tracks = { "captions.en.vtt" = { offset = "1", label = "E" } }\n',
        '[tracks]\n"captions.en.vtt" = { offset = "1" }\n',
        'tracks."captions.en.vtt".offset = "1"\n',
    ],
)
def test_an_offset_within_a_line_is_left_to_a_person(text: str) -> None:
    with pytest.raises(ShowcaseError, match="not on a line of its own"):
        remove_offsets(text, [TRACK])
