"""The command `showcase restore`."""

import click

from showcase.cli.quiet_commands import QuietCommand, say
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.argument("file")
@click.option("--yes", is_flag=True, help="Bring it back without asking.")
@click.pass_obj
def restore(settings: Settings, file: str, *, yes: bool) -> None:
    """Make all what it was when a backup was written.

    FILE is the backup. Files that are not in FILE are removed. What would change is shown first, and
    showcase undo takes it back. "-" for FILE is standard input, with --yes.

    Example: showcase restore archive-2026-11-27.tar
    """
    from showcase.cli.restore_run import run_restore  # noqa: PLC0415 - what a help text does not need

    plan = run_restore(settings, file, yes=yes)
    if plan is None:
        say("Nothing was changed.")
    elif not plan.changes_something:
        say("Nothing is to be changed: everything is as it was.")
    else:
        say("It is brought back; showcase check looks at it, showcase undo takes it back.")
