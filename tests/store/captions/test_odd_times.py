"""Times that are odd in themselves are noted, each kind once."""

import pytest

from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import read_captions

GAPS = (
    "00:00.000 --> 00:01.000\na\n\n100:00:00.000 --> 100:00:01.000\nb\n\n"
    "123:45:06.000 --> 123:45:07.000\nc"
)


@pytest.mark.parametrize(
    ("body", "code", "line", "message"),
    [
        ("00:00.000 --> 01:00:00.000\nWords", "long-cue", 3, "one cue lasts 1:00:00"),
        (
            GAPS,
            "long-gap",
            6,
            "begins 99:59:59 after the cue before, at 100:00:00, and 1 more like it",
        ),
        ("30:00:00.000 --> 30:00:01.000\na", "late-cue", 3, "a cue begins at 30:00:00"),
        ("00:05.000 --> 00:05.000\na\n\n00:09.000 --> 00:09.000\nb", "no-length", 3,
         "ends when it begins, and its end was guessed, here and in 1 other lines"),
        ("00:05.000 --> 00:50.000\n" + "word " * 120, "long-text", 3,
         "more than 110 words in one cue, whose times were spread over them"),
        ("00:05.000 --> 00:50.000\n" + "word " * 120 + "\n\n00:50.000 --> 01:50.000\n" + "word " * 120,
         "long-text", 3, "spread over them, here and in 1 other cues"),
    ],
)  # fmt: skip
def test_odd_times_are_noted(body: str, code: str, line: int, message: str) -> None:
    file = read_captions(f"WEBVTT\n\n{body}\n".encode(), "captions.en.vtt")
    (note,) = file.notes
    assert (note.code, note.place) == (code, f"captions.en.vtt:{line}")
    assert message in note.message
    assert file.faults == ()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("captions", "00:00.000 --> 01:00:00.000\n[music]"),
        ("captions", "00:00.000 --> 09:00.000\nWords"),
        ("captions", "00:00.000 --> 00:01.000\na\n\n50:00.000 --> 51:00.000\nb"),
        ("chapters", "00:00.000 --> 01:00:00.000\nThe first hour"),
    ],
)
def test_long_sounds_and_chapters_and_pauses_are_not_odd(kind: str, body: str) -> None:
    file = read_captions(f"WEBVTT\n\n{body}\n".encode(), "a.vtt", ReadOptions(kind))
    assert file.notes == ()


def test_an_hour_of_words_in_one_cue_is_spread() -> None:
    text = "Part one begins. " + "My aunt kept bees, and nobody knew why. " * 200
    file = read_captions(f"WEBVTT\n\n00:00.000 --> 01:00:00.000\n{text}\n".encode(), "a.vtt")
    assert len(file.cues) == 201
    assert abs(file.cues[101].start_ms - 1_800_000) < 30_000
