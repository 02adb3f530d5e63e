"""The command `showcase index`."""

import click

from showcase.cli.exit_codes import ExitCode
from showcase.cli.quiet_commands import QuietCommand, say
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.option("--force", is_flag=True, help="Read every video again, changed or not.")
@click.pass_obj
def index(settings: Settings, *, force: bool) -> None:
    """Read all transcripts and build what is served from them.

    Errors in them are listed, each with its place, and the exit code is 1. A video with an error is served as
    it was before, or not at all if it never was right; all other videos are published.

    Example: showcase index
    """
    # What a help text does not need.
    from showcase.cli.build_output import build_summary, build_with_progress  # noqa: PLC0415

    report = build_with_progress(settings, force=force)
    say(build_summary(report))
    if report.faults:
        click.get_current_context().exit(ExitCode.ERROR)
