"""What `--help` says of each command: an example that can be parsed, and the exit codes."""

import re
import shlex

import click
import pytest
from click.testing import CliRunner

from showcase.cli.commands import COMMANDS, main
from showcase.cli.exit_codes import ExitCode, exit_code_meanings

EXAMPLE = re.compile(r"^ +Example: (showcase .+(?:\n  \S.+)*)", re.MULTILINE)


def help_text(*arguments: str) -> str:
    return CliRunner().invoke(main, [*arguments, "--help"], terminal_width=200).stdout


def parse(words: list[str]) -> str:
    """The command of a line, all of whose options and arguments are parsed; nothing is carried out."""
    program, name, *arguments = words
    assert program == "showcase"
    with main.make_context("showcase", [name, *arguments]) as context:
        command = main.get_command(context, name)
        assert command
        return command.make_context(name, arguments, parent=context).info_name or ""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_each_command_has_an_example_that_can_be_typed(command: str) -> None:
    text = help_text(*([command] if command else []))
    [example] = EXAMPLE.findall(text)
    assert parse(shlex.split(example)) == (command or "check")


def test_an_example_that_cannot_be_typed_is_found() -> None:
    with pytest.raises(click.UsageError, match="No such option"):
        parse(["showcase", "check", "--fixx"])


def test_the_exit_codes_are_in_the_help() -> None:
    text = " ".join(help_text().split())
    for code, meaning in exit_code_meanings().items():
        assert f"{code.value}: {meaning}" in text
    assert [code.value for code in ExitCode] == [0, 1, 2]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "submarine"], ExitCode.SUCCESS),
        (["check"], ExitCode.SUCCESS),
        (["undo"], ExitCode.ERROR),
        (["check", "--fix", "--json"], ExitCode.USAGE),
        (["dance"], ExitCode.USAGE),
    ],
    ids=str,
)
def test_a_command_ends_with_the_code_that_is_documented(
    environ: dict[str, str], arguments: list[str], code: ExitCode
) -> None:
    assert CliRunner().invoke(main, arguments, env=environ).exit_code == code


def test_each_command_is_listed_with_a_whole_sentence() -> None:
    listed = (
        CliRunner().invoke(main, ["--help"], terminal_width=80).stdout.partition("Commands:\n")[2]
    )
    lines = listed.partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []
