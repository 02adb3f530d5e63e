"""MPL2 and TMPlayer are read as what they are where a whole file is of that shape."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.errors import ContentError
from showcase.store.captions.cue_limit import MAX_CUES, TooManyCuesError
from showcase.store.captions.parsed_file import ParsedFile
from showcase.store.captions.player_formats import read_mpl2, read_tmplayer
from showcase.store.captions.reader import CaptionFile, read_captions

WORDS = st.lists(st.sampled_from(["well", "rope", "42", "a&b", "x<y"]), min_size=1, max_size=4)
CUES = st.lists(WORDS, min_size=2, max_size=20)


def read(text: str, name: str = "captions.en.txt") -> CaptionFile:
    return read_captions(text.encode(), name)


def rows(file: CaptionFile) -> list[str]:
    return [f"{cue.start_ms} {cue.end_ms} {cue.text}".replace("\n", "|") for cue in file.cues]


MPL2 = [
    ("[10][35]The well|is dry.\n[40][60]/Why?\n", ["1000 3500 The well|is dry.", "4000 6000 Why?"]),
    ("\ufeff[10][35] one\r\n\r\n[40] [60]{y:i}two\r\n", ["1000 3500 one", "4000 6000 two"]),
    ("[10][]one\n[40][]two\n", ["1000 4000 one", "4000 11000 two"]),
    ("[0][5]a < b\n[40][60]Q&A\n", ["0 500 a < b", "4000 6000 Q&A"]),
]  # fmt: skip
TMPLAYER = [
    ("00:00:01:The well|is dry.\n00:00:04:Why?\n", ["1000 4000 The well|is dry.", "4000 11000 Why?"]),
    ("0:00:01:one\n0:00:03:\n0:00:09:two\n", ["1000 3000 one", "9000 16000 two"]),
    ("00:00:01=one\n00:00:04=two\n", ["1000 4000 one", "4000 11000 two"]),
    ("00:00:01,1=one\n00:00:04,1=two\n", ["1000 4000 one", "4000 11000 two"]),
    ("00:00:01:12 men.\n00:00:04:Why?\n00:00:06:-", ["1000 4000 12 men.", "4000 6000 Why?", "6000 13000 -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cues"), [*MPL2, *TMPLAYER])
@pytest.mark.parametrize("suffix", ["txt", "sub"])
def test_a_file_of_a_cue_a_line_is_read(text: str, cues: list[str], suffix: str) -> None:
    found = read(text, f"captions.en.{suffix}")
    assert rows(found) == cues
    assert (found.faults, found.notes, found.timing) == ((), (), "exact")


@pytest.mark.parametrize(
    "text",
    [
        "[1] See the map.\n[2] And the list.\n",
        "[12][13] are notes below a page.\nAnd this is said.\nThis too.\n",
        "[10][35]one line alone\n",
        "00:00:01:12 The well is dry.\n00:00:04:09 Since when?\n00:00:08:00 Since May.\n",
        "At 00:00:01: we went.\nAnd then: no.\n",
    ],
)
def test_what_only_looks_so_in_places_is_words(text: str) -> None:
    words = " ".join(cue.text for cue in read(text).cues)
    assert words.split() == text.split()


def test_chapters_are_no_cues_of_a_player() -> None:
    with pytest.raises(ContentError):
        read_captions(b"00:00:00:Well\n00:01:00:Rope\n00:02:00:Dam\n", "chapters.en.txt")


@pytest.mark.parametrize(
    "text",
    [
        "[10][35]one\n" * 12 + "[1035]lost\n" + "[40][60]two\n",
        "00:00:01:one\n" * 12 + "00:00:lost\n" + "00:00:09:two\n",
    ],
)
def test_a_damaged_line_is_named(text: str) -> None:
    found = read(text, "captions.en.sub")
    assert [(fault.code, fault.line) for fault in found.faults] == [("unreadable-times", 13)]
    assert found.skipped_cue_count == 1


@given(CUES)
def test_every_word_is_kept_at_its_time(cues: list[list[str]]) -> None:
    texts = [" ".join(words) for words in cues]
    mpl2 = "\n".join(f"[{10 * at}][{10 * at + 10}]{text}" for at, text in enumerate(texts))
    tmplayer = "\n".join(f"00:00:{at:02}:-{text}" for at, text in enumerate(texts))
    for parsed, mark in (
        (read_mpl2(mpl2.split("\n")), ""),
        (read_tmplayer(tmplayer.split("\n")), "-"),
    ):
        found = [(cue.line, cue.start_ms, cue.text.text) for cue in parsed.cues]
        assert found == [(at + 1, at * 1000, mark + text) for at, text in enumerate(texts)]


@pytest.mark.parametrize("reader", [read_mpl2, read_tmplayer])
def test_a_file_of_too_many_lines_is_refused(
    reader: Callable[[Sequence[str]], ParsedFile],
) -> None:
    with pytest.raises(TooManyCuesError):
        reader(["x"] * (MAX_CUES + 1))
