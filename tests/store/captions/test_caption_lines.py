"""What editors leave in the lines of times and numbers."""

import pytest

from showcase.store.captions.caption_lines import clean_structure, split_lines
from showcase.store.captions.reader import read_captions

TIMES = "00:00:01,000 --> 00:00:02,000"


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        (TIMES, TIMES),
        (f"\u200f{TIMES}", TIMES),
        ("\u202a00:00:01,000\u202c --> \u202a00:00:02,000\u202c", TIMES),
        ("00:00:01,000\u00a0-->\u202f00:00:02,000", "00:00:01,000 --> 00:00:02,000"),
        (f"&rlm;{TIMES}", TIMES),
        (f"\ufeff{TIMES}\u200e", TIMES),
        ("００：００：０１，０００　－－＞　００：００：０２，０００", TIMES),
        ("٠٠:٠٠:٠١,٠٠٠ --> ٠٠:٠٠:٠٢,٠٠٠", TIMES),
        ("\u200e12", "12"),
        ("&rlm;7", "7"),
        ("\u200b", " "),
        ("\ufeffWEBVTT", "WEBVTT"),
        ("\u200fכולם", "\u200fכולם"),
        ("A —> b\u00a0!", "A —> b\u00a0!"),
        ("été&nbsp;!", "été&nbsp;!"),
        ("Tom & Jerry", "Tom & Jerry"),
        ("x" * 30 + "\u200b", "x" * 30 + "\u200b"),
    ],
)
def test_lines_of_structure_are_cleaned_and_others_stay(line: str, clean: str) -> None:
    assert clean_structure([line]) == [clean]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\r\r\r\n"])
def test_lines_end_in_any_way(end: str) -> None:
    assert split_lines(end.join(["a", "", "b"])) == ["a", "", "b"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("mark", ["", "\u200f", "\u00a0", "\ufeff", "&rlm;"])
def test_a_file_is_read_whatever_stands_around_its_numbers(end: str, mark: str) -> None:
    text = f"{mark}1\n{mark}{TIMES}{mark}\nOne\n\n{mark}2\n00:00:03,000 --> 00:00:04,000\nTwo\n"
    read = read_captions(text.replace("\n", end).encode(), "captions.he.srt")
    assert [cue[:3] for cue in read.cues] == [(1_000, 2_000, "One"), (3_000, 4_000, "Two")]
    assert (read.faults, read.notes) == ((), ())
