"""Damage: files of a snapshot that are missing, or not as they were written."""

from collections.abc import Iterator
from contextlib import contextmanager


class DamagedError(Exception):
    """A file of a snapshot is missing or not as it was written; building the snapshot again heals it."""


@contextmanager
def raising_damaged(file: str) -> Iterator[None]:
    """Turn whatever a parser raises into DamagedError.

    Parsers raise almost anything when bytes are not what they expect. So this belongs around nothing but
    the reading of a file: an error in other code is a mistake in the program, and building again would not
    heal it.

    Args:
        file: what is read, for the message.

    Raises:
        DamagedError: with what was raised as its cause.
    """
    try:
        yield
    except (DamagedError, MemoryError):
        raise
    except Exception as error:
        message = f"{file} cannot be read: {error!r}"
        raise DamagedError(message) from error
