"""The exit codes of all commands."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes. The lines below are published in docs/reference/commands.md, and in `showcase --help`.

    Attributes:
        SUCCESS: the command did what was asked; a search without hits and the answer "no" are a success, too.
        ERROR: something must be fixed first; standard error (of `check`, standard output) says what.
        USAGE: the command was not understood; standard error says how to use it.
    """

    SUCCESS = 0
    ERROR = 1
    USAGE = 2


def exit_code_meanings() -> dict[ExitCode, str]:
    """What each exit code means, as the docstring of the class says."""
    lines = (ExitCode.__doc__ or "").partition("Attributes:")[2].splitlines()
    by_name = dict(line.strip().split(": ", 1) for line in lines if line.strip())
    return {code: by_name[code.name] for code in ExitCode}
