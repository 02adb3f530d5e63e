"""How long each voice of a track speaks."""

from collections.abc import Iterable

from showcase.core.captions.cues import Cue
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.core.catalog.withdrawals import TimeRange, merge_ranges


def measure_voices(cues: Iterable[Cue], *, has_times: bool) -> tuple[SpokenTime, ...]:
    """The voices of a track in order of their first words, each with the time that it speaks.

    Where two of its cues are shown at once, the time counts once. Sounds are not speech.

    Args:
        cues: of the track.
        has_times: False where nobody knows when the words are spoken; all times are then 0.
    """
    ranges: dict[str, list[TimeRange]] = {}
    for cue in cues:
        if cue.voice and not cue.sound:
            ranges.setdefault(cue.voice, []).append(TimeRange(cue.start_ms, cue.end_ms))
    return tuple(
        SpokenTime(voice, _length_ms(found) if has_times else 0) for voice, found in ranges.items()
    )


def _length_ms(ranges: Iterable[TimeRange]) -> int:
    return sum(each.end_ms - each.start_ms for each in merge_ranges(ranges))
