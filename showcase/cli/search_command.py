"""The command `showcase search`."""

from typing import Unpack, get_args

import click

from showcase.cli.quiet_commands import QuietCommand
from showcase.cli.search_options import SearchOptions
from showcase.core.search.search_request import Sort
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--video", metavar="SLUG", help="Only in this video, with its hits in order of time.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="Only in tracks of this language, such as es; give it again for others.",
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Only what this speaker says (the full name); give it again for others.",
)
@click.option(
    "--organization",
    "organizations",
    multiple=True,
    metavar="NAME",
    help="Only what its people say (its full name); give it again for others.",
)
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
    **options: Unpack[SearchOptions],
) -> None:
    """Search what was said.

    "a phrase", -word, speaker:name and OR work as on the pages; put "--" before words that begin with a
    dash. Five or more words that are nowhere said together are searched for as a quote. Where it is not
    exact, [-words in brackets-] were not said, and {+words in braces+} were said but are not in it. With
    "-" for WORDS, each line of standard input is a query, and each answer is a line of JSON.

    Example: showcase search --speaker "Rosa Field" the rules we wrote
    """
    from showcase.cli.search_run import run_search  # noqa: PLC0415 - what a help text does not need

    run_search(settings, words, options, as_json=as_json)
