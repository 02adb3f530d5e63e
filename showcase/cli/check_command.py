"""The command `showcase check`."""

import sys
from dataclasses import replace
from functools import partial
from typing import TypedDict, Unpack

import click

from showcase.cli.check_output import (
    BUNDLED_NOTE,
    MAX_NOTES_PER_VIDEO,
    check_lines,
    error_lines,
    finding_objects,
)
from showcase.cli.check_progress import show_videos
from showcase.cli.exit_codes import ExitCode
from showcase.cli.json_output import write_json
from showcase.cli.mend_output import mend_lines, mend_objects, unmended_lines
from showcase.cli.questions import ask, print_lines
from showcase.cli.quiet_commands import QuietCommand, is_quiet, say
from showcase.cli.speaker_output import speaker_lines, speaker_objects
from showcase.resources import is_bundled
from showcase.settings import Settings
from showcase.store.ingest.check import CheckReport, check_folders
from showcase.store.intake.change_history import check_writable
from showcase.store.intake.track_mends import MendPlan, mend_tracks


class _CheckOptions(TypedDict):
    """The options of `check`."""

    all_notes: bool
    speakers: bool
    as_json: bool
    fix: bool
    yes: bool


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
def check(settings: Settings, /, **options: Unpack[_CheckOptions]) -> None:
    """List what is wrong in the transcripts, by file and line.

    What cannot be read or is doubtful is an error, and the exit code is 1: a video with an error is not
    published. What only should be looked at is a note.

    With --fix, what can be mended without losing a word is shown as a difference, and written when you say
    so: order, overlaps, times, line ends, escapes, unseen characters, words that come again as captions
    roll up, the offset that video.toml gives. showcase undo takes it back.

    Example: showcase check --fix
    """
    if message := _misuse(options):
        raise click.UsageError(message)
    if options["fix"]:
        _fix(settings, options)
    with show_videos() as progress:
        report = check_folders(settings.transcripts, progress)
    if options["speakers"]:
        _print_speakers(report, as_json=options["as_json"])
    elif not (options["fix"] and options["as_json"]):
        _print_findings(settings, report, options)
    if report.all_faults():
        click.get_current_context().exit(ExitCode.ERROR)


def _misuse(options: _CheckOptions) -> str:
    """Which options do not go together; "" for those that do."""
    if options["speakers"] and options["fix"]:
        return "--speakers lists, and --fix mends: give one of them."
    if options["yes"] and not options["fix"]:
        return "--yes goes with --fix."
    if options["as_json"] and options["fix"] and not options["yes"]:
        return "--fix --json writes without asking: add --yes."
    return ""


def _print_findings(settings: Settings, report: CheckReport, options: _CheckOptions) -> None:
    if is_bundled(settings.transcripts):
        report = replace(report, notes=(BUNDLED_NOTE.at(str(settings.transcripts)), *report.notes))
    if options["as_json"]:
        for finding in finding_objects(report):
            write_json(finding)
    elif is_quiet():
        print_lines(error_lines(report))
    else:
        max_notes = None if options["all_notes"] else MAX_NOTES_PER_VIDEO
        click.echo("\n".join(check_lines(report, settings.transcripts, max_notes)))


def _fix(settings: Settings, options: _CheckOptions) -> None:
    """Mend what can be mended."""
    check_writable(settings.transcripts)
    plan = mend_tracks(settings.transcripts, partial(_confirm, options))
    if options["as_json"]:
        for mended in mend_objects(plan):
            write_json(mended)
    elif plan.contents:
        say("It is mended; showcase undo takes it back.")
    elif plan.mended:
        say("Nothing was written.")
    elif not is_quiet():
        print_lines(unmended_lines(plan))


def _confirm(options: _CheckOptions, plan: MendPlan) -> bool:
    if options["as_json"]:
        return True
    lines = mend_lines(plan, color=sys.stdout.isatty())
    if not (options["yes"] and is_quiet()):
        click.echo("\n".join(lines))
    return ask("Write this?", (), yes=options["yes"])


def _print_speakers(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        for speaker in speaker_objects(report):
            write_json(speaker)
    else:
        for line in speaker_lines(report):
            click.echo(line)
    if report.all_faults():
        click.echo("There are errors, too: showcase check tells them.", err=True)
