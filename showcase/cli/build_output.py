"""Builds, and prints about it: the progress, what is wrong in the transcripts, and a summary."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from showcase.cli.quiet_commands import is_quiet
from showcase.errors import ShowcaseError
from showcase.settings import Settings
from showcase.store.snapshots.build_record import build_and_record
from showcase.store.snapshots.builder import BuildReport
from showcase.store.snapshots.library import can_serve
from showcase.store.snapshots.watcher import FolderWatcher

# So many videos are named in the line of a build; a first build has thousands.
MAX_NAMED_VIDEOS = 5


@contextmanager
def _report_progress(transcripts: Path) -> Iterator[Callable[[str], None]]:
    """A function to call at each step of a build: it moves a bar on a terminal, else it prints a line."""
    if is_quiet():
        yield _say_nothing
        return
    if not sys.stderr.isatty():
        yield partial(click.echo, err=True)
        return
    # Each video is read and then indexed; one that did not change is skipped, so the bar may jump.
    steps = 2 * sum(1 for path in transcripts.glob("*") if path.is_dir())
    with click.progressbar(length=steps, item_show_func=lambda step: step, file=sys.stderr) as bar:
        yield partial(bar.update, 1)
        bar.update(steps)


def _say_nothing(_step: str) -> None:
    pass


def build_with_progress(settings: Settings, *, force: bool = False) -> BuildReport:
    """Build with a progress bar, and print what is wrong in the transcripts."""
    with _report_progress(settings.transcripts) as progress:
        report = build_and_record(
            settings.transcripts, settings.state, progress=progress, force=force
        )
    for line in fault_lines(report):
        click.echo(line, err=True)
    return report


class BuildPrinter:
    """Prints what became of each build, and every error once for as long as it is there."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        """Nothing was printed yet.

        Args:
            is_quiet: print errors alone.
        """
        self._is_quiet = is_quiet
        self._known: tuple[str, ...] = ()

    def print_first(self, result: BuildReport | ShowcaseError) -> None:
        """Print what is wrong after the first build; the progress has told the rest."""
        self._print_errors(result)

    def print_next(self, result: BuildReport | ShowcaseError) -> None:
        """Print what was published, and what is wrong."""
        if isinstance(result, BuildReport) and result.built and not self._is_quiet:
            click.echo(_published_line(result), err=True)
        had_errors = bool(self._known)
        self._print_errors(result)
        if had_errors and not self._known and not self._is_quiet:
            click.echo("All errors are mended.", err=True)

    def _print_errors(self, result: BuildReport | ShowcaseError) -> None:
        lines = tuple(_error_lines(result))
        if lines != self._known:
            for line in lines:
                click.echo(line, err=True)
        self._known = lines


def _published_line(report: BuildReport) -> str:
    names = [*report.changed, *(f"{slug} (removed)" for slug in report.removed)]
    named = ", ".join(names[:MAX_NAMED_VIDEOS]) or "the texts of the site"
    more = len(names) - MAX_NAMED_VIDEOS
    others = f" and {more} more" if more > 0 else ""
    return f"Published {named}{others}, in {report.seconds:.1f} s."


def _error_lines(result: BuildReport | ShowcaseError) -> Iterator[str]:
    if isinstance(result, BuildReport):
        yield from fault_lines(result)
    else:
        yield str(result)
        yield "What was published before is served."


def build_or_keep(
    settings: Settings, printer: BuildPrinter | None = None, *, must_serve: bool = True
) -> None:
    """Build what has changed; where that fails, what was published before is served.

    Args:
        settings: of this process.
        printer: prints what is wrong; None for one that has printed nothing yet.
        must_serve: False to go on without anything to serve, because the errors may be mended soon.

    Raises:
        ShowcaseError: there is nothing to serve, and there must be.
    """
    printer = printer or BuildPrinter()
    try:
        with _report_progress(settings.transcripts) as progress:
            report = build_and_record(settings.transcripts, settings.state, progress=progress)
    except ShowcaseError as error:
        if can_serve(settings.transcripts, settings.state):
            printer.print_first(error)
            return
        if must_serve:
            raise
        click.echo(error, err=True)
        click.echo("Nothing is served until the errors are mended.", err=True)
    else:
        printer.print_first(report)


def watch_transcripts(
    settings: Settings, printer: BuildPrinter, goes_on: Callable[[], bool]
) -> None:
    """Publish what is saved, and print what became of it, for as long as `goes_on()` is true."""
    watcher = FolderWatcher(settings.transcripts, settings.state, printer.print_next)
    watcher.watch(goes_on)


def build_summary(report: BuildReport) -> str:
    """How much was built, in one line."""
    videos = len(report.changed) + report.unchanged
    what = (
        f"{len(report.changed)} of {videos} videos changed" if report.built else "Nothing changed"
    )
    sizes = f"{report.cues} cues in {report.passages} passages"
    return f"{what}: {sizes}, in {report.seconds:.1f} s (snapshot {report.id})."


def fault_lines(report: BuildReport) -> Iterator[str]:
    """A line for each fault, then what became of their videos; nothing where nothing is wrong."""
    yield from map(str, report.faults)
    if report.kept:
        yield f"Served as before, until the errors are mended: {', '.join(report.kept)}."
    if report.left_out:
        yield f"Not served, until the errors are mended: {', '.join(report.left_out)}."
