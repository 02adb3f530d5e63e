"""The command `showcase add`."""

from collections.abc import Sequence
from functools import partial
from typing import TypedDict, Unpack

import click

from showcase.cli.copy_progress import show_copies
from showcase.cli.intake_output import next_lines, plan_lines
from showcase.cli.questions import ask, print_lines
from showcase.cli.quiet_commands import QuietCommand, is_quiet
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import is_known_language
from showcase.errors import Fault
from showcase.settings import Settings
from showcase.store.intake.change_history import check_writable
from showcase.store.intake.changes import add_sources
from showcase.store.intake.video_plan import IntakeOptions, IntakePlan


class _AddOptions(TypedDict):
    """Options of `add` that are fields of IntakeOptions with the same names."""

    slug: str
    language: str
    title: str
    replace: bool


def _parse_language(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    if not text:
        return ""
    tag = parse_language_tag(text)
    if tag is None or not is_known_language(tag):
        message = f'{text!r} is not a language tag, as in "en", "es" or "pt-BR".'
        raise click.BadParameter(message)
    return tag


@click.command(cls=QuietCommand)
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
    with show_copies() as copied:
        confirm = partial(_confirm_plan, yes=yes)
        plan = add_sources(settings.transcripts, sources, options, confirm, copied)
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
