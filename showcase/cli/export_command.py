"""The command `showcase export`."""

from dataclasses import replace
from pathlib import Path

import click

from showcase.cli.exit_codes import ExitCode
from showcase.cli.quiet_commands import QuietCommand
from showcase.settings import Settings
from showcase.site_addresses import parse_site_url


def _parse_base_url(_context: click.Context, _option: click.Parameter, text: str | None) -> str:
    try:
        return parse_site_url(text) if text else ""
    except ValueError:
        message = f'{text!r} is no address of a site, as in "https://me.github.io/archive/".'
        raise click.BadParameter(message) from None


@click.command(cls=QuietCommand)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--base-url",
    metavar="URL",
    callback=_parse_base_url,
    help="Where the site is going to be, instead of SHOWCASE_URL.",
)
@click.pass_obj
def export(settings: Settings, *, folder: Path, base_url: str) -> None:
    """Write the whole site into FOLDER as plain files.

    A host of such files runs no programs: GitHub Pages, Netlify, a USB stick.

    FOLDER must be new, empty, or one that an export has written, which is brought up to date: what is not
    published any more is removed. Videos that are not listed, or whose time has not come, are not in it.

    Example: showcase export ../site --base-url https://me.github.io/archive/
    """
    from showcase.cli.export_run import run_export  # noqa: PLC0415 - what a help text does not need

    settings = _with_base(settings, base_url)
    if run_export(settings, folder.expanduser().absolute()).kept:
        click.get_current_context().exit(ExitCode.ERROR)


def _with_base(settings: Settings, base_url: str) -> Settings:
    if base_url or settings.url:
        return replace(settings, url=base_url or settings.url)
    message = (
        "Say where the site is going to be: --base-url https://me.github.io/archive/, or "
        "--base-url http://localhost:8000/ for a USB stick."
    )
    raise click.UsageError(message)
