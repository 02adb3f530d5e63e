"""The command `showcase add`."""

from typing import Unpack

import click

from showcase.cli.add_options import AddOptions
from showcase.cli.quiet_commands import QuietCommand
from showcase.settings import Settings


def _parse_language(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    if not text:
        return ""
    # What a help text does not need.
    from showcase.core.text.language_tags import parse_language_tag  # noqa: PLC0415
    from showcase.core.text.languages import is_known_language  # noqa: PLC0415

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
    settings: Settings, /, sources: tuple[str, ...], *, yes: bool, **said: Unpack[AddOptions]
) -> None:
    """Make a video, or add to one.

    SOURCE is an address (YouTube, Vimeo, HLS, a media file, a page with a player), a recording, captions
    of any kind, chapters, a picture, a podcast's feed, or what yt-dlp wrote (its info.json, or the folder).
    Give as many as you like for one video.

    What is going to be written is shown first. What a person wrote is never written over, unless with
    --replace, and everything can be taken back with showcase undo.

    Example: showcase add talk.mp4 talk.en.srt poster.jpg --title "Harvest talk"
    """
    from showcase.cli.add_run import run_add  # noqa: PLC0415 - what a help text does not need

    run_add(settings, sources, said, yes=yes)
