"""Records: what an owner's folder becomes, a video with the cues of its tracks."""

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
    """Everything about a video: what its page needs."""

    video: Video
    tracks: tuple[TrackCues, ...]
