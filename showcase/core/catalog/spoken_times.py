"""How long somebody speaks in a video."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """A voice of a video.

    Attributes:
        voice: as cues have it.
        duration_ms: how long it speaks, in milliseconds; 0 where nobody knows: the words have no times of
            their own, or a machine reads them.
    """

    voice: str
    duration_ms: int = 0
