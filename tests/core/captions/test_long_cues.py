"""Cues of more words than a paragraph are parted into their sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.captions.long_cues import MAX_CUE_WORDS, split_long_cues

SENTENCE = "We kept bees behind the chapel."


def split(text: str) -> list[Cue]:
    return list(split_long_cues([Cue(0, 600_000, text, "Ana", turn=True)]))


def test_sentences_share_the_time_of_their_cue() -> None:
    cues = split(" ".join([SENTENCE] * 30))
    assert [cue.text for cue in cues] == [SENTENCE] * 30
    assert (cues[0].start_ms, cues[15].start_ms, cues[-1].end_ms) == (0, 300_312, 600_000)
    assert [cue.turn for cue in cues] == [True] + [False] * 29
    assert {cue.voice for cue in cues} == {"Ana"}


@pytest.mark.parametrize(
    "text", ["", "Yes.", " ".join(["word"] * MAX_CUE_WORDS), "ไป" * 60, "x" * 300]
)
def test_other_cues_are_unchanged(text: str) -> None:
    assert [cue.text for cue in split(text)] == [text]


def test_a_sound_is_not_parted() -> None:
    sound = Cue(0, 9, "[" + "music " * 200 + "]", sound=True)
    assert list(split_long_cues([sound])) == [sound]


def test_sentences_without_an_end_are_parted_by_words() -> None:
    assert [len(cue.text.split()) for cue in split("word " * 129 + "word")] == [40, 40, 50]
    assert [len(cue.text.split()) for cue in split("word " * 149 + "word")] == [40, 40, 40, 30]


def test_characters_without_an_end_are_parted_too() -> None:
    cues = split("我們在農場工作他" * 60)
    assert [len(cue.text) for cue in cues] == [40] * 12


def test_chinese_sentences_end_without_a_space() -> None:
    assert {cue.text for cue in split("我們在農場工作。" * 60)} == {"我們在農場工作。" * 2}


@given(
    st.lists(
        st.sampled_from(["word", "end.", "so,", "“Why?”", "我們", "\n", "...", "word " * 30]),
        max_size=400,
    )
)
def test_every_word_stays_in_order(words: list[str]) -> None:
    text = " ".join(words).strip()
    cues = split(text)
    assert " ".join(cue.text for cue in cues).split() == text.split()
    assert all(before.end_ms <= after.start_ms + 1 for before, after in pairwise(cues))
