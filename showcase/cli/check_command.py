"""The command `showcase check`."""

from typing import Unpack

import click

from showcase.cli.check_options import CheckOptions, misuse
from showcase.cli.exit_codes import ExitCode
from showcase.cli.quiet_commands import QuietCommand
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.option(
    "--notes", "all_notes", is_flag=True, help="Print all notes, not only the first ones."
)
@click.option(
    "--speakers", is_flag=True, help="List who speaks in each track instead, and why we think so."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print a JSON object for each, all notes too."
)
@click.option(
    "--fix", is_flag=True, help="Mend caption files where no word can be lost, then check."
)
@click.option("--yes", is_flag=True, help="With --fix: write it without asking.")
@click.pass_obj
def check(settings: Settings, /, **options: Unpack[CheckOptions]) -> None:
    """List what is wrong in the transcripts, by file and line.

    What cannot be read or is doubtful is an error, and the exit code is 1: a video with an error is not
    published. What only should be looked at is a note.

    With --fix, what can be mended without losing a word is shown as a difference, and written when you say
    so: order, overlaps, times, line ends, escapes, unseen characters, words that come again as captions
    roll up, the offset that video.toml gives. showcase undo takes it back.

    Example: showcase check --fix
    """
    if message := misuse(options):
        raise click.UsageError(message)
    from showcase.cli.check_run import run_check  # noqa: PLC0415 - what a help text does not need

    if not run_check(settings, options):
        click.get_current_context().exit(ExitCode.ERROR)
