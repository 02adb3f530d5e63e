"""Where templates and static files are, and a hash that differs between any two versions of the program."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE_FOLDER = Path(__file__).resolve().parent
# Names of distributions that write what is sent: dates, markup, JSON, pictures, and what a search finds.
_RENDERING_LIBRARIES = (
    "babel", "flask-babel", "jinja2", "markdown-it-py", "markupsafe", "msgspec", "pillow", "pystemmer",
    "rapidfuzz", "regex", "resvg-py", "whoosh3",
)  # fmt: skip
_VERSION_HEX_DIGITS = 16


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


def is_bundled(folder: Path) -> bool:
    """True for a folder inside of the installed package; never in a checkout, where folders are beside it."""
    return folder.resolve().is_relative_to(_PACKAGE_FOLDER)


@cache
def program_version() -> str:
    """A hash of everything that decides what a response looks like, besides its content and its request.

    Code, translations, templates, static files, and the libraries that render: `__version__` is the same from
    one release to the next, whatever changes in between. About 20 ms of CPU, once in a process.
    """
    parts = (
        hash_folder(_PACKAGE_FOLDER, "*.py", "*.po"),
        hash_folder(find_folder("templates"), "*.*"),
        hash_folder(find_folder("static"), "*.*"),
        sys.version,
        *(_library_version(name) for name in _RENDERING_LIBRARIES),
    )
    return _shorten(hashlib.sha256(repr(parts).encode()).hexdigest())


def hash_folder(folder: Path, *patterns: str) -> str:
    """16 hexadecimal digits of the relative paths and bytes of the files in a folder, at any depth.

    Args:
        folder: where the files are; its own path makes no difference.
        patterns: of file names, as in "*.py"; a file that matches one is hashed.
    """
    digest = hashlib.sha256()
    found = {path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()}
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in found):
        body = path.read_bytes()
        digest.update(f"{name} {len(body)} ".encode() + body)
    return _shorten(digest.hexdigest())


def _library_version(name: str) -> str:
    """The installed version of a distribution; "" where its metadata was left out of the installation."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _shorten(hex_digest: str) -> str:
    return hex_digest[:_VERSION_HEX_DIGITS]
