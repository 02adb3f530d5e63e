"""Reads the bytes of files that are given, within limits."""

from pathlib import Path

from showcase.store.intake.refusal import IntakeError


def read_given_bytes(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file that is given.

    Raises:
        ShowcaseError: it cannot be read, or is larger than any of its kind.
    """
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise IntakeError(path, f"It cannot be read ({error.strerror})") from error
    if len(data) > max_bytes:
        raise IntakeError(path, "It is larger than any file of its kind")
    return data
