"""Two tracks of one video, compared: a translation is spoken when the original is.

Translators keep the times of the original, or make their own: then hardly more cues begin together than by
chance, and only the ends tell. So a note needs both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from showcase.core.timing.cue_fit import (
    MIN_FIT_SHARE,
    Drift,
    common_shift_ms,
    find_drift,
    together_share,
)
from showcase.core.timing.timecodes import format_clock, format_seconds
from showcase.errors import Fault
from showcase.store.ingest.toml_times import offset_fix
from showcase.store.records import TrackCues

_MIN_CUES = 6
# Findings with which a time in one track is not the same time in the other.
_MISALIGNED_CODES = frozenset({"track-offset", "track-drift", "unrelated-track"})
# So many of the cues begin together in two tracks that belong together, or by one time later.
_MIN_TOGETHER_SHARE = 0.35
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
    together = max(together_share(starts, others), together_share(others, starts))
    enough = min(len(starts), len(others)) >= _MIN_CUES
    if enough and together < _MIN_TOGETHER_SHARE and (shift_ms := _shift_ms(starts, others)):
        yield _shift_note(place, own, shift_ms, offset_ms)
        return
    if together < MIN_FIT_SHARE and (drift := find_drift(starts, others)):
        yield _drift_note(place, own, drift)
        return
    if enough and together < _MIN_TOGETHER_SHARE and _ends_differ(own, other, _MAX_END_RATIO):
        yield _unrelated_note(place, own, other)
        return
    if _ends_differ(own, other, _MAX_PART_RATIO):
        message = f"ends at {_end(other)}, but {own.track.file} at {_end(own)}"
        fix = "see whether both are of this recording and complete"
        yield Fault(place, message, fix, "ends-differ")


def mark_misaligned(tracks: Sequence[TrackCues], notes: Iterable[Fault]) -> tuple[TrackCues, ...]:
    """The tracks, with those marked whose times do not fit, by the notes of `compare_tracks` on them."""
    files = {note.place.rpartition("/")[2] for note in notes if note.code in _MISALIGNED_CODES}
    return tuple(
        replace(entry, track=replace(entry.track, is_aligned=False))
        if entry.track.file in files
        else entry
        for entry in tracks
    )


def _starts(entry: TrackCues) -> list[int]:
    return [cue.start_ms for cue in entry.cues]


def _end_ms(entry: TrackCues) -> int:
    return max(cue.end_ms for cue in entry.cues)


def _end(entry: TrackCues) -> str:
    return format_clock(_end_ms(entry))


def _ends_differ(own: TrackCues, other: TrackCues, most: float) -> bool:
    first, last = sorted((_end_ms(own), _end_ms(other)))
    return last - first > _MIN_END_DIFFERENCE_MS and last > most * first


def _shift_ms(starts: list[int], others: list[int]) -> int:
    """By how much all cues of the other track are late; 0 where no one time fits most of them."""
    shift_ms = common_shift_ms(starts, others) or 0
    return shift_ms if abs(shift_ms) >= _MIN_SHIFT_MS else 0


def _shift_note(place: str, own: TrackCues, shift_ms: int, offset_ms: int) -> Fault:
    seconds = format_seconds(abs(shift_ms))
    later = "later" if shift_ms > 0 else "earlier"
    message = f"its cues come {seconds} s {later} than those of {own.track.file}"
    file = place.rpartition("/")[2]
    fix = f"if {own.track.file} is right, {offset_fix(file, offset_ms - shift_ms)}"
    return Fault(place, message, fix, "track-offset")


def _drift_note(place: str, own: TrackCues, drift: Drift) -> Fault:
    early, late = (
        f"{_shift_words(shift_ms)} at {format_clock(at_ms)}"
        for at_ms, shift_ms in (
            (drift.early_ms, drift.early_shift_ms),
            (drift.late_ms, drift.late_shift_ms),
        )
    )
    message = f"its cues part from those of {own.track.file}: {early}, and {late}"
    cause = "made for another speed" if drift.gradual else "made for another cut"
    fix = f"see which of the two is {cause} of the recording, and time it again"
    return Fault(place, message, fix, "track-drift")


def _shift_words(shift_ms: int) -> str:
    """How late cues come: "2.5 s later"."""
    seconds = format_seconds(round(abs(shift_ms), -2))
    return f"{seconds} s {'later' if shift_ms > 0 else 'earlier'}" if seconds != "0" else "together"


def _unrelated_note(place: str, own: TrackCues, other: TrackCues) -> Fault:
    message = (
        f"its times do not fit those of {own.track.file}: {len(other.cues)} cues to {_end(other)}, "
        f"there {len(own.cues)} to {_end(own)}"
    )
    fix = "see whether it is of another recording"
    return Fault(place, message, fix, "unrelated-track")
