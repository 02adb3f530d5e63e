"""Records: a video with the cues of its tracks, as it is read from a folder and stored in a snapshot."""

from dataclasses import dataclass

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Track, Video


@dataclass(frozen=True, slots=True)
class TrackCues:
    """A track with its cues."""

    track: Track
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class VideoRecord:
    """Everything about a video. `tracks` has the tracks of `video.tracks`, in the same order."""

    video: Video
    tracks: tuple[TrackCues, ...]
