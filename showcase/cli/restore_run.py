"""Brings a backup back for `showcase restore`."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from showcase.cli.questions import ask
from showcase.errors import Fault, ShowcaseError
from showcase.settings import Settings
from showcase.store.backup.restoration import RestorePlan, restore_backup
from showcase.store.intake.change_history import check_writable

_STANDARD_INPUT = "-"
# Of each kind of change, this many files are named.
_MAX_FILES_SHOWN = 20


def run_restore(settings: Settings, file: str, *, yes: bool) -> RestorePlan | None:
    """Show what a backup would change, ask, and bring it back. Returns None where the answer was no."""
    check_writable(settings.transcripts)
    with _open_file(file) as source:
        return restore_backup(settings.transcripts, source, file, partial(_confirm, yes=yes))


@contextmanager
def _open_file(name: str) -> Iterator[BinaryIO]:
    if name == _STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        message = f"It cannot be read ({error.strerror})"
        raise ShowcaseError(str(Fault(name, message))) from error


def _confirm(plan: RestorePlan, *, yes: bool) -> bool:
    return ask("Bring it back?", _plan_lines(plan), yes=yes)


def _plan_lines(plan: RestorePlan) -> Iterator[str]:
    for action, names in (
        ("comes back", plan.added),
        ("becomes what it was", plan.changed),
        ("goes", plan.removed),
    ):
        yield from _file_lines(action, names)
    yield f"As it was: {plan.same}"
    for name in plan.republished:
        yield f"{name}: It withdraws something now, and did not then: withdraw that again afterwards"


def _file_lines(action: str, names: Sequence[str]) -> Iterator[str]:
    for name in names[:_MAX_FILES_SHOWN]:
        yield f"  {action}  {name}"
    if len(names) > _MAX_FILES_SHOWN:
        yield f"  {action}  … and {len(names) - _MAX_FILES_SHOWN} more"
