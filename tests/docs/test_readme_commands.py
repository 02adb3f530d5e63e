"""The commands of README's first screen do what it says, in the order in which it has them."""

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from showcase.cli.commands import ExitCode, main
from tests.conftest import ROOT
from tests.store.intake.given import ENGLISH, silence, subrip, webvtt

COMMANDS = re.findall(
    r'^    make showcase ARGS="([^"]*)"', (ROOT / "README.md").read_text(), re.MULTILINE
)


def test_readme_shows_both_ways_in_two_lines_each() -> None:
    names = [command.partition(" ")[0] for command in COMMANDS]
    assert names == ["add", "undo", "new", "add"]


def test_the_commands_of_readme_work_as_they_are_written(
    tmp_path: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a checkout without the extra, and without a network.
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT / "transcripts", checkout / "transcripts")
    (checkout / "captions.en.vtt").write_text(webvtt(ENGLISH))
    (checkout / "talk.mp4").write_bytes(silence(16))
    (checkout / "talk.en.srt").write_text(subrip(ENGLISH))
    monkeypatch.chdir(checkout)
    folder = checkout / "transcripts"
    for command in COMMANDS:
        arguments = shlex.split(command.replace("VIDEO_ID", "dQw4w9WgXcQ"))
        consent = [] if arguments[0] == "new" else ["--yes"]
        said = CliRunner().invoke(
            main, [*arguments, *consent], env=environ | {"SHOWCASE_TRANSCRIPTS": str(folder)}
        )
        assert said.exit_code == ExitCode.SUCCESS, said.output
        if arguments[0] == "new":
            folder = checkout / arguments[1]
    assert sorted(path.name for path in (folder / "talk").iterdir()) == [
        "captions.en.srt",
        "talk.mp4",
        "video.toml",
    ]
