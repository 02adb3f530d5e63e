"""The steps that change files, one function each. A crash may come between any two of them.

All may raise OSError. Tests stop before each step.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from showcase.store.atomic_files import link_or_copy, sync, write_file

_PIECE_BYTES = 4 * 1024 * 1024
Copied = Callable[[int], None]


def make_folder(folder: Path) -> None:
    """Make a folder that may be there."""
    folder.mkdir(parents=True, exist_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a new file, complete on disk."""
    write_file(path, data)


def copy_file(source: Path, path: Path, copied: Copied | None = None) -> None:
    """Copy a file of any size, complete on disk.

    Args:
        source: the file.
        path: of the copy.
        copied: is told how many bytes were copied since, as it goes on.
    """
    with source.open("rb") as old, path.open("wb") as new:
        while piece := old.read(_PIECE_BYTES):
            new.write(piece)
            if copied:
                copied(len(piece))
    sync(path)


def copy_mode(source: Path, path: Path) -> None:
    """Let whoever may read and write a file do so with the one that takes its place."""
    shutil.copymode(source, path)


def keep_file(source: Path, path: Path) -> None:
    """Give a file a second name, so that it stays when its first name is given to another."""
    link_or_copy(source, path)


def move(source: Path, path: Path) -> None:
    """Rename a file or folder, at once for every reader; what had the new name is replaced."""
    try:
        source.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = path.with_name(f".{path.name}.new")
        copy_file(source, beside)
        beside.replace(path)
        source.unlink()


def remove_file(path: Path) -> None:
    """Remove a file that may be gone."""
    path.unlink(missing_ok=True)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all in it."""
    shutil.rmtree(folder)


def remove_empty_folder(folder: Path) -> None:
    """Remove a folder if nothing is in it."""
    try:
        folder.rmdir()
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT):
            raise


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk."""
    if os.path.isdir(folder):  # noqa: PTH112 - one call, and no error where it is gone
        sync(folder)
