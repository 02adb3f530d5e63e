"""The command `showcase status`: what is served since when, and what is wrong."""

import click

from showcase.cli.quiet_commands import QuietCommand
from showcase.settings import Settings


@click.command(cls=QuietCommand)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with all notes.")
@click.option(
    "--token",
    "new_token",
    is_flag=True,
    help="Make a new token for the status page instead, and print it.",
)
@click.pass_obj
def status(settings: Settings, *, as_json: bool, new_token: bool) -> None:
    """Print what is served since when, and what is wrong.

    It prints what the status page shows, and reads no transcripts: it says what the last build has found.
    With --token, the status page can be opened at the public address, too; a token that was made before is
    no longer taken.

    Example: showcase status
    """
    # What a help text does not need.
    from showcase.cli.status_output import print_status  # noqa: PLC0415
    from showcase.store.status.access_token import make_token  # noqa: PLC0415
    from showcase.store.status.summary import read_status  # noqa: PLC0415

    if new_token:
        click.echo(make_token(settings.state))
    else:
        print_status(read_status(settings.state), as_json=as_json)
