"""Takes back the last change for `showcase undo`."""

from collections.abc import Iterator
from functools import partial

from showcase.cli.questions import ask
from showcase.settings import Settings
from showcase.store.intake.change_history import check_writable, undo_last
from showcase.store.intake.journal import ChangeRecord


def run_undo(settings: Settings, *, yes: bool) -> bool:
    """Show the last change, ask, and take it back. Returns whether it was."""
    check_writable(settings.transcripts)
    return undo_last(settings.transcripts, partial(_confirm, yes=yes)) is not None


def _confirm(record: ChangeRecord, *, yes: bool) -> bool:
    return ask("Take it back?", undo_lines(record), yes=yes)


def undo_lines(record: ChangeRecord) -> Iterator[str]:
    """What is going to be taken back."""
    yield f"The last change {record.title}:"
    for file in record.files:
        if file.before == file.after:
            continue
        action = "comes back" if file.before else "goes"
        yield f"  {action:{len('comes back')}}  {file.path}"
