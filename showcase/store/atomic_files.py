"""Files that are either complete on disk or not there. All functions may raise OSError."""

import hashlib
import os
import shutil
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write a new file and wait until it is on disk (fsync); FileExistsError if it exists."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file, or write a new one, at once for every reader: by renaming a second file."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    write_file(beside, data)
    beside.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the list of names of a folder, is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Wait until everything in a folder is on disk; files with other hard links already are."""
    for path in (*sorted(folder.rglob("*")), folder):
        if path.is_dir() or path.stat().st_nlink == 1:
            sync(path)


def link_or_copy(old: Path, new: Path) -> None:
    """Give a file a second name: by a hard link, or as a copy where the file system has none."""
    try:
        new.hardlink_to(old)
    except OSError:
        shutil.copyfile(old, new)
        sync(new)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
