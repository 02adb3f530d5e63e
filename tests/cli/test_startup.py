"""What a command loads before it does something."""

import subprocess
import sys

import pytest

# Downloads, language detection, TOML that is edited, pages, pictures: each for one command or two.
HEAVY = "yt_dlp py3langid tomlkit flask jinja2 gunicorn PIL numpy showcase.store.intake.gathering"
# What reads captions and what searches, too.
READERS = "ftfy webvtt whoosh pymediainfo babel showcase.store.captions.reader"

CODE = """
import sys
from click.testing import CliRunner
from showcase.cli.commands import main
result = CliRunner().invoke(main, sys.argv[2:])
assert result.exit_code == 0, result.output
print(*({*sys.argv[1].split()} & {*sys.modules}))
"""


def loaded(environ: dict[str, str], modules: str, *arguments: str) -> str:
    command = [sys.executable, "-c", CODE, modules, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ)
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        *(
            [name, "--help"]
            for name in ("add", "check", "index", "new", "search", "serve", "status")
        ),
        ["completion", "bash"],
    ],
    ids=" ".join,
)
def test_a_help_text_loads_nothing_that_reads_writes_or_serves(
    environ: dict[str, str], arguments: list[str]
) -> None:
    """Everything together takes a second of a processor."""
    assert loaded(environ, f"{HEAVY} {READERS}", *arguments) == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--json"], ["search", "rules"], ["index"], ["status"]],
    ids=" ".join,
)
def test_commands_that_add_nothing_and_serve_nothing_do_not_load_what_does(
    environ: dict[str, str], arguments: list[str]
) -> None:
    assert loaded(environ, HEAVY, *arguments) == ""
