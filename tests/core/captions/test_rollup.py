"""Roll-up captions have each word only once in the transcript."""

import pytest

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.captions.rollup import is_rollup, unroll_cues


def cue(start_ms: int, end_ms: int, text: str, **words: int) -> Cue:
    """A cue; `words` are those with an inline time."""
    found = tuple(TimedWord(text.rindex(word), ms) for word, ms in words.items())
    return Cue(start_ms, end_ms, text, words=found)


# As YouTube writes them: a cue adds a line, one of 10 ms settles it.
YOUTUBE = [
    cue(0, 1990, "we came here", came=500, here=900),
    cue(1990, 2000, "we came here"),
    cue(2000, 3990, "we came here\nto sing", sing=2600),
    cue(3990, 4000, "to sing"),
    cue(4000, 5990, "to sing\nto sing", sing=4600),
    cue(5990, 6000, "to sing"),
    cue(6000, 7990, "to sing\nyes"),
    cue(7990, 8000, "yes"),
    cue(8000, 9000, "yes\nyes"),
]


def lines(cues: tuple[Cue, ...]) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in cues]


def test_each_line_is_said_once_with_its_word_times() -> None:
    assert is_rollup(YOUTUBE)
    unrolled = unroll_cues(YOUTUBE)
    assert lines(unrolled) == [
        (0, 1990, "we came here"),
        (2000, 3990, "to sing"),
        (4000, 5990, "to sing"),
        (6000, 7990, "yes"),
        (8000, 9000, "yes"),
    ]
    assert unrolled[0].words == (TimedWord(3, 500), TimedWord(8, 900))
    assert unrolled[1].words == (TimedWord(3, 2600),)


def test_a_line_with_an_inline_time_is_said_again() -> None:
    cues = [cue(0, 1000, "to sing", sing=500), cue(1000, 2000, "to sing", sing=1500)]
    assert lines(unroll_cues(cues)) == [(0, 1000, "to sing"), (1000, 2000, "to sing")]


def test_two_new_lines_of_a_cue_stay_together_with_their_times() -> None:
    cues = [
        cue(0, 3000, "one two\nthree four", two=500, four=2000),
        cue(3000, 4000, "three four\nfive"),
    ]
    assert unroll_cues(cues)[0].words == (TimedWord(4, 500), TimedWord(14, 2000))
    assert lines(unroll_cues(cues)) == [(0, 3000, "one two\nthree four"), (3000, 4000, "five")]


def test_a_cue_without_text_clears_the_screen() -> None:
    cues = [cue(0, 1000, "la la"), cue(1000, 2000, ""), cue(2000, 3000, "la la\nlu")]
    assert lines(unroll_cues(cues)) == [(0, 1000, "la la"), (2000, 3000, "la la\nlu")]


def test_a_line_ends_where_the_next_begins() -> None:
    cues = [cue(0, 5000, "one"), cue(2000, 7000, "one\ntwo"), cue(2000, 8000, "two\nthree")]
    assert lines(unroll_cues(cues)) == [
        (0, 2000, "one"),
        (2000, 2001, "two"),
        (2000, 8000, "three"),
    ]


def test_no_cues_unroll_to_none() -> None:
    assert unroll_cues([]) == ()


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Oh!"],
        ["Oh!", "Oh!", "Oh!"],
        ["la la", "la la", "lu lu", "la la"],
        ["one", "two", "two\nthree", "four", "five", "six"],
        ["one", "", "one\ntwo"],
    ],
)
def test_what_is_said_twice_does_not_roll(texts: list[str]) -> None:
    assert not is_rollup([cue(n * 1000, n * 1000 + 900, text) for n, text in enumerate(texts)])


def test_a_screen_of_many_lines_is_compared_in_part() -> None:
    many = "\n".join(["la"] * 2000)
    assert is_rollup([cue(0, 1000, many), cue(1000, 2000, many + "\nlu")])
