"""Notes on the times of a video's tracks: what does not fit the recording, or the other tracks."""

from collections.abc import Iterator, Sequence

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track
from showcase.core.timing.timecodes import format_clock
from showcase.errors import Fault
from showcase.store.ingest.toml_times import offset_fix
from showcase.store.ingest.track_pairs import compare_tracks
from showcase.store.ingest.video_toml import TrackToml, VideoToml
from showcase.store.records import TrackCues

_MS_PER_HOUR = 3_600_000
# The clock of a file that begins at an hour: words come within minutes after it.
_MAX_AFTER_HOUR_MS = 15 * 60_000
# A slate may come before it; told only where the length of the recording proves that the clock is off.
_MAX_BEFORE_HOUR_MS = 2 * 60_000
# Captions may stay on the screen for a moment after the end, and durations are rounded.
_MAX_OVERHANG_MS = 5_000
_MAX_OVERHANG_SHARE = 0.02
# A title and music come before the first words, applause and names after the last.
_MIN_SILENCE_MS = 30_000
_MIN_SILENCE_SHARE = 1 / 3
_MIN_LATE_START_MS = 5 * 60_000
_MIN_EARLY_END_MS = 10 * 60_000
_MIN_EARLY_END_SHARE = 0.1
# Where the length of the recording is not given, a chapter without words may come after the last words.
_MAX_LAST_CHAPTER_MS = 60_000


def note_times(
    folder: str, toml: VideoToml, tracks: Sequence[TrackCues], *, has_duration: bool
) -> Iterator[Fault]:
    """What is odd about the times of tracks.

    Args:
        folder: the name of the video's folder, for the places of notes.
        toml: its video.toml, with the length of the recording's file where it has none.
        tracks: of all kinds; those of speech in the video's own language first.
        has_duration: video.toml says how long the recording is.
    """
    speech = [
        entry
        for entry in tracks
        if entry.track.kind in ("captions", "subtitles") and entry.track.has_times and entry.cues
    ]
    for entry in speech:
        track_toml = toml.tracks.get(entry.track.file, TrackToml())
        place = f"{folder}/{entry.track.file}"
        mend = ", or correct duration in video.toml" if has_duration else ""
        yield from _TrackTimes(place, entry.cues, toml.duration, track_toml.offset, mend).notes()
    for other in speech[1:]:
        offset = toml.tracks.get(other.track.file, TrackToml()).offset
        yield from compare_tracks(folder, speech[0], other, offset)
    yield from _late_chapters(folder, toml, tracks, speech)


class _TrackTimes:
    """The times of one track, compared with the length of the recording."""

    def __init__(
        self, place: str, cues: Sequence[Cue], duration_ms: int, offset_ms: int, duration_mend: str
    ) -> None:
        self._duration_mend = duration_mend
        self._place = place
        self._duration_ms = duration_ms
        self._offset_ms = offset_ms
        self._first_ms = cues[0].start_ms
        self._last_ms = max(cue.end_ms for cue in cues)
        slack = max(_MAX_OVERHANG_MS, int(duration_ms * _MAX_OVERHANG_SHARE))
        self._overhangs = bool(duration_ms) and self._last_ms > duration_ms + slack

    def notes(self) -> Iterator[Fault]:
        if hours := self._clock_hours():
            yield self._clock_note(hours)
            return
        if self._overhangs:
            yield self._overhang_note()
        elif self._begins_late():
            message = f"the first words come at {format_clock(self._first_ms)}"
            fix = "see whether the times are right, or the beginning is missing"
            yield Fault(self._place, message, fix, "first-cue-late")
        if self._ends_early():
            message = (
                f"the last words end at {format_clock(self._last_ms)}, long before the end of the "
                f"recording at {format_clock(self._duration_ms)}"
            )
            fix = f"see whether the rest is missing{self._duration_mend}"
            yield Fault(self._place, message, fix, "ends-early")

    def _clock_hours(self) -> int:
        """The hour at which the file's clock begins; 0 where it begins at 0."""
        early_ms = _MAX_BEFORE_HOUR_MS if self._duration_ms else 0
        hours = (self._first_ms + early_ms) // _MS_PER_HOUR
        after = self._first_ms - hours * _MS_PER_HOUR
        odd = self._overhangs if self._duration_ms else after <= _MAX_AFTER_HOUR_MS
        fits = not self._duration_ms or after < self._duration_ms
        return hours if odd and fits else 0

    def _clock_note(self, hours: int) -> Fault:
        message = (
            f"the first words come at {format_clock(self._first_ms)}: the clock of the file seems to "
            f"begin at {hours}:00:00"
        )
        return Fault(self._place, message, self._offset_fix(-hours * _MS_PER_HOUR), "clock-offset")

    def _overhang_note(self) -> Fault:
        message = (
            f"the last words end at {format_clock(self._last_ms)}, after the end of the recording at "
            f"{format_clock(self._duration_ms)}"
        )
        fix = f"put the captions of this recording there{self._duration_mend}"
        too_late = self._last_ms - self._duration_ms
        if self._first_ms > too_late and self._last_ms - self._first_ms < self._duration_ms:
            fix += (
                f"; or {self._offset_fix(-self._first_ms)} if the first words come at the beginning"
            )
        return Fault(self._place, message, fix, "after-the-end")

    def _offset_fix(self, by_ms: int) -> str:
        return offset_fix(self._place.rpartition("/")[2], self._offset_ms + by_ms)

    def _begins_late(self) -> bool:
        share = self._duration_ms * _MIN_SILENCE_SHARE
        if not self._duration_ms:
            return self._first_ms >= _MIN_LATE_START_MS
        return self._first_ms >= max(_MIN_SILENCE_MS, min(share, 2 * _MIN_LATE_START_MS))

    def _ends_early(self) -> bool:
        rest = self._duration_ms - self._last_ms
        return rest > max(_MIN_SILENCE_MS, self._duration_ms * _MIN_SILENCE_SHARE) or (
            rest > max(_MIN_EARLY_END_MS, self._duration_ms * _MIN_EARLY_END_SHARE)
        )


def _late_chapters(
    folder: str, toml: VideoToml, tracks: Sequence[TrackCues], speech: Sequence[TrackCues]
) -> Iterator[Fault]:
    last_ms = max((cue.end_ms for entry in speech for cue in entry.cues), default=0)
    end_ms = toml.duration or last_ms + max(_MAX_LAST_CHAPTER_MS, last_ms // 10)
    for entry in tracks:
        late = [cue for cue in entry.cues if cue.start_ms >= end_ms]
        if late and last_ms and entry.track.kind == "chapters":
            yield _late_chapter_note(f"{folder}/{entry.track.file}", entry.track, late, toml)


def _late_chapter_note(place: str, track: Track, late: Sequence[Cue], toml: VideoToml) -> Fault:
    title = " ".join(late[0].text.split())[:60]
    end = f"the end at {format_clock(toml.duration)}" if toml.duration else "the last words"
    others = len(late) - 1
    more = f", and {others} of the {track.cues} chapters likewise" if others else ""
    message = f'the chapter "{title}" begins at {format_clock(late[0].start_ms)}, after {end}{more}'
    return Fault(place, message, "correct its time", "late-chapter")
