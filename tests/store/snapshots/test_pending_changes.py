"""When a change is built: times are given, so that nothing waits here."""

import pytest

from showcase.store.snapshots.file_stamps import Stamp, Stamps
from showcase.store.snapshots.pending_changes import (
    CUT_QUIET_SECONDS,
    LONGEST_WAIT_SECONDS,
    QUIET_SECONDS,
    PendingChanges,
)

# Sums of such numbers are not exact.
TICK = 1e-6
CAPTIONS, TOML, RECORDING = "farm/captions.en.vtt", "farm/video.toml", "farm/a.mp4"


def stamps(
    captions: int | None = 1000, toml: int | None = 100, recording: int | None = None
) -> Stamps:
    """Files by their sizes; None for one that is not there."""
    sizes = {CAPTIONS: captions, TOML: toml, RECORDING: recording}
    return {name: Stamp(size, size, 1, 1) for name, size in sizes.items() if size is not None}


@pytest.fixture
def pending() -> PendingChanges:
    """After a build of all."""
    made = PendingChanges()
    assert made.look(stamps(), 0) == 0
    made.built(stamps())
    return made


def test_at_first_everything_is_built(pending: PendingChanges) -> None:
    assert pending.look(stamps(), 1) is None


def test_what_was_saved_is_built_after_a_moment_of_quiet(pending: PendingChanges) -> None:
    assert pending.look(stamps(captions=1002), 5) == pytest.approx(QUIET_SECONDS)
    assert pending.look(stamps(captions=1002), 5 + QUIET_SECONDS / 2) == pytest.approx(
        QUIET_SECONDS / 2
    )
    assert pending.look(stamps(captions=1002), 5 + QUIET_SECONDS + TICK) == 0
    pending.built(stamps(captions=1002))
    assert pending.look(stamps(captions=1002), 6) is None


def test_each_piece_that_is_written_begins_the_wait_anew(pending: PendingChanges) -> None:
    for number in range(1, 5):
        assert pending.look(stamps(captions=1000 + number), 5 + number * 0.1) == pytest.approx(
            QUIET_SECONDS
        )


@pytest.mark.parametrize("size", [0, 400, 899, None])
def test_a_file_that_was_cut_or_taken_away_waits_longer_for_the_rest(
    pending: PendingChanges, size: int | None
) -> None:
    assert pending.look(stamps(captions=size), 5) == pytest.approx(CUT_QUIET_SECONDS)
    assert pending.look(stamps(captions=size), 5 + CUT_QUIET_SECONDS + TICK) == 0


def test_a_file_that_is_whole_again_waits_as_any_other(pending: PendingChanges) -> None:
    pending.look(stamps(captions=0), 5)
    assert pending.look(stamps(captions=1001), 5.1) == pytest.approx(QUIET_SECONDS)


def test_what_is_again_as_it_was_is_no_change(pending: PendingChanges) -> None:
    pending.look(stamps(captions=None), 5)
    assert pending.look(stamps(), 5.1) is None


def test_a_recording_that_is_being_copied_keeps_no_word_waiting(pending: PendingChanges) -> None:
    assert pending.look(stamps(recording=10), 5) == pytest.approx(QUIET_SECONDS)
    pending.look(stamps(recording=20, captions=1001), 5.1)
    assert pending.look(stamps(recording=30, captions=1001), 5.1 + QUIET_SECONDS + TICK) == 0


def test_a_recording_that_is_being_copied_is_built_when_it_is_whole(
    pending: PendingChanges,
) -> None:
    for number in range(1, 9):
        assert pending.look(stamps(recording=number), 5 + number) == pytest.approx(QUIET_SECONDS)
    assert pending.look(stamps(recording=8), 13 + QUIET_SECONDS + TICK) == 0


def test_a_file_that_is_written_to_without_end_does_not_hold_up_the_others(
    pending: PendingChanges,
) -> None:
    times = [number / 10 for number in range(1, 200)]
    answers = (pending.look(stamps(captions=1000 + round(now * 10)), now) for now in times)
    first = next(now for now, answer in zip(times, answers, strict=False) if answer == 0)
    assert first == pytest.approx(0.1 + LONGEST_WAIT_SECONDS)


def test_what_changes_while_it_is_built_is_built_again(pending: PendingChanges) -> None:
    pending.look(stamps(captions=1001), 5)
    pending.built(stamps(captions=1001))
    assert pending.look(stamps(captions=1002), 5.5) == pytest.approx(QUIET_SECONDS)
