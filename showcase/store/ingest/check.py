"""`transcripts/` as a whole: what an owner hears about it before anything is published."""

from dataclasses import dataclass
from pathlib import Path

from showcase.errors import Fault
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import ReadVideo, read_video


@dataclass(frozen=True, slots=True)
class VideoCheck:
    """What is to be said about one video.

    Attributes:
        name: of its folder.
        title: "" when it could not be read.
        cues: of all its tracks.
        faults: why it cannot be published, then what could not be read in its tracks.
        notes: what reads badly, or may be a slip.
    """

    name: str
    title: str
    cues: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What is to be said about a folder of transcripts.

    Attributes:
        faults: of names and site.toml; those of a video stand with it.
        videos: in the order of their folders' names.
        notes: what the translations of site.toml lack.
    """

    faults: tuple[Fault, ...]
    videos: tuple[VideoCheck, ...]
    notes: tuple[Fault, ...] = ()

    def all_faults(self) -> tuple[Fault, ...]:
        """Every fault: none means that everything in the folder was read."""
        return (*self.faults, *(fault for video in self.videos for fault in video.faults))


def check_folders(transcripts: Path) -> CheckReport:
    """Read everything in a folder of transcripts and say what is wrong; nothing is built or kept."""
    scan = scan_folders(transcripts)
    checks = (_check(folder.name, read_video(transcripts, folder)) for folder in scan.folders)
    return CheckReport(scan.faults, tuple(checks), scan.notes)


def _check(name: str, read: ReadVideo) -> VideoCheck:
    tracks = read.record.video.tracks if read.record else ()
    return VideoCheck(
        name=name,
        title=read.record.video.title if read.record else "",
        cues=sum(track.cues for track in tracks),
        faults=(*read.faults, *read.lost),
        notes=read.notes,
    )
