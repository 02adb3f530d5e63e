"""Build snapshots: from a folder of transcripts to a read-only folder, made current by one atomic rename.

A video with faults stays as it was in the snapshot before; one that never was right is left out. Whatever
else happens while a snapshot is built (a full disk, kill -9), the one before it stays current.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.errors import ContentError, Fault, ShowcaseError
from showcase.store.garbage_collection import rare_collections
from showcase.store.ingest.folder_scan import FolderScan, VideoFolder, scan_folders
from showcase.store.ingest.loaded_video import LoadedVideo
from showcase.store.ingest.video_loader import load_video
from showcase.store.records import VideoRecord
from showcase.store.snapshots.draft import SnapshotDraft
from showcase.store.snapshots.last_good import LastGoodRecords
from showcase.store.snapshots.manifest import ManifestFolder, write_manifest
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
        faults: everything that is wrong in the transcripts; what it concerns is not published.
        kept: names of the folders whose videos stay as they were, because of faults.
        left_out: names of the folders whose videos were never right, and are not published.
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
    faults: tuple[Fault, ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


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
        ContentError: not one video can be published; with every fault. The current snapshot stays.
        ShowcaseError: the state folder cannot be written; the current snapshot stays.
    """
    report = _ignore_progress if progress is None else progress
    with _locked_state_folder(state, report) as state_folder, rare_collections():
        return _SnapshotBuild(state_folder, transcripts, report, force=force).run()


def restore_snapshot(transcripts: Path, state: Path) -> bool:
    """Repair a damaged snapshot when `transcripts` cannot be read.

    The index is built again from the records of the snapshot. If these are damaged too, an intact older
    snapshot is made current; else one is made from the records of another version of the program.

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
            for name in state_folder.older_ids()
        )
        intact = next((found for found in others if found is not None and found.is_intact()), None)
        if intact is not None:
            state_folder.make_current(intact.id)
            return True
        return _rebuild_from_last_good(state_folder, transcripts)


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
        self._last_good = LastGoodRecords.load(state_folder, transcripts)
        self._left_out: list[str] = []

    def run(self) -> BuildReport:
        with self._state_folder.build_folder() as path:
            draft = SnapshotDraft(path, self._previous, self._progress)
            scan = scan_folders(self._transcripts)
            faults = (*scan.faults, *self._load_videos(scan, draft))
            if not draft.folders and not draft.withdrawn:
                raise ContentError(faults)
            digest = draft.finish_catalog(scan.site.site(self._site_before()))
            notes = (*scan.notes, *draft.listing_notes(scan.root))
            if self._previous and self._has_same_content(self._previous, digest):
                self._progress("Nothing changed")
                _update_manifest(self._previous, draft, faults, notes)
                self._state_folder.prune()
                return self._report(self._previous.id, draft, faults, built=False)
            forget = draft.forgets(self._previous)
            anew = self._force or forget
            draft.write(self._transcripts, rebuild_index=anew, faults=faults, notes=notes)
            self._progress("Making it current")
            published = self._state_folder.publish(path, digest, forget=forget)
            return self._report(published, draft, faults, built=True)

    def _load_videos(self, scan: FolderScan, draft: SnapshotDraft) -> list[Fault]:
        """Read the videos that changed, and take over the others and those with faults.

        Returns:
            The faults of the videos that are left out.
        """
        faults: list[Fault] = []
        for folder in scan.folders:
            if not self._force and self._reuse_unchanged(folder, draft):
                continue
            self._progress(f"Reading {folder.name}")
            read = load_video(scan.root, folder)
            if read.withdrawn:
                draft.withdraw(read.withdrawn)
            elif read.record:
                draft.add_video(folder, read.record, read.notes)
            elif folder.slug not in draft.folders and (record := self._record_before(folder, read)):
                draft.keep_video(folder, record, read.faults)
            else:
                draft.withdraw(self._withdrawn_before(folder))
                self._left_out.append(folder.name)
                faults += read.faults
        return faults

    def _withdrawn_before(self, folder: VideoFolder) -> tuple[str, ...]:
        """The slug of a folder whose video was withdrawn before it had faults."""
        before = self._last_good.withdrawn() if self._last_good else ()
        return (folder.slug,) if folder.slug in before else ()

    def _record_before(self, folder: VideoFolder, read: LoadedVideo) -> VideoRecord | None:
        """What was published of a video that has faults now, without what it restricts now.

        Of two folders with one address only that has it which the video was made from.
        """
        before = self._last_good.folder(folder.slug) if self._last_good else None
        if self._last_good is None or before is None:
            return None
        is_other = before.name != folder.name and (self._transcripts / before.name).is_dir()
        record = None if is_other else self._last_good.record(folder.slug)
        return read.restrictions.restrict(record) if record else None

    def _site_before(self) -> Site | None:
        return self._last_good.site() if self._last_good else None

    def _reuse_unchanged(self, folder: VideoFolder, draft: SnapshotDraft) -> bool:
        previous = self._previous
        before = previous.unchanged_folder(folder) if previous else None
        if previous is None or before is None:
            return False
        draft.reuse_video(before, previous.video(folder.slug), previous)
        return True

    def _has_same_content(self, previous: PreviousSnapshot, digest: str) -> bool:
        return not self._force and previous.id.startswith(digest) and previous.is_intact()

    def _report(
        self, snapshot: str, draft: SnapshotDraft, faults: tuple[Fault, ...], *, built: bool
    ) -> BuildReport:
        folders = draft.folders.values()
        kept = [folder for folder in folders if folder.faults]
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
            faults=(*faults, *(fault for folder in kept for fault in folder.faults)),
            kept=tuple(folder.name for folder in kept),
            left_out=tuple(self._left_out),
        )


def _update_manifest(
    previous: PreviousSnapshot,
    draft: SnapshotDraft,
    faults: tuple[Fault, ...],
    notes: tuple[Fault, ...],
) -> None:
    """Note new times of files whose content is the same, and new faults, so that they are not read again."""
    folders = tuple(draft.folders[slug] for slug in sorted(draft.folders))
    manifest = replace(previous.manifest, folders=folders, faults=faults, notes=notes)
    if manifest != previous.manifest:
        write_manifest(previous.path, manifest)


def _rebuild_from_records(
    state_folder: StateFolder, previous: PreviousSnapshot, catalog: Catalog
) -> None:
    with state_folder.build_folder() as path:
        draft = SnapshotDraft(path, previous, _ignore_progress)
        for video in catalog.all_videos:
            draft.reuse_video(previous.folders()[video.slug], video, previous)
        draft.withdraw(catalog.withdrawn)
        digest = draft.finish_catalog(catalog.site)
        before = previous.manifest
        draft.write(
            Path(before.transcripts), rebuild_index=True, faults=before.faults, notes=before.notes
        )
        state_folder.publish(path, digest)


def _rebuild_from_last_good(state_folder: StateFolder, transcripts: Path) -> bool:
    """Publish what can be read of a snapshot of another version; False where that is nothing."""
    last_good = LastGoodRecords.load(state_folder, transcripts)
    if last_good is None:
        return False
    with state_folder.build_folder() as path:
        draft = SnapshotDraft(path, None, _ignore_progress)
        for folder in last_good.folders():
            if record := last_good.record(folder.slug):
                # Without files, so that the folder is read again as soon as that is possible.
                draft.add_record(ManifestFolder(folder.slug, folder.name, files=()), record)
        draft.withdraw(last_good.withdrawn())
        if draft.folders or draft.withdrawn:
            digest = draft.finish_catalog(last_good.site() or Site())
            draft.write(transcripts, rebuild_index=True)
            state_folder.publish(path, digest)
        return bool(draft.folders or draft.withdrawn)
