"""The token that opens the status page to its owner from anywhere. Only its hash is stored.

<state>/status-token    the SHA-256 of the token, in hexadecimal digits
"""

import hashlib
import hmac
import secrets
from pathlib import Path

from showcase.errors import ShowcaseError
from showcase.store.atomic_files import replace_file
from showcase.store.snapshots.state_folder import StateFolder

_TOKEN_FILE = "status-token"  # noqa: S105 - the name of a file
# So many random bytes cannot be guessed, and their hash needs no salt.
_TOKEN_BYTES = 32


def make_token(state: Path) -> str:
    """Make a token, in place of the one before; it is told this once.

    Raises:
        ShowcaseError: the state folder cannot be written.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    try:
        StateFolder(state).create()
        replace_file(state / _TOKEN_FILE, _digest(token).encode())
    except OSError as error:
        message = (
            f"{error.filename or state}: The token cannot be stored ({error.strerror}): run this as the user "
            "that serves, or allow that user to write there."
        )
        raise ShowcaseError(message) from error
    return token


def has_token(state: Path) -> bool:
    """True if a token was made."""
    return bool(_stored_digest(state))


def is_token(state: Path, given: str) -> bool:
    """True for the token that was made last; takes equally long for every other one of that length."""
    stored = _stored_digest(state)
    return bool(stored) and hmac.compare_digest(stored, _digest(given))


def _stored_digest(state: Path) -> str:
    try:
        return (state / _TOKEN_FILE).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
