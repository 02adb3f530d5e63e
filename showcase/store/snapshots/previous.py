"""The current snapshot while another is built: what can be taken over from it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from showcase.core.catalog.models import Video
from showcase.core.catalog.site_catalog import Catalog
from showcase.store.damage import DamagedError
from showcase.store.ingest.folder_scan import VideoFolder
from showcase.store.records import VideoRecord
from showcase.store.serialization import from_json
from showcase.store.snapshots.manifest import (
    CATALOG_FILE,
    INDEX_FOLDER,
    Manifest,
    ManifestFolder,
    intact_files,
    read_manifest,
    record_name,
    snapshot_format,
    unlisted_index_files,
)
from showcase.store.snapshots.state_folder import StateFolder


@dataclass(frozen=True, slots=True)
class PreviousSnapshot:
    """A snapshot of this program's format, made from the same folder of transcripts.

    Attributes:
        id: of the snapshot.
        path: of its folder.
        manifest: its manifest.
        intact_names: the names of the files that are as they were written.
        catalog: None if it is damaged.
    """

    id: str
    path: Path
    manifest: Manifest
    intact_names: frozenset[str]
    catalog: Catalog | None

    @classmethod
    def load(
        cls, state_folder: StateFolder, snapshot_id: str | None, transcripts: Path
    ) -> Self | None:
        """The snapshot of an id; None if nothing can be taken over from it."""
        if snapshot_id is None:
            return None
        path = state_folder.snapshot_folder(snapshot_id)
        try:
            manifest = read_manifest(path)
        except DamagedError:
            return None
        if manifest.format != snapshot_format() or manifest.transcripts != str(
            transcripts.resolve()
        ):
            return None
        intact = intact_files(path, manifest)
        known = (
            from_json(Catalog, (path / CATALOG_FILE).read_bytes())
            if CATALOG_FILE in intact
            else None
        )
        return cls(snapshot_id, path, manifest, intact, known)

    def is_intact(self) -> bool:
        """True if every file is as it was written."""
        names = {file.name for file in self.manifest.files}
        return names == self.intact_names and not unlisted_index_files(self.path, self.manifest)

    def has_intact_records(self) -> bool:
        """True if the catalog and all records are as they were written."""
        slugs = [folder.slug for folder in self.manifest.folders]
        return self.intact_names >= {CATALOG_FILE, *map(record_name, slugs)}

    def has_intact_index(self) -> bool:
        """True if the index is as it was written."""
        index = {
            file.name for file in self.manifest.files if file.name.startswith(f"{INDEX_FOLDER}/")
        }
        return index <= self.intact_names and not unlisted_index_files(self.path, self.manifest)

    def unchanged_folder(self, folder: VideoFolder) -> ManifestFolder | None:
        """The entry of a folder whose files have not changed and whose record is intact; else None.

        A folder with faults that are not in its files is read again: they may be gone without a change of it.
        """
        if folder.faults:
            return None
        before = self.folders().get(folder.slug)
        if before is None or before.name != folder.name or before.files != folder.files:
            return None
        return before if record_name(folder.slug) in self.intact_names else None

    def folders(self) -> dict[str, ManifestFolder]:
        """The folders that the videos were made from, by slug."""
        return {folder.slug: folder for folder in self.manifest.folders}

    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file as it was written, by name."""
        return {file.name: file.sha256 for file in self.manifest.files}

    def video(self, slug: str) -> Video:
        """A video whose record is intact."""
        known = self.catalog.find(slug) if self.catalog else None
        path = self.path / record_name(slug)
        return known or from_json(VideoRecord, path.read_bytes()).video
