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
from showcase.store.ingest.folder_scan import Scan, VideoFolder, scan_folders
from showcase.store.ingest.video_loader import read_video
from showcase.store.snapshots.draft import Draft
from showcase.store.snapshots.manifest import write_manifest
from showcase.store.snapshots.previous import Standing
from showcase.store.snapshots.state_folder import Home

Say = Callable[[str], None]


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
    transcripts: Path, state: Path, *, progress: Say | None = None, force: bool = False
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
    say = _silent if progress is None else progress
    with _alone(state, say) as home:
        return _Build(home, transcripts, say, force=force).run()


def restore_snapshot(transcripts: Path, state: Path) -> bool:
    """Serve again what was served, when `transcripts` cannot be read and the snapshot is damaged.

    The index is made again from the snapshot's own records; where they are damaged too, the snapshot
    before it is served.

    Returns:
        False when nothing is left that could be served.

    Raises:
        ShowcaseError: the state folder cannot be written.
    """
    with _alone(state, _silent) as home:
        standing = Standing.find(home, home.current(), transcripts)
        if standing is not None and standing.catalog is not None and standing.has_records():
            _build_from_records(home, standing, standing.catalog)
            return True
        before = (Standing.find(home, name, transcripts) for name in home.others(home.current()))
        whole = next((found for found in before if found is not None and found.is_whole()), None)
        if whole is not None:
            home.make_current(whole.id)
        return whole is not None


def _silent(_line: str) -> None:
    return


@contextmanager
def _alone(state: Path, say: Say) -> Iterator[Home]:
    """The state folder, for one builder at a time; what the system refuses becomes a sentence."""
    home = Home(state)
    try:
        home.make()
        with home.lock(lambda: say("Another build is at work; waiting until it is done")):
            yield home
    except OSError as error:
        message = (
            f"{error.filename or state}: The snapshot cannot be written ({error.strerror}): make room "
            "or allow writing there, or set SHOWCASE_STATE to another folder."
        )
        raise ShowcaseError(message) from error


class _Build:
    """One build, while nobody else builds."""

    def __init__(self, home: Home, transcripts: Path, say: Say, *, force: bool) -> None:
        self._started = time.perf_counter()
        self._home = home
        self._transcripts = transcripts
        self._say = say
        self._force = force
        self._standing = Standing.find(home, home.current(), transcripts)

    def run(self) -> BuildReport:
        with self._home.building() as path:
            draft = Draft(path, self._standing, self._say)
            scan = scan_folders(self._transcripts)
            self._read_all(scan, draft)
            digest = draft.close(scan.site)
            if self._standing and self._says_the_same(self._standing, digest):
                self._say("Nothing changed")
                _remember_files(self._standing, draft)
                self._home.prune()
                return self._report(self._standing.id, draft, built=False)
            draft.write(self._transcripts, afresh=self._force)
            self._say("Making it current")
            return self._report(self._home.publish(path, digest), draft, built=True)

    def _read_all(self, scan: Scan, draft: Draft) -> None:
        """Read what changed, take over the rest.

        Raises:
            ContentError: with every fault there is, after all was read.
        """
        faults = list(scan.faults)
        for folder in scan.folders:
            if self._force or not self._keep(folder, draft):
                self._say(f"Reading {folder.name}")
                read = read_video(scan.root, folder)
                faults += read.faults
                if read.record:
                    draft.take(folder, read.record, (*read.lost, *read.notes))
        if faults:
            raise ContentError(tuple(faults))

    def _keep(self, folder: VideoFolder, draft: Draft) -> bool:
        standing = self._standing
        before = standing.unchanged(folder) if standing else None
        if standing is None or before is None:
            return False
        draft.keep(before, standing.video(folder.slug), standing)
        return True

    def _says_the_same(self, standing: Standing, digest: str) -> bool:
        return not self._force and standing.id.startswith(digest) and standing.is_whole()

    def _report(self, snapshot: str, draft: Draft, *, built: bool) -> BuildReport:
        folders = draft.folders.values()
        return BuildReport(
            id=snapshot,
            changed=tuple(draft.changed),
            unchanged=len(folders) - len(draft.changed),
            cues=sum(folder.cues for folder in folders),
            passages=sum(folder.passages for folder in folders),
            notes=tuple(note for folder in folders for note in folder.notes),
            seconds=round(time.perf_counter() - self._started, 3),
            removed=draft.removed(),
            built=built,
        )


def _remember_files(standing: Standing, draft: Draft) -> None:
    """Files that were touched but say the same need not be read the next time either."""
    folders = tuple(draft.folders[slug] for slug in sorted(draft.folders))
    if folders != standing.manifest.folders:
        write_manifest(standing.path, replace(standing.manifest, folders=folders))


def _build_from_records(home: Home, standing: Standing, catalog: Catalog) -> None:
    with home.building() as path:
        draft = Draft(path, standing, _silent)
        for video in catalog.videos:
            draft.keep(standing.folders()[video.slug], video, standing)
        digest = draft.close(catalog.site)
        draft.write(Path(standing.manifest.transcripts), afresh=True)
        home.publish(path, digest)
