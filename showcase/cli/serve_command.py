"""The command `showcase serve`."""

import click

from showcase.cli.quiet_commands import QuietCommand
from showcase.listen_addresses import Bind, parse_bind
from showcase.settings import Settings


def _parse_bind_option(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> Bind | None:
    try:
        return parse_bind(text) if text else None
    except ValueError:
        message = f'{text!r} is not a host and a port, as in "127.0.0.1:8000".'
        raise click.BadParameter(message) from None


@click.command(cls=QuietCommand)
@click.option(
    "--bind",
    metavar="HOST:PORT",
    callback=_parse_bind_option,
    help="Where to listen, instead of SHOWCASE_BIND.",
)
@click.option(
    "--watch", is_flag=True, help="Publish what is saved in the folder of transcripts, at once."
)
@click.option("--dev", is_flag=True, help="Likewise, and restart when the program changes.")
@click.pass_obj
def serve(settings: Settings, *, bind: Bind | None, watch: bool, dev: bool) -> None:
    """Serve the showcase, and print the address to open.

    What has changed is built first. What has errors is served as it was before. Ctrl-C stops the server.

    Example: showcase serve --watch
    """
    # Half of the time that every other command takes to start.
    from showcase.cli.serve_run import run_server  # noqa: PLC0415

    run_server(settings, bind=bind, watch=watch, dev=dev)
