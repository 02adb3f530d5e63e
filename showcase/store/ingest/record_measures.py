"""Measures who speaks in a video, and how long: after all that was withdrawn is out of its record."""

from dataclasses import replace

from showcase.core.captions.voice_times import measure_voices
from showcase.core.catalog.spoken_times import SpokenTime
from showcase.store.records import VideoRecord


def with_spoken_times(record: VideoRecord) -> VideoRecord:
    """The record with who speaks in the first track of speech.

    How long is known only where the file has times of its own, and people speak: a recording that a machine
    reads does not tell how long the people spoke, and neither do times that are estimated.
    """
    return replace(record, video=replace(record.video, spoken=_spoken_times(record)))


def _spoken_times(record: VideoRecord) -> tuple[SpokenTime, ...]:
    video = record.video
    first = next(iter(video.speech_tracks), None)
    cues = next((entry.cues for entry in record.tracks if entry.track == first), ())
    is_known = first is not None and first.timing == "exact" and video.voice == "human"
    return measure_voices(cues, has_times=is_known)
