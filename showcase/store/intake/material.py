"""Everything that was given for a video, before it is planned what is written."""

from dataclasses import dataclass, field
from pathlib import Path

from showcase.core.catalog.models import Source
from showcase.core.intake.video_facts import VideoFacts
from showcase.store.intake.given_tracks import GivenTrack
from showcase.store.intake.refusal import IntakeError


@dataclass(slots=True)
class Material:
    """What was given.

    Attributes:
        facts: keys of video.toml that are known, apart from recording and poster.
        media: files of the recording, the preferred one first.
        address: of the recording; None where it is in files, or there is none.
        tracks: captions, subtitles, chapters, descriptions.
        pictures: for the poster; the first one counts.
        remarks: sentences on what was left out, and why.
        doubts: sentences on what the owner should look at.
        spoken: the language of the recording as a description says; "" where none does.
    """

    facts: VideoFacts = field(default_factory=VideoFacts)
    media: list[Path] = field(default_factory=list)
    address: Source | None = None
    tracks: list[GivenTrack] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    spoken: str = ""

    @property
    def has_recording(self) -> bool:
        """True where something to play was given."""
        return bool(self.media) or self.address is not None

    def take_address(self, source: Source) -> None:
        """Take the address of a recording; a recording in files counts more.

        Raises:
            ShowcaseError: another address was given.
        """
        if self.address and self.address != source:
            message = f"{self.address.address} was given too, and a video has one recording"
            raise IntakeError(source.address, message, "give one address")
        self.address = source
