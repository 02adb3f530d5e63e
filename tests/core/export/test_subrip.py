import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.export.subrip import write_srt


@pytest.mark.parametrize(
    ("cues", "written"),
    [
        ([], ""),
        ([Cue(0, 1_500, "Hello")], "1\n00:00:00,000 --> 00:00:01,500\nHello\n"),
        (
            [Cue(3_723_004, 3_724_000, "Two\nlines")],
            "1\n01:02:03,004 --> 01:02:04,000\nTwo\nlines\n",
        ),
        ([Cue(0, 1, " \n "), Cue(1, 2, "b")], "1\n00:00:00,001 --> 00:00:00,002\nb\n"),
        ([Cue(0, 1, "a\n\nb")], "1\n00:00:00,000 --> 00:00:00,001\na\nb\n"),
        ([Cue(0, 1, "a\r\x00b")], "1\n00:00:00,000 --> 00:00:00,001\na  b\n"),
        ([Cue(0, 1, "a --> b")], "1\n00:00:00,000 --> 00:00:00,001\na → b\n"),
        ([Cue(0, 1, "Yes.", turn=True)], "1\n00:00:00,000 --> 00:00:00,001\n- Yes.\n"),
    ],
)
def test_cues_are_written_as_editors_write_them(cues: list[Cue], written: str) -> None:
    assert write_srt(cues) == written


def test_a_voice_is_named_where_it_begins_to_speak() -> None:
    cues = [
        Cue(0, 1, "One.", "Ana"),
        Cue(1, 2, "Two.", "Ana"),
        Cue(2, 3, "[bell]", None, sound=True),
        Cue(3, 4, "Three.", "Ana"),
        Cue(4, 5, "Four.", "Ben\nBoy", turn=True),
    ]
    lines = [block.split("\n")[2] for block in write_srt(cues).split("\n\n")]
    assert lines == ["Ana: One.", "Two.", "[bell]", "Three.", "Ben Boy: Four."]


@given(st.lists(st.builds(Cue, st.just(5), st.just(9), st.text(), st.none() | st.text())))
@pytest.mark.slow
def test_whatever_is_said_there_are_as_many_blocks_as_numbers(cues: list[Cue]) -> None:
    blocks = [block for block in write_srt(cues).split("\n\n") if block]
    for number, block in enumerate(blocks, 1):
        first, time, *text = block.rstrip("\n").split("\n")
        assert (first, time) == (str(number), "00:00:00,005 --> 00:00:00,009")
        assert text
        assert all(line.strip() and "-->" not in line for line in text)
