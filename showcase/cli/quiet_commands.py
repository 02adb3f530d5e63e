"""Commands that can be told to be quiet: errors, and what was asked for, are printed all the same."""

from typing import Any

import click

_META_KEY = "showcase.quiet"


def _set_quiet(context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001
    """Each of `showcase --quiet index` and `showcase index --quiet` is enough."""
    context.meta[_META_KEY] = value or is_quiet(context)


def is_quiet(context: click.Context | None = None) -> bool:
    """Was the command that runs told to be quiet? False where none runs."""
    context = context or click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(_META_KEY))


def say(text: object, *, err: bool = False) -> None:
    """Print what a quiet command leaves out."""
    if not is_quiet():
        click.echo(text, err=err)


def quiet_option() -> click.Option:
    """The option --quiet, which no command takes as an argument."""
    return click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_set_quiet,
        help="Print only errors, and what was asked for.",
    )


class QuietCommand(click.Command):
    """A command with the option --quiet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - what click.Command takes
        super().__init__(*args, **kwargs)
        self.params.append(quiet_option())
