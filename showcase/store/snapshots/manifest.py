"""What a snapshot consists of, and from what it was made."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from showcase.errors import Fault
from showcase.store.atomic_files import file_sha256, replace_file
from showcase.store.damage import DamagedError
from showcase.store.ingest.folder_scan import FileStat
from showcase.store.serialization import InvalidJsonError, from_json, to_json

MANIFEST_FILE = "manifest.json"
CATALOG_FILE = "catalog.json"
INDEX_FOLDER = "index"


@dataclass(frozen=True, slots=True)
class SnapshotFile:
    """A file of a snapshot: its path in the snapshot, its bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ManifestFolder:
    """The folder a video was made from.

    Attributes:
        slug: of the video.
        name: of the folder.
        files: as they were.
        cues, passages: how many its tracks of speech have.
        notes: what its owner should know.
    """

    slug: str
    name: str
    files: tuple[FileStat, ...]
    cues: int = 0
    passages: int = 0
    notes: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything about a snapshot but its content.

    Attributes:
        format: what wrote it; another program does not read it.
        transcripts: the path of the folder it was made from.
        updates: how often its index was changed since it was made from nothing.
        folders, files: in the order of their names.
    """

    format: str
    transcripts: str
    updates: int
    folders: tuple[ManifestFolder, ...]
    files: tuple[SnapshotFile, ...]


@cache
def snapshot_format() -> str:
    """What this program writes: another number whenever its rules or its engine change.

    Words, passages and the layout of the files follow from the code of core and store, so their own
    text is the version that nobody can forget to raise.
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
    """Where the record of a video stands in a snapshot."""
    return f"videos/{slug}.json"


def hash_snapshot_files(folder: Path) -> tuple[SnapshotFile, ...]:
    """Every file of a snapshot but its manifest."""
    paths = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST_FILE
    )
    return tuple(
        SnapshotFile(str(path.relative_to(folder)), path.stat().st_size, file_sha256(path))
        for path in paths
    )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, its own SHA-256 on its first line."""
    body = to_json(manifest)
    replace_file(folder / MANIFEST_FILE, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot.

    Raises:
        DamagedError: it is missing, cannot be read or is not as it was written.
    """
    try:
        digest, _, body = (folder / MANIFEST_FILE).read_bytes().partition(b"\n")
    except OSError as error:
        raise DamagedError(str(error)) from error
    if hashlib.sha256(body).hexdigest().encode() != digest:
        message = f"{folder / MANIFEST_FILE} is not as it was written"
        raise DamagedError(message)
    try:
        return from_json(Manifest, body)
    except InvalidJsonError as error:  # written by a release whose manifests have other properties
        raise DamagedError(str(error)) from error


def intact_files(folder: Path, manifest: Manifest) -> frozenset[str]:
    """The names of the files that are as they were written."""
    return frozenset(file.name for file in manifest.files if is_intact(folder, file))


def is_intact(folder: Path, file: SnapshotFile) -> bool:
    """Is a file as it was written? What cannot be read is not."""
    path = folder / file.name
    try:
        return path.stat().st_size == file.size and file_sha256(path) == file.sha256
    except OSError:
        return False


def unlisted_index_files(folder: Path, manifest: Manifest) -> list[str]:
    """Files in the index that nobody sealed: the engine would take the newest it finds for its own."""
    sealed = {file.name for file in manifest.files}
    found = (str(path.relative_to(folder)) for path in (folder / INDEX_FOLDER).glob("*"))
    return [name for name in found if name not in sealed]
