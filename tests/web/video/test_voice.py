"""Whether words are heard or read aloud follows from `voice` alone, not from a notice."""

import shutil
from pathlib import Path

import pytest

from showcase.app import create_app
from showcase.cli.build_output import build_or_keep
from showcase.settings import Settings
from tests.conftest import ROOT

VOICES = [
    ('voice = "synthetic" ', True),
    ('voice = "human" ', False),
    ("", False),
]


@pytest.mark.parametrize(("line", "is_read_aloud"), VOICES)
def test_a_notice_alone_makes_nobody_a_machine(
    tmp_path: Path, line: str, *, is_read_aloud: bool
) -> None:
    root = tmp_path / "transcripts"
    shutil.copytree(ROOT / "transcripts", root)
    toml = root / "wsr" / "video.toml"
    written = toml.read_text()
    assert written.count('voice = "synthetic" ') == 1
    toml.write_text(written.replace('voice = "synthetic" ', line))
    settings = Settings(transcripts=root, state=tmp_path / "state")
    build_or_keep(settings)
    page = create_app(settings).test_client().get("/en/videos/wsr").text
    assert 'class="notice"' in page
    assert ("Hear it read aloud" in page) == is_read_aloud
    assert ("<b>Hear it</b>" in page) != is_read_aloud
