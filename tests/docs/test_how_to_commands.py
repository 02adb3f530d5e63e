"""Every `showcase …` in README and docs/ is a command; those of the guides are run as they are written.

In a checkout, `showcase` is `make showcase ARGS="…"`, or the command of an activated environment.
"""

import re
import shlex
import shutil
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from showcase.cli.commands import ExitCode, main
from showcase.settings import Settings
from tests.conftest import ROOT
from tests.store.intake.given import ENGLISH, silence, subrip, webvtt

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDES = [page for page in PAGES if page.parent.name == "how-to"]
# In a block, with settings in front of it perhaps; in backticks; through make.
IN_BLOCK = re.compile(r"^    ((?:\w+=\S+ )*showcase [^|<>\n]+)", re.MULTILINE)
IN_TEXT = re.compile(r"`((?:\w+=\S+ )*showcase [a-z][^`\n]*)`")
THROUGH_MAKE = re.compile(r'make showcase ARGS="([^"…]+)"')
# Does not end by itself (tests/test_serve.py), or writes where only a server has a folder (tests/deploy).
NOT_RUN = {"serve", "backup", "restore"}


def commands(page: Path) -> list[str]:
    """All commands of a page, with a word for what stands for any ("…"), and a port."""
    text = page.read_text("utf-8")
    found = [*IN_BLOCK.findall(text), *IN_TEXT.findall(text)]
    found += [f"showcase {arguments}" for arguments in THROUGH_MAKE.findall(text)]
    values = (("…", "word"), ("$PORT", "8000"), ("SHELL", "bash"))
    for name, value in values:
        found = [command.replace(name, value) for command in found]
    return [command.partition("  #")[0].strip() for command in found]


def split(command: str) -> tuple[dict[str, str], list[str]]:
    """The variables before a command, and its arguments."""
    words = shlex.split(command)
    at = words.index("showcase")
    return dict(word.split("=", 1) for word in words[:at]), words[at + 1 :]


def parse(arguments: list[str]) -> None:
    """Read the arguments as the command would; click.UsageError where it would not take them."""
    context = click.Context(main, info_name="showcase")
    name, command, rest = main.resolve_command(context, list(arguments))
    assert command, name
    command.make_context(name, rest, parent=context)


def in_order(page: Path) -> list[str]:
    return [
        found
        for found in IN_BLOCK.findall(page.read_text("utf-8"))
        if split(found)[1][0] not in NOT_RUN
    ]


def test_there_are_commands_to_look_at() -> None:
    found = {command for page in PAGES for command in commands(page)}
    assert len(found) > 20
    assert {"showcase check --notes", "showcase search --language es derechos"} <= found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_one_and_takes_what_it_gives(page: Path) -> None:
    for command in commands(page):
        variables, arguments = split(command)
        Settings.from_environment(
            {name: text for name, text in variables.items() if name != "SITE"}
        )
        try:
            parse(arguments)
        except click.MissingParameter:
            # A sentence that names the command alone.
            assert len(arguments) == 1, command


# What the guides take for granted: a checkout with the preview, and files of the reader's.
@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "checkout"
    shutil.copytree(ROOT / "transcripts", folder / "transcripts")
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    (folder / "captions.en.vtt").write_text(webvtt(ENGLISH))
    (folder / "talk.mp4").write_bytes(silence(16))
    (folder / "talk.en.srt").write_text(subrip(ENGLISH))
    monkeypatch.chdir(folder)
    # As in a checkout without the extra, and without a network.
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", [page for page in GUIDES if in_order(page)], ids=lambda page: page.name
)
def test_the_commands_of_a_guide_work_in_a_checkout_as_they_are_written(
    page: Path, checkout: Path, environ: dict[str, str]
) -> None:
    environ |= {"SHOWCASE_TRANSCRIPTS": str(checkout / "transcripts")}
    assert CliRunner().invoke(main, ["index"], env=environ).exit_code == ExitCode.SUCCESS
    for command in in_order(page):
        variables, arguments = split(command.replace("VIDEO_ID", "dQw4w9WgXcQ"))
        consent = ["--yes"] if arguments[0] == "add" else []
        said = CliRunner().invoke(main, [*arguments, *consent], env=environ | variables)
        assert said.exit_code == ExitCode.SUCCESS, f"{command}\n{said.output}"
        assert said.output.strip()
        if arguments[0] == "export":
            replace_preview(checkout / "transcripts")


def replace_preview(transcripts: Path) -> None:
    """Put a small video in its place: once it was exported whole, other addresses need not all its pages."""
    shutil.rmtree(transcripts / "wsr")
    (transcripts / "wsr").mkdir()
    (transcripts / "wsr" / "video.toml").write_text('title = "A talk"\n')
    (transcripts / "wsr" / "captions.en.vtt").write_text(webvtt(ENGLISH))
