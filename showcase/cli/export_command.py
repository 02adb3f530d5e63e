"""The command `showcase export`."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from showcase.cli.build_output import build_or_keep
from showcase.settings import Settings, parse_site_url
from showcase.store.snapshots.library import Library
from showcase.store.static_site.export_folder import (
    ExportChanges,
    SiteDraft,
    draft_site,
    publish_draft,
    refuse_other_folder,
)
from showcase.store.static_site.listed_snapshot import ListedLibrary, listed_library

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


def _parse_base_url(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    try:
        return parse_site_url(text) if text else ""
    except ValueError:
        message = f'{text!r} is no address of a site, as in "https://me.github.io/archive/".'
        raise click.BadParameter(message) from None


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--base-url",
    metavar="URL",
    callback=_parse_base_url,
    help="Where the site is going to be, instead of SHOWCASE_URL.",
)
@click.pass_obj
def export(settings: Settings, /, *, folder: Path, base_url: str) -> None:
    """Write the whole site into FOLDER as files, for a host that runs no programs.

    FOLDER must be new, empty, or one that an export has written, which is brought up to date: what is not
    published any more is removed. Videos that are not listed, or whose time has not come, are not in it.
    """
    settings = _with_base(settings, base_url)
    folder = folder.expanduser().absolute()
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
    click.echo("\n".join((f"{written}: {folder}", *_summary_lines(changes, listed), _LEFT_OUT)))
    _tell_kept(changes)


def _with_base(settings: Settings, base_url: str) -> Settings:
    if base_url or settings.url:
        return replace(settings, url=base_url or settings.url)
    message = (
        "Say where the site is going to be: --base-url https://me.github.io/archive/, or "
        "--base-url http://localhost:8000/ for a USB stick."
    )
    raise click.UsageError(message)


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
    # Half of the time that every other command takes to start.
    from showcase.app import create_app  # noqa: PLC0415
    from showcase.web.static_site.address_rewriting import Base  # noqa: PLC0415
    from showcase.web.static_site.exported_site import write_site  # noqa: PLC0415
    from showcase.web.static_site.site_crawl import marker_url  # noqa: PLC0415

    base = Base(settings.url)
    asked = replace(settings, url=marker_url(base), hosts=())
    app = create_app(asked, listed, lambda: instant, is_static=True)
    with _report_progress() as progress:
        write_site(app, base, listed.snapshot(), write, progress)


@contextmanager
def _report_progress() -> Iterator[Callable[[str], None]]:
    """A function to call with each file: on a terminal it counts them in one line."""
    if not sys.stderr.isatty():
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


def _tell_kept(changes: ExportChanges) -> None:
    """Name what was not removed; the exit code is 1 then, because somebody must look at it."""
    for name in changes.kept:
        message = (
            f"{name}: This is not part of the site any more, but somebody has changed the file, so it is "
            "still there: remove it yourself."
        )
        click.echo(message, err=True)
    if changes.kept:
        click.get_current_context().exit(1)
