"""Searches for `showcase search`, and prints the answers."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime

import click

from showcase.cli.json_output import write_json
from showcase.cli.quiet_commands import is_quiet
from showcase.cli.search_options import SearchOptions
from showcase.cli.search_output import answer_json, answer_lines
from showcase.core.search.search_request import SearchRequest
from showcase.settings import Settings
from showcase.store.snapshots.library import Library
from showcase.store.snapshots.visible import SnapshotProtocol, SnapshotViews

_STANDARD_INPUT = "-"


def run_search(
    settings: Settings, words: tuple[str, ...], options: SearchOptions, *, as_json: bool
) -> None:
    """Search, and print the answer; with "-" for the words, an answer for each line of standard input."""
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
