"""Checks a folder of transcripts without publishing it."""

from dataclasses import dataclass
from pathlib import Path

from showcase.errors import Fault
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import LoadedVideo, load_video


@dataclass(frozen=True, slots=True)
class VideoCheck:
    """What was found in the folder of one video.

    Attributes:
        name: the name of its folder.
        title: "" when the video has faults that keep it from being published.
        cues: how many cues its tracks of speech have together, as `showcase index` counts them.
        faults: why it cannot be published, then what could not be read in its tracks.
        notes: what should be looked at, but does not keep it from being published.
    """

    name: str
    title: str
    cues: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in a folder of transcripts.

    Attributes:
        faults: what is wrong with names, site.toml and tokens.css; those of a video are in `videos`.
        videos: in the order of their folders' names.
        notes: what the translations of site.toml lack.
    """

    faults: tuple[Fault, ...]
    videos: tuple[VideoCheck, ...]
    notes: tuple[Fault, ...] = ()

    def all_faults(self) -> tuple[Fault, ...]:
        """The faults of the folder and of its videos; without any, everything in the folder could be read."""
        return (*self.faults, *(fault for video in self.videos for fault in video.faults))


def check_folders(transcripts: Path) -> CheckReport:
    """Read everything in a folder of transcripts, and report what is wrong; nothing is written."""
    scan = scan_folders(transcripts)
    checks = (_check_video(folder.name, load_video(transcripts, folder)) for folder in scan.folders)
    return CheckReport(scan.faults, tuple(checks), scan.notes)


def _check_video(name: str, read: LoadedVideo) -> VideoCheck:
    tracks = read.record.video.speech_tracks if read.record else ()
    return VideoCheck(
        name=name,
        title=read.record.video.title if read.record else "",
        cues=sum(track.cues for track in tracks),
        faults=(*read.faults, *read.line_faults),
        notes=read.notes,
    )
