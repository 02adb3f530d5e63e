"""A bar while the videos of a folder are read, on a terminal alone."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from showcase.cli.quiet_commands import is_quiet

# Fewer are read before anybody looks.
MIN_SHOWN_VIDEOS = 5


@contextmanager
def show_videos() -> Iterator[Callable[[str, int], None]]:
    """A function to call for each video that is read: with its name, and how many there are."""
    with ExitStack() as stack:
        yield _VideoBar(stack).update


class _VideoBar:
    """A bar that begins with the first video."""

    def __init__(self, stack: ExitStack) -> None:
        """Nothing is read yet; the bar ends with the stack."""
        self._stack = stack
        self._update: Callable[[int], None] | None = None

    def update(self, _name: str, total: int) -> None:
        """Show that one more video of all is read."""
        if total < MIN_SHOWN_VIDEOS or is_quiet() or not sys.stderr.isatty():
            return
        if self._update is None:
            bar = click.progressbar(length=total, label="Reading", file=sys.stderr)
            self._update = self._stack.enter_context(bar).update
        self._update(1)
