"""Checks a folder of transcripts without publishing it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from showcase.core.catalog.site_catalog import newest_first
from showcase.errors import Fault
from showcase.store.ingest.folder_scan import VideoFolder, scan_folders
from showcase.store.ingest.listing_notes import note_listings
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.track_files import TrackSpeakers
from showcase.store.ingest.video_loader import load_video


@dataclass(frozen=True, slots=True)
class VideoCheck:
    """What was found in the folder of one video.

    Attributes:
        name: the name of its folder.
        slug: its name in addresses; "" where the folder's name gives none.
        cues: how many cues of speech would be published; 0 with a fault.
        faults: the errors, each of which keeps it from being published.
        notes: what should be looked at, but does not keep it from being published.
        speakers: who speaks in its tracks.
    """

    name: str
    slug: str
    cues: int
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]
    speakers: tuple[TrackSpeakers, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in a folder of transcripts.

    Attributes:
        faults: what is wrong with names, site.toml and tokens.css; those of a video are in `videos`.
        videos: in the order of their folders' names.
        notes: what should be looked at there.
    """

    faults: tuple[Fault, ...]
    videos: tuple[VideoCheck, ...]
    notes: tuple[Fault, ...] = ()

    def all_faults(self) -> tuple[Fault, ...]:
        """The faults of the folder and of its videos; without any, everything in the folder could be read."""
        return (*self.faults, *(fault for video in self.videos for fault in video.faults))


def _tell_nobody(_name: str, _total: int) -> None:
    pass


def check_folders(
    transcripts: Path, progress: Callable[[str, int], None] = _tell_nobody
) -> CheckReport:
    """Read everything in a folder of transcripts, and report what is wrong; nothing is written.

    Args:
        transcripts: the folder.
        progress: is told the name of each folder of a video before it is read, and how many there are.

    What is a fault here is never published by build_snapshot: both judge by load_video.
    """
    scan = scan_folders(transcripts)
    checks, videos = [], []
    for folder in scan.folders:
        progress(folder.name, len(scan.folders))
        read = load_video(transcripts, folder)
        checks.append(_check_video(folder, read))
        videos += [read.record.video] if read.record else []
    names = {folder.slug: folder.name for folder in scan.folders}
    notes = (*scan.notes, *note_listings(transcripts, names, newest_first(videos)))
    return CheckReport(scan.faults, tuple(checks), notes)


def _check_video(folder: VideoFolder, read: LoadedVideo) -> VideoCheck:
    tracks = read.record.video.speech_tracks if read.record else ()
    return VideoCheck(
        name=folder.name,
        slug=folder.slug,
        cues=sum(track.cues for track in tracks),
        faults=read.faults,
        notes=read.notes,
        speakers=read.speakers,
    )
