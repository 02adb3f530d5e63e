"""Cues without what was withdrawn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, Ruby, TimedWord
from showcase.core.captions.redaction import (
    OMISSION,
    omit_phrase,
    withdraw_time,
    withdraw_translated,
    withdraw_voices,
    withdraw_words,
    word_count,
)
from showcase.core.catalog.withdrawals import TimeRange
from showcase.core.text.tokenizer import tokenize

ANA, HOST = "Ana Ruiz", "Host"
TALK = (
    Cue(0, 1_000, "What did you see?", HOST),
    Cue(1_000, 2_000, "They locked the gate.", ANA),
    Cue(2_000, 3_000, "All night.", ANA),
    Cue(3_000, 4_000, "And then?", HOST),
    Cue(4_000, 5_000, "[a door]", None, sound=True),
)


def gap(start_ms: int, end_ms: int) -> Cue:
    return Cue(start_ms, end_ms, OMISSION, sound=True)


@pytest.mark.parametrize("names", [[ANA], ["ana ruiz", "Nobody"]])
def test_what_somebody_says_is_one_omission(names: list[str]) -> None:
    cues, ranges = withdraw_voices(TALK, names)
    assert cues == (TALK[0], gap(1_000, 3_000), *TALK[3:])
    assert ranges == (TimeRange(1_000, 3_000),)


def test_who_is_not_there_leaves_nothing_out() -> None:
    assert withdraw_voices(TALK, ["Nobody"]) == (TALK, ())


def test_every_cue_that_has_a_part_of_a_time_goes() -> None:
    cues, ranges = withdraw_time(TALK, TimeRange(1_999, 3_000))
    assert cues == (TALK[0], gap(1_000, 3_000), *TALK[3:])
    assert ranges == (TimeRange(1_000, 3_000),)


@pytest.mark.parametrize(
    ("cue", "by_voice", "stays"),
    [
        (Cue(0, 1_250, "a", None), True, True),
        (Cue(0, 1_251, "a", None), True, False),
        (Cue(1_500, 2_000, "a", HOST), True, True),
        (Cue(1_500, 2_000, "a", HOST), False, False),
        (Cue(0, 1_001, "a", None), False, False),
        (Cue(0, 1_000, "a", None), False, True),
    ],
)
def test_a_translation_loses_what_is_said_at_that_time(
    cue: Cue, *, by_voice: bool, stays: bool
) -> None:
    cues, _ = withdraw_translated([cue], [TimeRange(1_000, 3_000)], by_voice=by_voice)
    assert cues == ((cue,) if stays else (gap(cue.start_ms, cue.end_ms),))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the gate", ["They locked", OMISSION, ", at night."]),
        ("THEY LOCKED", [OMISSION, "the gate, at night."]),
        ("at night", ["They locked the gate,", OMISSION]),
        ("they locked the gate at night", [OMISSION]),
        ("night they", ["They locked the gate, at night."]),
        ("", ["They locked the gate, at night."]),
    ],
)
def test_words_are_cut_out_of_a_cue(words: str, left: list[str]) -> None:
    cue = Cue(0, 2_000, "They locked the gate, at night.", ANA)
    cues, ranges = withdraw_words([cue], words)
    assert [each.text for each in cues] == left
    assert all(each.voice == ANA for each in cues if not each.sound)
    assert bool(ranges) is (OMISSION in left)


def test_the_pieces_of_a_cue_have_their_own_times() -> None:
    cues, ranges = withdraw_words([Cue(1_000, 2_000, "abcd efghi", ANA)], "efghi")
    assert cues == (Cue(1_000, 1_500, "abcd", ANA), gap(1_500, 2_000))
    assert ranges == (TimeRange(1_500, 2_000),)


def test_words_are_found_over_the_border_of_cues() -> None:
    cues, ranges = withdraw_words(TALK[1:3], "the gate all")
    assert [cue.text for cue in cues] == ["They locked", OMISSION, "night."]
    assert (ranges[0].start_ms, ranges[-1].end_ms) == (1_571, 2_300)


def test_a_piece_keeps_the_times_of_its_words_and_its_readings() -> None:
    cue = Cue(
        0, 3_000, "one two three", None, turn=True,
        words=(TimedWord(0, 0), TimedWord(4, 500), TimedWord(8, 1_500)),
        ruby=(Ruby(0, 3, "a"), Ruby(4, 7, "b"), Ruby(8, 13, "c")),
    )  # fmt: skip
    cues, ranges = withdraw_words([cue], "two")
    assert cues[0].text == "one"
    assert (cues[0].turn, cues[2].turn) == (True, False)
    assert cues[2].words == (TimedWord(0, 1_500),)
    assert (cues[0].ruby, cues[2].ruby) == ((Ruby(0, 3, "a"),), (Ruby(0, 5, "c"),))
    assert ranges[0].start_ms == 500


SPOKEN = st.lists(st.sampled_from(["one", "two", "three", "four,", "five."]), max_size=8)
LINES = st.lists(SPOKEN.map(" ".join), min_size=1, max_size=6)


@given(LINES, st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=3))
def test_nothing_of_it_is_left_and_all_else_is(lines: list[str], words: list[str]) -> None:
    cues = [Cue(n * 1_000, (n + 1) * 1_000, line, ANA) for n, line in enumerate(lines)]
    phrase = " ".join(words)
    left, ranges = withdraw_words(cues, phrase)
    said = [word.form for cue in cues for word in tokenize(cue.text)]
    kept = [word.form for cue in left for word in tokenize(cue.text)]
    cut = (len(said) - len(kept)) // len(words)
    assert len(said) - len(kept) == cut * len(words)
    assert bool(ranges) is bool(cut)
    if len(words) == 1:
        assert kept == [word for word in said if word != phrase]
    assert all(cue.start_ms < cue.end_ms for cue in left)
    assert all(before.start_ms <= after.start_ms for before, after in pairwise(left))
    assert all(0 <= start < end for start, end in ranges)


@given(LINES)
def test_what_was_taken_out_once_stays_so(lines: list[str]) -> None:
    cues = [Cue(n * 1_000, (n + 1) * 1_000, line, ANA) for n, line in enumerate(lines)]
    once = withdraw_time(cues, TimeRange(500, 1_500)).cues
    assert withdraw_time(once, TimeRange(500, 1_500)) == (once, ())


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Ana Ruiz speaks; ANA RUIZ!", "Ana Ruiz", "[…] speaks; […]!"),
        ("Ana and Ruiz", "Ana Ruiz", "Ana and Ruiz"),
        ("", "Ana Ruiz", ""),
    ],
)
def test_a_text_has_an_omission_for_words(text: str, words: str, left: str) -> None:
    assert omit_phrase(text, words) == left


def test_words_are_counted_as_searches_count_them() -> None:
    assert (word_count("Ana Ruiz"), word_count("—")) == (2, 0)
