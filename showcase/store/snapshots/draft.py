"""A snapshot while it is built, in a folder that nobody reads yet."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from showcase.core.catalog.models import Catalog, Site, Video
from showcase.errors import Fault
from showcase.store.atomic_files import link_or_copy, write_file
from showcase.store.ingest.folder_scan import VideoFolder
from showcase.store.search.documents import words_of
from showcase.store.search.engine import VideoWords, build_index, update_index
from showcase.store.serialization import VideoRecord, from_json, to_json
from showcase.store.snapshots.manifest import (
    CATALOG,
    INDEX,
    Folder,
    Manifest,
    program_format,
    record_name,
    seal_files,
    write_manifest,
)
from showcase.store.snapshots.previous import Standing

# An index that was changed this often has many small parts: it is made from nothing again.
UPDATES_MOST = 20
# Where more than this share of the videos changed, a new index is made as fast as the old one is changed.
CHANGED_MOST = 0.5
_DIGEST_LETTERS = 12
_ENGINE_LOCKS = "*WRITELOCK"


class Draft:
    """What will be a snapshot; `standing` is the one it follows, when something can be taken over."""

    def __init__(self, path: Path, standing: Standing | None, say: Callable[[str], None]) -> None:
        self.changed: list[str] = []
        self.folders: dict[str, Folder] = {}
        self.path = path
        self._standing = standing
        self._say = say
        self._videos: dict[str, Video] = {}
        self._digests: dict[str, str] = {}
        self._catalog = b""
        (path / "videos").mkdir()

    def keep(self, folder: Folder, video: Video, standing: Standing) -> None:
        """Take a video over as it stands."""
        name = record_name(folder.slug)
        link_or_copy(standing.path / name, self.path / name)
        self._add(folder, video, standing.digests()[name])

    def take(self, folder: VideoFolder, record: VideoRecord, notes: tuple[Fault, ...]) -> None:
        """Take a video as it was read."""
        data = to_json(record)
        name = record_name(folder.slug)
        write_file(self.path / name, data)
        digest = hashlib.sha256(data).hexdigest()
        before = self._standing.digests().get(name) if self._standing else None
        if digest != before:
            self.changed.append(folder.slug)
        counts = self._standing.folders().get(folder.slug) if self._standing else None
        cues, passages = (counts.cues, counts.passages) if counts else (0, 0)
        seen = Folder(folder.slug, folder.name, folder.files, cues, passages, notes)
        self._add(seen, record.video, digest)

    def _add(self, folder: Folder, video: Video, digest: str) -> None:
        self.folders[folder.slug] = folder
        self._videos[folder.slug] = video
        self._digests[record_name(folder.slug)] = digest

    def close(self, site: Site) -> str:
        """All videos are there: return the digest of the content, the same for the same content."""
        self._catalog = to_json(Catalog(site, newest_first(self._videos.values())))
        digest = hashlib.sha256(program_format().encode() + self._catalog)
        for name, record in sorted(self._digests.items()):
            digest.update(f"{name} {record}\n".encode())
        return digest.hexdigest()[:_DIGEST_LETTERS]

    def removed(self) -> tuple[str, ...]:
        """The videos that stand and will be gone."""
        standing = self._standing.folders() if self._standing else {}
        return tuple(slug for slug in standing if slug not in self._videos)

    def write(self, transcripts: Path, *, afresh: bool) -> None:
        """Write what is missing: catalog, index and, when all else is there, the manifest."""
        write_file(self.path / CATALOG, self._catalog)
        updates = self._write_index(afresh=afresh)
        folders = tuple(self.folders[slug] for slug in sorted(self.folders))
        files = seal_files(self.path)
        place = str(transcripts.resolve())
        write_manifest(self.path, Manifest(program_format(), place, updates, folders, files))

    def _write_index(self, *, afresh: bool) -> int:
        """Write the index; how often it was changed since it was made from nothing."""
        index = self.path / INDEX
        index.mkdir()
        touched = [*self.changed, *self.removed()]
        standing = None if afresh else self._usable_index(len(touched))
        if standing is None:
            build_index(index, self._words(sorted(self._videos)))
        else:
            _link_index(standing, index)
            if touched:
                update_index(index, touched, self._words(self.changed))
        for lock in index.glob(_ENGINE_LOCKS):
            lock.unlink()
        return standing.manifest.updates + bool(touched) if standing else 0

    def _usable_index(self, touched: int) -> Standing | None:
        standing = self._standing
        if standing is None or not standing.has_index():
            return None
        if standing.manifest.updates >= UPDATES_MOST or touched > CHANGED_MOST * len(self._videos):
            return None
        return standing

    def _words(self, slugs: Iterable[str]) -> Iterator[VideoWords]:
        """What is indexed of these videos, one at a time: an archive does not fit in memory."""
        for slug in slugs:
            self._say(f"Indexing {slug}")
            record = from_json(VideoRecord, (self.path / record_name(slug)).read_bytes())
            words = list(words_of(record))
            self.folders[slug] = replace(
                self.folders[slug],
                cues=sum(len(entry.transcript.cues) for entry in words),
                passages=sum(len(entry.passages) for entry in words),
            )
            yield from words


def newest_first(videos: Iterable[Video]) -> tuple[Video, ...]:
    """The order of a catalog: newest first, those without a date last, then by title."""
    by_title = sorted(videos, key=lambda video: (video.title.casefold(), video.slug))
    return tuple(sorted(by_title, key=lambda video: video.date, reverse=True))


def _link_index(standing: Standing, index: Path) -> None:
    """The engine writes new files and deletes old ones, so two indexes may share files."""
    for path in (standing.path / INDEX).iterdir():
        link_or_copy(path, index / path.name)
