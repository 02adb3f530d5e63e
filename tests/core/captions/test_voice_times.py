"""How long each voice of a track speaks."""

from showcase.core.captions.cues import Cue
from showcase.core.captions.voice_times import measure_voices
from showcase.core.catalog.spoken_times import SpokenTime

CUES = (
    Cue(0, 2_000, "One.", "Ana"),
    Cue(1_000, 3_000, "Two.", "Ana"),
    Cue(3_000, 4_000, "[bell]", "Ana", sound=True),
    Cue(4_000, 9_000, "Three.", "Luis"),
    Cue(9_000, 10_000, "Four."),
    Cue(20_000, 21_000, "Five.", "Ana"),
)


def test_time_in_which_two_cues_are_shown_counts_once() -> None:
    assert measure_voices(CUES, has_times=True) == (
        SpokenTime("Ana", 4_000),
        SpokenTime("Luis", 5_000),
    )


def test_without_times_nobody_knows_how_long() -> None:
    assert measure_voices(CUES, has_times=False) == (SpokenTime("Ana"), SpokenTime("Luis"))
