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
    """Everything about a video.

    Attributes:
        video: without its cues.
        tracks: those of `video.tracks`, in the same order.
        restrictions: a hash of what video.toml restricted when it was read; "" for nothing.
    """

    video: Video
    tracks: tuple[TrackCues, ...]
    restrictions: str = ""
