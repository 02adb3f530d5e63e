"""What a stopped `add`, `undo` or `check --fix` has begun, and the next command finishes."""

import click

from showcase.errors import ShowcaseError
from showcase.settings import Settings
from showcase.store.intake.change_history import finish_changes


def finish_stopped_changes(settings: Settings) -> None:
    """Finish what a stopped command has begun, so that no half of it is read."""
    try:
        for line in finish_changes(settings.transcripts):
            click.echo(line, err=True)
    except (OSError, ShowcaseError) as error:
        message = "A change of it is half done, and could not be finished"
        click.echo(f"{settings.transcripts}: {message} ({error})", err=True)
