"""The state folder: where snapshots are, which one is current, and who may build.

    <state>/lock            locked by the process that builds
    <state>/current         the id of the snapshot that is served, then that of the one before
    <state>/snapshots/ID/   snapshots; of a published one only manifest and findings are ever replaced, to
                            note new times of files whose content is the same, and new faults
    <state>/building-…/     a snapshot that is being built, or what a killed build left
    <state>/watched         locked by the process that watches the transcripts
    <state>/cards/, packed/ caches of quote cards and compressed static files; may be deleted

The index holds pickles, so only the owner has access to the folder.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import regex

from showcase.store.atomic_files import replace_file, sync, sync_tree

# Quote cards, which store/cards keeps here.
CARDS_FOLDER = "cards"
_CURRENT_FILE = "current"
_WATCHED_FILE = "watched"
_BUILD_FOLDER_PREFIX = "building-"
_SNAPSHOT_ID = regex.compile(r"[0-9a-f]{12}(?:-\d{1,9})?", regex.ASCII)
_OWNER_ONLY_MODE = 0o700


class StateFolder:
    """A state folder. Its methods raise OSError when it cannot be read or written, unless they say else."""

    def __init__(self, state: Path) -> None:
        self._root = state
        self._snapshots = state / "snapshots"

    def create(self) -> None:
        """Create the folder if it is missing."""
        self._root.mkdir(mode=_OWNER_ONLY_MODE, parents=True, exist_ok=True)
        self._snapshots.mkdir(mode=_OWNER_ONLY_MODE, exist_ok=True)

    def current_id(self) -> str | None:
        """The id of the current snapshot; None if there is none or the file that names it is damaged."""
        return next(iter(self._listed_ids()), None)

    def previous_id(self) -> str | None:
        """The id of the snapshot before the current one, which may still be in use; None if there is none."""
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
        """The ids of all snapshots but one, sorted; empty if the folder cannot be read."""
        try:
            names = [path.name for path in self._snapshots.iterdir()]
        except OSError:
            return []
        return sorted(
            name for name in names if _SNAPSHOT_ID.fullmatch(name) and name != snapshot_id
        )

    def older_ids(self) -> list[str]:
        """The ids of snapshots that may be served where the current one cannot be: the one before it.

        Others may have what was withdrawn since. Where the file that names the two is damaged, these are all.
        """
        current, previous = self.current_id(), self.previous_id()
        if current is None:
            return self.other_ids(None)
        return [name for name in self.other_ids(current) if name == previous]

    @contextmanager
    def lock(self, on_wait: Callable[[], None]) -> Iterator[None]:
        """Hold the lock of the builder; `on_wait` is called if another process holds it.

        The system releases the lock when its process ends, however it ends.
        """
        with (self._root / "lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                on_wait()
                fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def current_since(self) -> str:
        """When the current snapshot was published, ISO 8601 in UTC; "" where there is none."""
        try:
            changed = (self._root / _CURRENT_FILE).stat().st_mtime
        except OSError:
            return ""
        return datetime.fromtimestamp(changed, UTC).isoformat(timespec="seconds")

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Tell others that this process publishes what is saved, for as long as it does."""
        self.create()
        with (self._root / _WATCHED_FILE).open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            yield

    def is_watched(self) -> bool:
        """True while a process publishes what is saved."""
        try:
            with (self._root / _WATCHED_FILE).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    @contextmanager
    def build_folder(self) -> Iterator[Path]:
        """A new folder to build in; removed afterwards unless it was published. Removes old ones first."""
        for leftover in self._root.glob(f"{_BUILD_FOLDER_PREFIX}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=_BUILD_FOLDER_PREFIX, dir=self._root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, built: Path, digest: str, *, forget: bool = False) -> str:
        """Make a folder that was built the current snapshot, at once for every reader.

        Args:
            built: the folder.
            digest: of its content.
            forget: True to delete everything that was made before, because something was withdrawn; who still
                reads it notices, and reads the new snapshot.

        Returns:
            The id of the snapshot: the digest of its content. A second snapshot of the same content, which
            replaces a damaged one, has "-2" after it.
        """
        number, snapshot = 1, digest
        while self.snapshot_folder(snapshot).exists():
            number += 1
            snapshot = f"{digest}-{number}"
        sync_tree(built)
        built.rename(self.snapshot_folder(snapshot))
        sync(self._snapshots)
        self.make_current(snapshot, forget=forget)
        return snapshot

    def make_current(self, snapshot_id: str, *, forget: bool = False) -> None:
        """Serve a snapshot from now on, and delete all but it and the one before; with `forget`, that too."""
        before = snapshot_id if forget else self.current_id() or snapshot_id
        if forget:
            shutil.rmtree(self._root / CARDS_FOLDER, ignore_errors=True)
        replace_file(self._root / _CURRENT_FILE, f"{snapshot_id}\n{before}\n".encode())
        self.prune()

    def prune(self) -> None:
        """Delete all snapshots but the current one and the one before."""
        for name in self.other_ids(self.current_id()):
            if name != self.previous_id():
                shutil.rmtree(self.snapshot_folder(name), ignore_errors=True)
