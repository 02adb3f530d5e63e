"""Checks the transcripts for `showcase check`, and mends them first with --fix."""

from dataclasses import replace

import click

from showcase.cli.check_options import CheckOptions
from showcase.cli.check_output import (
    BUNDLED_NOTE,
    MAX_NOTES_PER_VIDEO,
    check_lines,
    error_lines,
    finding_objects,
)
from showcase.cli.check_progress import show_videos
from showcase.cli.json_output import write_json
from showcase.cli.questions import print_lines
from showcase.cli.quiet_commands import is_quiet
from showcase.cli.speaker_output import speaker_lines, speaker_objects
from showcase.resources import is_bundled
from showcase.settings import Settings
from showcase.store.ingest.check import CheckReport, check_folders


def run_check(settings: Settings, options: CheckOptions) -> bool:
    """Check the folder of transcripts, and print what is found. Returns whether there is no error."""
    if options["fix"]:
        # It edits TOML, which checking alone does not.
        from showcase.cli.mend_run import run_mends  # noqa: PLC0415

        run_mends(settings, options)
    with show_videos() as progress:
        report = check_folders(settings.transcripts, progress)
    if options["speakers"]:
        _print_speakers(report, as_json=options["as_json"])
    elif not (options["fix"] and options["as_json"]):
        _print_findings(settings, report, options)
    return not report.all_faults()


def _print_findings(settings: Settings, report: CheckReport, options: CheckOptions) -> None:
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


def _print_speakers(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        for speaker in speaker_objects(report):
            write_json(speaker)
    else:
        for line in speaker_lines(report):
            click.echo(line)
    if report.all_faults():
        click.echo("There are errors, too: showcase check tells them.", err=True)
