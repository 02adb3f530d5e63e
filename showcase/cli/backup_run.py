"""Writes the file of `showcase backup`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from showcase.errors import Fault, ShowcaseError
from showcase.settings import Settings
from showcase.store.backup.backup_file import write_backup

_STANDARD_OUTPUT = "-"
_GZIP_SUFFIXES = (".gz", ".tgz")
# Backups have what is not published yet, and what was withdrawn since.
_PRIVATE_MODE = 0o600


def run_backup(settings: Settings, file: str) -> int:
    """Write the backup to a new file, or to standard output for "-". Returns how many files are in it."""
    with _new_file(file) as target:
        compressed = file.endswith(_GZIP_SUFFIXES)
        return write_backup(settings.transcripts, target, compressed=compressed)


@contextmanager
def _new_file(name: str) -> Iterator[BinaryIO]:
    """A file that gets its name when it is complete; standard output for "-"."""
    if name == _STANDARD_OUTPUT:
        if sys.stdout.isatty():
            message = "A backup is nothing to be read on a terminal: name a file."
            raise ShowcaseError(message)
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    if path.exists():
        raise ShowcaseError(str(Fault(name, "There is such a file", "give another name")))
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.unlink(missing_ok=True)
        beside.touch(_PRIVATE_MODE, exist_ok=False)
        with beside.open("wb") as new:
            yield new
            new.flush()
            os.fsync(new.fileno())
        beside.replace(path)
    except OSError as error:
        message = f"It cannot be written ({error.strerror})"
        raise ShowcaseError(str(Fault(name, message))) from error
    finally:
        beside.unlink(missing_ok=True)
