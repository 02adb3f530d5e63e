"""Two tracks of one video, compared: a translation is spoken when the original is.

Translators keep the times of the original, or make their own: then hardly more cues begin together than by
chance, and only the ends tell. So a note needs both.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from showcase.core.timing.timecodes import format_clock, format_seconds
from showcase.errors import Fault
from showcase.store.ingest.toml_times import offset_fix
from showcase.store.records import TrackCues

# Cues of two tracks begin together.
_MAX_DIFFERENCE_MS = 250
# Cues that are compared, spread over the track.
_MAX_COMPARED_CUES = 60
_MIN_CUES = 6
# So many of the cues begin together in two tracks that belong together, or by one time later.
_MIN_TOGETHER_SHARE = 0.35
_MIN_SHIFTED_SHARE = 0.7
_MIN_SHIFT_MS = 1_000
# Ends that differ by more are those of two recordings, or of a part of one.
_MAX_END_RATIO = 1.1
_MAX_PART_RATIO = 2
_MIN_END_DIFFERENCE_MS = 10_000


def compare_tracks(
    folder: str, own: TrackCues, other: TrackCues, offset_ms: int
) -> Iterator[Fault]:
    """Notes where two tracks of a video do not belong together, or one is late.

    Args:
        folder: the name of the video's folder, for the place of the note.
        own: the first track of speech.
        other: another one, to which the note is.
        offset_ms: that `other` has in video.toml already.
    """
    starts, others = _starts(own), _starts(other)
    place = f"{folder}/{other.track.file}"
    together = max(_together_share(starts, others), _together_share(others, starts))
    if together < _MIN_TOGETHER_SHARE and min(len(starts), len(others)) >= _MIN_CUES:
        if shift_ms := _common_shift_ms(starts, others):
            yield _shift_note(place, own, shift_ms, offset_ms)
            return
        if _ends_differ(own, other, _MAX_END_RATIO):
            yield _unrelated_note(place, own, other)
            return
    if _ends_differ(own, other, _MAX_PART_RATIO):
        message = f"ends at {_end(other)}, but {own.track.file} at {_end(own)}"
        fix = "see whether both are of this recording and complete"
        yield Fault(place, message, fix, "ends-differ")


def _starts(entry: TrackCues) -> list[int]:
    return [cue.start_ms for cue in entry.cues]


def _end_ms(entry: TrackCues) -> int:
    return max(cue.end_ms for cue in entry.cues)


def _end(entry: TrackCues) -> str:
    return format_clock(_end_ms(entry))


def _ends_differ(own: TrackCues, other: TrackCues, most: float) -> bool:
    first, last = sorted((_end_ms(own), _end_ms(other)))
    return last - first > _MIN_END_DIFFERENCE_MS and last > most * first


def _sample(starts: Sequence[int]) -> Sequence[int]:
    return starts[:: -(-len(starts) // _MAX_COMPARED_CUES)]


def _together_share(starts: Sequence[int], others: Sequence[int]) -> Fraction:
    """How many of the cues of one track begin with one of the other."""
    sample = _sample(others)
    together = 0
    for start in sample:
        near = bisect_left(starts, start - _MAX_DIFFERENCE_MS)
        together += near < len(starts) and starts[near] <= start + _MAX_DIFFERENCE_MS
    return Fraction(together, len(sample))


def _common_shift_ms(starts: Sequence[int], others: Sequence[int]) -> int:
    """By how much all cues of the other track are late; 0 where no one time fits most of them."""
    sample = _sample(others)
    differences = [other - start for other in sample for start in _sample_near(starts)]
    bins = Counter(difference // _MAX_DIFFERENCE_MS for difference in differences)
    best = max(bins, key=lambda number: bins[number] + bins[number + 1])
    near = sorted(
        difference
        for difference in differences
        if difference // _MAX_DIFFERENCE_MS in (best, best + 1)
    )
    shift_ms = near[len(near) // 2]
    fits = _together_share([start + shift_ms for start in starts], others) >= _MIN_SHIFTED_SHARE
    return shift_ms if fits and abs(shift_ms) >= _MIN_SHIFT_MS else 0


def _sample_near(starts: Sequence[int]) -> Sequence[int]:
    return starts[:3_600]


def _shift_note(place: str, own: TrackCues, shift_ms: int, offset_ms: int) -> Fault:
    seconds = format_seconds(abs(shift_ms))
    later = "later" if shift_ms > 0 else "earlier"
    message = f"its cues come {seconds} s {later} than those of {own.track.file}"
    file = place.rpartition("/")[2]
    fix = f"if {own.track.file} is right, {offset_fix(file, offset_ms - shift_ms)}"
    return Fault(place, message, fix, "track-offset")


def _unrelated_note(place: str, own: TrackCues, other: TrackCues) -> Fault:
    message = (
        f"its times do not fit those of {own.track.file}: {len(other.cues)} cues to {_end(other)}, "
        f"there {len(own.cues)} to {_end(own)}"
    )
    fix = "see whether it is of another recording"
    return Fault(place, message, fix, "unrelated-track")
