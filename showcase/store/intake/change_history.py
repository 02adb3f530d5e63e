"""The history of an archive: a change that was stopped is finished, and the last one is taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from showcase.errors import ShowcaseError
from showcase.resources import is_bundled
from showcase.store.intake.journal import ChangeJournal, ChangeRecord, LockedError
from showcase.store.intake.refusal import IntakeError

# Is asked whether to take back a change.
ConfirmUndo = Callable[[ChangeRecord], bool]


def check_writable(root: Path) -> None:
    """Nothing is ever written into the example that comes with an installed copy.

    Raises:
        ShowcaseError: `root` is that example, or no folder.
    """
    if is_bundled(root):
        fix = "set it to the folder of your videos; showcase new FOLDER makes one"
        name = "SHOWCASE_TRANSCRIPTS"
        raise IntakeError(name, "It is not set, so there is no folder to write to", fix)
    if not root.is_dir():
        raise IntakeError(root, "There is no such folder", f"make it with showcase new {root}")


def finish_changes(root: Path) -> list[str]:
    """Finish what a stopped command has begun. Returns a sentence for each thing that was done.

    Nothing is done where nothing is unfinished, or another command is at work.
    """
    journal = ChangeJournal(root)
    if is_bundled(root) or not journal.is_unfinished():
        return []
    try:
        with journal.lock():
            return journal.finish()
    except LockedError:
        return []


def undo_last(root: Path, confirm: ConfirmUndo) -> ChangeRecord | None:
    """Take the last change back.

    Args:
        root: the folder of transcripts.
        confirm: is asked first.

    Returns:
        What was taken back; None where the answer was no, or there was nothing.

    Raises:
        ShowcaseError: somebody has changed one of its files since, or there is nothing to take back.
    """
    journal = ChangeJournal(root)
    with journal.lock():
        journal.finish()
        record = journal.last()
        if record is None:
            raise IntakeError(None, "There is nothing to take back")
        if changed := journal.changed_since(record):
            lines = (f"{path}: It was changed since" for path in changed)
            advice = (
                "Nothing is taken back: keep your changes elsewhere, and put the files as they were"
            )
            raise ShowcaseError("\n".join((*lines, advice)))
        if not confirm(record):
            return None
        with named_write_errors(root):
            journal.undo()
        return record


@contextmanager
def named_write_errors(root: Path) -> Iterator[None]:
    """A full disk or a folder that is read-only is a sentence; what was begun, the next command finishes."""
    try:
        yield
    except OSError as error:
        place = error.filename or root
        raise IntakeError(place, f"It cannot be written ({error.strerror})") from error
