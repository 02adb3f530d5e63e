"""`showcase completion`, in the shells that are here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from showcase.cli.commands import COMMANDS, ExitCode, main

SHELLS = ("bash", "zsh", "fish")


def completions(arguments: list[str], incomplete: str) -> list[str]:
    complete = ShellComplete(main, {}, "showcase", "_SHOWCASE_COMPLETE")
    return [item.value for item in complete.get_completions(arguments, incomplete)]


@pytest.mark.parametrize("shell", SHELLS)
def test_it_prints_a_script_for_each_shell_wherever_it_is_called(shell: str) -> None:
    said = CliRunner().invoke(main, ["completion", shell], env={"SHOWCASE_BIND": "nonsense"})
    assert said.exit_code == ExitCode.SUCCESS
    assert f"_SHOWCASE_COMPLETE={shell}_complete" in said.stdout


def test_another_shell_is_not_understood() -> None:
    said = CliRunner().invoke(main, ["completion", "tcsh"])
    assert said.exit_code == ExitCode.USAGE
    assert "'bash', 'zsh', 'fish'" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "incomplete", "expected"),
    [
        ([], "", list(COMMANDS)),
        ([], "se", ["search", "serve"]),
        ([], "--q", ["--quiet"]),
        (["check"], "--f", ["--fix"]),
        (["search", "--sort"], "", ["relevance", "time"]),
        (["completion"], "z", ["zsh"]),
    ],
)
def test_commands_options_and_choices_are_completed(
    arguments: list[str], incomplete: str, expected: list[str]
) -> None:
    assert completions(arguments, incomplete) == expected


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_with_it(tmp_path: Path) -> None:
    program = tmp_path / "showcase"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m showcase "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(showcase completion bash)"; COMP_WORDS=(showcase sta); COMP_CWORD=1; '
        '_showcase_completion showcase; echo "${COMPREPLY[@]}"'
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "PATH": path, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "status"
