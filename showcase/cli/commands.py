"""The commands: the one module that knows click.

What goes wrong and can be mended is said on standard error, a line for each fault; the exit code tells
programs the same.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack, get_args

import click
from flask import Flask

from showcase import __version__, server
from showcase.app import create_app
from showcase.cli.check_output import NOTES_SHOWN, check_lines
from showcase.cli.search_output import answer_json, answer_lines
from showcase.core.search.request import Question, Sort
from showcase.errors import ShowcaseError
from showcase.resources import find_folder
from showcase.settings import Bind, Settings, read_bind, settings_of_process
from showcase.store.ingest.check import check_folders
from showcase.store.snapshots.builder import BuildReport, build_snapshot
from showcase.store.snapshots.library import Library

_STANDARD_INPUT = "-"


class ExitCode(IntEnum):
    """What a command ends with.

    Attributes:
        FINE: it did what was asked; a search that finds nothing is fine too.
        ERROR: something must be mended first; standard error (of `check`, standard output) says what.
        USAGE: the command was not understood; standard error says how it is used.
    """

    FINE = 0
    ERROR = 1
    USAGE = 2


class _Commands(click.Group):
    """Commands whose errors are a line, not a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ShowcaseError as error:
            click.echo(error, err=True)
            ctx.exit(ExitCode.ERROR)


class _How(TypedDict):
    """How to search, as Question takes it."""

    video: str | None
    language: str | None
    speaker: str | None
    organization: str | None
    reads: str | None
    sort: Sort
    limit: int
    each: int | None


def _bind(_context: click.Context, _option: click.Parameter, text: str | None) -> Bind | None:
    try:
        return read_bind(text) if text else None
    except ValueError:
        message = f'{text!r} is no host and port, as in "127.0.0.1:8000".'
        raise click.BadParameter(message) from None


@contextmanager
def _progress(transcripts: Path) -> Iterator[Callable[[str], None]]:
    """What hears each step of a build: a bar on a terminal, plain lines else."""
    if not sys.stderr.isatty():
        yield partial(click.echo, err=True)
        return
    # A video is read and then indexed; one that did not change is passed over, so the bar may leap.
    steps = 2 * sum(1 for path in transcripts.glob("*") if path.is_dir())
    with click.progressbar(length=steps, item_show_func=lambda step: step, file=sys.stderr) as bar:
        yield partial(bar.update, 1)
        bar.update(steps)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="showcase")
@click.pass_context
def main(context: click.Context) -> None:
    """Show videos with their transcripts: read along, search what was said, link to the second.

    Settings are SHOWCASE_* variables; SHOWCASE_TRANSCRIPTS names the folder of the videos.
    """
    context.obj = settings_of_process()


@main.command()
@click.option("--force", is_flag=True, help="Read every video again, changed or not.")
@click.pass_obj
def index(settings: Settings, *, force: bool) -> None:
    """Read all transcripts and make what is served from them.

    A fault in them is named with its place, all faults at once; what is served then stays as it was.
    """
    with _progress(settings.transcripts) as progress:
        report = build_snapshot(
            settings.transcripts, settings.state, progress=progress, force=force
        )
    click.echo(_built(report))


def _built(report: BuildReport) -> str:
    videos = len(report.changed) + report.unchanged
    what = (
        f"{len(report.changed)} of {videos} videos changed" if report.built else "Nothing changed"
    )
    sizes = f"{report.cues} cues in {report.passages} passages"
    return f"{what}: {sizes}, in {report.seconds:.1f} s (snapshot {report.id})."


@main.command()
@click.option(
    "--bind", metavar="HOST:PORT", callback=_bind, help="Where to listen, instead of SHOWCASE_BIND."
)
@click.option("--dev", is_flag=True, help="Start anew whenever a file changes.")
@click.pass_obj
def serve(settings: Settings, *, bind: Bind | None, dev: bool) -> None:
    """Serve the showcase; says which address to open.

    What is missing is made first. Ctrl-C stops.
    """
    settings = replace(settings, bind=bind or settings.bind)
    with server.take_port(settings.bind) as listener:
        _build(settings)
        opened = f"Open {server.address_of(listener)} (Ctrl-C stops)"
        server.run(
            partial(_make_app, settings, dev=dev),
            listener,
            settings,
            ready=partial(click.echo, opened),
            reload=list(_watched(settings)) if dev else None,
        )


def _build(settings: Settings) -> None:
    with _progress(settings.transcripts) as progress:
        build_snapshot(settings.transcripts, settings.state, progress=progress)


def _make_app(settings: Settings, *, dev: bool) -> Flask:
    """What each worker calls; in development the transcripts may have changed since."""
    if dev:
        _build(settings)
    return create_app(settings)


def _watched(settings: Settings) -> Iterator[Path]:
    for folder in (find_folder("templates"), find_folder("static"), settings.transcripts):
        yield from (path for path in folder.rglob("*") if path.is_file())


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--video", metavar="SLUG", help="Only in this video, its hits in order of time.")
@click.option("--language", metavar="TAG", help="Only in tracks of this language, as in es.")
@click.option("--speaker", metavar="NAME", help="Only what this speaker says, by the full name.")
@click.option("--organization", metavar="NAME", help="Only what its people say, by its full name.")
@click.option(
    "--reads",
    metavar="TAG",
    help="The language you read: each hit in another one is shown in yours, too.",
)
@click.option(
    "--sort",
    type=click.Choice(get_args(Sort)),
    default="relevance",
    show_default=True,
    help="Best first, or newest video first and its hits in order of time.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Hits at most."
)
@click.option(
    "--each",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Of each video so many hits at most; --limit counts videos then.",
)
@click.pass_obj
def search(
    settings: Settings, /, words: tuple[str, ...], *, as_json: bool, **how: Unpack[_How]
) -> None:
    """Search what was said.

    "a phrase", -word, speaker:name and OR mean here what they mean on the page; words that begin with a
    dash stand behind "--". Five words or more that stand together nowhere are looked for as a quote: of
    one that is not exact, [-words in brackets-] were not said, and {+words in braces+} were said and are
    not in it. With "-" for WORDS, a query is read from each line of standard input, and a JSON object
    written for each.
    """
    snapshot = Library(settings.transcripts, settings.state).snapshot()
    if words == (_STANDARD_INPUT,):
        for line in sys.stdin.buffer:
            answer = snapshot.search(Question(line.decode("utf-8", "replace"), **how))
            _write_json(answer_json(answer, snapshot.catalog))
        return
    answer = snapshot.search(Question(_readable(" ".join(words)), **how, facets=as_json))
    if as_json:
        _write_json(answer_json(answer, snapshot.catalog))
    else:
        click.echo("\n".join(answer_lines(answer, snapshot.catalog, _mark())))


def _readable(words: str) -> str:
    """Arguments that were not UTF-8 come as lone surrogates, which nobody can print."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _write_json(answer: dict[str, object]) -> None:
    """One line, in UTF-8 whatever the terminal takes (RFC 8259, section 8.1), and at once."""
    output = sys.stdout.buffer
    output.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    output.flush()


def _mark() -> Callable[[str], str]:
    if sys.stdout.isatty():
        return lambda words: click.style(words, bold=True, underline=True)
    return lambda words: f"**{words}**"


@main.command()
@click.option("--notes", "all_notes", is_flag=True, help="Print every note, not only the first.")
@click.pass_obj
def check(settings: Settings, *, all_notes: bool) -> None:
    """Say what is wrong in the transcripts, with the line where it stands.

    What could not be read is an error and ends in exit code 1. What reads badly is a note.
    """
    report = check_folders(settings.transcripts)
    click.echo("\n".join(check_lines(report, None if all_notes else NOTES_SHOWN)))
    if report.all_faults():
        click.get_current_context().exit(ExitCode.ERROR)
