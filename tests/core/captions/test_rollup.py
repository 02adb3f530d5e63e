"""Captions that roll up or grow have each word once; what is said again is kept."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, TimedWord
from showcase.core.captions.rollup import unroll_cues


def cue(start_ms: int, end_ms: int, text: str, **words: int) -> Cue:
    """A cue; `words` are those with an inline time."""
    found = tuple(TimedWord(text.rindex(word), ms) for word, ms in words.items())
    return Cue(start_ms, end_ms, text, words=found)


def stages(*texts: str, ms: int = 400) -> list[Cue]:
    """Cues that follow each other."""
    return [Cue(n * ms, (n + 1) * ms, text) for n, text in enumerate(texts)]


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


def unrolled(cues: list[Cue]) -> list[Cue]:
    return [cue for cue in unroll_cues(cues).cues if cue.text]


def lines(cues: list[Cue]) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in unrolled(cues)]


def words(cues: list[Cue]) -> list[str]:
    return " ".join(cue.text for cue in unrolled(cues)).split()


def test_each_line_is_said_once_with_its_word_times() -> None:
    assert lines(YOUTUBE) == [
        (0, 1990, "we came here"),
        (2000, 3990, "to sing"),
        (4000, 5990, "to sing"),
        (6000, 7990, "yes"),
        (8000, 9000, "yes"),
    ]
    first, second, *_ = unrolled(YOUTUBE)
    assert first.words == (TimedWord(3, 500), TimedWord(8, 900))
    assert second.words == (TimedWord(3, 2600),)
    assert unroll_cues(YOUTUBE).starts == {0}


def test_a_line_with_an_inline_time_is_said_again() -> None:
    cues = [cue(0, 1000, "to sing", sing=500), cue(1000, 2000, "to sing", sing=1500)]
    assert lines(cues) == [(0, 1000, "to sing"), (1000, 2000, "to sing")]


def test_two_new_lines_of_a_cue_stay_together_with_their_times() -> None:
    cues = [
        cue(0, 3000, "one two\nthree four", two=500, four=2000),
        cue(3000, 4000, "three four\nfive"),
    ]
    assert unrolled(cues)[0].words == (TimedWord(4, 500), TimedWord(14, 2000))
    assert lines(cues) == [(0, 3000, "one two\nthree four"), (3000, 4000, "five")]


def test_a_cue_without_text_clears_the_screen() -> None:
    cues = [cue(0, 1000, "la la"), cue(1000, 2000, ""), cue(2000, 3000, "la la\nlu")]
    assert lines(cues) == [(0, 1000, "la la"), (2000, 3000, "la la\nlu")]


def test_a_line_ends_where_the_next_begins() -> None:
    cues = [cue(0, 5000, "one"), cue(2000, 7000, "one\ntwo"), cue(2000, 8000, "two\nthree")]
    assert lines(cues) == [(0, 2000, "one"), (2000, 2001, "two"), (2000, 8000, "three")]


def test_no_cues_unroll_to_none() -> None:
    assert unroll_cues([]).cues == ()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Word by word, then a new sentence.
        (("a", "a b", "a b c", "d", "d e", "d e f"), ["a", "b", "c", "d", "e", "f"]),
        # The last word is spelt out, or was heard wrong.
        (
            ("it", "it takes", "it takes for", "it takes forty", "it takes forty cars"),
            ["it", "takes", "forty", "cars"],
        ),
        (("it", "it takes", "it takes four", "it takes forty cars"), ["it", "takes", "forty cars"]),
        (("in the", "in the win", "in the winter it"), ["in the", "winter", "it"]),
        (("a b c", "a b c dog", "a b c", "a b c d", "a b c d e"), ["a b c", "d", "e"]),
        # Capitals and full stops come later.
        (("we", "we came", "We came here", "We came here."), ["We", "came", "here."]),
        # Two lines, the last of which grows.
        (
            ("a b", "a b\nc", "a b\nc d", "c d\ne", "c d\ne f", "c d\ne f"),
            ["a b", "c", "d", "e", "f"],
        ),
        # The first words leave the screen one by one.
        (("a b c d", "b c d e", "c d e f", "d e f g"), ["a b c d", "e", "f", "g"]),
        # Characters instead of words.
        (("我", "我們", "我們走", "我們走吧。"), ["我", "們", "走", "吧。"]),
    ],
)
def test_a_growing_line_has_each_word_once(texts: tuple[str, ...], expected: list[str]) -> None:
    assert [cue.text for cue in unrolled(stages(*texts))] == expected


def test_a_word_has_the_time_of_the_stage_that_adds_it() -> None:
    cues = stages("the", "the ferry", "the ferry leaves")
    assert lines(cues) == [(0, 400, "the"), (400, 800, "ferry"), (800, 1200, "leaves")]


def test_stages_of_phrases_grow_too() -> None:
    texts = ("it takes", "it takes forty cars", "it takes forty cars and a hundred people", "so")
    assert [cue.text for cue in unrolled(stages(*texts, ms=900))] == [
        "it takes", "forty cars", "and a hundred people", "so",
    ]  # fmt: skip


def test_a_slow_line_grows_where_all_others_do() -> None:
    quick = stages(*(f"{start} we go".rsplit(" ", n)[0] for start in "abcdef" for n in (2, 1, 0)))
    slow = [cue(9_000, 11_000, "rivers"), cue(11_000, 13_000, "rivers rise")]
    said = [cue.text for cue in unrolled([*quick, *slow])]
    assert said[-2:] == ["rivers", "rise"]
    assert [cue.text for cue in unrolled(slow)] == ["rivers", "rivers rise"]


def test_a_third_of_quick_lines_proves_slow_ones_where_nearly_every_cue_grows() -> None:
    quick = [
        cue(n * 300, n * 300 + 300, " ".join(["we", "go", "on", "home"][: n + 1])) for n in range(4)
    ]
    slow = [
        cue(at, at + 2_000, text)
        for start, words in (
            (10_000, ("rivers", "rise")),
            (14_000, ("farms", "sleep")),
            (18_000, ("so", "do")),
        )
        for at, text in ((start, words[0]), (start + 2_000, " ".join(words)))
    ]
    said = ["we", "go", "on", "home", "rivers", "rise", "farms", "sleep", "so", "do"]
    assert [cue.text for cue in unrolled([*quick, *slow])] == said
    # Were there more cues that do not grow, the slow lines might be said anew.
    others = [cue(30_000 + n * 3_000, 32_000 + n * 3_000, f"number {n}") for n in range(4)]
    assert [cue.text for cue in unrolled([*quick, *slow, *others])][4:6] == [
        "rivers",
        "rivers rise",
    ]


def test_inline_times_of_added_words_are_kept() -> None:
    cues = [
        cue(0, 400, "we"),
        cue(400, 800, "we came"),
        cue(800, 1200, "we came here now\nyes", yes=1000),
        cue(1200, 1600, "we came here now\nyes sir"),
    ]
    assert [cue.words for cue in unrolled(cues)] == [(), (), (TimedWord(9, 1000),), ()]


def test_an_inline_time_before_a_no_break_space_is_no_word() -> None:
    cues = [cue(0, 400, "a"), Cue(400, 800, "a b\u00a0", words=(TimedWord(3, 700),))]
    cues += [Cue(800, 1200, "a b c"), cue(1200, 1600, "a b c\n\u00a0d", **{"\u00a0d": 1300})]
    assert [cue.words for cue in unrolled(cues)] == [(), (), (), (TimedWord(0, 1300),)]


@pytest.mark.parametrize("height", [2, 3, 4])
@pytest.mark.parametrize("ms", [1500, 3000])
def test_lines_that_scroll_up_are_said_once(height: int, ms: int) -> None:
    said = ["We came", "to the sea", "to sing", "to sing", "to sing", "to sing", "all night"]
    screens = ["\n".join(said[max(0, n + 1 - height) : n + 1]) for n in range(len(said))]
    assert [cue.text for cue in unrolled(stages(*screens, ms=ms))] == said


def test_a_short_piece_counts_near_a_long_one() -> None:
    long = stages("a", "a b", "a b c", "a b c d")
    short = [cue(1600, 1900, "yes"), cue(1900, 2200, "yes sir")]
    far = [cue(9_000, 9_300, "no"), cue(9_300, 9_600, "no sir")]
    between = [cue(2200 + 100 * n, 2300 + 100 * n, f"w{n}") for n in range(25)]
    assert words([*long, *short]) == ["a", "b", "c", "d", "yes", "sir"]
    assert words([*short, *long][:2]) == ["yes", "yes", "sir"]
    assert words([*long, *between, *far])[-3:] == ["no", "no", "sir"]


SAID = [
    [],
    ["Oh!"],
    ["Oh!", "Oh!", "Oh!"],
    ["la la", "la la", "lu lu", "la la"],
    ["one", "two", "two\nthree", "four", "five", "six"],
    ["one", "", "one\ntwo"],
    ["I", "I am", "I am your father"],
    ["We shall", "We shall overcome", "some day"],
    ["la", "la la", "la la la", "la la", "la"],
    ["la\nla", "la\nla", "la\nla\nla", "la\nla"],
    ["It was the best of times", "It was the worst of times", "It was the age"],
    ["我們走", "我們走吧", "我們"],
]
HURRIED = [
    ["a b c d", "b x y z", "x a b c"],
    [" ".join(["a", *"bcdefghij" * 8]), " ".join(["b", *"cdefghija" * 8])],
    ["a b c d e", "d e f g h"],
    ["a for", "a b", "a"],
]


@pytest.mark.parametrize("texts", SAID)
def test_what_is_said_twice_does_not_roll(texts: list[str]) -> None:
    cues = [cue(n * 2000, n * 2000 + 1900, text) for n, text in enumerate(texts)]
    assert unroll_cues(cues) == (tuple(cues), frozenset())


@pytest.mark.parametrize("texts", HURRIED)
def test_hurried_cues_that_do_not_follow_are_unchanged(texts: list[str]) -> None:
    cues = stages(*texts, ms=200)
    assert unroll_cues(cues).cues == tuple(cues)


def test_hurried_lines_with_inline_times_are_unchanged() -> None:
    cues = [cue(0, 200, "a b c d"), cue(200, 400, "b c d e", e=300)]
    assert unroll_cues(cues).cues == tuple(cues)


def test_after_a_pause_a_line_is_said_anew() -> None:
    cues = stages("a", "a b", "a b c")
    later = [cue._replace(start_ms=cue.start_ms + 9_000, end_ms=cue.end_ms + 9_000) for cue in cues]
    assert words([*cues, later[2]._replace(text="a b c d"), later[2]]) == [*"abc", *"abcd", *"abc"]


def test_a_screen_of_many_lines_is_compared_in_part() -> None:
    many = "\n".join(["la"] * 2000)
    cues = stages(many, many + "\nlu", many + "\nlu\nlo", ms=1000)
    assert len(unroll_cues(cues).cues) == len(cues)


WORDS = st.sampled_from(
    ["the", "ferry", "leaves", "north", "it", "takes", "forty", "cars", "sing", "la"]
)
SENTENCES = st.lists(st.lists(WORDS, min_size=3, max_size=9), min_size=1, max_size=6)


def refrains(sentences: list[list[str]]) -> list[list[str]]:
    """The sentences, each of which may be said again at once."""
    return [sentence for sentence in sentences for _ in range(1 + len(sentence) % 2)]


@given(SENTENCES)
def test_words_that_grow_are_read_back(sentences: list[list[str]]) -> None:
    said = refrains(sentences)
    texts = [" ".join(sentence[: n + 1]) for sentence in said for n in range(len(sentence))]
    assert words(stages(*texts)) == [word for sentence in said for word in sentence]


@given(SENTENCES, st.integers(2, 3))
def test_lines_that_roll_up_are_read_back(sentences: list[list[str]], height: int) -> None:
    said = [" ".join(sentence) for sentence in refrains(sentences)]
    assume(len({frozenset(line.split()) for line in said}) > 3)
    screens = ["\n".join(said[max(0, n + 1 - height) : n + 1]) for n in range(len(said))]
    assert words(stages(*screens, ms=2500)) == " ".join(said).split()


@given(st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), max_size=12), st.data())
def test_ordinary_captions_are_unchanged(said: list[str], data: st.DataObject) -> None:
    """Two to three words a second, refrains and chants too."""
    cues: list[Cue] = []
    start = 0
    for text in said:
        for _ in range(data.draw(st.integers(1, 3))):
            ms = max(len(text.split()) * 450, 900)
            cues.append(Cue(start, start + ms, text))
            start += ms
    assert unroll_cues(cues) == (tuple(cues), frozenset())
