"""Adds what is given for `showcase add`, and prints what is done."""

from collections.abc import Sequence
from functools import partial

import click

from showcase.cli.add_options import AddOptions
from showcase.cli.intake_output import next_lines, plan_lines
from showcase.cli.intake_progress import show_intake
from showcase.cli.questions import ask, print_lines
from showcase.cli.quiet_commands import is_quiet
from showcase.errors import Fault
from showcase.settings import Settings
from showcase.store.intake.change_history import check_writable
from showcase.store.intake.changes import add_sources
from showcase.store.intake.video_plan import IntakeOptions, IntakePlan


def run_add(settings: Settings, sources: Sequence[str], said: AddOptions, *, yes: bool) -> None:
    """Show what is going to be written, ask, write it, and say what to do next."""
    check_writable(settings.transcripts)
    options = IntakeOptions(**said)
    with show_intake() as progress:
        confirm = partial(_confirm_plan, yes=yes)
        plan = add_sources(settings.transcripts, sources, options, confirm, progress)
    if is_quiet():
        return
    if not plan.change.changes_something:
        print_lines(plan_lines(plan.change, ()))
        click.echo("Nothing is to be written: everything is there.")
    elif not plan.contents:
        click.echo("Nothing was written.")
    print_lines(next_lines(plan))


def _confirm_plan(plan: IntakePlan, notes: Sequence[Fault], *, yes: bool) -> bool:
    return ask("Write this?", plan_lines(plan.change, notes), yes=yes)
