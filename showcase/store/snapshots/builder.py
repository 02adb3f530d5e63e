"""Build snapshots: from a folder of transcripts to a read-only folder, made current by one atomic rename.

Whatever happens while a snapshot is built (a fault, a full disk, kill -9), the one before it stays current.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.catalog.models import Catalog
from showcase.errors import ContentError, Fault, ShowcaseError
from showcase.store.garbage_collection import rare_collections
from showcase.store.ingest.folder_scan import FolderScan, VideoFolder, scan_folders
from showcase.store.ingest.video_loader import load_video
from showcase.store.snapshots.draft import SnapshotDraft
from showcase.store.snapshots.manifest import write_manifest
from showcase.store.snapshots.previous import PreviousSnapshot
from showcase.store.snapshots.state_folder import StateFolder

ProgressCallback = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of a build.

    Attributes:
        id: of the current snapshot.
        changed: slugs of the videos that are new or have changed.
        unchanged: how many videos have not changed.
        cues: how many cues all speech tracks have.
        passages: how many passages all speech tracks have.
        notes: what publishers should know: lines that could not be read, quotes that were not found.
        seconds: how long the build took.
        removed: slugs of the videos that were removed.
        built: False if nothing changed, so that the current snapshot is the one before.
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
    """Bring the current snapshot up to date with the transcripts.

    Waits while another process builds. Videos whose files have not changed are taken over.

    Args:
        transcripts: the folder with one folder for each video.
        state: the state folder; created if it is missing.
        progress: is called with a line of text at each step.
        force: read and index everything again.

    Raises:
        ContentError: with every fault of every video; the current snapshot stays.
        ShowcaseError: the state folder cannot be written; the current snapshot stays.
    """
    report = _ignore_progress if progress is None else progress
    with _locked_state_folder(state, report) as state_folder, rare_collections():
        return _SnapshotBuild(state_folder, transcripts, report, force=force).run()


def restore_snapshot(transcripts: Path, state: Path) -> bool:
    """Repair a damaged snapshot when `transcripts` cannot be read.

    The index is built again from the records of the snapshot. If these are damaged too, an intact older
    snapshot is made current.

    Returns:
        False if there is nothing intact to serve.

    Raises:
        ShowcaseError: the state folder cannot be written.
    """
    with _locked_state_folder(state, _ignore_progress) as state_folder:
        previous = PreviousSnapshot.load(state_folder, state_folder.current_id(), transcripts)
        if previous is not None and previous.catalog is not None and previous.has_intact_records():
            _rebuild_from_records(state_folder, previous, previous.catalog)
            return True
        others = (
            PreviousSnapshot.load(state_folder, name, transcripts)
            for name in state_folder.other_ids(state_folder.current_id())
        )
        intact = next((found for found in others if found is not None and found.is_intact()), None)
        if intact is not None:
            state_folder.make_current(intact.id)
        return intact is not None


def _ignore_progress(_line: str) -> None:
    return


@contextmanager
def _locked_state_folder(state: Path, progress: ProgressCallback) -> Iterator[StateFolder]:
    """The state folder, for one builder at a time; an OSError becomes a ShowcaseError."""
    state_folder = StateFolder(state)
    try:
        state_folder.create()
        with state_folder.lock(
            lambda: progress("Another build is at work; waiting until it is done")
        ):
            yield state_folder
    except OSError as error:
        message = (
            f"{error.filename or state}: The snapshot cannot be written ({error.strerror}): make room "
            "or allow writing there, or set SHOWCASE_STATE to another folder."
        )
        raise ShowcaseError(message) from error


class _SnapshotBuild:
    """One build, while the state folder is locked."""

    def __init__(
        self,
        state_folder: StateFolder,
        transcripts: Path,
        progress: ProgressCallback,
        *,
        force: bool,
    ) -> None:
        self._started = time.perf_counter()
        self._state_folder = state_folder
        self._transcripts = transcripts
        self._progress = progress
        self._force = force
        self._previous = PreviousSnapshot.load(state_folder, state_folder.current_id(), transcripts)

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
        """Read the videos that changed, and take over the others.

        Raises:
            ContentError: with all faults, after everything was read.
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
    """Note the new times of files whose content is the same, so that the next build need not read them."""
    folders = tuple(draft.folders[slug] for slug in sorted(draft.folders))
    if folders != previous.manifest.folders:
        write_manifest(previous.path, replace(previous.manifest, folders=folders))


def _rebuild_from_records(
    state_folder: StateFolder, previous: PreviousSnapshot, catalog: Catalog
) -> None:
    with state_folder.build_folder() as path:
        draft = SnapshotDraft(path, previous, _ignore_progress)
        for video in catalog.videos:
            draft.reuse_video(previous.folders()[video.slug], video, previous)
        digest = draft.finish_catalog(catalog.site)
        draft.write(Path(previous.manifest.transcripts), rebuild_index=True)
        state_folder.publish(path, digest)
