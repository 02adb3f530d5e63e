"""The command `showcase undo`."""

import click

from showcase.cli.quiet_commands import QuietCommand, say
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@click.pass_obj
def undo(settings: Settings, *, yes: bool) -> None:
    """Take back the last change of add, check --fix or restore.

    Once more takes back the one before. Where a file was changed since, nothing is taken back, and the
    file is named.

    Example: showcase undo
    """
    from showcase.cli.undo_run import run_undo  # noqa: PLC0415 - what a help text does not need

    say("It is taken back." if run_undo(settings, yes=yes) else "Nothing was taken back.")
