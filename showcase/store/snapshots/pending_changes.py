"""When to build: after files were saved, and not while they are being saved.

A program that saves a file may empty it first and write it in pieces, or write another and rename it. So a
change waits until nothing was written for a moment; longer where a file has lost much of what it had.
"""

from showcase.store.snapshots.file_stamps import Stamps, is_media

# Seconds without a change after which a file counts as saved.
QUIET_SECONDS = 0.15
# The same for a file that has become much shorter: somebody has probably only begun to write it.
CUT_QUIET_SECONDS = 1.0
# A file that loses more than this share of its bytes is one that is probably being written.
MAX_LOST_SHARE = 0.1
# A file that is written to without end does not keep the others from being built.
LONGEST_WAIT_SECONDS = 10.0


class PendingChanges:
    """What has changed since the last build, and since when it has been as it is."""

    def __init__(self) -> None:
        """Nothing was built yet, so that the first look asks for a build."""
        self._built: Stamps | None = None
        self._seen: Stamps = {}
        self._changed_at: dict[str, float] = {}
        self._first_at = 0.0

    def look(self, stamps: Stamps, now: float) -> float | None:
        """Note what a look at the folder has found.

        Args:
            stamps: of now.
            now: seconds of a clock that only goes forward.

        Returns:
            0.0 to build now; the seconds after which to look again while something is being saved; None where
            nothing has changed.
        """
        self._note_changes(stamps, now)
        if self._built is None:
            return 0.0
        if not self._changed_at:
            return None
        if now - self._first_at >= LONGEST_WAIT_SECONDS:
            return 0.0
        waits = {path: self._wait(path, now) for path in self._changed_at}
        # A recording that is being copied keeps nobody waiting; it is read when it is whole.
        saving = [wait for path, wait in waits.items() if wait > 0 and not is_media(path)]
        return max(saving) if saving else min(waits.values())

    def built(self, stamps: Stamps) -> None:
        """Note that what these stamps were read of was built; they were read before the build began."""
        self._built = self._seen = stamps
        self._changed_at = {}

    def _note_changes(self, stamps: Stamps, now: float) -> None:
        before = self._built or {}
        for path in stamps.keys() | self._seen.keys():
            if stamps.get(path) != self._seen.get(path):
                self._first_at = now if not self._changed_at else self._first_at
                self._changed_at[path] = now
        # What is again as it was built has not changed.
        for path in [path for path in self._changed_at if stamps.get(path) == before.get(path)]:
            del self._changed_at[path]
        self._seen = stamps

    def _wait(self, path: str, now: float) -> float:
        """The seconds until a change counts as saved; 0.0 where it does."""
        quiet = CUT_QUIET_SECONDS if self._is_cut(path) else QUIET_SECONDS
        return max(0.0, self._changed_at[path] + quiet - now)

    def _is_cut(self, path: str) -> bool:
        before, after = (self._built or {}).get(path), self._seen.get(path)
        if before is None:
            return False
        size = after.size if after else 0
        return size < before.size * (1 - MAX_LOST_SHARE)
