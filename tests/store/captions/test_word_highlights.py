"""Captions that highlight each word as it is said."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.timing.timecodes import format_vtt_timestamp
from showcase.store.captions.reader import read_captions


def read(*texts: str, ms: int = 400) -> list[Cue]:
    blocks = ["WEBVTT"]
    for n, text in enumerate(texts):
        times = f"{format_vtt_timestamp(n * ms)} --> {format_vtt_timestamp((n + 1) * ms)}"
        blocks.append(f"{times}\n{text}")
    return list(read_captions("\n\n".join(blocks).encode(), "captions.en.vtt").cues)


def highlights(sentence: str, tag: str = "u") -> list[str]:
    """A sentence for each of its words, which is highlighted."""
    words = sentence.split()
    end = re.split(r"\W", tag)[0]
    return [
        " ".join([*words[:at], f"<{tag}>{words[at]}</{end}>", *words[at + 1 :]])
        for at in range(len(words))
    ]


@pytest.mark.parametrize("tag", ["u", "b", "font color=red", "c.now"])
def test_a_sentence_is_said_once_with_its_word_times(tag: str) -> None:
    (cue,) = read(*highlights("We kept bees", tag))
    words = (TimedWord(0, 0), TimedWord(3, 400), TimedWord(8, 800))
    assert cue == Cue(0, 1200, "We kept bees", words=words)


def test_a_highlight_may_pause_and_grow_and_be_a_syllable() -> None:
    assert read("We kept", "<u>We</u> kept", "We kept", "We <u>kept</u>", "We kept") == [
        Cue(0, 2000, "We kept", words=(TimedWord(0, 400), TimedWord(3, 1200)))
    ]
    assert read("<u>We</u> kept bees", "<u>We kept</u> bees", "<u>We kept bees</u>") == [
        Cue(0, 1200, "We kept bees", words=(TimedWord(0, 0), TimedWord(3, 400), TimedWord(8, 800)))
    ]
    assert read("<u>grand</u>mother", "grand<u>mother</u>") == [
        Cue(0, 800, "grandmother", words=(TimedWord(0, 0), TimedWord(5, 400)))
    ]


def test_a_refrain_is_said_as_often_as_its_highlight_begins_again() -> None:
    said = [*highlights("We sing")] * 3
    assert [cue.text for cue in read(*said)] == ["We sing"] * 3


@pytest.mark.parametrize(
    "texts",
    [
        ["We sing", "We sing", "We sing"],
        ["<i>We sing</i>"] * 3,
        ["We <i>sing</i>"] * 3,
        ["<i>We</i> sing", "We sing", "We sing"],
        ["<u>Oh</u>", "<u>Oh</u>", "<u>Oh</u>"],
        ["<b>We</b> <i>sing</i>" * 9, "<b>We</b> <i>sing</i>" * 9],
    ],
)
def test_a_refrain_without_a_moving_highlight_is_unchanged(texts: list[str]) -> None:
    assert len(read(*texts, ms=1500)) == len(texts)


def test_after_a_pause_the_words_are_said_anew() -> None:
    text = (
        "WEBVTT\n\n00:00.000 --> 00:00.400\n<u>We</u> sing\n\n00:00.400 --> 00:01.000\nWe <u>sing</u>\n\n"
        "00:09.000 --> 00:09.400\nWe sing\n"
    )
    cues = read_captions(text.encode(), "captions.en.vtt").cues
    assert [cue.start_ms for cue in cues] == [0, 9000]


SENTENCES = st.lists(
    st.lists(st.sampled_from(["we", "sing", "all", "night", "oh"]), min_size=2, max_size=6).map(" ".join),
    min_size=1,
    max_size=6,
)  # fmt: skip


@given(SENTENCES)
@example(["we we"] * 6)  # Cues of less than a second, which are joined.
def test_highlighted_words_are_read_back(sentences: list[str]) -> None:
    cues = read(*(stage for sentence in sentences for stage in highlights(sentence)))
    # Sentences of less than a second may be joined.
    assert " ".join(cue.text for cue in cues).split() == " ".join(sentences).split()
    assert [word.start_ms for cue in cues for word in cue.words] == [
        400 * n for n in range(sum(len(sentence.split()) for sentence in sentences))
    ]
