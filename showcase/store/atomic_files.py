"""Files that are whole on the disk or not there at all."""

import hashlib
import os
import shutil
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put new content in the place of a file, at once for every reader."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    write_file(beside, data)
    beside.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until the disk has a file, or the names in a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Wait until the disk has everything under a folder; files that other folders share it has already."""
    for path in (*sorted(folder.rglob("*")), folder):
        if path.is_dir() or path.stat().st_nlink == 1:
            sync(path)


def link_or_copy(old: Path, new: Path) -> None:
    """The same content under a second name: a hard link where the file system has them."""
    try:
        new.hardlink_to(old)
    except OSError:
        shutil.copyfile(old, new)
        sync(new)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
