"""The state folder: where snapshots live, which one is current, and who may build.

    <state>/lock            held by the one process that builds
    <state>/current         the id of the snapshot that is served, then that of the one before
    <state>/snapshots/ID/   snapshots; of a published one only the manifest is replaced, to note files
                            that were touched without a change
    <state>/building-…/     one that is being built, or what a killed build left
    <state>/cards/ packed/  what took long to make, and is made again where it is missing

The index holds pickles, so the folder is made for its owner alone.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import regex

from showcase.store.atomic_files import replace_file, sync, sync_tree

_CURRENT_FILE = "current"
_BUILD_FOLDER_PREFIX = "building-"
_SNAPSHOT_ID = regex.compile(r"[0-9a-f]{12}(?:-\d{1,9})?", regex.ASCII)
_OWNER_ONLY_MODE = 0o700


class StateFolder:
    """A state folder."""

    def __init__(self, state: Path) -> None:
        self._root = state
        self._snapshots = state / "snapshots"

    def create(self) -> None:
        """Make the folder if it is not there."""
        self._root.mkdir(mode=_OWNER_ONLY_MODE, parents=True, exist_ok=True)
        self._snapshots.mkdir(mode=_OWNER_ONLY_MODE, exist_ok=True)

    def current_id(self) -> str | None:
        """The id of the current snapshot, None when there is none or it cannot be known."""
        return next(iter(self._listed_ids()), None)

    def previous_id(self) -> str | None:
        """The id of the snapshot before the current one: somebody may still read it."""
        return next(iter(self._listed_ids()[1:]), None)

    def _listed_ids(self) -> list[str]:
        try:
            written = (self._root / _CURRENT_FILE).read_bytes().decode("ascii", "replace").split()
        except OSError:
            return []
        return written if all(map(_SNAPSHOT_ID.fullmatch, written)) else []

    def snapshot_folder(self, snapshot_id: str) -> Path:
        """The folder of a snapshot."""
        return self._snapshots / snapshot_id

    def other_ids(self, snapshot_id: str | None) -> list[str]:
        """The ids of all other snapshots there are."""
        try:
            names = [path.name for path in self._snapshots.iterdir()]
        except OSError:
            return []
        return sorted(
            name for name in names if _SNAPSHOT_ID.fullmatch(name) and name != snapshot_id
        )

    @contextmanager
    def lock(self, on_wait: Callable[[], None]) -> Iterator[None]:
        """Only one process is in here at a time; `wait` is called when that is another one.

        The system gives the lock back when its process ends, however it ends.
        """
        with (self._root / "lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                on_wait()
                fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def build_folder(self) -> Iterator[Path]:
        """A new folder to build in, gone afterwards if it is still there; leftovers go first."""
        for leftover in self._root.glob(f"{_BUILD_FOLDER_PREFIX}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=_BUILD_FOLDER_PREFIX, dir=self._root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, built: Path, digest: str) -> str:
        """Make what was built the current snapshot, at once for every reader, and return its id.

        The id is the digest of its content; a second snapshot of the same content ("-2") replaces a
        damaged one.
        """
        number, snapshot = 1, digest
        while self.snapshot_folder(snapshot).exists():
            number += 1
            snapshot = f"{digest}-{number}"
        sync_tree(built)
        built.rename(self.snapshot_folder(snapshot))
        sync(self._snapshots)
        self.make_current(snapshot)
        return snapshot

    def make_current(self, snapshot_id: str) -> None:
        """Serve this snapshot from now on, and delete all but it and the one before."""
        before = self.current_id() or snapshot_id
        replace_file(self._root / _CURRENT_FILE, f"{snapshot_id}\n{before}\n".encode())
        self.prune()

    def prune(self) -> None:
        """Delete old snapshots; who still reads one finds the current one within a second."""
        for name in self.other_ids(self.current_id()):
            if name != self.previous_id():
                shutil.rmtree(self.snapshot_folder(name), ignore_errors=True)
