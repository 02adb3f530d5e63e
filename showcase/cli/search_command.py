"""The command `showcase search`."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypedDict, Unpack, get_args

import click

from showcase.cli.json_output import write_json
from showcase.cli.quiet_commands import QuietCommand, is_quiet
from showcase.cli.search_output import answer_json, answer_lines
from showcase.core.search.search_request import SearchRequest, Sort
from showcase.settings import Settings
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.visible import SnapshotProtocol, SnapshotViews

_STANDARD_INPUT = "-"


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


@click.command(cls=QuietCommand)
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

    Example: showcase search --speaker "Rosa Field" the rules we wrote
    """
    snapshot = _visible_snapshot(settings)
    if words == (_STANDARD_INPUT,):
        for line in sys.stdin.buffer:
            answer = snapshot.search(SearchRequest(line.decode("utf-8", "replace"), **options))
            write_json(answer_json(answer, snapshot.catalog))
        return
    answer = snapshot.search(
        SearchRequest(_replace_surrogates(" ".join(words)), **options, facets=as_json)
    )
    if as_json:
        write_json(answer_json(answer, snapshot.catalog))
    else:
        lines = answer_lines(answer, snapshot.catalog, _match_marker(), hits_only=is_quiet())
        click.echo("\n".join(lines))


def _visible_snapshot(settings: Settings) -> SnapshotProtocol:
    """What visitors may see now."""
    current = Library(settings.transcripts, settings.state).snapshot()
    return SnapshotViews().visible_at(current, datetime.now(UTC))


def _replace_surrogates(words: str) -> str:
    """Bytes of arguments that are not UTF-8 arrive as lone surrogates (PEP 383), which cannot be printed."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _match_marker() -> Callable[[str], str]:
    """Bold and underlined on a terminal, else between asterisks."""
    if sys.stdout.isatty():
        return lambda words: click.style(words, bold=True, underline=True)
    return lambda words: f"**{words}**"
