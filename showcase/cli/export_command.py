"""The command `showcase export`."""

import time
from collections.abc import Callable, Iterator
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

# What a host of plain files cannot do.
_LEFT_OUT = (
    "Not in it, because they need a server: oEmbed, the search of the API, quote cards and citations of single "
    "moments, and the search for quotes that are not exact."
)
_BYTES_PER_MEGABYTE = 1_000_000


@dataclass
class _Count:
    """What was written."""

    files: int = 0
    pages: int = 0
    size: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, name: str, size: int) -> None:
        self.files += 1
        self.pages += name.endswith(".html")
        self.size += size


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
def export(settings: Settings, *, folder: Path, base_url: str) -> None:
    """Write the whole site into FOLDER, as files for a host without programs.

    FOLDER must be new, empty, or of an export before, which is brought up to date: what is not published any
    more is removed from it. What has changed in the transcripts is built first.

    \b
    Example:
      showcase export ../site --base-url https://me.github.io/archive/
    """
    base_url = base_url or settings.url
    if not base_url:
        message = (
            "Say where the site is going to be: --base-url https://me.github.io/archive/ "
            "(for a USB stick: --base-url http://localhost:8000/)."
        )
        raise click.UsageError(message)
    folder = folder.expanduser().absolute()
    refuse_other_folder(folder)
    build_or_keep(settings)
    library = Library(settings.transcripts, settings.state)
    instant = datetime.now(UTC)
    try:
        listed = listed_library(library.snapshot(), instant)
        count = _Count()
        with draft_site(folder) as draft:
            _write_draft(settings, base_url, listed, instant, draft, count)
            changes = publish_draft(draft, folder)
    finally:
        library.close()
    click.echo("\n".join(_summary(folder, count, changes, listed)))
    for name in changes.kept:
        click.echo(_kept_line(name), err=True)
    if changes.kept:
        click.get_current_context().exit(1)


def _write_draft(
    settings: Settings,
    base_url: str,
    listed: ListedLibrary,
    instant: datetime,
    draft: SiteDraft,
    count: _Count,
) -> None:
    # Half of the time that every other command takes to start.
    from showcase.app import create_app  # noqa: PLC0415
    from showcase.web.static_site.address_rewriting import Base  # noqa: PLC0415
    from showcase.web.static_site.exported_site import write_site  # noqa: PLC0415
    from showcase.web.static_site.site_crawl import marker_url  # noqa: PLC0415

    base = Base(base_url)
    asked = replace(settings, url=marker_url(base), hosts=())
    app = create_app(asked, listed, lambda: instant, is_static=True)

    def write(name: str, chunks: "Iterator[bytes]") -> int:
        size = draft.write(name, chunks)
        count.add(name, size)
        return size

    with _report_progress() as progress:
        write_site(app, base, listed.snapshot(), write, progress)


@contextmanager
def _report_progress() -> Iterator[Callable[[str], None]]:
    yield lambda _: None


def _summary(
    folder: Path, count: _Count, changes: ExportChanges, listed: ListedLibrary
) -> Iterator[str]:
    seconds = time.monotonic() - count.started
    size = count.size / _BYTES_PER_MEGABYTE
    yield (
        f"{count.pages} pages and {count.files - count.pages} other files, {size:.1f} MB, "
        f"in {seconds:.1f} s: {folder}"
    )
    if changes.removed:
        yield f"Removed, because the site does not have them any more: {len(changes.removed)} files."
    if listed.unlisted:
        names = ", ".join(video.slug for video in listed.unlisted)
        yield f"Not in it, because they are not listed: {names}."
    for video in listed.waiting:
        yield f"Not in it before {video.visibility.visible_from:%Y-%m-%d %H:%M %Z}: {video.slug}."
    yield _LEFT_OUT


def _kept_line(name: str) -> str:
    return (
        f"{name}: This is not part of the site any more, but somebody has changed the file, so it is still "
        "there: remove it yourself."
    )
