"""Writes a site into a folder: all of it beside the folder first, then into its place."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from showcase.store.atomic_files import file_sha256
from showcase.store.static_site.export_manifest import (
    ExportError,
    FileHashes,
    read_manifest,
    write_manifest,
)


@dataclass(frozen=True, slots=True)
class ExportChanges:
    """What became of the folder.

    Attributes:
        removed: files of the export before that are not in this one.
        kept: likewise, but somebody has changed them since: they are still there.
    """

    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(slots=True)
class SiteDraft:
    """A site that is being written beside its folder.

    Attributes:
        folder: where its files are until they are published.
        hashes: the SHA-256 of each file that was written, by its path.
    """

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, chunks: Iterable[bytes]) -> int:
        """Write a file; returns its length in bytes.

        Args:
            name: its path from the folder of the site, with slashes.
            chunks: what is in it. A recording is read and written piece by piece.

        Raises:
            ExportError: two addresses have the same file, or one needs a folder where another has a file.
        """
        path = self.folder / name
        digest, length = hashlib.sha256(), 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                for chunk in chunks:
                    digest.update(chunk)
                    length += file.write(chunk)
        except (FileExistsError, NotADirectoryError) as error:
            message = f"{name}: Two addresses of the site need a file of this name, or a folder."
            raise ExportError(message) from error
        self.hashes[name] = digest.hexdigest()
        return length


@contextmanager
def draft_site(folder: Path) -> Iterator[SiteDraft]:
    """An empty draft beside a folder, which is removed at the end, published or not.

    Raises:
        ExportError: there is something in the folder that no export wrote, or nothing can be written there.
    """
    refuse_other_folder(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
            draft = Path(beside) / folder.name  # with the permissions of a new folder
            draft.mkdir()
            yield SiteDraft(draft)
    except OSError as error:
        message = f"{folder}: The site cannot be written here ({error.strerror})."
        raise ExportError(message) from error


def refuse_other_folder(folder: Path) -> None:
    """Raise an ExportError for a folder that has something in it and is no export."""
    if not folder.name or (folder.exists() and not folder.is_dir()):
        message = f"{folder}: This is no folder: name one that is new or empty."
        raise ExportError(message)
    if folder.is_dir() and any(folder.iterdir()) and read_manifest(folder) is None:
        message = (
            f"{folder}: There is something in this folder that no export wrote: name one that is new, "
            "empty, or of an export before."
        )
        raise ExportError(message)


def publish_draft(draft: SiteDraft, folder: Path) -> ExportChanges:
    """Bring a finished draft into its folder.

    A folder that is new or empty gets all of it at once, by renaming. One with an export in it gets the
    files that have changed, each by renaming, and loses those that are not in this export: only such as the
    list of files has, and as they were written. Other files in it are left alone.
    """
    write_manifest(draft.folder, draft.hashes)
    before = read_manifest(folder) if folder.is_dir() else None
    if before is None:
        if folder.is_dir():
            folder.rmdir()
        draft.folder.rename(folder)
        return ExportChanges()
    return _update(draft, folder, before)


def _update(draft: SiteDraft, folder: Path, before: FileHashes) -> ExportChanges:
    """If this is interrupted, the list has all files of both exports, and the next one goes on from there."""
    write_manifest(folder, {**before, **draft.hashes})
    for name in draft.hashes:
        _replace(draft.folder / name, folder / name, draft.hashes[name])
    obsolete = [name for name in before if name not in draft.hashes]
    changes = _remove_obsolete(folder, {name: before[name] for name in obsolete})
    write_manifest(folder, {**draft.hashes, **{name: before[name] for name in changes.kept}})
    return changes


def _replace(new: Path, old: Path, digest: str) -> None:
    if old.is_file() and not old.is_symlink() and file_sha256(old) == digest:
        return
    old.parent.mkdir(parents=True, exist_ok=True)
    new.replace(old)


def _remove_obsolete(folder: Path, files: Mapping[str, str]) -> ExportChanges:
    removed, kept = [], []
    for name, digest in files.items():
        path = folder / name
        if path.is_symlink() or not path.is_file():
            continue  # somebody removed it, or put something else in its place
        if file_sha256(path) == digest:
            path.unlink()
            _remove_empty_parents(path, folder)
            removed.append(name)
        else:
            kept.append(name)
    return ExportChanges(tuple(removed), tuple(kept))


def _remove_empty_parents(path: Path, folder: Path) -> None:
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
