"""The commands, defined with click.

Errors that a person can fix are printed on standard error, one line each; programs see them in the exit code.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import IntEnum
from typing import TypedDict, Unpack, get_args

import click

from showcase import __version__
from showcase.cli.build_output import build_summary, build_with_progress
from showcase.cli.check_output import (
    BUNDLED_NOTE,
    MAX_NOTES_PER_VIDEO,
    check_lines,
    finding_objects,
)
from showcase.cli.intake_commands import add, finish_stopped_changes, new, undo
from showcase.cli.search_output import answer_json, answer_lines
from showcase.cli.serve_command import serve
from showcase.cli.speaker_output import speaker_lines, speaker_objects
from showcase.cli.status_command import status
from showcase.core.search.search_request import SearchRequest, Sort
from showcase.errors import ShowcaseError
from showcase.resources import is_bundled
from showcase.settings import Settings, load_settings
from showcase.store.ingest.check import CheckReport, check_folders
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.visible import SnapshotProtocol, SnapshotViews

_STANDARD_INPUT = "-"


class ExitCode(IntEnum):
    """The exit codes. The lines below are published in docs/reference/commands.md.

    Attributes:
        SUCCESS: the command did what was asked; a search without hits is a success, too.
        ERROR: something must be fixed first; standard error (of `check`, standard output) says what.
        USAGE: the command was not understood; standard error says how to use it.
    """

    SUCCESS = 0
    ERROR = 1
    USAGE = 2


class _CommandGroup(click.Group):
    """Commands that end with a line and an exit code for a ShowcaseError, not with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was given."""
        try:
            return super().invoke(ctx)
        except ShowcaseError as error:
            click.echo(error, err=True)
            ctx.exit(ExitCode.ERROR)


class _SearchOptions(TypedDict):
    """Options of `search` that are fields of SearchRequest with the same names."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None
    reads: str | None
    sort: Sort
    limit: int
    each: int | None


@click.group(cls=_CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="showcase")
@click.pass_context
def main(context: click.Context) -> None:
    """Show videos with their transcripts: read along, search what was said, link to the second.

    Settings are SHOWCASE_* variables; SHOWCASE_TRANSCRIPTS names the folder of the videos.
    """
    context.obj = settings = load_settings()
    finish_stopped_changes(settings)


for _command in (add, undo, new, serve, status):
    main.add_command(_command)


@main.command()
@click.option("--force", is_flag=True, help="Read every video again, changed or not.")
@click.pass_obj
def index(settings: Settings, *, force: bool) -> None:
    """Read all transcripts and build what is served from them.

    Errors in them are listed, each with its place, and the exit code is 1. A video with an error is served as
    it was before, or not at all if it never was right; all other videos are published.
    """
    report = build_with_progress(settings, force=force)
    click.echo(build_summary(report))
    if report.faults:
        click.get_current_context().exit(ExitCode.ERROR)


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--video", metavar="SLUG", help="Only in this video, with its hits in order of time.")
@click.option("--language", metavar="TAG", help="Only in tracks of this language, such as es.")
@click.option("--speaker", metavar="NAME", help="Only what this speaker says (the full name).")
@click.option("--organization", metavar="NAME", help="Only what its people say (its full name).")
@click.option(
    "--reads",
    metavar="TAG",
    help="The language you read: hits in other languages are shown in it, too.",
)
@click.option(
    "--sort",
    type=click.Choice(get_args(Sort)),
    default="relevance",
    show_default=True,
    help="Best first, or newest video first and its hits in order of time.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many hits to print at most.",
)
@click.option(
    "--each",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="How many hits of each video to print at most; --limit then counts videos.",
)
@click.pass_obj
def search(
    settings: Settings,
    /,
    words: tuple[str, ...],
    *,
    as_json: bool,
    **options: Unpack[_SearchOptions],
) -> None:
    """Search what was said.

    "a phrase", -word, speaker:name and OR work as on the pages; put "--" before words that begin with a
    dash. Five or more words that are nowhere said together are searched for as a quote. Where it is not
    exact, [-words in brackets-] were not said, and {+words in braces+} were said but are not in it. With
    "-" for WORDS, each line of standard input is a query, and each answer is a line of JSON.
    """
    snapshot = _visible_snapshot(settings)
    if words == (_STANDARD_INPUT,):
        for line in sys.stdin.buffer:
            answer = snapshot.search(SearchRequest(line.decode("utf-8", "replace"), **options))
            _write_json(answer_json(answer, snapshot.catalog))
        return
    answer = snapshot.search(
        SearchRequest(_replace_surrogates(" ".join(words)), **options, facets=as_json)
    )
    if as_json:
        _write_json(answer_json(answer, snapshot.catalog))
    else:
        click.echo("\n".join(answer_lines(answer, snapshot.catalog, _match_marker())))


def _visible_snapshot(settings: Settings) -> SnapshotProtocol:
    """What visitors may see now."""
    current = Library(settings.transcripts, settings.state).snapshot()
    return SnapshotViews().visible_at(current, datetime.now(UTC))


def _replace_surrogates(words: str) -> str:
    """Bytes of arguments that are not UTF-8 arrive as lone surrogates (PEP 383), which cannot be printed."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _write_json(answer: dict[str, object]) -> None:
    """Write one line in UTF-8, whatever the locale is (RFC 8259, section 8.1), and flush it."""
    output = sys.stdout.buffer
    output.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    output.flush()


def _match_marker() -> Callable[[str], str]:
    """Bold and underlined on a terminal, else between asterisks."""
    if sys.stdout.isatty():
        return lambda words: click.style(words, bold=True, underline=True)
    return lambda words: f"**{words}**"


@main.command()
@click.option(
    "--notes", "all_notes", is_flag=True, help="Print all notes, not only the first ones."
)
@click.option(
    "--speakers", is_flag=True, help="List who speaks in each track instead, and why we think so."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print a JSON object for each, all notes too."
)
@click.pass_obj
def check(settings: Settings, *, all_notes: bool, speakers: bool, as_json: bool) -> None:
    """List what is wrong in the transcripts, each with its file and line.

    What cannot be read or is doubtful is an error, and the exit code is 1: a video with an error is not
    published. What only should be looked at is a note.
    """
    report = check_folders(settings.transcripts)
    if speakers:
        _print_speakers(report, as_json=as_json)
        return
    if is_bundled(settings.transcripts):
        report = replace(report, notes=(BUNDLED_NOTE.at(str(settings.transcripts)), *report.notes))
    if as_json:
        for finding in finding_objects(report):
            _write_json(finding)
    else:
        click.echo("\n".join(check_lines(report, None if all_notes else MAX_NOTES_PER_VIDEO)))
    if report.all_faults():
        click.get_current_context().exit(ExitCode.ERROR)


def _print_speakers(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        for speaker in speaker_objects(report):
            _write_json(speaker)
    else:
        for line in speaker_lines(report):
            click.echo(line)
    if report.all_faults():
        click.echo("There are errors, too: showcase check tells them.", err=True)
        click.get_current_context().exit(ExitCode.ERROR)
