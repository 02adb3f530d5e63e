"""What editors leave in the lines of times and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.store.captions.caption_lines import (
    clean_structure,
    plain_characters,
    split_lines,
)
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
        ("००:००:०१,००० --> ००:००:०२,०००", TIMES),
        ("๐๐:๐๐:๐๑,๐๐๐ --> ๐๐:๐๐:๐๒,๐๐๐", TIMES),
        ("០០:០០:០១,០០០ --> ០០:០០:០២,០០០", TIMES),
        ("٠٠:٠٠:٠١٫٠٠٠ --> ٠٠:٠٠:٠٢٫٠٠٠", TIMES),
        ("00∶00∶01,000 --> 00∶00∶02,000", TIMES),
        ("00：00：01，000 －－＞ 00：00：02，000", TIMES),
        ("00:00:01,000 --› 00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000 −−> 00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000 ‑‑> 00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000 ➔ 00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000⟶00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000 ➡️ 00:00:02,000", "00:00:01,000 → 00:00:02,000"),
        ("00:00:01,000 —> 00:00:02,000", "00:00:01,000 —> 00:00:02,000"),
        ("From A ➔ B", "From A ➔ B"),
        ("১২", "12"),
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


@given(st.text())
def test_each_character_stays_one_where_times_are_looked_for(text: str) -> None:
    plain = plain_characters(text)
    assert len(plain) == len(text)
    assert plain_characters(plain) == plain
    assert all(new == old for new, old in zip(plain, text, strict=True) if old.isascii())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("［００：０１］佐藤：はい", "[00:01]佐藤:はい"),
        ("\u200f[٠٠:٠١]\u00a0نعم", " [00:01] نعم"),
        ("【०:०५】〔৯〕", "[0:05][9]"),
        ("ﬁn", "ﬁn"),
    ],
)
def test_digits_and_brackets_of_any_script_are_those_of_ascii(text: str, plain: str) -> None:
    assert plain_characters(text) == plain


@pytest.mark.parametrize("arrow", ["->", "—>", "--›", "→", "⟶", "➔", "=>", "~>", "---->", "−−>"])
def test_a_file_is_read_whatever_its_arrows_are(arrow: str) -> None:
    text = (
        f"1\n00:00:01,000 {arrow} 00:00:02,000\nOne\n\n2\n00:00:03,000 {arrow} 00:00:04,000\nTwo\n"
    )
    read = read_captions(text.encode(), "captions.en.srt")
    assert [cue[:3] for cue in read.cues] == [(1_000, 2_000, "One"), (3_000, 4_000, "Two")]
    assert (read.faults, [note.code for note in read.notes]) == ((), ["nonstandard-times"])


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
