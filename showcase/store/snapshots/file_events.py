"""Waits until a file below a folder changes; only here is watchfiles used.

The system tells of changes on disks of this machine (inotify, FSEvents), but not of what another machine
writes on a network file system, and not where too many folders are watched. So whoever waits here looks
for itself now and then, too: an event only wakes it sooner.
"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

# How many milliseconds of quiet end a group of events, and the longest group.
_STEP_MS = 10
_LONGEST_GROUP_MS = 50
# watchfiles polls in no case: this is not used.
_POLL_DELAY_MS = 300


class FileEvents:
    """Tells of changes below a folder, where the system does."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._notify: RustNotify | None = None
        self._never = threading.Event()
        self.listen()

    @property
    def are_told(self) -> bool:
        """False where the system tells of no changes, so that whoever waits should look more often."""
        return self._notify is not None

    def listen(self) -> None:
        """Begin anew: for a folder that was replaced, or changed without an event."""
        # 0.1 s that commands which watch nothing need not take. The module is documented for direct use:
        # https://watchfiles.helpmanual.io/api/rust_backend/
        from watchfiles._rust_notify import (  # noqa: PLC0415
            RustNotify,
            WatchfilesRustInternalError,
        )

        self.close()
        try:
            self._notify = RustNotify([str(self._root)], False, False, _POLL_DELAY_MS, True, False)  # noqa: FBT003
        except (OSError, WatchfilesRustInternalError):  # missing, not readable, or too many folders
            self._notify = None

    def wait(self, seconds: float) -> bool:
        """Wait until something has changed, or for this long.

        Returns:
            True if there was an event.
        """
        if self._notify is None:
            self._never.wait(seconds)
            return False
        timeout_ms = max(1, round(seconds * 1000))
        found = self._notify.watch(_LONGEST_GROUP_MS, _STEP_MS, timeout_ms, None)
        return not isinstance(found, str)

    def rest(self, seconds: float) -> None:
        """Wait this long, whatever happens meanwhile."""
        self._never.wait(seconds)

    def close(self) -> None:
        """Stop listening."""
        if self._notify is not None:
            self._notify.close()
            self._notify = None
