"""The command `showcase undo`."""

from functools import partial

import click

from showcase.cli.questions import ask
from showcase.cli.quiet_commands import QuietCommand, say
from showcase.cli.undo_output import undo_lines
from showcase.settings import Settings
from showcase.store.intake.change_history import check_writable, undo_last
from showcase.store.intake.journal import ChangeRecord


@click.command(cls=QuietCommand)
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@click.pass_obj
def undo(settings: Settings, *, yes: bool) -> None:
    """Take back the last change of add or check --fix.

    Once more takes back the one before. Where a file was changed since, nothing is taken back, and the
    file is named.

    Example: showcase undo
    """
    check_writable(settings.transcripts)
    record = undo_last(settings.transcripts, partial(_confirm_undo, yes=yes))
    say("It is taken back." if record else "Nothing was taken back.")


def _confirm_undo(record: ChangeRecord, *, yes: bool) -> bool:
    return ask("Take it back?", undo_lines(record), yes=yes)
