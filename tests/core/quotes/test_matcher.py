import pytest

from showcase.core.quotes.alignment import align
from showcase.core.quotes.matcher import (
    MIN_SIMILARITY,
    SimilarityLevel,
    find_nearest,
    is_similar_enough,
    min_similarity,
    similarity_level,
)
from showcase.core.quotes.quote import parse_quote
from showcase.core.text.tokenizer import tokenize
from showcase.core.transcript.transcript import Transcript, build_transcript
from tests.sample_videos import CUE_MS, DAIRY, HUERTA, TANBO, cues


@pytest.fixture
def transcripts() -> dict[str, Transcript]:
    return {
        "en": build_transcript("en", cues(DAIRY)),
        "es": build_transcript("es", cues(HUERTA)),
        "ja": build_transcript("ja", cues(TANBO)),
    }


@pytest.mark.parametrize(
    ("text", "language", "cue_numbers", "exact"),
    [
        ("No more fear.", "en", (6, 6), True),
        ("“Human rights are”", "en", (7, 8), True),
        ("Then the workers wrote a code … with rest days", "en", (2, 3), True),
        ("nadie nos pregunto por el senor nunez", "es", (2, 2), True),
        ("would never sell milk from a barn", "en", (5, 5), False),
        ("田んぼで働く人の権利を守る約束を書く", "ja", (0, 1), False),
    ],
)
def test_a_quote_is_found_in_the_track_that_has_it(
    transcripts: dict[str, Transcript],
    text: str,
    language: str,
    cue_numbers: tuple[int, int],
    *,
    exact: bool,
) -> None:
    found = find_nearest(text, transcripts)
    assert found is not None
    assert found.counts_as_said
    assert found.language == language
    assert (found.similarity == 1) is exact
    moment = transcripts[language].moment_from_words(found.words)
    assert moment is not None
    assert moment.end_ms is not None
    assert (moment.start_ms // CUE_MS, (moment.end_ms - 1) // CUE_MS) == cue_numbers


@pytest.mark.parametrize(
    "text", ["", "…", "a law of the sea and of its ships", "xyzzy", "the cows of the morning"]
)
def test_what_was_not_said_is_not_found(transcripts: dict[str, Transcript], text: str) -> None:
    found = find_nearest(text, transcripts)
    assert found is None or not found.counts_as_said
    assert find_nearest(text, {}) is None


def test_the_first_track_wins_when_both_have_the_words() -> None:
    track = build_transcript("en", cues(DAIRY))
    found = find_nearest("No more fear", {"en": track, "fr": track})
    assert found is not None
    assert found.language == "en"


@pytest.mark.parametrize(
    ("words", "said", "enough"),
    [
        # how many words of how many must have been said in a row
        (1, 1, 1), (3, 3, 3), (5, 5, 4), (6, 6, 4), (9, 9, 5), (12, 12, 6), (20, 20, 9), (60, 60, 24),
    ],
)  # fmt: skip
def test_of_a_short_quote_more_must_have_been_said(words: int, said: int, enough: int) -> None:
    assert (enough - 1) / said < min_similarity(words)
    assert enough / said >= min_similarity(words) or words == enough


def test_no_quote_needs_less_than_the_least() -> None:
    assert min_similarity(1_000) == MIN_SIMILARITY
    assert min_similarity(0) > 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the cows at three in the evening", True),
        ("the goats at three on that evening", False),
    ],
)
def test_a_quote_was_said_when_enough_of_it_was(text: str, *, said: bool) -> None:
    alignment = align(parse_quote(text), [word.forms for word in tokenize(DAIRY[0][1])])
    assert alignment is not None
    assert is_similar_enough(alignment) is said


@pytest.mark.parametrize(
    ("similarity", "name"),
    [
        (1.0, "exact"),
        (0.99, "almost"),
        (0.95, "almost"),
        (0.94, "nearly"),
        (0.8, "nearly"),
        (0.79, "similar"),
        (0.65, "similar"),
        (0.64, "partly"),
        (0.0, "partly"),
    ],
)
def test_a_similarity_has_a_level(similarity: float, name: SimilarityLevel) -> None:
    assert similarity_level(similarity) == name
