"""Every address that docs/how-to/download.md names exists, for the video that comes with the code."""

import re
from pathlib import Path

import pytest

from showcase.app import create_app
from showcase.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "download.md"


def test_every_address_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = create_app(Settings(transcripts=ROOT / "transcripts", state=tmp_path / "state"))
    found = re.findall(r"`(/videos/[^`]+)`", PAGE.read_text("utf-8"))
    assert len(found) > 5
    client = app.test_client()
    assert {address: client.get(address).status_code for address in found} == dict.fromkeys(
        found, 200
    )
