"""Files that are several files, joined end to end."""

import pytest

from showcase.store.captions.reader import read_captions

NAME = "captions.en.vtt"
FIRST = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:{0},LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nOne\n"
SECOND = "{1}WEBVTT\nX-TIMESTAMP-MAP=LOCAL:{2},MPEGTS:{3}\n\n00:01.000 --> 00:02.000\nTwo <00:01.500>three\n"


@pytest.mark.parametrize(
    ("ticks", "before", "local", "more_ticks", "start_ms"),
    [
        (900_000, "\n", "00:00:00.000", 900_000 + 6 * 90_000, 7_000),
        (900_000, "\n", "00:00:06.000", 900_000 + 12 * 90_000, 7_000),
        (900_000, "", "00:00:00.000", 900_000 + 6 * 90_000, 7_000),
        ((1 << 33) - 90_000, "\n", "00:00:00.000", 5 * 90_000, 7_000),
        (0, "\n", "00:00.000", 6 * 90_000, 7_000),
    ],
)
def test_the_pieces_of_a_stream_are_put_where_their_maps_say(
    ticks: int, before: str, local: str, more_ticks: int, start_ms: int
) -> None:
    text = (FIRST + SECOND).format(ticks, before, local, more_ticks)
    read = read_captions(text.encode(), NAME)
    assert [(cue.start_ms, cue.text) for cue in read.cues] == [
        (1_000, "One"),
        (start_ms, "Two three"),
    ]
    assert read.cues[1].words[0].start_ms == start_ms + 500
    assert read.faults == ()
    assert [note.code for note in read.notes] == ["joined-files"]


ONE = "00:01.000 --> 00:02.000\nOne"


def pieces(*cues: str) -> str:
    return "\n".join(f"WEBVTT\n\n{cue}\n" for cue in cues)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            pieces(ONE, f"{ONE}\n\n00:03.000 --> 00:04.000\nTwo"),
            [(1_000, 2_000, "One"), (3_000, 4_000, "Two")],
        ),
        (
            pieces("00:01.000 --> 00:02.000\nOne", "00:02.000 --> 00:03.000\nOne"),
            [(1_000, 3_000, "One")],
        ),
        (
            pieces(ONE, "00:02.000 --> 00:03.000\nOne", "00:03.000 --> 00:04.000\nOne"),
            [(1_000, 4_000, "One")],
        ),
        (
            pieces("00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\nOne"),
            [(1_000, 2_000, "One"), (2_000, 3_000, "One")],
        ),
        (
            pieces("00:01.000 --> 00:02.000\nOne", "00:05.000 --> 00:06.000\nOne"),
            [(1_000, 2_000, "One"), (5_000, 6_000, "One")],
        ),
    ],
)  # fmt: skip
def test_a_cue_that_two_pieces_repeat_is_said_once(
    text: str, said: list[tuple[int, int, str]]
) -> None:
    read = read_captions(text.encode(), NAME)
    assert [cue[:3] for cue in read.cues] == said
    assert read.faults == ()


def test_times_that_begin_again_are_a_fault() -> None:
    text = pieces("00:05.000 --> 00:06.000\nOne", "00:01.000 --> 00:02.000\nTwo")
    read = read_captions(text.encode(), NAME)
    assert [(fault.place, fault.code) for fault in read.faults] == [
        (f"{NAME}:6", "times-begin-again")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "WEBVTT",
        "WEBVTT is a format",
        "It is\nWEBVTT",
        "X-TIMESTAMP-MAP=LOCAL is a line\nWEBVTT too",
    ],
)
def test_the_name_of_the_format_can_be_said(words: str) -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n\n00:03.000 --> 00:04.000\nTwo\n"
    read = read_captions(text.encode(), NAME)
    assert [cue.text for cue in read.cues] == [words, "Two"]
    assert (read.faults, read.notes) == ((), ())
