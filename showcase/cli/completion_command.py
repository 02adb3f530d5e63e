"""The command `showcase completion`."""

import click
from click.shell_completion import get_completion_class

from showcase.cli.quiet_commands import QuietCommand

_SHELLS = ("bash", "zsh", "fish")
# Set by the shell while it asks what could come next; click reads it.
_VARIABLE = "_SHOWCASE_COMPLETE"


@click.command(cls=QuietCommand)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script for Tab to complete commands in a SHELL.

    bash: add eval "$(showcase completion bash)" to ~/.bashrc

    zsh: add eval "$(showcase completion zsh)" to ~/.zshrc

    fish: showcase completion fish > ~/.config/fish/completions/showcase.fish

    Example: showcase completion bash
    """
    if writer := get_completion_class(shell):
        click.echo(writer(context.find_root().command, {}, "showcase", _VARIABLE).source())
