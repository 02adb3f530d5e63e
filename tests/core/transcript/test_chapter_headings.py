from hypothesis import given
from hypothesis import strategies as st

from showcase.core.captions.cues import Cue, number_cues
from showcase.core.catalog.models import Chapter
from showcase.core.transcript.chapter_headings import chapters_by_passage
from showcase.core.transcript.passages import build_passages
from showcase.core.transcript.transcript import build_transcript

CUES = tuple(
    Cue(start, start + 5_000, "So it was.", f"Voice {start}") for start in (10_000, 20_000)
)
PASSAGES = build_passages(build_transcript("en", CUES))
STARTS = st.lists(st.integers(0, 40_000), max_size=6).map(sorted)


def places(*starts: int) -> list[list[int]]:
    chapters = [Chapter(start, start + 1, "A chapter") for start in starts]
    return [
        [chapters[n].start_ms for n in each] for each in chapters_by_passage(chapters, PASSAGES)
    ]


def test_a_chapter_is_before_the_passage_that_starts_with_it_or_next() -> None:
    assert places(0, 10_000, 10_001, 20_000) == [[0, 10_000], [10_001, 20_000], []]


def test_a_chapter_that_starts_after_the_last_passage_is_after_all() -> None:
    assert places(10_000, 20_001, 30_000) == [[10_000], [], [20_001, 30_000]]


def test_without_passages_all_are_after_them() -> None:
    assert chapters_by_passage([Chapter(0, 1, "A chapter")], []) == [range(1)]


def test_passages_without_times_have_no_place_for_chapters() -> None:
    untimed = build_passages(build_transcript("en", number_cues(CUES), has_times=False))
    chapters = [Chapter(0, 1, "A chapter")]
    assert chapters_by_passage(chapters, untimed) == [range(0)] * 3


@given(STARTS)
def test_every_chapter_has_one_place_in_order(starts: list[int]) -> None:
    assert [start for place in places(*starts) for start in place] == starts
