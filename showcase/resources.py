"""Where templates and static files are, and a hash that tells one version of the program from another."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).resolve().parent


def find_folder(name: str) -> Path:
    """The absolute path of `templates`, `static` or another folder that travels with the showcase.

    It stands inside the package in an installed wheel, else beside it at the top of the repository.

    Raises:
        FileNotFoundError: it is in neither place; the installation is broken.
    """
    for parent in (_PACKAGE_FOLDER, _PACKAGE_FOLDER.parent):
        if (folder := parent / name).is_dir():
            return folder
    message = (
        f"There is no folder {name} in {_PACKAGE_FOLDER} or beside it: install the showcase again."
    )
    raise FileNotFoundError(message)


@cache
def program_version() -> str:
    """A hash of everything that decides what a page looks like, besides its content and its address.

    Code, translations, templates and static files: `__version__` is the same from one release to the next,
    whatever changed in between.
    """
    code = (path for kind in ("*.py", "*.po") for path in _PACKAGE_FOLDER.rglob(kind))
    folders = (find_folder("templates"), find_folder("static"))
    return hash_files([*code, *(path for folder in folders for path in folder.rglob("*.*"))])


def hash_files(paths: Iterable[Path]) -> str:
    """16 hexadecimal digits of the names and bytes of files, in whatever order they are given."""
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        body = path.read_bytes()
        digest.update(f"{path.name} {len(body)} ".encode() + body)
    return digest.hexdigest()[:16]
