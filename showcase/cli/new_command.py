"""The command `showcase new`."""

import shlex
from pathlib import Path

import click

from showcase.cli.quiet_commands import QuietCommand, say


@click.command(cls=QuietCommand)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new(folder: Path) -> None:
    """Start an archive of your own in a new or empty FOLDER.

    It gets a site.toml with every key in comments, and a sample of a video's folder.

    Example: showcase new ~/archive
    """
    # What a help text does not need.
    from showcase.store.intake.starter_archive import SAMPLE_FOLDER, make_archive  # noqa: PLC0415

    make_archive(folder)
    say(
        f"{folder} is an archive with a sample, {SAMPLE_FOLDER}: remove that when you have your own."
    )
    say("Next:")
    say(f"  export SHOWCASE_TRANSCRIPTS={shlex.quote(str(folder.absolute()))}")
    say("  showcase add VIDEO_OR_ADDRESS CAPTIONS")
