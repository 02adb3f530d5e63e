"""Questions before something is written, and lines that are safe to print."""

import sys
from collections.abc import Iterable

import click

from showcase.cli.quiet_commands import is_quiet
from showcase.core.text.printable import replace_control_chars
from showcase.errors import ShowcaseError


def ask(question: str, lines: Iterable[str], *, yes: bool) -> bool:
    """Ask whether to go on, below what is going to be done; `yes` answers, and nothing is asked.

    Raises:
        ShowcaseError: there is nobody to ask.
    """
    if not (yes and is_quiet()):
        print_lines(lines)
    if yes:
        return True
    if not has_terminal():
        message = "Nothing was written: there is no terminal to ask on, so say --yes"
        raise ShowcaseError(message)
    return click.confirm(question)


def has_terminal() -> bool:
    """Can somebody answer?"""
    return sys.stdin.isatty()


def print_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines; what is from files and other sites sends no control sequences to a terminal."""
    for line in lines:
        click.echo(printable_line(line), err=err)


def printable_line(line: str) -> str:
    """A line without control characters.

    Bytes of file names that are not UTF-8 arrive as lone surrogates (PEP 383), which cannot be printed.
    """
    return replace_control_chars(line).encode("utf-8", "replace").decode()
