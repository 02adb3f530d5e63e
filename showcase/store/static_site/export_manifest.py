"""The list of the files that an export wrote, with their hashes, in the folder itself."""

import json
from collections.abc import Mapping
from pathlib import Path

from showcase.errors import ShowcaseError
from showcase.store.atomic_files import replace_file

MANIFEST_NAME = "showcase-export.json"
_FORMAT = 1

# The SHA-256 of each file, in hexadecimal digits, by its path from the folder of the site.
FileHashes = Mapping[str, str]


class ExportError(ShowcaseError):
    """A site that cannot be exported; what was there before is left as it is."""


def read_manifest(folder: Path) -> FileHashes | None:
    """The files that an export wrote into a folder; None where there is no list of them.

    Raises:
        ExportError: the list cannot be read.
    """
    path = folder / MANIFEST_NAME
    try:
        found = json.loads(path.read_text("utf-8"))
        files = {str(name): str(digest) for name, digest in found["files"].items()}
        is_known = found["format"] == _FORMAT and all(map(_is_inside, files))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        is_known = False
    if not is_known:
        message = (
            f"{path}: This list of exported files cannot be read: export into a new folder, "
            "and remove this one yourself."
        )
        raise ExportError(message)
    return files


def write_manifest(folder: Path, files: FileHashes) -> None:
    """Write the list, or replace it."""
    written = {"format": _FORMAT, "files": dict(sorted(files.items()))}
    text = json.dumps(written, ensure_ascii=False, indent=0) + "\n"
    replace_file(folder / MANIFEST_NAME, text.encode())


def _is_inside(name: str) -> bool:
    """False for a path that leads out of the folder: somebody may have changed the list."""
    return bool(name) and not name.startswith("/") and ".." not in name.split("/")
