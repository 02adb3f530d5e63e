"""All commands, defined with click. Each is in a module of its own, which is loaded when it is needed.

Errors that a person can fix are printed on standard error, one line each; programs see them in the exit code.
"""

from importlib import import_module

import click
from click.shell_completion import CompletionItem

from showcase import __version__
from showcase.cli.exit_codes import ExitCode, exit_code_meanings
from showcase.cli.quiet_commands import quiet_option
from showcase.errors import ShowcaseError

__all__ = ["ExitCode", "main"]

# The command NAME is in the module NAME_command; these are what `showcase --help` lists.
COMMANDS = (
    "add", "backup", "check", "completion", "export", "index", "new", "restore", "search", "serve", "status",
    "undo",
)  # fmt: skip
# They answer without a look at the settings or the folder of transcripts.
_WITHOUT_SETTINGS = ("completion",)


class _CommandGroup(click.Group):
    """Commands that end with a line and an exit code for a ShowcaseError, not with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"showcase.cli.{cmd_name}_command"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may come next. Commands are named without a look into them, so that nobody waits for a Tab."""
        names = [name for name in COMMANDS if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*map(CompletionItem, names), *options]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was given."""
        try:
            return super().invoke(ctx)
        except ShowcaseError as error:
            click.echo(error, err=True)
            ctx.exit(ExitCode.ERROR)


def _exit_code_help() -> str:
    """What is below the list of commands: the exit codes, each a paragraph, and an example."""
    meanings = (f"{code.value}: {meaning}" for code, meaning in exit_code_meanings().items())
    return "\n\n".join(("Exit codes:", *meanings, "Example: showcase check --fix"))


@click.group(
    cls=_CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_exit_code_help(),
    params=[quiet_option()],
)
@click.version_option(__version__, prog_name="showcase")
@click.pass_context
def main(context: click.Context) -> None:
    """Show videos with their transcripts: read along, search what was said, link to the second.

    Settings are SHOWCASE_* variables; SHOWCASE_TRANSCRIPTS names the folder of the videos.
    """
    if context.invoked_subcommand in _WITHOUT_SETTINGS:
        return
    # Both take longer than to print a help text.
    from showcase.cli.stopped_changes import finish_stopped_changes  # noqa: PLC0415
    from showcase.settings import load_settings  # noqa: PLC0415

    context.obj = settings = load_settings()
    finish_stopped_changes(settings)
