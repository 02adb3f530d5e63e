import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.moments import Moment
from showcase.core.quotes import (
    ALIGNED_WORDS,
    Alignment,
    Quote,
    align,
    find_quote,
    moment_of,
    read_quote,
    shared,
)
from showcase.core.transcripts import Transcript, build_transcript
from showcase.core.words import tokenize
from tests.cast import CUE_MS, DAIRY, HUERTA, cues

SAID = "we milked the cows at three and nobody had asked whether the barn was safe for any of us"
# 400 different words, too different to be alike.
MANY = [f"{n:03d}{'aeiou'[n % 5] * 3}{n * 7919 % 997:03d}" for n in range(400)]


def lay(quote: str, said: str = SAID) -> Alignment | None:
    words = tokenize(said)
    return align(read_quote(quote), words, range(len(words)))


def laid(quote: str, said: str = SAID) -> str:
    """What was said, from the first word of the alignment to its last."""
    alignment, words = lay(quote, said), tokenize(said)
    assert alignment is not None
    return said[words[alignment.words[0]].start : words[alignment.words[-1]].end]


@pytest.mark.parametrize(
    ("text", "words", "elisions"),
    [
        ("No more fear.", "no more fear", set()),
        ("“No … fear”", "no fear", {1}),
        ("No... more [...] fear (…) now", "no more fear now", {1, 2, 3}),
        ("No . . . fear", "no fear", {1}),
        ("…No fear…", "no fear", set()),
        ("No……fear", "no fear", {1}),
        ("…", "", set()),
        ("", "", set()),
    ],
)
def test_a_quote_is_read_as_words_and_what_was_left_out(
    text: str, words: str, elisions: set[int]
) -> None:
    assert read_quote(text) == Quote(tuple(words.split()), frozenset(elisions))


@pytest.mark.parametrize(
    ("quote", "stretch", "least"),
    [
        ("nobody had asked whether the barn was safe", "nobody had asked whether the barn was safe", 1),
        ("nobody had ASKED whether", "nobody had asked whether", 1),
        ("nobody had asked … was safe", "nobody had asked whether the barn was safe", 1),
        ("we milked … any of us", SAID, 1),
        ("nobody had asked if the barn was safe", "nobody had asked whether the barn was safe", 0.8),
        ("nobody asked whether the barn was safe", "nobody had asked whether the barn was safe", 0.8),
        ("nobody ever had asked whether the barn", "nobody had asked whether the barn", 0.8),
        ("nobdy had askd wether the barn was saef", "nobody had asked whether the barn was safe", 0.7),
    ],
)  # fmt: skip
def test_a_quote_is_laid_on_what_was_said(quote: str, stretch: str, least: float) -> None:
    alignment = lay(quote)
    assert alignment is not None
    assert laid(quote) == stretch
    assert least <= alignment.similarity <= 1
    assert (alignment.similarity == 1) is (least == 1)


@pytest.mark.parametrize(("quote", "said"), [("fear", SAID), ("fear", ""), ("", SAID)])
def test_nothing_is_laid_where_no_word_was_said(quote: str, said: str) -> None:
    assert lay(quote, said) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("organise", "organize", True),
        ("worker", "workers", True),
        ("farm", "firm", True),
        ("the", "thee", False),
        ("organize", "organizations", False),
        ("barn", "milk", False),
        ("abcdefgh", "hgfedcba", False),
        ("milking", "milk", False),
    ],
)
def test_words_that_differ_in_a_letter_or_an_ending_are_alike(
    one: str, other: str, *, alike: bool
) -> None:
    assert (lay(one, other) is not None) is alike
    assert (lay(other, one) is not None) is alike


def test_words_that_the_quote_lacks_make_it_less_similar_unless_an_ellipsis_says_so() -> None:
    silent, honest = (
        lay("we milked the cows had asked whether the barn"),
        lay("we milked the cows … had asked whether the barn"),
    )
    assert silent is not None
    assert honest is not None
    assert silent.similarity < honest.similarity == 1


@pytest.mark.parametrize("size", [ALIGNED_WORDS - 1, ALIGNED_WORDS, ALIGNED_WORDS + 1, 300])
def test_a_long_quote_is_laid_from_its_first_word_to_its_last(size: int) -> None:
    words = MANY[50 : 50 + size]
    words[3] = words[-3] = "wrong"
    words[10:10] = ["…"]
    words[-10:-10] = ["…"]
    alignment = lay(" ".join(words), " ".join(MANY))
    assert alignment is not None
    assert (alignment.words[0], alignment.words[-1]) == (50, 50 + size - 1)
    assert 0.9 < alignment.similarity < 1


def test_shared_words_are_counted_once_each_within_the_window() -> None:
    words = tokenize("human rights, human l'homme fear")
    assert shared(Quote(("human", "human", "homme", "fear")), words, range(4)) == 2


@given(st.randoms(use_true_random=False), st.integers(2, 100), st.integers(0, 299))
def test_words_that_were_said_are_found_where_they_were_said(
    rng: random.Random, size: int, first: int
) -> None:
    size = min(size, len(MANY) - first)
    said = MANY[first : first + size]
    kept = [word for n, word in enumerate(said) if n in {0, size - 1} or rng.random() < 0.9]
    alignment = lay(" ".join(kept), " ".join(MANY))
    assert alignment is not None
    assert (alignment.words[0], alignment.words[-1]) == (first, first + size - 1)


@given(
    st.lists(st.sampled_from(["a", "b", "barns", "barn", "…"])),
    st.lists(st.sampled_from(["a", "b", "barn"])),
)
def test_an_alignment_goes_forward_and_is_similar_at_most_once(
    quote: list[str], said: list[str]
) -> None:
    alignment = lay(" ".join(quote), " ".join(said))
    if alignment:
        assert [*alignment.words] == sorted(set(alignment.words))
        assert 0 < alignment.similarity <= 1


@pytest.fixture
def transcripts() -> dict[str, Transcript]:
    return {
        "en": build_transcript("en", cues(DAIRY)),
        "es": build_transcript("es", cues(HUERTA)),
    }


@pytest.mark.parametrize(
    ("text", "language", "first_cue", "last_cue"),
    [
        ("No more fear.", "en", 6, 6),
        ("“Human rights are”", "en", 7, 8),
        ("Then the workers wrote a code … with rest days", "en", 2, 3),
        ("nadie nos pregunto por el senor nunez", "es", 2, 2),
        ("would never sell milk from a barn", "en", 5, 5),
    ],
)
def test_a_quote_is_found_in_the_track_that_has_it(
    transcripts: dict[str, Transcript], text: str, language: str, first_cue: int, last_cue: int
) -> None:
    found = find_quote(text, transcripts)
    assert found is not None
    found_language, moment, similarity = found
    assert found_language == language
    assert (similarity == 1) is ("never" not in text)
    assert moment.end_ms is not None
    assert moment.start_ms // CUE_MS == first_cue
    assert (moment.end_ms - 1) // CUE_MS == last_cue


@pytest.mark.parametrize("text", ["", "…", "a law of the sea and of its ships", "xyzzy"])
def test_what_was_not_said_is_not_found(transcripts: dict[str, Transcript], text: str) -> None:
    assert find_quote(text, transcripts) is None
    assert find_quote(text, {}) is None


def test_the_first_track_wins_when_both_have_the_words() -> None:
    track = build_transcript("en", cues(DAIRY))
    found = find_quote("No more fear", {"en": track, "fr": track})
    assert found is not None
    assert found[0] == "en"


def test_the_moment_of_words_is_from_the_first_to_the_last() -> None:
    track = build_transcript("en", cues(DAIRY[6:9]))
    assert moment_of(track, [0, 4]) == Moment(0, 2 * CUE_MS + 1_800)
