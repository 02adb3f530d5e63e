"""A bar for the copying of large files, on a terminal alone."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from showcase.cli.quiet_commands import is_quiet

# Less is copied before anybody looks.
MIN_SHOWN_BYTES = 50_000_000


@contextmanager
def show_copies() -> Iterator[Callable[[int, int], None]]:
    """A function to call while files are copied: with how many bytes are done since, and of how many."""
    with ExitStack() as stack:
        yield _CopyBar(stack).update


class _CopyBar:
    """A bar that begins with the first bytes."""

    def __init__(self, stack: ExitStack) -> None:
        """Nothing is copied yet; the bar ends with the stack."""
        self._stack = stack
        self._update: Callable[[int], None] | None = None

    def update(self, count: int, total: int) -> None:
        """Show that so many more bytes of all are copied."""
        if total < MIN_SHOWN_BYTES or is_quiet() or not sys.stderr.isatty():
            return
        if self._update is None:
            bar = click.progressbar(length=total, label="Copying", file=sys.stderr)
            self._update = self._stack.enter_context(bar).update
        self._update(count)
