"""Changes to a folder of transcripts: what is given is planned, checked and written, or taken back."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from showcase.errors import Fault, ShowcaseError
from showcase.resources import is_bundled
from showcase.store.intake.dry_run import check_plan
from showcase.store.intake.gathering import gather
from showcase.store.intake.journal import ChangeJournal, ChangeRecord, LockedError
from showcase.store.intake.player_page import PageFetcher
from showcase.store.intake.podcast_feed import FeedChoice
from showcase.store.intake.refusal import IntakeError
from showcase.store.intake.video_plan import IntakeOptions, IntakePlan, plan_intake

# Is asked whether to go on, with what would be done and what check would note.
Confirm = Callable[[IntakePlan, Sequence[Fault]], bool]
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


def add_sources(
    root: Path, sources: Sequence[str], options: IntakeOptions, confirm: Confirm
) -> IntakePlan:
    """Add what is given to a video.

    Args:
        root: the folder of transcripts.
        sources: addresses, files and folders.
        options: what the owner says.
        confirm: is asked before anything is written.

    Returns:
        The plan; where it changes nothing, nobody was asked.

    Raises:
        ShowcaseError: something cannot be read, is in doubt, or check would refuse it. Nothing is written.
    """
    journal = ChangeJournal(root)
    with tempfile.TemporaryDirectory(prefix="showcase-") as folder, journal.lock():
        journal.finish()
        choice = FeedChoice(options.title, options.slug)
        material = gather(sources, PageFetcher(Path(folder)).fetch, choice)
        try:
            plan = plan_intake(root, material, options)
        except ShowcaseError as error:
            lines = (*material.remarks, str(error))
            raise ShowcaseError("\n".join(lines)) from error
        checked = check_plan(plan.target, plan.contents)
        if checked.faults:
            raise ShowcaseError("\n".join(map(str, checked.faults)))
        if plan.change.changes_something and confirm(plan, checked.notes):
            title = f"added to {plan.change.slug}"
            title = f"made {plan.change.slug}" if plan.change.is_new else title
            with _named_write_errors(root):
                journal.apply(title, plan.contents)
            return plan
    return replace(plan, contents=())


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
        with _named_write_errors(root):
            journal.undo()
        return record


@contextmanager
def _named_write_errors(root: Path) -> Iterator[None]:
    """A full disk or a folder that is read-only is a sentence; what was begun, the next command finishes."""
    try:
        yield
    except OSError as error:
        place = error.filename or root
        raise IntakeError(place, f"It cannot be written ({error.strerror})") from error
