"""The command `showcase backup`."""

import click

from showcase.cli.quiet_commands import QuietCommand, say
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.argument("file")
@click.pass_obj
def backup(settings: Settings, file: str) -> None:
    """Write everything that you have into one FILE.

    It is a tar file of the folder of transcripts. "-" for FILE is standard output. If the name
    ends in .gz, the file is compressed.

    Example: showcase backup archive-2026-11-27.tar
    """
    from showcase.cli.backup_run import run_backup  # noqa: PLC0415 - what a help text does not need

    say(f"{run_backup(settings, file)} files of {settings.transcripts} are in it.", err=True)
