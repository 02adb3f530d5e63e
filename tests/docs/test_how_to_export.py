"""The commands of docs/how-to/export.md are understood, and the files that it names are exported."""

import re
import shlex
from pathlib import Path

import click
import pytest

from showcase.cli.commands import main
from showcase.settings import Settings
from tests.web.static_site.conftest import Archive

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "how-to" / "export.md").read_text("utf-8")
COMMANDS = re.findall(r"^    showcase (export .+)$", TEXT, re.MULTILINE)
FILES = re.findall(
    r"`(api/[\w./]+|search-index/|embed/[\w./-]+|404\.html|\.nojekyll|robots\.txt)`", TEXT
)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)
    command = main.get_command(click.Context(main), name)
    assert command
    settings = Settings(transcripts=ROOT, state=ROOT)
    context = command.make_context(name, arguments, obj=settings)
    assert re.match(r"https?://[^/]+", context.params["base_url"])


def test_the_files_that_are_named_are_there(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write("wsr/video.toml", 'title = "A talk"\nsource = "https://vimeo.com/1"\n')
    archive.write("wsr/captions.en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nA word.\n")
    files = archive.export()
    assert len(FILES) == 7
    missing = {name for name in FILES if not any(file.startswith(name) for file in files)}
    assert missing == set()
