"""The manifest of a snapshot: its files with their digests, and the files that it was made from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from showcase.errors import Fault
from showcase.store.atomic_files import file_sha256, replace_file
from showcase.store.damage import DamagedError
from showcase.store.ingest.folder_scan import FileStat
from showcase.store.serialization import InvalidJsonError, from_json, to_json

T = TypeVar("T")

MANIFEST_FILE = "manifest.json"
CATALOG_FILE = "catalog.json"
INDEX_FOLDER = "index"
# Beside the manifest, because release 0.1.0, which may be put back, reads no manifest with other properties.
FINDINGS_FILE = "findings.json"
_WHOLE_SITE = ""


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A file of a snapshot: path in the snapshot, size in bytes, SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ManifestFolder:
    """The folder that a video was made from.

    Attributes:
        slug: of the video.
        name: of the folder.
        files: name, size and time of each file when it was read.
        cues: how many cues its speech tracks have.
        passages: how many passages its speech tracks have.
        notes: what its publisher should know.
        faults: why `files` could not be published, so that the video is what it was before them; () where it
            was made from them.
    """

    slug: str
    name: str
    files: tuple[FileStat, ...]
    cues: int = 0
    passages: int = 0
    notes: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything about a snapshot but its content.

    Attributes:
        format: of its files; a program with another format does not read it.
        transcripts: the absolute path of the folder that it was made from.
        updates: how often its index was updated since it was built anew.
        folders: sorted by slug.
        files: all but the manifest and the findings, sorted by name.
        faults: what is wrong beside `folders`: with the whole site, and with videos that were left out.
        notes: what should be looked at in the files of the whole site.
    """

    format: str
    transcripts: str
    updates: int
    folders: tuple[ManifestFolder, ...]
    files: tuple[SnapshotFile, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()

    def all_faults(self) -> tuple[Fault, ...]:
        """Everything that was wrong in the transcripts when they were read last."""
        return (*self.faults, *(fault for folder in self.folders for fault in folder.faults))


@dataclass(frozen=True, slots=True)
class StoredFolder:
    """A ManifestFolder as it is written; `notes` is always empty."""

    slug: str
    name: str
    files: tuple[FileStat, ...]
    cues: int
    passages: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredManifest:
    """A Manifest as it is written. Its properties are those of release 0.1.0."""

    format: str
    transcripts: str
    updates: int
    folders: tuple[StoredFolder, ...]
    files: tuple[SnapshotFile, ...]


@dataclass(frozen=True, slots=True)
class SnapshotFindings:
    """What was found in the transcripts: beside the folders, and in folders, by slug.

    `notes` has those of the whole site under "", which is no slug.
    """

    faults: tuple[Fault, ...]
    folder_faults: dict[str, tuple[Fault, ...]]
    notes: dict[str, tuple[Fault, ...]]


@cache
def snapshot_format() -> str:
    """The format that this program writes; it differs whenever its code or its search engine changes.

    Words, passages and the layout of the files follow from the code of core and store. So the digest of that
    code is a version that nobody can forget to raise.
    """
    digest = hashlib.sha256(_engine_version().encode())
    package = Path(__file__).resolve().parents[2]
    for path in sorted((*package.glob("core/**/*.py"), *package.glob("store/**/*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _engine_version() -> str:
    for name in ("whoosh3", "whoosh-reloaded"):
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    return "unknown"


def record_name(slug: str) -> str:
    """The path of a video's record in a snapshot."""
    return f"videos/{slug}.json"


def hash_snapshot_files(folder: Path, known: Mapping[str, str]) -> tuple[SnapshotFile, ...]:
    """Every file of a snapshot but its manifest and its findings, with its digest.

    Args:
        folder: of the snapshot.
        known: the SHA-256 of files that need not be read, by name.
    """
    paths = {
        str(path.relative_to(folder)): path
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (MANIFEST_FILE, FINDINGS_FILE)
    }
    return tuple(
        SnapshotFile(name, path.stat().st_size, known.get(name) or file_sha256(path))
        for name, path in sorted(paths.items())
    )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, and what was found in the transcripts to a file of its own."""
    folders = manifest.folders
    findings = SnapshotFindings(
        manifest.faults,
        {each.slug: each.faults for each in folders if each.faults},
        {each.slug: each.notes for each in folders if each.notes}
        | ({_WHOLE_SITE: manifest.notes} if manifest.notes else {}),
    )
    _write_with_digest(folder / FINDINGS_FILE, to_json(findings))
    stored = StoredManifest(
        manifest.format,
        manifest.transcripts,
        manifest.updates,
        tuple(StoredFolder(f.slug, f.name, f.files, f.cues, f.passages) for f in folders),
        manifest.files,
    )
    _write_with_digest(folder / MANIFEST_FILE, to_json(stored))


def _write_with_digest(path: Path, body: bytes) -> None:
    """Write a file with the SHA-256 of its own body on the first line."""
    replace_file(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot.

    Raises:
        DamagedError: it is missing, unreadable or not as it was written.
    """
    stored = read_manifest_as(StoredManifest, folder)
    findings = _read_with_digest(SnapshotFindings, folder / FINDINGS_FILE)
    folders = (
        ManifestFolder(
            each.slug, each.name, each.files, each.cues, each.passages,
            findings.notes.get(each.slug, ()), findings.folder_faults.get(each.slug, ()),
        )
        for each in stored.folders
    )  # fmt: skip
    return Manifest(
        stored.format,
        stored.transcripts,
        stored.updates,
        tuple(folders),
        stored.files,
        findings.faults,
        findings.notes.get(_WHOLE_SITE, ()),
    )


def read_manifest_as(kind: type[T], folder: Path) -> T:
    """Read those properties of a manifest that a class has.

    Raises:
        DamagedError: it is missing, unreadable or not as it was written, or lacks a property.
    """
    return _read_with_digest(kind, folder / MANIFEST_FILE)


def _read_with_digest(kind: type[T], path: Path) -> T:
    """Read what _write_with_digest wrote; raises DamagedError."""
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise DamagedError(str(error)) from error
    if hashlib.sha256(body).hexdigest().encode() != digest:
        message = f"{path} is not as it was written"
        raise DamagedError(message)
    try:
        return from_json(kind, body)
    except InvalidJsonError as error:  # written by a release whose manifests have other properties
        raise DamagedError(str(error)) from error


def intact_files(folder: Path, manifest: Manifest) -> frozenset[str]:
    """The names of the files that are as they were written."""
    return frozenset(file.name for file in manifest.files if is_intact(folder, file))


def is_intact(folder: Path, file: SnapshotFile) -> bool:
    """True if a file is as it was written; False if it cannot be read."""
    path = folder / file.name
    try:
        return path.stat().st_size == file.size and file_sha256(path) == file.sha256
    except OSError:
        return False


def unlisted_index_files(folder: Path, manifest: Manifest) -> list[str]:
    """Files in the index that the manifest does not list: the engine would use the newest that it finds."""
    listed = {file.name for file in manifest.files}
    found = (str(path.relative_to(folder)) for path in (folder / INDEX_FOLDER).glob("*"))
    return [name for name in found if name not in listed]
