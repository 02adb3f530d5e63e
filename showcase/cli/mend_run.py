"""Mends caption files for `showcase check --fix`."""

import sys
from contextlib import ExitStack
from functools import partial

import click

from showcase.cli.check_options import CheckOptions
from showcase.cli.check_progress import show_videos
from showcase.cli.json_output import write_json
from showcase.cli.mend_output import mend_lines, mend_objects, unmended_lines
from showcase.cli.questions import ask, print_lines
from showcase.cli.quiet_commands import is_quiet, say
from showcase.settings import Settings
from showcase.store.intake.change_history import check_writable
from showcase.store.intake.track_mends import MendPlan, mend_tracks


def run_mends(settings: Settings, options: CheckOptions) -> None:
    """Show what can be mended, ask, write it, and print what became of it."""
    check_writable(settings.transcripts)
    with ExitStack() as stack:
        progress = stack.enter_context(show_videos())
        confirm = partial(_confirm, stack, options)
        plan = mend_tracks(settings.transcripts, confirm, progress)
    if options["as_json"]:
        for mended in mend_objects(plan):
            write_json(mended)
    elif plan.contents:
        say("It is mended; showcase undo takes it back.")
    elif plan.mended:
        say("Nothing was written.")
    elif not is_quiet():
        print_lines(unmended_lines(plan))


def _confirm(bar: ExitStack, options: CheckOptions, plan: MendPlan) -> bool:
    """Show what is planned, and ask; the bar ends before."""
    bar.close()
    if options["as_json"]:
        return True
    lines = mend_lines(plan, color=sys.stdout.isatty())
    if not (options["yes"] and is_quiet()):
        click.echo("\n".join(lines))
    return ask("Write this?", (), yes=options["yes"])
