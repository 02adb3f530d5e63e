"""Brings a backup back: the folder of transcripts becomes what it was. `showcase undo` takes that back."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from showcase.errors import Fault, ShowcaseError
from showcase.store.backup.backup_file import (
    RESTORE_PREFIX,
    SavedFile,
    list_files,
    unpack_backup,
)
from showcase.store.intake import file_steps as steps
from showcase.store.intake.change_history import named_write_errors
from showcase.store.intake.journal import ChangeJournal, PlannedContent, content_hash

_WITHDRAWAL_KEY = b"withdrawn"


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What bringing a backup back would do; paths are from the folder of transcripts.

    Attributes:
        added: files that are not there now.
        changed: files that are another now.
        removed: files that are not in the backup.
        same: how many files are as they were.
        republished: files of settings that withdraw something now, and did not in the backup.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: int
    republished: tuple[str, ...]

    @property
    def changes_something(self) -> bool:
        """False where the folder is what it was."""
        return bool(self.added or self.changed or self.removed)


ConfirmRestore = Callable[[RestorePlan], bool]


def restore_backup(
    root: Path, source: BinaryIO, place: str, confirm: ConfirmRestore
) -> RestorePlan | None:
    """Make a folder of transcripts what it was when a backup was written.

    Args:
        root: the folder; it may be empty.
        source: the bytes of the backup.
        place: its name, for errors and for `showcase undo`.
        confirm: is asked before anything is changed.

    Returns:
        What was done; None where the answer was no.

    Raises:
        ShowcaseError: the backup cannot be used, or the folder not be written. Nothing is changed.
    """
    journal = ChangeJournal(root)
    with journal.lock(), named_write_errors(root):
        journal.finish()
        _remove_leftovers(root)
        with tempfile.TemporaryDirectory(prefix=RESTORE_PREFIX, dir=root) as folder:
            saved = unpack_backup(source, place, Path(folder))
            here = {name: content_hash(root / name) for name in list_files(root)}
            _refuse_conflicts(root, saved)
            plan = _plan(root, saved, here)
            if plan.changes_something:
                if not confirm(plan):
                    return None
                journal.apply(f"brought back {place}", _contents(plan, saved, here))
                _finish_times_and_folders(root, plan, saved)
    return plan


def _remove_leftovers(root: Path) -> None:
    """Remove what a command that was stopped has unpacked."""
    for folder in root.glob(f"{RESTORE_PREFIX}*"):
        shutil.rmtree(folder)


def _refuse_conflicts(root: Path, saved: Mapping[str, SavedFile]) -> None:
    """A file cannot take the place of a folder, nor a folder that of a file."""
    for name in saved:
        parents = [root / parent for parent in Path(name).parents]
        in_the_way = [path for path in parents if path.exists() and not path.is_dir()]
        if (root / name).is_dir():
            in_the_way.append(root / name)
        for path in in_the_way:
            message = "What is there is a file and was a folder, or the other way round"
            raise ShowcaseError(str(Fault(str(path), message, "move it elsewhere")))


def _plan(root: Path, saved: Mapping[str, SavedFile], here: Mapping[str, str]) -> RestorePlan:
    both = [name for name in saved if name in here]
    changed = tuple(name for name in both if saved[name].sha256 != here[name])
    return RestorePlan(
        added=tuple(name for name in saved if name not in here),
        changed=changed,
        removed=tuple(name for name in here if name not in saved),
        same=len(both) - len(changed),
        republished=tuple(
            name for name in changed if _withdraws_less(saved[name].path, root / name)
        ),
    )


def _withdraws_less(then: Path, now: Path) -> bool:
    """True where settings say `withdrawn` somewhere that they did not in the backup."""
    return now.suffix == ".toml" and bool(_withdrawals(now) - _withdrawals(then))


def _withdrawals(file: Path) -> Counter[bytes]:
    lines = (line.strip() for line in file.read_bytes().splitlines())
    return Counter(line for line in lines if line.startswith(_WITHDRAWAL_KEY))


def _contents(
    plan: RestorePlan, saved: Mapping[str, SavedFile], here: Mapping[str, str]
) -> list[PlannedContent]:
    removed = [PlannedContent(name, None, here[name]) for name in plan.removed]
    written = [
        PlannedContent(name, saved[name].path, here.get(name, ""))
        for name in (*plan.added, *plan.changed)
    ]
    return removed + written


def _finish_times_and_folders(
    root: Path, plan: RestorePlan, saved: Mapping[str, SavedFile]
) -> None:
    for name in (*plan.added, *plan.changed):
        os.utime(root / name, ns=(saved[name].mtime_ns, saved[name].mtime_ns))
    parents = {parent for name in plan.removed for parent in Path(name).parents} - {Path()}
    for folder in sorted(parents, key=lambda path: len(path.parts), reverse=True):
        steps.remove_empty_folder(root / folder)
