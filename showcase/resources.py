"""Where the parts that are no Python stand: templates and static files."""

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
