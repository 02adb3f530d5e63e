"""The Debian that make has made with debootstrap."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def base() -> Path:
    """A new Debian; make container-test names it, and nothing changes it."""
    folder = os.environ.get("DEBIAN")
    assert folder, "run: make container-test"
    return Path(folder).absolute()
