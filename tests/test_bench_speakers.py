"""No word of the generated caption files is under a wrong name, and nearly all are under the right one."""

import pytest

from benchmarks.speakers.conversations import MadeCue, made_file
from benchmarks.speakers.judge import Verdict, judge
from benchmarks.speakers.run import MIN_NAMED_SHARE, by_kind, measure, summary, total

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=[False, True], ids=["seen", "held out"])
def verdicts(request: pytest.FixtureRequest) -> dict[str, Verdict]:
    return measure(held_out=request.param)


def test_there_are_many_kinds_of_files(verdicts: dict[str, Verdict]) -> None:
    assert len(verdicts) > 120


def test_no_word_is_under_a_wrong_name_and_none_is_lost(verdicts: dict[str, Verdict]) -> None:
    bad = {kind: verdict for kind, verdict in verdicts.items() if verdict.wrong or verdict.lost}
    assert bad == {}


def test_nearly_all_words_are_under_the_right_name(verdicts: dict[str, Verdict]) -> None:
    assert total(verdicts.values()).named_share >= MIN_NAMED_SHARE


def test_tables_have_a_row_for_each_kind(verdicts: dict[str, Verdict]) -> None:
    assert len(by_kind(verdicts, verdicts).splitlines()) == len(verdicts) + 2
    assert "(9" in summary(verdicts, verdicts)


ROSA = ("Rosa", "The gate is open.")


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        ("Rosa: The gate is open.", ROSA, Verdict(right=4)),
        ("Tom: The gate is open.", ROSA, Verdict(wrong=4)),
        ("The gate is open.", ROSA, Verdict(unnamed=4)),
        ("The gate is open.", (None, "The gate is open."), Verdict(nobody=4)),
        ("Rosa: The gate is open.", (None, "The gate is open."), Verdict(wrong=4)),
        ("Rosa: The gate", ROSA, Verdict(right=2, lost=2)),
    ],
)
def test_the_judge_counts_words(text: str, said: tuple[str | None, str], verdict: Verdict) -> None:
    assert judge(made_file("a kind", [MadeCue(text, (said,))])) == verdict
