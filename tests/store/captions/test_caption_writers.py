"""Words that independent writers put into each format come back, each once, in order and at their times."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.captions.writers import WRITERS, Spoken
from showcase.errors import ContentError
from showcase.store.captions.reader import CaptionFile, read_captions

WORD = st.text(
    st.sampled_from("abcdefghijklmnoprstuvwxyzABCDEFGHILMNORST0123456789'"), min_size=1, max_size=9
)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
# The words of other formats' markup, which are words in each.
WIDE_LINE = st.one_of(
    LINE, st.sampled_from(["Q&A", "naïve café", "日本語", "שלום", "5 > 4", "a < b"])
)
TWO = [Spoken(20, 40, ("one two", "three")), Spoken(60, 80, ("four five six",))]


@st.composite
def spoken_cues(draw: st.DrawFn, line: st.SearchStrategy[str]) -> list[Spoken]:
    count = draw(st.integers(1, 8))
    cues, at = [], 10
    for _ in range(count):
        start = at + draw(st.integers(10, 50)) // 2 * 2
        at = start + draw(st.integers(10, 40)) // 2 * 2
        cues.append(Spoken(start, at, tuple(draw(st.lists(line, min_size=1, max_size=3)))))
    return cues


def words_of(read: CaptionFile) -> list[str]:
    return [word for cue in read.cues for word in cue.text.split()]


def words_in(cues: list[Spoken]) -> list[str]:
    return [word for cue in cues for line in cue.lines for word in line.split()]


@pytest.mark.parametrize("suffix", ["ttml", "ass", "sub", "lrc"])
@given(st.data())
def test_every_word_comes_back_once_and_in_order(suffix: str, data: st.DataObject) -> None:
    cues = data.draw(spoken_cues(WIDE_LINE))
    read = read_captions(WRITERS[suffix](cues).encode(), f"descriptions.en.{suffix}")
    assert words_of(read) == words_in(cues)
    assert [cue.start_ms for cue in read.cues] == [cue.start * 100 for cue in cues]
    assert read.faults == ()


@given(spoken_cues(LINE))
def test_every_word_of_line_21_comes_back_once_and_in_order(cues: list[Spoken]) -> None:
    read = read_captions(WRITERS["scc"](cues).encode(), "descriptions.en.scc")
    assert words_of(read) == words_in(cues)
    assert read.faults == ()


def damaged_words(suffix: str, data: bytes) -> Iterator[tuple[list[str], bool]]:
    """The words that are read from data, and whether anything is said of it."""
    try:
        read = read_captions(data, f"captions.en.{suffix}")
    except ContentError as error:
        yield [], bool(error.faults)
    else:
        yield words_of(read), bool(read.faults)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_file_that_is_cut_anywhere_is_read_or_refused_and_never_breaks_the_reader(
    suffix: str,
) -> None:
    data = WRITERS[suffix](TWO).encode()
    for end in range(len(data)):
        for words, _ in damaged_words(suffix, data[:end]):
            assert len(words) <= len(words_in(TWO))


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize(
    "wrong",
    [b"<", *(pytest.param(byte, marks=pytest.mark.slow) for byte in b"\xff \0 ? { \n".split(b" "))],
)
def test_a_wrong_byte_anywhere_loses_no_cue_without_a_line_that_says_so(
    suffix: str, wrong: bytes
) -> None:
    data = WRITERS[suffix](TWO).encode()
    for at in range(len(data)):
        for words, is_said in damaged_words(suffix, data[:at] + wrong + data[at + 1 :]):
            kept = sum(word in words_in(TWO) for word in words)
            assert is_said or kept >= len(words_in(TWO)) - 2, data[:at] + wrong + data[at + 1 :]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@given(st.data())
def test_no_bytes_break_a_reader(suffix: str, data: st.DataObject) -> None:
    whole = WRITERS[suffix](TWO).encode()
    at = data.draw(st.integers(0, len(whole)))
    middle = data.draw(st.binary(max_size=40))
    skip = data.draw(st.integers(0, 40))
    list(damaged_words(suffix, whole[:at] + middle + whole[at + skip :]))


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_content_tells_the_format_and_a_wrong_suffix_is_noted(suffix: str) -> None:
    data = WRITERS[suffix](TWO).encode()
    right = read_captions(data, f"descriptions.en.{suffix}")
    for name in ("descriptions.en.vtt", f"descriptions.en.{suffix}.txt"):
        wrong = read_captions(data, name)
        assert wrong.cues == right.cues
        (note,) = [note for note in wrong.notes if note.code == "wrong-suffix"]
        assert f"rename it to descriptions.en.{suffix}" in f"{note}".replace(".vtt.", ".")
