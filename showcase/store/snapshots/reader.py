"""A snapshot that is open for reading. Damaged files raise DamagedError; the library heals them."""

import hashlib
from pathlib import Path

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import TrackKind
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.search.results import Answer
from showcase.core.search.search_request import SearchRequest
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.spoken_passages import SpokenPassages, VoiceInVideo
from showcase.core.transcript.transcript import Transcript
from showcase.store.damage import DamagedError, raising_damaged
from showcase.store.lru_cache import LruCache
from showcase.store.records import VideoRecord
from showcase.store.search.documents import build_indexable_track, speech_tracks
from showcase.store.search.engine import open_index
from showcase.store.serialization import from_json
from showcase.store.snapshots.manifest import (
    CATALOG_FILE,
    INDEX_FOLDER,
    Manifest,
    intact_files,
    read_manifest,
    record_name,
    snapshot_format,
    unlisted_index_files,
)

Speech = tuple[Transcript, tuple[Passage, ...]]
# Size in bytes, time of the last change in nanoseconds, and inode: another stamp means another file. The
# inode's own time (ctime) is left out: it changes when the next snapshot links the file.
FileStamp = tuple[int, int, int]

# Transcripts with this many cues are kept in memory: about 100 MB, or thirty hours of speech.
MAX_CACHED_CUES = 40_000


class ForeignSnapshotError(Exception):
    """A snapshot in another program's format, or of another folder of transcripts."""


class NotInSnapshotError(LookupError):
    """A video or a track that the snapshot does not have."""


class SnapshotReader:
    """The open files of one snapshot, for any number of threads; every method may raise DamagedError.

    Attributes:
        catalog: its videos.
        faults: what was wrong in the transcripts when it was built, and so is of before, or left out.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        """Open a snapshot whose files are intact; open_snapshot verifies them."""
        self._path = path
        self._digests = {file.name: file.sha256 for file in manifest.files}
        self._folders = {folder.slug: folder.name for folder in manifest.folders}
        self.faults = manifest.all_faults()
        self._stamps = {name: _file_stamp(path / name) for name in self._digests}
        self._record_cache: LruCache[VideoRecord] = LruCache(MAX_CACHED_CUES)
        self._speech_cache: LruCache[Speech] = LruCache(MAX_CACHED_CUES)
        self.catalog = from_json(Catalog, self._read_verified(CATALOG_FILE))
        self._index = open_index(path / INDEX_FOLDER)

    def close(self) -> None:
        """Release files and memory."""
        self._index.close()

    def is_unchanged(self, prefix: str = "") -> bool:
        """True if the files whose names begin with `prefix` are still those that were opened."""
        return all(
            stamp == _file_stamp(self._path / name)
            for name, stamp in self._stamps.items()
            if name.startswith(prefix)
        )

    def folder_name(self, slug: str) -> str | None:
        """The name of the folder that a video was made from."""
        return self._folders.get(slug)

    def speech(self, slug: str, language: str) -> Speech:
        """The transcript and the passages of a video in a language that it has.

        Raises:
            NotInSnapshotError: there is no such video or track.
        """
        return self._speech_cache.get((slug, language), lambda: self._read_speech(slug, language))

    def cues(self, slug: str, kind: TrackKind, language: str) -> tuple[Cue, ...]:
        """The cues of a track.

        Raises:
            NotInSnapshotError: there is no such video or track.
        """
        for entry in self._record(slug).tracks:
            if (entry.track.kind, entry.track.language) == (kind, language):
                return entry.cues
        raise NotInSnapshotError(slug, kind, language)

    def search(self, request: SearchRequest) -> Answer:
        """Answer a search request; see SearchIndex.search.

        The engine maps its files into memory, and reading a mapped file that was cut short ends the process
        (SIGBUS). So the files are checked first.
        """
        self._check_index()
        return self._index.search(request)

    def spoken_passages(self, asked: VoiceInVideo, first: int, limit: int) -> SpokenPassages:
        """The passages that somebody speaks in a video; see SearchIndex.spoken_passages."""
        self._check_index()
        return self._index.spoken_passages(asked, first, limit)

    def _check_index(self) -> None:
        if not self.is_unchanged(f"{INDEX_FOLDER}/"):
            message = f"{self._path / INDEX_FOLDER} changed while it was open"
            raise DamagedError(message)

    def _read_speech(self, slug: str, language: str) -> tuple[Speech, int]:
        record = self._record(slug)
        for entry in speech_tracks(record):
            if entry.track.language == language:
                built = build_indexable_track(record, entry)
                return (built.transcript, built.passages), len(entry.cues)
        raise NotInSnapshotError(slug, language)

    def _record(self, slug: str) -> VideoRecord:
        if slug not in self._folders:
            raise NotInSnapshotError(slug)
        return self._record_cache.get(slug, lambda: self._read_record(slug))

    def _read_record(self, slug: str) -> tuple[VideoRecord, int]:
        record = from_json(VideoRecord, self._read_verified(record_name(slug)))
        return record, sum(len(entry.cues) for entry in record.tracks)

    def _read_verified(self, name: str) -> bytes:
        with raising_damaged(str(self._path / name)):
            data = (self._path / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != self._digests[name]:
            message = f"{self._path / name} is not as it was written"
            raise DamagedError(message)
        return data


def open_snapshot(path: Path, transcripts: Path) -> SnapshotReader:
    """Open a snapshot and verify all of it.

    Raises:
        ForeignSnapshotError: it has another program's format, or was made from another folder than
            `transcripts`.
        DamagedError: it is missing, or not as it was written.
    """
    manifest = read_manifest(path)
    if manifest.format != snapshot_format() or manifest.transcripts != str(transcripts.resolve()):
        raise ForeignSnapshotError(str(path))
    damaged = {file.name for file in manifest.files} - intact_files(path, manifest)
    if damaged or unlisted_index_files(path, manifest):
        message = f"{path} is not as it was written"
        raise DamagedError(message)
    return SnapshotReader(path, manifest)


def _file_stamp(path: Path) -> FileStamp | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns, seen.st_ino
