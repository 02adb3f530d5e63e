"""Where templates and static files are, and a hash that differs between any two versions of the program."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).resolve().parent


def find_folder(name: str) -> Path:
    """The absolute path of `templates`, `static` or another folder that is installed with the showcase.

    In an installed wheel it is inside the package, in a checkout beside it.

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
    """A hash of everything that a page is made from besides its content and its address.

    That is code, translations, templates and static files. `__version__` would not do: it stays the same
    while code changes between two releases.

    Returns:
        16 hexadecimal digits.
    """
    code = (path for kind in ("*.py", "*.po") for path in _PACKAGE_FOLDER.rglob(kind))
    folders = (find_folder("templates"), find_folder("static"))
    return hash_files([*code, *(path for folder in folders for path in folder.rglob("*.*"))])


def hash_files(paths: Iterable[Path]) -> str:
    """A hash of the names, sizes and bytes of files, in any order; folders among `paths` are left out.

    Returns:
        16 hexadecimal digits of a SHA-256.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        body = path.read_bytes()
        digest.update(f"{path.name} {len(body)} ".encode() + body)
    return digest.hexdigest()[:16]
