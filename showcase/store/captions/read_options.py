"""What an owner says about a track in video.toml, as the readers of captions need it."""

from dataclasses import dataclass
from pathlib import PurePath

from showcase.core.captions.speakers import NO_HINTS, SpeakerHints
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.timing.frame_rates import FrameRate

# Tracks without speakers: "Step one: the march" is the title of a chapter, "Words appear: ..." a description.
_KINDS_WITHOUT_SPEAKERS = ("chapters", "descriptions", "metadata")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known about a caption file besides its bytes.

    Attributes:
        kind: what the track is.
        language: a BCP 47 tag, "" when unknown; it decides how bytes that are not UTF-8 are read.
        speakers: who may speak.
        frame_rate: of times that count frames; None when it is not given.
        offset_ms: is added to every time of the file, in milliseconds.
        duration_ms: the length of the recording, 0 when it is not given.
    """

    kind: str = "captions"
    language: str = ""
    speakers: SpeakerHints = NO_HINTS
    frame_rate: FrameRate | None = None
    offset_ms: int = 0
    duration_ms: int = 0

    @classmethod
    def from_name(cls, name: str) -> "ReadOptions":
        """What the name of a file says: "captions.ru.srt"."""
        kind, _, rest = PurePath(name).name.partition(".")
        tag = rest.rpartition(".")[0].rpartition(".")[2]
        return cls(kind, parse_language_tag(tag) or tag)

    @property
    def has_speakers(self) -> bool:
        """True for a track of speech."""
        return self.kind not in _KINDS_WITHOUT_SPEAKERS
