"""The commands that change an owner's folder: `add`, `undo`, `new`."""

import shlex
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click

from showcase.cli.intake_output import next_lines, plan_lines, undo_lines
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import is_known_language
from showcase.core.text.printable import replace_control_chars
from showcase.errors import Fault, ShowcaseError
from showcase.settings import Settings
from showcase.store.intake.changes import (
    add_sources,
    check_writable,
    finish_changes,
    undo_last,
)
from showcase.store.intake.journal import ChangeRecord
from showcase.store.intake.starter_archive import SAMPLE_FOLDER, make_archive
from showcase.store.intake.video_plan import IntakeOptions, IntakePlan


class _AddOptions(TypedDict):
    """Options of `add` that are fields of IntakeOptions with the same names."""

    slug: str
    language: str
    title: str
    replace: bool


def finish_stopped_changes(settings: Settings) -> None:
    """Finish what a stopped `add` or `undo` has begun, so that no half of it is read."""
    try:
        for line in finish_changes(settings.transcripts):
            click.echo(line, err=True)
    except (OSError, ShowcaseError) as error:
        message = "A change of it is half done, and could not be finished"
        click.echo(f"{settings.transcripts}: {message} ({error})", err=True)


def _parse_language(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    if not text:
        return ""
    tag = parse_language_tag(text)
    if tag is None or not is_known_language(tag):
        message = f'{text!r} is not a language tag, as in "en", "es" or "pt-BR".'
        raise click.BadParameter(message)
    return tag


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--video", "slug", metavar="SLUG", default="", help="The video to make or to add to.")
@click.option(
    "--language",
    metavar="TAG",
    default="",
    callback=_parse_language,
    help="The language of the recording, and of captions whose names say none.",
)
@click.option("--title", metavar="TEXT", default="", help="The title; of a feed, which episode.")
@click.option("--replace", is_flag=True, help="Put it in the place of what is there.")
@click.option("--yes", is_flag=True, help="Write it without asking.")
@click.pass_obj
def add(
    settings: Settings, /, sources: tuple[str, ...], *, yes: bool, **said: Unpack[_AddOptions]
) -> None:
    """Make a video, or add to one.

    SOURCE is an address (YouTube, Vimeo, HLS, a media file, a page with a player), a recording, captions
    of any kind, chapters, a picture, a podcast's feed, or what yt-dlp wrote (its info.json, or the folder).
    Give as many as you like for one video.

    What is going to be written is shown first. What a person wrote is never written over, unless with
    --replace, and everything can be taken back with showcase undo.

    Example: showcase add talk.mp4 talk.en.srt poster.jpg --title "Harvest talk"
    """
    check_writable(settings.transcripts)
    options = IntakeOptions(**said)
    plan = add_sources(settings.transcripts, sources, options, partial(_confirm_plan, yes=yes))
    if not plan.change.changes_something:
        _print(plan_lines(plan.change, ()))
        click.echo("Nothing is to be written: everything is there.")
    elif not plan.contents:
        click.echo("Nothing was written.")
    _print(next_lines(plan))


def _confirm_plan(plan: IntakePlan, notes: Sequence[Fault], *, yes: bool) -> bool:
    _print(plan_lines(plan.change, notes))
    return _ask("Write this?", yes=yes)


def _ask(question: str, *, yes: bool) -> bool:
    if yes:
        return True
    if not _has_terminal():
        message = "Nothing was written: there is no terminal to ask on, so say --yes"
        raise ShowcaseError(message)
    return click.confirm(question)


def _has_terminal() -> bool:
    return sys.stdin.isatty()


def _print(lines: Iterable[str]) -> None:
    """Print lines; what is from files and other sites sends no control sequences to a terminal.

    Bytes of file names that are not UTF-8 arrive as lone surrogates (PEP 383), which cannot be printed.
    """
    for line in lines:
        click.echo(replace_control_chars(line).encode("utf-8", "replace").decode())


@click.command()
@click.option("--yes", is_flag=True, help="Take it back without asking.")
@click.pass_obj
def undo(settings: Settings, *, yes: bool) -> None:
    """Take back the last change that showcase add made.

    Once more takes back the one before. Where a file was changed since, nothing is taken back, and the
    file is named.

    Example: showcase undo
    """
    check_writable(settings.transcripts)
    record = undo_last(settings.transcripts, partial(_confirm_undo, yes=yes))
    click.echo("It is taken back." if record else "Nothing was taken back.")


def _confirm_undo(record: ChangeRecord, *, yes: bool) -> bool:
    _print(undo_lines(record))
    return _ask("Take it back?", yes=yes)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new(folder: Path) -> None:
    """Start an archive of your own in a new or empty FOLDER.

    It gets a site.toml with every key in comments, and a sample of a video's folder.

    Example: showcase new ~/archive
    """
    make_archive(folder)
    click.echo(
        f"{folder} is an archive with a sample, {SAMPLE_FOLDER}: remove that when you have your own."
    )
    click.echo("Next:")
    click.echo(f"  export SHOWCASE_TRANSCRIPTS={shlex.quote(str(folder.absolute()))}")
    click.echo("  showcase add VIDEO_OR_ADDRESS CAPTIONS")
