"""What `showcase add` does that takes long: a line or a bar, on a terminal alone."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from showcase.cli.questions import print_lines
from showcase.cli.quiet_commands import is_quiet
from showcase.store.intake.changes import IntakeProgress

# Less is copied before anybody looks.
MIN_SHOWN_BYTES = 50_000_000


@contextmanager
def show_intake() -> Iterator[IntakeProgress]:
    """What is to be told of what takes long."""
    with ExitStack() as stack:
        yield IntakeProgress(_show_address, _CopyBar(stack).update)


def _is_shown() -> bool:
    return sys.stderr.isatty() and not is_quiet()


def _show_address(address: str) -> None:
    """The page at an address may take half a minute."""
    if _is_shown():
        print_lines([f"Asking {address} …"], err=True)


class _CopyBar:
    """A bar that begins with the first bytes."""

    def __init__(self, stack: ExitStack) -> None:
        """Nothing is copied yet; the bar ends with the stack."""
        self._stack = stack
        self._update: Callable[[int], None] | None = None

    def update(self, count: int, total: int) -> None:
        """Show that so many more bytes of all are copied."""
        if total < MIN_SHOWN_BYTES or not _is_shown():
            return
        if self._update is None:
            bar = click.progressbar(length=total, label="Copying", file=sys.stderr)
            self._update = self._stack.enter_context(bar).update
        self._update(count)
