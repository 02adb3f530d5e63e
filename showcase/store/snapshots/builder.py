"""Building snapshots: `transcripts/` in, one read-only folder out, current by one atomic rename.

Whatever happens on the way (a fault, a full disk, kill -9), the snapshot before it stays current.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.catalog.models import Catalog
from showcase.errors import ContentError, Fault, ShowcaseError
from showcase.store.ingest.folder_scan import FolderScan, VideoFolder, scan_folders
from showcase.store.ingest.video_loader import load_video
from showcase.store.snapshots.draft import SnapshotDraft
from showcase.store.snapshots.manifest import write_manifest
from showcase.store.snapshots.previous import PreviousSnapshot
from showcase.store.snapshots.state_folder import StateFolder

ProgressCallback = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        id: of the snapshot that is current now.
        changed: the videos that are new or not as they were, by slug.
        unchanged: how many videos are as they were.
        cues, passages: how many there are now, of all tracks of speech.
        notes: what owners should know of all videos: what could not be read, quotes that were not found.
        seconds: how long it took.
        removed: the videos that are gone, by slug.
        built: False when nothing changed and the snapshot is the one it was.
    """

    id: str
    changed: tuple[str, ...]
    unchanged: int
    cues: int
    passages: int
    notes: tuple[Fault, ...]
    seconds: float
    removed: tuple[str, ...] = ()
    built: bool = True


def build_snapshot(
    transcripts: Path, state: Path, *, progress: ProgressCallback | None = None, force: bool = False
) -> BuildReport:
    """Make the current snapshot say what `transcripts` says.

    Args:
        transcripts: the folder that holds one folder a video.
        state: where snapshots live; made when it is missing.
        progress: hears a line at each step.
        force: read and index everything again.

    Raises:
        ContentError: with every fault of every video; the snapshot is what it was.
        ShowcaseError: the state folder cannot be written; the snapshot is what it was.
    """
    say = _ignore_progress if progress is None else progress
    with _locked_state_folder(state, say) as home:
        return _SnapshotBuild(home, transcripts, say, force=force).run()


def restore_snapshot(transcripts: Path, state: Path) -> bool:
    """Serve again what was served, when `transcripts` cannot be read and the snapshot is damaged.

    The index is made again from the snapshot's own records; where they are damaged too, the snapshot
    before it is served.

    Returns:
        False when nothing is left that could be served.

    Raises:
        ShowcaseError: the state folder cannot be written.
    """
    with _locked_state_folder(state, _ignore_progress) as home:
        previous = PreviousSnapshot.load(home, home.current_id(), transcripts)
        if previous is not None and previous.catalog is not None and previous.has_intact_records():
            _rebuild_from_records(home, previous, previous.catalog)
            return True
        before = (
            PreviousSnapshot.load(home, name, transcripts)
            for name in home.other_ids(home.current_id())
        )
        whole = next((found for found in before if found is not None and found.is_intact()), None)
        if whole is not None:
            home.make_current(whole.id)
        return whole is not None


def _ignore_progress(_line: str) -> None:
    return


@contextmanager
def _locked_state_folder(state: Path, say: ProgressCallback) -> Iterator[StateFolder]:
    """The state folder, for one builder at a time; what the system refuses becomes a sentence."""
    home = StateFolder(state)
    try:
        home.create()
        with home.lock(lambda: say("Another build is at work; waiting until it is done")):
            yield home
    except OSError as error:
        message = (
            f"{error.filename or state}: The snapshot cannot be written ({error.strerror}): make room "
            "or allow writing there, or set SHOWCASE_STATE to another folder."
        )
        raise ShowcaseError(message) from error


class _SnapshotBuild:
    """One build, while nobody else builds."""

    def __init__(
        self, home: StateFolder, transcripts: Path, say: ProgressCallback, *, force: bool
    ) -> None:
        self._started = time.perf_counter()
        self._state_folder = home
        self._transcripts = transcripts
        self._progress = say
        self._force = force
        self._previous = PreviousSnapshot.load(home, home.current_id(), transcripts)

    def run(self) -> BuildReport:
        with self._state_folder.build_folder() as path:
            draft = SnapshotDraft(path, self._previous, self._progress)
            scan = scan_folders(self._transcripts)
            self._load_videos(scan, draft)
            digest = draft.finish_catalog(scan.site)
            if self._previous and self._has_same_content(self._previous, digest):
                self._progress("Nothing changed")
                _update_manifest_folders(self._previous, draft)
                self._state_folder.prune()
                return self._report(self._previous.id, draft, built=False)
            draft.write(self._transcripts, rebuild_index=self._force)
            self._progress("Making it current")
            return self._report(self._state_folder.publish(path, digest), draft, built=True)

    def _load_videos(self, scan: FolderScan, draft: SnapshotDraft) -> None:
        """Read what changed, take over the rest.

        Raises:
            ContentError: with every fault there is, after all was read.
        """
        faults = list(scan.faults)
        for folder in scan.folders:
            if self._force or not self._reuse_unchanged(folder, draft):
                self._progress(f"Reading {folder.name}")
                read = load_video(scan.root, folder)
                faults += read.faults
                if read.record:
                    draft.add_video(folder, read.record, (*read.line_faults, *read.notes))
        if faults:
            raise ContentError(tuple(faults))

    def _reuse_unchanged(self, folder: VideoFolder, draft: SnapshotDraft) -> bool:
        previous = self._previous
        before = previous.unchanged_folder(folder) if previous else None
        if previous is None or before is None:
            return False
        draft.reuse_video(before, previous.video(folder.slug), previous)
        return True

    def _has_same_content(self, previous: PreviousSnapshot, digest: str) -> bool:
        return not self._force and previous.id.startswith(digest) and previous.is_intact()

    def _report(self, snapshot: str, draft: SnapshotDraft, *, built: bool) -> BuildReport:
        folders = draft.folders.values()
        return BuildReport(
            id=snapshot,
            changed=tuple(draft.changed_slugs),
            unchanged=len(folders) - len(draft.changed_slugs),
            cues=sum(folder.cues for folder in folders),
            passages=sum(folder.passages for folder in folders),
            notes=tuple(note for folder in folders for note in folder.notes),
            seconds=round(time.perf_counter() - self._started, 3),
            removed=draft.removed_slugs(),
            built=built,
        )


def _update_manifest_folders(previous: PreviousSnapshot, draft: SnapshotDraft) -> None:
    """Files that were touched but say the same need not be read the next time either."""
    folders = tuple(draft.folders[slug] for slug in sorted(draft.folders))
    if folders != previous.manifest.folders:
        write_manifest(previous.path, replace(previous.manifest, folders=folders))


def _rebuild_from_records(home: StateFolder, previous: PreviousSnapshot, catalog: Catalog) -> None:
    with home.build_folder() as path:
        draft = SnapshotDraft(path, previous, _ignore_progress)
        for video in catalog.videos:
            draft.reuse_video(previous.folders()[video.slug], video, previous)
        digest = draft.finish_catalog(catalog.site)
        draft.write(Path(previous.manifest.transcripts), rebuild_index=True)
        home.publish(path, digest)
