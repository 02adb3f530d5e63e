"""The snapshot that stands while another is built: what of it can be taken over."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from showcase.core.catalog.models import Catalog, Video
from showcase.store.ingest.folder_scan import VideoFolder
from showcase.store.serialization import VideoRecord, from_json
from showcase.store.snapshots.manifest import (
    CATALOG,
    INDEX,
    DamagedError,
    Folder,
    Manifest,
    intact_files,
    program_format,
    read_manifest,
    record_name,
    strangers,
)
from showcase.store.snapshots.state_folder import Home


@dataclass(frozen=True, slots=True)
class Standing:
    """A snapshot of this program, made from the same folder.

    Attributes:
        intact: the names of the files that are as they were written.
        catalog: None when it is not intact.
    """

    id: str
    path: Path
    manifest: Manifest
    intact: frozenset[str]
    catalog: Catalog | None

    @classmethod
    def find(cls, home: Home, snapshot: str | None, transcripts: Path) -> Self | None:
        """The snapshot of that id; None when nothing of it can be taken over."""
        if snapshot is None:
            return None
        path = home.folder(snapshot)
        try:
            manifest = read_manifest(path)
        except DamagedError:
            return None
        if manifest.format != program_format() or manifest.transcripts != str(
            transcripts.resolve()
        ):
            return None
        intact = intact_files(path, manifest)
        known = from_json(Catalog, (path / CATALOG).read_bytes()) if CATALOG in intact else None
        return cls(snapshot, path, manifest, intact, known)

    def is_whole(self) -> bool:
        """Is everything as it was written?"""
        names = {file.name for file in self.manifest.files}
        return names == self.intact and not strangers(self.path, self.manifest)

    def has_records(self) -> bool:
        """Are the catalog and all records as they were written, whatever the index is?"""
        slugs = [folder.slug for folder in self.manifest.folders]
        return self.intact >= {CATALOG, *map(record_name, slugs)}

    def has_index(self) -> bool:
        """Is the index as it was written?"""
        index = {file.name for file in self.manifest.files if file.name.startswith(f"{INDEX}/")}
        return index <= self.intact and not strangers(self.path, self.manifest)

    def unchanged(self, folder: VideoFolder) -> Folder | None:
        """What was read of a folder, when its files are still the same and its record is intact."""
        before = self.folders().get(folder.slug)
        if before is None or before.name != folder.name or before.files != folder.files:
            return None
        return before if record_name(folder.slug) in self.intact else None

    def folders(self) -> dict[str, Folder]:
        """What the videos were made from, by their slugs."""
        return {folder.slug: folder for folder in self.manifest.folders}

    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file as it was written."""
        return {file.name: file.sha256 for file in self.manifest.files}

    def video(self, slug: str) -> Video:
        """What a video whose record is intact says about itself."""
        known = self.catalog.find(slug) if self.catalog else None
        path = self.path / record_name(slug)
        return known or from_json(VideoRecord, path.read_bytes()).video
