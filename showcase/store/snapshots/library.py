"""The library: the snapshot that is served, replaced when a newer one is built, healed when it is damaged."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import TrackKind
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.core.transcript.transcript import Transcript
from showcase.errors import Fault, ShowcaseError
from showcase.store.damage import DamagedError
from showcase.store.snapshots.builder import build_snapshot, restore_snapshot
from showcase.store.snapshots.reader import (
    ForeignSnapshotError,
    SnapshotReader,
    open_snapshot,
)
from showcase.store.snapshots.state_folder import StateFolder

T = TypeVar("T")

# How often the library looks for a newer snapshot.
CHECK_INTERVAL_SECONDS = 1.0
# The same where another process watches the transcripts: who has just saved a word is waiting for it.
WATCHED_CHECK_INTERVAL_SECONDS = 0.2
# How many faults of the transcripts a process logs when it begins to serve a snapshot.
MAX_LOGGED_FAULTS = 20
# Pause after a build that failed: each attempt takes time.
RETRY_BUILD_SECONDS = 30.0

_log = logging.getLogger("showcase")


class Snapshot:
    """One state of the catalog and all transcripts, for any number of threads.

    If a file turns out to be damaged, the library heals the snapshot, and the call returns the right answer.
    Every method that reads may raise ShowcaseError when healing fails.

    Attributes:
        id: of the snapshot.
        reader: its open files.
        catalog: its videos.
    """

    def __init__(
        self,
        snapshot_id: str,
        reader: SnapshotReader,
        transcripts: Path,
        heal: Callable[["Snapshot"], "Snapshot"],
    ) -> None:
        self.id = snapshot_id
        self.reader = reader
        self.catalog = reader.catalog
        self._transcripts = transcripts
        self._heal = heal

    def transcript(self, slug: str, language: str) -> Transcript:
        """The transcript of a video in a language that it has.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda reader: reader.speech(slug, language))[0]

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """The passages of a video in a language that it has.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda reader: reader.speech(slug, language))[1]

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track of a video.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda reader: reader.cues(slug, kind, language))

    def media(self, slug: str, name: str) -> Path | None:
        """The path of a media file or poster that the catalog names; None for any other name."""
        video, folder = self.catalog.find(slug), self.reader.folder_name(slug)
        if video is None or folder is None:
            return None
        named = name in {file.name for file in video.media}
        return self._transcripts / folder / name if named else None

    def site_file(self, path: str) -> Path | None:
        """The path of a file beside `site.toml` that the catalog names; None for any other."""
        return self._transcripts / path if path in self.catalog.site.files else None

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search request; see SearchIndex.search."""
        return self._read_or_heal(lambda reader: reader.search(request))

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        """The passages that somebody speaks in a video; see SearchIndex.spoken_passages."""
        return self._read_or_heal(lambda reader: reader.spoken_passages(asked, first, limit))

    def _read_or_heal(self, read: Callable[[SnapshotReader], T]) -> T:
        try:
            return read(self.reader)
        except DamagedError as error:
            _log.warning("Snapshot %s is damaged (%s); building it again", self.id, error)
            return read(self._heal(self).reader)


def _log_faults(faults: Sequence[Fault]) -> None:
    """Say what is wrong in the transcripts; what it concerns is served as it was before, or not at all."""
    for fault in faults[:MAX_LOGGED_FAULTS]:
        _log.warning("Not published: %s", fault)
    if len(faults) > MAX_LOGGED_FAULTS:
        _log.warning(
            "Not published: %d more; showcase check names all", len(faults) - MAX_LOGGED_FAULTS
        )


def can_serve(transcripts: Path, state: Path) -> bool:
    """True if something that was published before can be served; a damaged snapshot is repaired for that.

    Raises:
        ShowcaseError: the state folder cannot be written.
    """
    current = StateFolder(state).current_id()
    if current is None:
        return False
    try:
        open_snapshot(StateFolder(state).snapshot_folder(current), transcripts).close()
    except (DamagedError, ForeignSnapshotError):
        return restore_snapshot(transcripts, state)
    return True


class Library:
    """Opens snapshots: one library for each process, for any number of threads.

    It builds a snapshot that is missing or damaged. Newer transcripts are published by build_snapshot alone.
    """

    def __init__(
        self,
        transcripts: Path,
        state: Path,
        *,
        check_interval_seconds: float = CHECK_INTERVAL_SECONDS,
    ) -> None:
        """Open nothing yet, so that a process may fork after this."""
        self._transcripts = transcripts
        self._state = state
        self._state_folder = StateFolder(state)
        self._check_interval_seconds = check_interval_seconds
        self._next_check_at = 0.0
        self._lock = threading.Lock()
        self._current: Snapshot | None = None
        self._previous: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The current snapshot; use one for all of a request, so that its parts agree.

        Raises:
            ContentError: nothing was ever built, and not one video is without faults.
            ShowcaseError: nothing can be read, and nothing can be built.
        """
        held = self._current
        if held is not None and time.monotonic() < self._next_check_at:
            return held
        # One thread looks for a newer snapshot; the others wait for it only if there is none yet.
        if not self._lock.acquire(blocking=held is None):
            return self._current or self.snapshot()
        try:
            return self._refresh() if self._current is held else self._current or self._refresh()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Release files and memory."""
        with self._lock:
            for snapshot in (self._current, self._previous):
                if snapshot is not None:
                    snapshot.reader.close()
            self._current = self._previous = None

    def _refresh(self) -> Snapshot:
        self._next_check_at = time.monotonic() + self._check_interval_seconds
        held = self._current
        intact = held if held and held.reader.is_unchanged() else None
        if intact is not None and intact.id == self._state_folder.current_id():
            return intact
        return self._swap(self._open_or_build(intact))

    def _open_or_build(self, intact: Snapshot | None) -> Snapshot:
        """The current snapshot; `intact` is an older one to serve instead, None if there is none."""
        try:
            return self._open()
        except ForeignSnapshotError:
            if intact is not None:  # another version of the program is being deployed
                return intact
        except DamagedError:
            pass
        return self._build(intact)

    def _build(self, intact: Snapshot | None) -> Snapshot:
        try:
            build_snapshot(self._transcripts, self._state)
        except ShowcaseError as error:
            _log.warning("No snapshot could be built: %s", error)
            self._next_check_at = time.monotonic() + RETRY_BUILD_SECONDS
            if intact is not None:
                return intact
            if not restore_snapshot(self._transcripts, self._state):
                raise
        try:
            return self._open()
        except (DamagedError, ForeignSnapshotError) as error:
            message = f"{self._state}: What was just built cannot be read back: check the disk."
            raise ShowcaseError(message) from error

    def _open(self) -> Snapshot:
        identity = self._state_folder.current_id()
        if identity is None:
            message = "there is no current snapshot"
            raise DamagedError(message)
        reader = open_snapshot(self._state_folder.snapshot_folder(identity), self._transcripts)
        return Snapshot(identity, reader, self._transcripts, self._heal)

    def _swap(self, new: Snapshot) -> Snapshot:
        """Serve `new`. The one before stays open until the next swap: a thread may still use it."""
        if new is not self._current:
            if self._previous is not None:
                self._previous.reader.close()
            self._previous, self._current = self._current, new
            _log_faults(new.reader.faults)
        return new

    def _heal(self, damaged: Snapshot) -> Snapshot:
        """An intact snapshot in place of a damaged one; another thread may have opened it already."""
        with self._lock:
            if self._current is not None and self._current is not damaged:
                return self._current
            return self._swap(self._open_or_build(None))
