import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, TimedWord, number_cues
from showcase.core.timing.moments import Moment
from showcase.core.transcript.line_joins import split_continuation
from showcase.core.transcript.transcript import Transcript, build_transcript

TIMED = (TimedWord(0, 1_000), TimedWord(6, 2_500))


def said(transcript: Transcript) -> list[str]:
    return [transcript.text[word.start : word.end] for word in transcript.words]


def starts(transcript: Transcript) -> list[int]:
    return [transcript.word_start_ms(number) for number in range(len(transcript.words))]


@st.composite
def tracks(draw: st.DrawFn) -> list[Cue]:
    """Cues in order of start, with good and senseless word times."""
    start, made = 0, []
    for _ in range(draw(st.integers(0, 6))):
        start += draw(st.integers(0, 3_000))
        end = start + draw(st.integers(1, 3_000))
        text = draw(st.text(st.sampled_from("ab é\n'-田ん.️"), max_size=20))
        times = st.builds(TimedWord, st.integers(0, 25), st.integers(0, 20_000))
        timed = draw(st.lists(times, max_size=4))
        made.append(Cue(start, end, text, sound=draw(st.booleans()), words=tuple(timed)))
    return made


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (["Human", "rights."], "Human rights."),
        (["Human\nrights", "now"], "Human rights now"),
        (["田んぼで", "働く"], "田んぼで働く"),
        (["田んぼ。", "働く"], "田んぼ。働く"),
        (["Human", "", "rights"], "Human rights"),
        (["", "rights", ""], "rights"),
        ([], ""),
    ],
)
def test_cues_are_joined_to_running_text(texts: list[str], text: str) -> None:
    cues = [Cue(n * 1_000, n * 1_000 + 900, cue) for n, cue in enumerate(texts)]
    transcript = build_transcript("en", cues)
    assert transcript.text == text
    assert [transcript.text[span.start : span.end] for span in transcript.cue_spans] == [
        cue.replace("\n", " ") for cue in texts
    ]


def test_sounds_are_shown_and_are_no_words() -> None:
    cues = [Cue(0, 1, "Human"), Cue(1, 2, "[loud applause]", sound=True), Cue(2, 3, "rights")]
    transcript = build_transcript("en", cues)
    assert transcript.text == "Human [loud applause] rights"
    assert said(transcript) == ["Human", "rights"]
    assert transcript.word_cues == (0, 2)


def test_a_compound_that_two_cues_part_is_two_words_and_a_compound() -> None:
    transcript = build_transcript("en", [Cue(0, 1, "worker-"), Cue(1, 2, "driven")])
    assert transcript.text == "worker-driven"
    assert [word.compound for word in transcript.words] == ["workerdriven", ""]


def test_words_are_spread_over_their_cue_by_characters() -> None:
    transcript = build_transcript("en", [Cue(1_000, 2_000, "ab cd ef g")])
    assert starts(transcript) == [1_000, 1_300, 1_600, 1_900]
    assert transcript.word_end_ms(3) == 2_000


@pytest.mark.parametrize(
    ("timed", "expected"),
    [
        (TIMED, [1_000, 2_500]),
        ((TimedWord(0, 1_200), TimedWord(6, 2_500)), [1_200, 2_500]),
        ((TimedWord(6, 2_500),), [1_000, 2_500]),
        ((TimedWord(0, 9_000), TimedWord(6, 2_500)), [1_000, 2_500]),
        ((TimedWord(6, 500),), [1_000, 2_200]),
        ((TimedWord(6, 9_000),), [1_000, 2_200]),
        ((TimedWord(6, 2_500), TimedWord(0, 1_500)), [1_000, 2_500]),
        ((TimedWord(11, 3_000),), [1_000, 2_090]),
        ((TimedWord(99, 3_000),), [1_000, 1_121]),
    ],
)
def test_a_word_begins_when_the_track_says_so_if_that_makes_sense(
    timed: tuple[TimedWord, ...], expected: list[int]
) -> None:
    transcript = build_transcript("en", [Cue(1_000, 3_000, "human rite", words=timed)])
    assert starts(transcript) == expected


@pytest.mark.parametrize(
    ("ms", "cue"),
    [(0, None), (999, None), (1_000, 0), (1_999, 0), (2_000, None), (3_000, 1), (3_500, 2), (9_000, None)],
)  # fmt: skip
def test_the_cue_that_is_spoken_is_the_last_that_has_begun(ms: int, cue: int | None) -> None:
    cues = [Cue(1_000, 2_000, "a"), Cue(3_000, 5_000, "b"), Cue(3_500, 4_000, "c")]
    assert build_transcript("en", cues).cue_at(ms) == cue


def test_nothing_is_spoken_in_an_empty_transcript() -> None:
    assert build_transcript("en", []).cue_at(0) is None


@given(tracks())
def test_times_stay_within_their_cue_and_never_run_backwards(cues: list[Cue]) -> None:
    transcript = build_transcript("en", cues)
    before = (-1, 0)
    for number, cue_number in enumerate(transcript.word_cues):
        cue = cues[cue_number]
        start, end = transcript.word_start_ms(number), transcript.word_end_ms(number)
        assert cue.start_ms <= start <= end <= cue.end_ms
        assert before[0] != cue_number or before[1] <= start
        before = (cue_number, end)


@given(tracks())
def test_every_word_is_in_its_cue_and_every_cue_in_the_text(cues: list[Cue]) -> None:
    transcript = build_transcript("en", cues)
    goes_on = []
    for cue, span in zip(transcript.cues, transcript.cue_spans, strict=True):
        text, continues = split_continuation(cue.text)
        assert transcript.text[span.start : span.end] == text.replace("\n", " ")
        goes_on.append(continues)
    for word, number in zip(transcript.words, transcript.word_cues, strict=True):
        span = transcript.cue_spans[number]
        assert span.start <= word.start < word.end
        assert word.end <= span.end or goes_on[number]
        assert not cues[number].sound


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ([0, 3], Moment(0, 2_000)),
        ([1], Moment(600, 1_000)),
        # Two people talk at once: the last word ends before the first begins.
        ([3, 4], Moment(1_333, 1_334)),
    ],
)
def test_the_moment_of_words_is_from_the_first_to_the_last_and_never_empty(
    words: list[int], moment: Moment
) -> None:
    cues = [Cue(0, 1_000, "ab cd"), Cue(0, 2_000, "abc de"), Cue(0, 500, "f")]
    assert build_transcript("en", cues).moment_from_words(words) == moment


def test_words_without_times_have_no_moment() -> None:
    cues = number_cues(
        [Cue(700, 9_000, "We sang", words=(TimedWord(0, 700),)), Cue(0, 1, "aloud.")]
    )
    assert [(cue.start_ms, cue.end_ms, cue.words) for cue in cues] == [(0, 1, ()), (1, 2, ())]
    transcript = build_transcript("en", cues, has_times=False)
    assert transcript.text == "We sang aloud."
    assert transcript.moment_from_words([0, 1]) is None
