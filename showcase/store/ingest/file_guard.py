"""Which files are read at all: regular ones, inside of the folder of transcripts, not too large.

This is looked at before a file is opened: a pipe would be waited for without end, a link may lead to any file
of the machine, and an enormous file would fill the memory.
"""

import stat
from pathlib import Path

from showcase.store.captions.findings import Finding

_BYTES_PER_MB = 1024 * 1024
# A pipe, a device, a folder, a dead link.
NOT_A_FILE = Finding(0, "not-a-file", "is not a file that can be read", "remove it, or rename it")


def find_refusal(root: Path, path: Path, max_bytes: int | None = None) -> Finding | None:
    """Why a file is not read.

    Args:
        root: the folder of transcripts.
        path: of the file in it.
        max_bytes: the largest size that is read; None where the reader stops by itself.

    Returns:
        None for a file that may be read.

    Raises:
        OSError: the file is not there, or its folder cannot be read.
    """
    if not path.resolve().is_relative_to(root.resolve()):
        message = "is a link out of the folder of transcripts, and is not read"
        return Finding(0, "outside-link", message, "put the file itself there")
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return NOT_A_FILE
    if max_bytes is not None and found.st_size > max_bytes:
        message = f"is over {max_bytes // _BYTES_PER_MB} MB, more than any captions are"
        return Finding(0, "file-too-large", message, "put the right file there")
    return None
