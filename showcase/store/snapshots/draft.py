"""A snapshot that is being built, in a folder that nobody reads yet."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog, Site, newest_first
from showcase.errors import Fault
from showcase.store.atomic_files import link_or_copy, write_file
from showcase.store.ingest.folder_scan import VideoFolder
from showcase.store.ingest.listing_notes import note_listings
from showcase.store.records import VideoRecord
from showcase.store.search.documents import IndexableTrack, build_indexable_tracks
from showcase.store.search.engine import build_index, update_index
from showcase.store.serialization import from_json, to_json
from showcase.store.snapshots.last_good import with_present_media
from showcase.store.snapshots.manifest import (
    CATALOG_FILE,
    INDEX_FOLDER,
    Manifest,
    ManifestFolder,
    hash_snapshot_files,
    record_name,
    snapshot_format,
    write_manifest,
)
from showcase.store.snapshots.previous import PreviousSnapshot

# An index that was updated this often consists of many small files; it is built anew.
MAX_INDEX_UPDATES = 20
# If more than this share of the videos changed, building an index anew is as fast as updating it.
MAX_CHANGED_SHARE = 0.5
_DIGEST_HEX_DIGITS = 12
_ENGINE_LOCK_GLOB = "*WRITELOCK"


class SnapshotDraft:
    """A snapshot that is being built; `previous` is the one to take over from, None if there is none."""

    def __init__(
        self, path: Path, previous: PreviousSnapshot | None, progress: Callable[[str], None]
    ) -> None:
        self.changed_slugs: list[str] = []
        self.folders: dict[str, ManifestFolder] = {}
        self.withdrawn: set[str] = set()
        self.path = path
        self._previous = previous
        self._progress = progress
        self._videos_by_slug: dict[str, Video] = {}
        self._digest_by_file: dict[str, str] = {}
        self._linked_digests: dict[str, str] = {}
        self._catalog = b""
        (path / "videos").mkdir()

    def reuse_video(self, folder: ManifestFolder, video: Video, previous: PreviousSnapshot) -> None:
        """Take over a video that has not changed."""
        name = record_name(folder.slug)
        link_or_copy(previous.path / name, self.path / name)
        self._add(folder, video, previous.digests()[name])

    def add_video(self, folder: VideoFolder, record: VideoRecord, notes: tuple[Fault, ...]) -> None:
        """Add a video that was read."""
        seen = ManifestFolder(folder.slug, folder.name, folder.files, notes=notes)
        self._add_record(seen, record, record.video)

    def keep_video(
        self, folder: VideoFolder, record: VideoRecord, faults: tuple[Fault, ...]
    ) -> None:
        """Add a video as it was before its folder had faults; it is read again when a file of it changes.

        The record stays as it was; the catalog names only files that are still there.
        """
        files = () if folder.faults else folder.files
        seen = ManifestFolder(folder.slug, folder.name, files, faults=faults)
        self._add_record(seen, record, with_present_media(record.video, folder))

    def add_record(self, folder: ManifestFolder, record: VideoRecord) -> None:
        """Add a video as another version of the program published it."""
        self._add_record(folder, record, record.video)

    def withdraw(self, slugs: Iterable[str]) -> None:
        """Note addresses that say that their video was withdrawn."""
        self.withdrawn.update(slugs)

    def forgets(self, previous: PreviousSnapshot | None) -> bool:
        """True where something was withdrawn since the previous snapshot, or nobody knows.

        Then nothing of before may stay on disk: no file of the index, no snapshot, no card.
        """
        before = previous.catalog if previous else None
        known = before.withdrawn if before else ()
        times = {video.slug: video.withdrawals for video in before.all_videos} if before else {}
        return not self.withdrawn.issubset(known) or any(
            video.withdrawals not in ("", times.get(slug))
            for slug, video in self._videos_by_slug.items()
        )

    def _add_record(self, folder: ManifestFolder, record: VideoRecord, video: Video) -> None:
        data = to_json(record)
        name = record_name(folder.slug)
        write_file(self.path / name, data)
        digest = hashlib.sha256(data).hexdigest()
        before = self._previous.digests().get(name) if self._previous else None
        if digest != before:
            self.changed_slugs.append(folder.slug)
        counts = self._previous.folders().get(folder.slug) if self._previous else None
        cues, passages = (counts.cues, counts.passages) if counts else (0, 0)
        self._add(replace(folder, cues=cues, passages=passages), video, digest)

    def _add(self, folder: ManifestFolder, video: Video, digest: str) -> None:
        self.folders[folder.slug] = folder
        self._videos_by_slug[folder.slug] = video
        self._digest_by_file[record_name(folder.slug)] = digest

    def finish_catalog(self, site: Site) -> str:
        """Finish the catalog after the last video.

        Returns:
            The digest of all content in hexadecimal digits: equal for equal content.
        """
        videos = newest_first(self._videos_by_slug.values())
        listed = tuple(video for video in videos if video.visibility.listed)
        unlisted = tuple(video for video in videos if not video.visibility.listed)
        self._catalog = to_json(Catalog(site, listed, unlisted, tuple(sorted(self.withdrawn))))
        digest = hashlib.sha256(snapshot_format().encode() + self._catalog)
        for name, record in sorted(self._digest_by_file.items()):
            digest.update(f"{name} {record}\n".encode())
        return digest.hexdigest()[:_DIGEST_HEX_DIGITS]

    def listing_notes(self, transcripts: Path) -> tuple[Fault, ...]:
        """Notes about names that several videos have."""
        names = {slug: folder.name for slug, folder in self.folders.items()}
        return note_listings(transcripts, names, newest_first(self._videos_by_slug.values()))

    def removed_slugs(self) -> tuple[str, ...]:
        """The slugs of the previous snapshot's videos that this one does not have."""
        previous = self._previous.folders() if self._previous else {}
        return tuple(slug for slug in previous if slug not in self._videos_by_slug)

    def write(
        self,
        transcripts: Path,
        *,
        rebuild_index: bool,
        faults: tuple[Fault, ...] = (),
        notes: tuple[Fault, ...] = (),
    ) -> None:
        """Write the catalog, the index and, last, the manifest.

        Args:
            transcripts: the folder that everything was read from.
            rebuild_index: False to update that of the previous snapshot, where that is faster.
            faults: what is wrong beside the videos of this snapshot.
            notes: what should be looked at in the files of the whole site.
        """
        write_file(self.path / CATALOG_FILE, self._catalog)
        updates = self._write_index(anew=rebuild_index)
        folders = tuple(self.folders[slug] for slug in sorted(self.folders))
        known = self._digest_by_file | self._linked_digests
        files = hash_snapshot_files(self.path, known)
        place = str(transcripts.resolve())
        manifest = Manifest(snapshot_format(), place, updates, folders, files, faults, notes)
        write_manifest(self.path, manifest)

    def _write_index(self, *, anew: bool) -> int:
        """Write the index, and return how often it was updated since it was built anew."""
        index = self.path / INDEX_FOLDER
        index.mkdir()
        touched = [*self.changed_slugs, *self.removed_slugs()]
        previous = None if anew else self._reusable_index(len(touched))
        if previous is None:
            build_index(index, self._indexable_tracks(sorted(self._videos_by_slug)))
        else:
            self._link_index(previous, index)
            if touched:
                update_index(index, touched, self._indexable_tracks(self.changed_slugs))
        for lock in index.glob(_ENGINE_LOCK_GLOB):
            lock.unlink()
        return previous.manifest.updates + bool(touched) if previous else 0

    def _link_index(self, previous: PreviousSnapshot, index: Path) -> None:
        """Link the files of an intact index. The engine never changes one, so two indexes may share them."""
        digests = previous.digests()
        for path in (previous.path / INDEX_FOLDER).iterdir():
            link_or_copy(path, index / path.name)
            name = f"{INDEX_FOLDER}/{path.name}"
            self._linked_digests[name] = digests[name]

    def _reusable_index(self, touched: int) -> PreviousSnapshot | None:
        previous = self._previous
        if previous is None or not previous.has_intact_index():
            return None
        if previous.manifest.updates >= MAX_INDEX_UPDATES or touched > MAX_CHANGED_SHARE * len(
            self._videos_by_slug
        ):
            return None
        return previous

    def _indexable_tracks(self, slugs: Iterable[str]) -> Iterator[IndexableTrack]:
        """The tracks of some videos to index, one at a time: an archive does not fit into memory."""
        for slug in slugs:
            self._progress(f"Indexing {slug}")
            record = from_json(VideoRecord, (self.path / record_name(slug)).read_bytes())
            tracks = list(build_indexable_tracks(record))
            self.folders[slug] = replace(
                self.folders[slug],
                cues=sum(len(entry.transcript.cues) for entry in tracks),
                passages=sum(len(entry.passages) for entry in tracks),
            )
            yield from tracks
