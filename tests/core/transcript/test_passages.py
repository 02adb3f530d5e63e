from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, number_cues
from showcase.core.catalog.models import Chapter
from showcase.core.transcript.line_joins import MIN_PAUSE_MS
from showcase.core.transcript.passages import (
    MAX_LEFTOVER_WORDS,
    MAX_PASSAGE_CUES,
    MAX_PASSAGE_WORDS,
    MIN_PASSAGE_WORDS,
    Passage,
    build_passages,
)
from showcase.core.transcript.transcript import build_transcript
from tests.sample_videos import INES, MARC, Line, cues

TEN = "one two three four five six seven eight nine ten"
SENTENCE = TEN.capitalize() + "."


def passages(given_cues: list[Cue], *chapter_starts: int) -> tuple[Passage, ...]:
    chapters = [Chapter(start, start + 1, "Chapter") for start in chapter_starts]
    return build_passages(build_transcript("en", given_cues), chapters)


def sizes(*lines: Line) -> list[int]:
    """How many cues each passage of these lines has."""
    return [len(passage.cues) for passage in passages(list(cues(lines)))]


@st.composite
def tracks(draw: st.DrawFn) -> list[Cue]:
    """Cues in order of start, overlapping and parted by pauses, of few voices and lengths."""
    start, made = 0, []
    for _ in range(draw(st.integers(0, 40))):
        start += draw(st.sampled_from([0, 0, 500, 3_000, 9_000]))
        text = draw(st.sampled_from(["", "Yes.", "and so", TEN, TEN + ".", TEN * 12, "田んぼ。"]))
        voice = draw(st.sampled_from([None, INES, MARC]))
        sound, turn = draw(st.booleans()), draw(st.integers(0, 9)) == 0
        made.append(Cue(start, start + 2_000, text, voice, turn=turn, sound=sound))
    return made


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        ([(INES, "Yes.")], [1]),
        ([(INES, TEN), (INES, TEN)], [2]),
        ([(INES, TEN), (MARC, TEN)], [1, 1]),
        ([(None, TEN), (INES, TEN)], [1, 1]),
        ([(INES, "a")] * (MAX_PASSAGE_CUES + 2), [MAX_PASSAGE_CUES, 2]),
        ([(INES, SENTENCE)] * 6, [4, 2]),
        ([(INES, SENTENCE)] * 5, [5]),
        ([(INES, TEN)] * 3 + [(INES, TEN + ".”")] + [(INES, SENTENCE)] * 2, [4, 2]),
        ([(INES, TEN)] * 3 + [(INES, TEN + "।")] + [(INES, SENTENCE)] * 2, [4, 2]),
        ([(INES, TEN)] * 3 + [(INES, TEN + ",")] + [(INES, SENTENCE)] * 2, [6]),
        ([(INES, TEN)] * 3 + [(INES, TEN + "…"), (INES, TEN), (INES, SENTENCE)], [6]),
        ([(INES, " ".join([TEN] * 10) + "."), (INES, SENTENCE)], [2]),
        ([(INES, " ".join([TEN] * 10) + "."), (INES, "One. " + SENTENCE)], [1, 1]),
        ([(INES, "Yes")] * MAX_PASSAGE_CUES + [(INES, "no.")], [MAX_PASSAGE_CUES, 1]),
        ([(INES, " ".join([TEN] * 6))] * 3, [2, 1]),
        ([(INES, TEN), (None, "[music]"), (INES, TEN)], [3]),
        ([(INES, TEN), (None, "[music]"), (MARC, TEN)], [2, 1]),
        ([(None, "[music]"), (MARC, TEN)], [2]),
    ],
)
def test_a_passage_ends_where_a_speaker_or_a_sentence_or_its_room_ends(
    lines: list[Line], expected: list[int]
) -> None:
    assert sizes(*lines) == expected


def test_a_change_of_speaker_without_a_name_begins_a_passage() -> None:
    _, second = passages([Cue(0, 1, "Yes."), Cue(1, 2, "No.", turn=True)])
    assert second.new_turn


@pytest.mark.parametrize(("pause", "count"), [(MIN_PAUSE_MS - 1, 1), (MIN_PAUSE_MS, 2)])
def test_a_long_pause_begins_a_passage(pause: int, count: int) -> None:
    found = passages([Cue(0, 1_000, "Yes,"), Cue(1_000 + pause, 9_000, "no.")])
    assert len(found) == count
    assert [passage.new_turn for passage in found] == [True, False][:count]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0, [4]),
        (3_000, [1, 3]),
        (4_000, [2, 2]),
        (9_000, [3, 1]),
        (60_000, [4]),
    ],
)
def test_a_chapter_begins_a_passage_at_its_first_cue(start: int, expected: list[int]) -> None:
    found = passages(list(cues([(INES, "a")] * 4)), start)
    assert [len(passage.cues) for passage in found] == expected


def test_a_passage_has_speaker_times_and_position() -> None:
    lines: list[Line] = [(None, "[music]"), (INES, "Human rights."), (MARC, "Yes.")]
    transcript = build_transcript("en", cues(lines))
    first, second = build_passages(transcript)
    assert first == Passage(
        number=0, key="p0", span=first.span, cues=range(2), words=range(2), start_ms=0,
        end_ms=6_000, voice=INES, new_turn=True,
    )  # fmt: skip
    assert transcript.text[first.span.start : first.span.end] == "[music] Human rights."
    assert (second.number, second.key, second.voice) == (1, "p6000", MARC)
    assert (second.words, second.new_turn) == (range(2, 3), True)


def test_passages_that_begin_at_once_have_names_of_their_own() -> None:
    found = passages([Cue(0, 9, "a", INES), Cue(0, 9, "b", MARC), Cue(0, 9, "c", INES)])
    assert [passage.key for passage in found] == ["p0", "p0-2", "p0-3"]


def test_a_passage_lasts_as_long_as_its_longest_cue() -> None:
    (only,) = passages([Cue(0, 9_000, "a"), Cue(1_000, 2_000, "b")])
    assert (only.start_ms, only.end_ms) == (0, 9_000)


@given(tracks(), st.lists(st.integers(0, 60_000), max_size=3))
def test_passages_hold_every_cue_and_every_word_once_and_in_order(
    given_cues: list[Cue], chapter_starts: list[int]
) -> None:
    found = passages(given_cues, *chapter_starts)
    words = build_transcript("en", given_cues).words
    assert [number for passage in found for number in passage.cues] == [*range(len(given_cues))]
    assert [number for passage in found for number in passage.words] == [*range(len(words))]
    assert [passage.number for passage in found] == [*range(len(found))]
    assert len({passage.key for passage in found}) == len(found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@given(tracks())
def test_a_passage_has_one_voice_and_keeps_its_bounds(given_cues: list[Cue]) -> None:
    for passage in passages(given_cues):
        own = given_cues[passage.cues.start : passage.cues.stop]
        assert {cue.voice for cue in own if not cue.sound} <= {passage.voice}
        assert len(own) <= MAX_PASSAGE_CUES
        before_last = build_transcript("en", own[:-1]).words
        assert len(before_last) < MAX_PASSAGE_WORDS or len(passage.words) <= MAX_PASSAGE_WORDS
        for cut in range(1, len(own)):
            ends = own[cut - 1].text.endswith((".", "。")) and not own[cut].text[:1].islower()
            if ends and len(build_transcript("en", own[:cut]).words) >= MIN_PASSAGE_WORDS:
                assert len(build_transcript("en", own[cut:]).words) <= MAX_LEFTOVER_WORDS


@given(tracks(), st.integers(0, 60_000))
def test_a_chapter_never_begins_inside_a_passage(given_cues: list[Cue], start: int) -> None:
    for passage in passages(given_cues, start):
        own = given_cues[passage.cues.start : passage.cues.stop]
        assert not any(a.start_ms < start <= b.start_ms for a, b in pairwise(own))


def test_without_times_paragraphs_have_no_moment_and_chapters_do_not_part_them() -> None:
    spoken = number_cues(cues([("Ana", "We came."), ("Ana", "We stayed."), ("Bo", "Yes.")]))
    untimed = build_transcript("en", spoken, has_times=False)
    passages = build_passages(untimed, [Chapter(1, 2, "Then")])
    assert [(each.key, each.voice, each.moment) for each in passages] == [
        ("p0", "Ana", None),
        ("p2", "Bo", None),
    ]
