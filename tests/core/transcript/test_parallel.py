"""Two languages side by side: which cues of one belong to which passages of the other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue
from showcase.core.text.spans import Span
from showcase.core.timing.moments import Moment
from showcase.core.transcript.parallel import assign_cues_to_passages, cues_during
from showcase.core.transcript.passages import Passage

Times = tuple[int, int]


def passages_of(*times: Times) -> list[Passage]:
    return [
        Passage(
            n, f"p{start}", Span(n, n + 1), range(n, n + 1), range(n, n + 1), start, end, None, new_turn=True
        )
        for n, (start, end) in enumerate(times)
    ]  # fmt: skip


def cues_of(*times: Times) -> list[Cue]:
    return [Cue(start, end, "so") for start, end in times]


ROWS = ((10, 20), (20, 30), (40, 50))
TABLE = [
    ("the same cut", [(10, 20), (20, 30), (40, 50)], [[0], [1], [2]]),
    ("a finer cut", [(10, 15), (15, 20), (20, 30), (40, 50)], [[0, 1], [2], [3]]),
    ("most of it decides", [(10, 24), (24, 45)], [[0], [1], []]),
    ("in two passages alike, it stands in the first", [(15, 25)], [[0], [], []]),
    ("one cue for everything", [(0, 60)], [[0], [], []]),
    ("before all, and behind all", [(0, 5), (60, 65)], [[0], [], [1]]),
    ("in a pause, nearer to what was said before", [(31, 33)], [[], [0], []]),
    ("in a pause, nearer to what comes", [(36, 39)], [[], [], [0]]),
    ("in the middle of a pause", [(34, 36)], [[], [0], []]),
    ("a gap in the translation", [(10, 20), (40, 50)], [[0], [], [1]]),
    ("none goes before one that is put off", [(16, 30), (17, 20)], [[], [0, 1], []]),
    ("nothing", [], [[], [], []]),
]


@pytest.mark.parametrize(("_why", "cues", "rows"), TABLE, ids=[case[0] for case in TABLE])
def test_a_cue_belongs_to_the_passage_that_it_overlaps_most(
    _why: str, cues: list[Times], rows: list[list[int]]
) -> None:
    found = assign_cues_to_passages(passages_of(*ROWS), cues_of(*cues))
    assert [list(row) for row in found] == rows


def test_without_passages_no_cue_is_assigned() -> None:
    assert assign_cues_to_passages([], cues_of((0, 5))) == []


TIMES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


@given(TIMES.filter(bool), TIMES)
def test_every_cue_is_assigned_once_and_in_order(rows: list[Times], cues: list[Times]) -> None:
    found = assign_cues_to_passages(passages_of(*rows), cues_of(*cues))
    assert len(found) == len(rows)
    assert [number for row in found for number in row] == list(range(len(cues)))


@given(TIMES.filter(bool), TIMES)
def test_a_cue_is_with_the_passage_it_overlaps_most_unless_an_earlier_cue_is_further_on(
    rows: list[Times], cues: list[Times]
) -> None:
    found = assign_cues_to_passages(passages_of(*rows), cues_of(*cues))
    place = {cue: row for row, numbers in enumerate(found) for cue in numbers}

    def shared(row: int, cue: int) -> int:
        return min(rows[row][1], cues[cue][1]) - max(rows[row][0], cues[cue][0])

    for cue in range(len(cues)):
        best = max(shared(row, cue) for row in range(len(rows)))
        put_off = cue > 0 and place[cue] == place[cue - 1]
        assert put_off or best <= 0 or shared(place[cue], cue) == best


@given(TIMES.filter(bool))
def test_a_transcript_is_aligned_with_itself(rows: list[Times]) -> None:
    apart = [rows[0]]
    for (_, ended), (start, end) in pairwise(rows):
        if start >= max(ended, apart[-1][1]):
            apart.append((start, end))
    found = assign_cues_to_passages(passages_of(*apart), cues_of(*apart))
    assert [list(row) for row in found] == [[number] for number in range(len(apart))]


@pytest.mark.parametrize(
    ("moment", "numbers"),
    [
        (Moment(0, 10_000), [0, 1]),
        (Moment(0, 5_000), [0]),
        (Moment(4_000, 12_000), [1]),
        (Moment(6_000, 7_000), [1]),
        (Moment(6_000), [1]),
        (Moment(10_500, 11_000), []),
        (Moment(9_000, 13_000), []),
    ],
)
def test_a_moment_has_the_cues_that_are_mostly_in_it(moment: Moment, numbers: list[int]) -> None:
    cues = cues_of((0, 5_000), (5_000, 10_000), (12_000, 20_000))
    assert list(cues_during(cues, moment)) == numbers
