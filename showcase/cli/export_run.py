"""Exports the site for `showcase export`, and says what was written and what is not in it."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from showcase.app import create_app
from showcase.cli.build_output import build_or_keep
from showcase.cli.quiet_commands import is_quiet, say
from showcase.settings import Settings
from showcase.store.snapshots.library import Library
from showcase.store.static_site.export_folder import (
    ExportChanges,
    SiteDraft,
    draft_site,
    publish_draft,
    refuse_other_folder,
)
from showcase.store.static_site.listed_snapshot import ListedLibrary, listed_library
from showcase.web.static_site.address_rewriting import Base
from showcase.web.static_site.exported_site import write_site
from showcase.web.static_site.site_crawl import marker_url

# What hosts of plain files cannot do.
_LEFT_OUT = (
    "Not in it, because they need a server: oEmbed, the search of the API, quote cards and citations of "
    "single moments, other forms of words in searches."
)
_BYTES_PER_MEGABYTE = 1_000_000


@dataclass
class _WrittenFiles:
    """What was written; `size` is in bytes, `started` on the clock of time.monotonic()."""

    files: int = 0
    pages: int = 0
    size: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, name: str, size: int) -> None:
        self.files += 1
        self.pages += name.endswith(".html")
        self.size += size

    def __str__(self) -> str:
        seconds = time.monotonic() - self.started
        size = self.size / _BYTES_PER_MEGABYTE
        others = self.files - self.pages
        return f"{self.pages} pages and {others} other files, {size:.1f} MB, in {seconds:.1f} s"


def run_export(settings: Settings, folder: Path) -> ExportChanges:
    """Export the site to the address of the settings. Returns what became of the folder.

    Raises:
        ShowcaseError: the folder is not one for an export, or nothing can be published.
    """
    refuse_other_folder(folder)
    build_or_keep(settings)
    written = _WrittenFiles()
    library = Library(settings.transcripts, settings.state)
    try:
        instant = datetime.now(UTC)
        listed = listed_library(library.snapshot(), instant)
        with draft_site(folder) as draft:
            _write_draft(settings, listed, instant, _counted(draft, written))
            changes = publish_draft(draft, folder)
    finally:
        library.close()
    say("\n".join((f"{written}: {folder}", *_summary_lines(changes, listed), _LEFT_OUT)))
    for name in changes.kept:
        click.echo(_kept_line(name), err=True)
    return changes


_Write = Callable[[str, Iterable[bytes]], int]


def _counted(draft: SiteDraft, written: _WrittenFiles) -> _Write:
    def write(name: str, chunks: Iterable[bytes]) -> int:
        size = draft.write(name, chunks)
        written.add(name, size)
        return size

    return write


def _write_draft(
    settings: Settings, listed: ListedLibrary, instant: datetime, write: _Write
) -> None:
    base = Base(settings.url)
    asked = replace(settings, url=marker_url(base), hosts=())
    app = create_app(asked, listed, lambda: instant, is_static=True)
    with _report_progress() as progress:
        write_site(app, base, listed.snapshot(), write, progress)


@contextmanager
def _report_progress() -> Iterator[Callable[[str], None]]:
    """A function to call with each file: on a terminal it counts them in one line."""
    if is_quiet() or not sys.stderr.isatty():
        yield lambda _name: None
        return
    with click.progressbar(length=0, label="Writing", show_eta=False, file=sys.stderr) as bar:

        def show(_name: str) -> None:
            bar.length = (bar.length or 0) + 1
            bar.update(1)

        yield show


def _summary_lines(changes: ExportChanges, listed: ListedLibrary) -> Iterator[str]:
    if changes.removed:
        yield f"Removed, because the site does not have them any more: {len(changes.removed)} files."
    if listed.unlisted:
        names = ", ".join(video.slug for video in listed.unlisted)
        yield f"Not in it, because they are not listed: {names}."
    for video in listed.waiting:
        yield f"Not in it before {video.visibility.visible_from:%Y-%m-%d %H:%M %Z}: {video.slug}."


def _kept_line(name: str) -> str:
    return (
        f"{name}: This is not part of the site any more, but somebody has changed the file, so it is still "
        "there: remove it yourself."
    )
