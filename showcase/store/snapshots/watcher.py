"""Watches the folder of transcripts, and publishes what is saved there.

One process watches for all: workers find the new snapshot as they find that of `showcase index`.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from showcase.errors import ShowcaseError
from showcase.store.snapshots.build_record import build_and_record
from showcase.store.snapshots.builder import BuildReport
from showcase.store.snapshots.file_events import FileEvents
from showcase.store.snapshots.file_stamps import Stamps, read_stamps
from showcase.store.snapshots.pending_changes import PendingChanges
from showcase.store.snapshots.state_folder import StateFolder

# The longest time between two looks at the folder: where the system tells of changes, and where it does not.
LOOK_SECONDS = 1.0
BLIND_LOOK_SECONDS = 0.25
# Looking takes at most this share of a processor, however many files there are.
MAX_LOOK_SHARE = 0.05
# Pause after a build that failed for a reason that is in no file, such as a full disk.
RETRY_SECONDS = 30.0

_log = logging.getLogger("showcase")


class FolderWatcher:
    """Builds whenever something was saved in the folder of transcripts."""

    def __init__(
        self,
        transcripts: Path,
        state: Path,
        on_build: Callable[[BuildReport | ShowcaseError], None],
    ) -> None:
        """Begin to listen.

        Args:
            transcripts: the folder with one folder for each video.
            state: the state folder.
            on_build: is called with what became of each build.
        """
        self._transcripts = transcripts
        self._state = state
        self._on_build = on_build
        self._state_folder = StateFolder(state)
        self._events = FileEvents(transcripts)
        self._pending = PendingChanges()
        self._retry_at: float | None = None
        self._look_seconds = 0.0
        # Since the last build, or at first: the system cannot tell of what was saved before.
        self._was_told = True

    def watch(self, goes_on: Callable[[], bool]) -> None:
        """Watch for as long as `goes_on()` is true; it is asked before each look.

        Raises:
            OSError: the state folder cannot be written.
        """
        with self._state_folder.watch():
            self._watch(goes_on)

    def _watch(self, goes_on: Callable[[], bool]) -> None:
        was_told = True
        wait = 0.0
        while goes_on():
            if wait > 0:
                was_told = self._events.wait(wait)
                self._events.rest(self._look_seconds / MAX_LOOK_SHARE)
            wait = self.look(was_told=was_told)

    def look(self, *, was_told: bool) -> float:
        """Look at the folder once, and build what was saved.

        Args:
            was_told: True if the system has told of a change. Where it tells of none and one is found, it is
                asked anew to tell of them.

        Returns:
            The seconds after which to look again.
        """
        self._was_told |= was_told
        began = time.monotonic()
        stamps = read_stamps(self._transcripts)
        now = time.monotonic()
        self._look_seconds = now - began
        usual = LOOK_SECONDS if self._events.are_told else BLIND_LOOK_SECONDS
        wait = self._pending.look(stamps, now)
        if wait is None:
            return self._retry(stamps, usual)
        if wait > 0:
            return min(wait, usual)
        if not self._was_told:
            self._events.listen()
        self._was_told = False
        self._build(stamps)
        return usual

    def _retry(self, stamps: Stamps, usual: float) -> float:
        if self._retry_at is not None and time.monotonic() >= self._retry_at:
            self._build(stamps)
        return usual

    def _build(self, stamps: Stamps) -> None:
        self._pending.built(stamps)
        self._retry_at = None
        try:
            report: BuildReport | ShowcaseError = build_and_record(self._transcripts, self._state)
        except ShowcaseError as error:
            report = error
            self._retry_at = time.monotonic() + RETRY_SECONDS
        except Exception:  # noqa: BLE001 - a bug of ours must not end the watching
            _log.exception("The transcripts could not be read")
            self._retry_at = time.monotonic() + RETRY_SECONDS
            return
        self._on_build(report)
