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


TWO = "00:03.000 --> 00:04.000\nTwo."


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT\n\n{ONE}.\nWEBVTT\n\n{TWO}\n",
        f"WEBVTT\n\n{ONE}.WEBVTT\n\n{TWO}\n",
        f"WEBVTT\n\n{ONE}.\n\nWEBVTT\n\n{TWO}\n",
        f"WEBVTT\n\n{ONE}.\n\n\ufeffWEBVTT\n\n{TWO}\n",
        f"WEBVTT\n\n{ONE}.\nWEBVTT\n\nNOTE two\n\n2\n{TWO}\n",
        f"WEBVTT\n\n{ONE}.\n\nWEBVTT\n\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00.000\n\n{TWO}\n",
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\nWEBVTT\n\n00:03.000 --> 00:04.000\nTwo.\n",
    ],
)
def test_a_header_is_one_wherever_pieces_were_joined(text: str) -> None:
    read = read_captions(text.encode(), NAME)
    assert [cue[:3] for cue in read.cues] == [(1_000, 2_000, "One."), (3_000, 4_000, "Two.")]
    assert read.faults == ()
    assert "joined-files" in {note.code for note in read.notes}


def test_headers_that_come_back_right_below_words_are_headers() -> None:
    text = "".join(f"WEBVTT\n\n00:0{at}.000 --> 00:0{at}.900\npiece {at}\n" for at in range(1, 5))
    read = read_captions(text.encode(), NAME)
    assert [cue.text for cue in read.cues] == [f"piece {at}" for at in range(1, 5)]


def test_pieces_that_begin_at_the_same_time_are_a_fault_unless_words_grow() -> None:
    again = read_captions(pieces(ONE, ONE.replace("One", "Two")).encode(), NAME)
    assert [fault.code for fault in again.faults] == ["times-begin-again"]
    grown = read_captions(pieces(ONE, ONE.replace("One", "One more")).encode(), NAME)
    assert grown.faults == ()


@pytest.mark.parametrize(
    "line",
    ["X-TIMESTAMP-MAP=LOCAL:00:00.000,MPEGTS:0", "Kind: captions", "Language: en\nX-Made: us"],
)
def test_lines_of_the_header_below_a_blank_line_are_noted(line: str) -> None:
    read = read_captions(f"WEBVTT\n\n{line}\n\n{ONE}\n".encode(), NAME)
    assert [cue.text for cue in read.cues] == ["One"]
    assert (read.faults, [note.code for note in read.notes]) == ((), ["blank-in-header"])


@pytest.mark.parametrize("line", ["Rosa: hello", "Kind: of you to come", "lost words"])
def test_words_below_the_header_are_a_fault(line: str) -> None:
    read = read_captions(f"WEBVTT\n\n{line}\n\n{ONE}\n".encode(), NAME)
    assert [fault.code for fault in read.faults] == ["text-without-times"]


@pytest.mark.parametrize(
    "words",
    [
        "WEBVTT",
        "WEBVTT is a format",
        "It is\nWEBVTT",
        "We call it\nWEBVTT",
        "X-TIMESTAMP-MAP=LOCAL is a line\nWEBVTT too",
    ],
)
def test_the_name_of_the_format_can_be_said(words: str) -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n\n00:03.000 --> 00:04.000\nTwo\n"
    read = read_captions(text.encode(), NAME)
    assert [cue.text for cue in read.cues] == [words, "Two"]
    assert (read.faults, read.notes) == ((), ())
