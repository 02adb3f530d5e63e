"""The library: what is served, swapped when a newer snapshot is built, healed when one is damaged."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import TrackKind
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript
from showcase.errors import ShowcaseError
from showcase.store.damage import DamagedError
from showcase.store.snapshots.builder import build_snapshot, restore_snapshot
from showcase.store.snapshots.reader import (
    ForeignSnapshotError,
    SnapshotReader,
    open_snapshot,
)
from showcase.store.snapshots.state_folder import StateFolder

T = TypeVar("T")

# How long a newer snapshot may wait to be noticed.
CHECK_INTERVAL_SECONDS = 1.0
# Where a damaged snapshot cannot be built again, trying is dear.
RETRY_BUILD_SECONDS = 30.0

_log = logging.getLogger("showcase")


class Snapshot:
    """One built state of catalog and words; any number of threads may ask it.

    Where damage shows while it is asked, its library builds it again, and the answer is the right one.
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
        """The words of a video in a language that it has.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda content: content.speech(slug, language))[0]

    def passages(self, slug: str, language: str) -> tuple[Passage, ...]:
        """Its passages.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda content: content.speech(slug, language))[1]

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track that a video has.

        Raises:
            LookupError: there is no such video or track.
        """
        return self._read_or_heal(lambda content: content.cues(slug, kind, language))

    def media(self, slug: str, name: str) -> Path | None:
        """The path of a file that the catalog names; None for every other."""
        video, folder = self.catalog.find(slug), self.reader.folder_name(slug)
        if video is None or folder is None:
            return None
        files = (*(video.source.files if video.source else ()), video.poster)
        named = name in {file.name for file in files if file is not None}
        return self._transcripts / folder / name if named else None

    def search(self, question: SearchRequest) -> Answer:
        """Answer what a visitor asks; SearchIndex says how."""
        return self._read_or_heal(lambda content: content.search(question))

    def _read_or_heal(self, question: Callable[[SnapshotReader], T]) -> T:
        try:
            return question(self.reader)
        except DamagedError as error:
            _log.warning("Snapshot %s is damaged (%s); building it again", self.id, error)
            return question(self._heal(self).reader)


class Library:
    """Where snapshots come from: one library a process, for any number of threads.

    It builds what is missing or damaged. Newer transcripts are published by build_snapshot alone.
    """

    def __init__(
        self,
        transcripts: Path,
        state: Path,
        *,
        check_interval_seconds: float = CHECK_INTERVAL_SECONDS,
    ) -> None:
        """Nothing is opened before it is asked, so a library can be made before a process forks."""
        self._transcripts = transcripts
        self._state = state
        self._state_folder = StateFolder(state)
        self._check_interval_seconds = check_interval_seconds
        self._next_check_at = 0.0
        self._lock = threading.Lock()
        self._current: Snapshot | None = None
        self._previous: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The current snapshot; whoever asks keeps to it until a piece of work is done.

        Raises:
            ContentError: nothing was ever built, and the transcripts have faults.
            ShowcaseError: nothing can be read, and nothing can be built.
        """
        held = self._current
        if held is not None and time.monotonic() < self._next_check_at:
            return held
        # One thread looks; the others do not wait for it, except for the first snapshot.
        if not self._lock.acquire(blocking=held is None):
            return self._current or self.snapshot()
        try:
            return self._refresh() if self._current is held else self._current or self._refresh()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Give files and memory back."""
        with self._lock:
            for snapshot in (self._current, self._previous):
                if snapshot is not None:
                    snapshot.reader.close()
            self._current = self._previous = None

    def _refresh(self) -> Snapshot:
        self._next_check_at = time.monotonic() + self._check_interval_seconds
        held = self._current
        whole = held if held and held.reader.is_unchanged() else None
        if whole is not None and whole.id == self._state_folder.current_id():
            return whole
        return self._swap(self._open_or_build(whole))

    def _open_or_build(self, whole: Snapshot | None) -> Snapshot:
        """The current snapshot; `whole` is one that could go on being served instead."""
        try:
            return self._open()
        except ForeignSnapshotError:
            if whole is not None:  # the next release of the program is being put in place
                return whole
        except DamagedError:
            pass
        return self._build(whole)

    def _build(self, whole: Snapshot | None) -> Snapshot:
        try:
            build_snapshot(self._transcripts, self._state)
        except ShowcaseError as error:
            _log.warning("No snapshot could be built: %s", error)
            self._next_check_at = time.monotonic() + RETRY_BUILD_SECONDS
            if whole is not None:
                return whole
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
        content = open_snapshot(self._state_folder.snapshot_folder(identity), self._transcripts)
        return Snapshot(identity, content, self._transcripts, self._heal)

    def _swap(self, new: Snapshot) -> Snapshot:
        """Serve `new`. The one before stays open until the next swap: a thread may still ask it."""
        if new is not self._current:
            if self._previous is not None:
                self._previous.reader.close()
            self._previous, self._current = self._current, new
        return new

    def _heal(self, broken: Snapshot) -> Snapshot:
        """A whole snapshot in the place of a broken one, unless another thread was faster."""
        with self._lock:
            if self._current is not None and self._current is not broken:
                return self._current
            return self._swap(self._open_or_build(None))
