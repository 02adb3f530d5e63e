"""Builds, and prints about it: the progress, what is wrong in the transcripts, and a summary."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from showcase.errors import ShowcaseError
from showcase.settings import Settings
from showcase.store.snapshots.builder import BuildReport, build_snapshot
from showcase.store.snapshots.library import can_serve


@contextmanager
def _report_progress(transcripts: Path) -> Iterator[Callable[[str], None]]:
    """A function to call at each step of a build: it moves a bar on a terminal, else it prints a line."""
    if not sys.stderr.isatty():
        yield partial(click.echo, err=True)
        return
    # Each video is read and then indexed; one that did not change is skipped, so the bar may jump.
    steps = 2 * sum(1 for path in transcripts.glob("*") if path.is_dir())
    with click.progressbar(length=steps, item_show_func=lambda step: step, file=sys.stderr) as bar:
        yield partial(bar.update, 1)
        bar.update(steps)


def build_with_progress(settings: Settings, *, force: bool = False) -> BuildReport:
    """Build with a progress bar, and print what is wrong in the transcripts."""
    with _report_progress(settings.transcripts) as progress:
        report = build_snapshot(
            settings.transcripts, settings.state, progress=progress, force=force
        )
    for line in fault_lines(report):
        click.echo(line, err=True)
    return report


def build_or_keep(settings: Settings) -> None:
    """Build what has changed; where that fails, what was published before is served.

    Raises:
        ShowcaseError: there is nothing to serve.
    """
    try:
        build_with_progress(settings)
    except ShowcaseError as error:
        if not can_serve(settings.transcripts, settings.state):
            raise
        click.echo(error, err=True)
        click.echo("What was published before is served.", err=True)


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
