"""The records of a snapshot, whatever version of the program wrote it: what a broken video is served from.

A snapshot of another version is not served, because its index and words follow from other code. But its
records are JSON and hold the cues; where they can be read, a new index is built from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self, TypeVar

from showcase.core.catalog.models import MediaFile, Video
from showcase.core.catalog.site_catalog import Catalog, Site
from showcase.store.damage import DamagedError
from showcase.store.ingest.folder_scan import VideoFolder
from showcase.store.records import VideoRecord
from showcase.store.serialization import InvalidJsonError, from_json
from showcase.store.snapshots.manifest import (
    CATALOG_FILE,
    SnapshotFile,
    is_intact,
    read_manifest_as,
    record_name,
)
from showcase.store.snapshots.state_folder import StateFolder

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FolderOutline:
    """What every version notes of the folder of a video."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ManifestOutline:
    """What is needed of a manifest of any version; see Manifest."""

    transcripts: str
    folders: tuple[FolderOutline, ...]
    files: tuple[SnapshotFile, ...]


@dataclass(frozen=True, slots=True)
class LastGoodRecords:
    """What was published before, from the same folder of transcripts.

    Attributes:
        path: the folder of the snapshot.
        manifest: its manifest.
        older: the snapshots before, for records that are damaged in this one.
    """

    path: Path
    manifest: ManifestOutline
    older: tuple["LastGoodRecords", ...] = ()

    @classmethod
    def load(cls, state_folder: StateFolder, transcripts: Path) -> Self | None:
        """The newest snapshot whose manifest can be read; None where there is none."""
        current = state_folder.current_id()
        ids = [*([current] if current else []), *state_folder.older_ids()]
        found = [
            entry
            for name in ids
            if (entry := cls._load_one(state_folder.snapshot_folder(name), transcripts))
        ]
        return replace(found[0], older=tuple(found[1:])) if found else None

    @classmethod
    def _load_one(cls, path: Path, transcripts: Path) -> Self | None:
        try:
            manifest = read_manifest_as(ManifestOutline, path)
        except DamagedError:
            return None
        return cls(path, manifest) if manifest.transcripts == str(transcripts.resolve()) else None

    def folders(self) -> Sequence[FolderOutline]:
        """The folders that were published."""
        return self.manifest.folders

    def folder(self, slug: str) -> FolderOutline | None:
        """The folder that a video was made from; None where it was not published."""
        return next((folder for folder in self.manifest.folders if folder.slug == slug), None)

    def record(self, slug: str) -> VideoRecord | None:
        """The record of a video; None where it was not published, or nothing readable is left of it."""
        if self.folder(slug) is None:
            return None
        records = (entry.read(record_name(slug), VideoRecord) for entry in (self, *self.older))
        return next((record for record in records if record is not None), None)

    def site(self) -> Site | None:
        """The texts and tokens of the whole site; None where they cannot be read."""
        catalog = self._catalog()
        return catalog.site if catalog else None

    def withdrawn(self) -> tuple[str, ...]:
        """The addresses that said that their video was withdrawn."""
        catalog = self._catalog()
        return catalog.withdrawn if catalog else ()

    def _catalog(self) -> Catalog | None:
        catalogs = (entry.read(CATALOG_FILE, Catalog) for entry in (self, *self.older))
        return next((catalog for catalog in catalogs if catalog is not None), None)

    def read(self, name: str, kind: type[T]) -> T | None:
        """A file of this snapshot; None where it is damaged, or written by too different a version."""
        file = next((file for file in self.manifest.files if file.name == name), None)
        if file is None or not is_intact(self.path, file):
            return None
        try:
            return from_json(kind, (self.path / name).read_bytes())
        except (InvalidJsonError, OSError):
            return None


def with_present_media(video: Video, folder: VideoFolder) -> Video:
    """A video of before, with those of its pictures and recordings that its folder still has.

    A kept page must not ask for files that are gone, nor tell the wrong size of one that was replaced.
    """
    sizes = {file.name: file.size for file in folder.files}

    def present(file: MediaFile) -> bool:
        return sizes.get(file.name, 0) > 0

    def resized(file: MediaFile) -> MediaFile:
        return replace(file, size=sizes[file.name])

    def kept(picture: MediaFile | None) -> MediaFile | None:
        return resized(picture) if picture and present(picture) else None

    source = video.source
    if source and source.kind == "file" and source.files:
        files = tuple(resized(file) for file in source.files if present(file))
        source = replace(source, files=files) if files else None
    people = tuple(replace(person, portrait=kept(person.portrait)) for person in video.people)
    return replace(video, source=source, poster=kept(video.poster), people=people)
