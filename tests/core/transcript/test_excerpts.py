import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, number_cues
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.excerpts import (
    Utterance,
    excerpt_at,
    excerpt_from_span,
    excerpt_from_words,
    shorten_utterances,
    voices_of,
)
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import Transcript, build_transcript

CUES = (
    Cue(0, 4_000, "We pick the apples before dawn.", "Rosa"),
    Cue(4_000, 8_000, "“Nobody asked us,” she said. ¿Y qué?", "Rosa"),
    Cue(8_000, 9_000, "[bell rings]", None, sound=True),
    Cue(10_000, 14_000, "And the buyers signed", "Omar"),
    Cue(14_000, 16_000, "in the end!", "Omar"),
)
TALK = build_transcript("en", CUES)
PASSAGES = build_passages(TALK)


def words(transcript: Transcript, text: str) -> Span:
    start = transcript.text.index(text)
    return Span(start, start + len(text))


@pytest.mark.parametrize(
    ("selected", "text"),
    [
        ("pick the apples", "pick the apples"),
        ("ick the app", "pick the apples"),
        (" the apples ", "the apples"),
        ("We pick the apples before dawn", "We pick the apples before dawn."),
        ("before dawn.", "before dawn"),
        ("Nobody asked us", "Nobody asked us"),
        ("Nobody asked us,” she said", "“Nobody asked us,” she said."),
        ("Y qué", "¿Y qué?"),
        ("dawn. “Nobody", "dawn. “Nobody"),
    ],
)
def test_a_selection_becomes_whole_words_and_whole_sentences_keep_their_marks(
    selected: str, text: str
) -> None:
    excerpt = excerpt_from_span(TALK, words(TALK, selected))
    assert excerpt is not None
    assert excerpt.text == text


def test_a_change_of_voice_begins_a_line() -> None:
    excerpt = excerpt_from_span(TALK, words(TALK, "qué? [bell rings] And the"))
    assert excerpt is not None
    assert excerpt.utterances == (
        Utterance("Rosa", "qué? [bell rings]"),
        Utterance("Omar", "And the"),
    )
    assert excerpt.text == "qué? [bell rings]\nAnd the"
    assert excerpt.voices == ("Rosa", "Omar")


@pytest.mark.parametrize("span", [Span(0, 0), words(TALK, "[bell rings]"), words(TALK, "”")])
def test_where_no_word_is_touched_there_is_no_excerpt(span: Span) -> None:
    assert excerpt_from_span(TALK, span) is None


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Moment(0, 4_000), "We pick the apples before dawn."),
        (Moment(10_000), "And the buyers signed in the end!"),
        (Moment(14_500), "in the end"),
        (Moment(9_500), "And the buyers signed in the end!"),
        (Moment(3_900, 4_900), "Nobody"),
        (Moment(10_000, 99_000), "And the buyers signed in the end!"),
        (Moment(8_000, 9_000), None),
        (Moment(9_200, 9_300), None),
        (Moment(20_000), None),
        (Moment(20_000, 30_000), None),
    ],
)
def test_a_time_leads_to_what_is_said_then(asked: Moment, text: str | None) -> None:
    excerpt = excerpt_at(TALK, PASSAGES, asked)
    assert (excerpt.text if excerpt else None) == text


@given(st.data())
def test_every_run_of_words_is_found_again_by_its_moment(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(TALK.words) - 1))
    stop = data.draw(st.integers(first + 1, len(TALK.words)))
    excerpt = excerpt_from_words(TALK, range(first, stop))
    assert excerpt is not None
    assert excerpt.moment is not None
    assert excerpt_at(TALK, PASSAGES, excerpt.moment) == excerpt


def test_words_of_people_who_talk_at_once_are_found_again_by_their_times() -> None:
    cues = (Cue(0, 4_000, "One two three", "Ana"), Cue(500, 2_500, "four five", "Ben"))
    talk = build_transcript("en", cues)
    for number, text in enumerate(("One", "two", "three", "four", "five")):
        excerpt = excerpt_from_words(talk, range(number, number + 1))
        assert excerpt is not None
        assert excerpt.moment is not None
        again = excerpt_at(talk, build_passages(talk), excerpt.moment)
        assert again is not None
        assert again.text == text


def test_words_of_two_who_talk_at_once_have_a_moment_all_the_same() -> None:
    cues = (Cue(0, 9_000, "One two three", "Ana"), Cue(500, 900, "four", "Ben"))
    talk = build_transcript("en", cues)
    excerpt = excerpt_from_words(talk, range(2, 4))
    assert excerpt is not None
    assert excerpt.moment is not None
    assert excerpt.moment.end_ms is not None
    assert excerpt.moment.end_ms > excerpt.moment.start_ms


def test_no_words_are_no_excerpt() -> None:
    assert excerpt_from_words(TALK, range(0)) is None


def test_words_without_times_are_quoted_without_a_moment_and_no_moment_has_them() -> None:
    untimed = build_transcript("en", number_cues(CUES), has_times=False)
    excerpt = excerpt_from_words(untimed, range(2))
    assert excerpt is not None
    assert excerpt.moment is None
    assert excerpt_at(untimed, build_passages(untimed), Moment(0)) is None


def test_long_speech_is_shortened_and_names_only_those_of_whom_something_is_left() -> None:
    said = (Utterance("Rosa", "We wrote it. " * 5), Utterance("Foreman", "And we signed."))
    kept = shorten_utterances(said, 40)
    assert kept == (Utterance("Rosa", "We wrote it. We wrote it. We wrote it. …"),)
    assert voices_of(kept) == ("Rosa",)
    assert shorten_utterances(said, 400) == said
