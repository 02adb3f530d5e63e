"""The journal of changes: each is written whole or not at all, keeps what it replaces, and can be undone.

    <transcripts>/.showcase/staging-0007/   is being written; what a crash leaves is removed
    <transcripts>/.showcase/pending-0007/   is complete and is carried out; the next command goes on with it
    <transcripts>/.showcase/0007/           was carried out
    <transcripts>/.showcase/undo-0007/      is being taken back; the next command goes on with it
    <transcripts>/.showcase/trash-0007/     is being removed

In each: `change.json` (ChangeRecord), `new/` with the content to write, and `old/` with what it replaces,
both by the number of the file in the record. A folder changes its state by being renamed, which no crash can
halve.
"""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from showcase.errors import ShowcaseError
from showcase.store.atomic_files import file_sha256
from showcase.store.intake import file_steps as steps
from showcase.store.intake.refusal import IntakeError
from showcase.store.serialization import InvalidJsonError, from_json, to_json

# Hidden, so that nothing in it is taken for a video.
HISTORY_FOLDER = ".showcase"
_STAGING, _PENDING, _UNDO, _TRASH = "staging-", "pending-", "undo-", "trash-"
_RECORD, _NEW, _OLD = "change.json", "new", "old"
_NUMBER_DIGITS = 4


class LockedError(ShowcaseError):
    """Another command is changing the folder."""


class PlannedContent(NamedTuple):
    """What a file shall be.

    Attributes:
        path: from the folder of transcripts.
        data: its bytes, a file to copy, or None to remove it.
        seen: the SHA-256 of what is there, as the plan was made for it; "" for no file.
    """

    path: str
    data: bytes | Path | None
    seen: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that was changed; `before` and `after` are SHA-256 in hexadecimal digits, "" for no file."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A change of several files at once.

    Attributes:
        title: what was done, as `showcase undo` names it.
        files: what was changed.
        folders: that were made for it, from the folder of transcripts.
    """

    title: str
    files: tuple[FileChange, ...]
    folders: tuple[str, ...] = ()


def content_hash(path: Path) -> str:
    """The SHA-256 of a file, "" where there is none."""
    return file_sha256(path) if path.is_file() else ""


class ChangeJournal:
    """The journal in a folder of transcripts. Methods raise OSError where it cannot be read or written."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._history = root / HISTORY_FOLDER

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Let nobody else change anything meanwhile; LockedError where another command does."""
        descriptor = os.open(self._root, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            message = f"{self._root}: Another command is changing it: try again when it has ended"
            raise LockedError(message) from None
        finally:
            os.close(descriptor)

    def is_unfinished(self) -> bool:
        """True where a command was stopped in the middle of a change."""
        return any(self._folders(prefix) for prefix in (_STAGING, _PENDING, _UNDO, _TRASH))

    def finish(self) -> list[str]:
        """Finish what a stopped command has begun, under the lock. Returns a sentence for each thing done."""
        said: list[str] = []
        for folder in (*self._folders(_STAGING), *self._folders(_TRASH)):
            steps.remove_tree(folder)
        for folder in self._folders(_PENDING):
            said.append(f"A change that was stopped is finished: {_read(folder).title}.")
            said += self._carry_out(folder)
        for folder in self._folders(_UNDO):
            said.append(f"What was being taken back is taken back: {_read(folder).title}.")
            said += self._take_back(folder)
        steps.remove_empty_folder(self._history)
        return said

    def apply(
        self,
        title: str,
        contents: Sequence[PlannedContent],
        copied: steps.Copied | None = None,
    ) -> None:
        """Write files, all or none, under the lock.

        Args:
            title: what is done, as `showcase undo` names it.
            contents: the files.
            copied: is told how many bytes were copied since, as it goes on.

        Raises:
            ShowcaseError: somebody has changed one of them since the plan was made; nothing is written.
        """
        for content in contents:
            if content_hash(self._root / content.path) != content.seen:
                raise IntakeError(content.path, "It was changed meanwhile", "try again")
        self._carry_out(self._stage(title, contents, copied))

    def last(self) -> ChangeRecord | None:
        """The last change that was not taken back; None if there is none."""
        done = self._folders("")
        return _read(done[-1]) if done else None

    def changed_since(self, record: ChangeRecord) -> list[str]:
        """The files of a change that somebody has changed since; taking it back would lose that."""
        return [
            file.path for file in record.files if content_hash(self._root / file.path) != file.after
        ]

    def undo(self) -> None:
        """Take the last change back, under the lock; nothing of it may have been changed since."""
        folder = self._folders("")[-1]
        undone = self._history / f"{_UNDO}{folder.name}"
        steps.move(folder, undone)
        self._take_back(undone)
        steps.remove_empty_folder(self._history)

    def _folders(self, prefix: str) -> list[Path]:
        """The folders in one state, in order; "" is that of changes that were carried out."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._history))
        except (FileNotFoundError, NotADirectoryError):
            return []
        numbers = [name.removeprefix(prefix) for name in names if name.startswith(prefix)]
        return [
            self._history / f"{prefix}{number}"
            for number in sorted(filter(str.isdecimal, numbers), key=int)
        ]

    def _stage(
        self, title: str, contents: Sequence[PlannedContent], copied: steps.Copied | None
    ) -> Path:
        """Write everything that a change needs, and make it pending."""
        done = self._folders("")
        number = f"{int(done[-1].name) + 1 if done else 1:0{_NUMBER_DIGITS}}"
        staging = self._history / f"{_STAGING}{number}"
        steps.make_folder(staging / _NEW)
        steps.make_folder(staging / _OLD)
        files = tuple(self._stage_file(staging, n, each, copied) for n, each in enumerate(contents))
        record = ChangeRecord(title, files, self._missing_folders(contents))
        steps.write_bytes(staging / _RECORD, to_json(record))
        steps.sync_folder(staging)
        pending = self._history / f"{_PENDING}{number}"
        steps.move(staging, pending)
        steps.sync_folder(self._history)
        return pending

    def _stage_file(
        self, staging: Path, number: int, content: PlannedContent, copied: steps.Copied | None
    ) -> FileChange:
        new, old = staging / _NEW / str(number), staging / _OLD / str(number)
        if content.seen:
            steps.keep_file(self._root / content.path, old)
        if isinstance(content.data, Path):
            steps.copy_file(content.data, new, copied)
        elif content.data is not None:
            steps.write_bytes(new, content.data)
        if content.seen and content.data is not None:
            steps.copy_mode(self._root / content.path, new)
        return FileChange(content.path, content.seen, content_hash(new))

    def _missing_folders(self, contents: Sequence[PlannedContent]) -> tuple[str, ...]:
        parents = {str(Path(content.path).parent) for content in contents} - {"."}
        return tuple(sorted(name for name in parents if not (self._root / name).is_dir()))

    def _carry_out(self, folder: Path) -> list[str]:
        """Do what is not done yet of a pending change. Returns a sentence for each file left alone."""
        record = _read(folder)
        for name in record.folders:
            steps.make_folder(self._root / name)
        wanted = [file.after for file in record.files]
        left = self._settle(record.files, wanted, folder / _NEW, steps.move)
        self._mark_done(folder, record, left)
        return [_left_alone(file) for file in left]

    def _settle(
        self,
        files: Sequence[FileChange],
        wanted: Sequence[str],
        source: Path,
        put: Callable[[Path, Path], None],
    ) -> list[FileChange]:
        """Give each file its content before a change or after it; returns those that somebody changed since.

        Args:
            files: of the change.
            wanted: the SHA-256 of each, "" for no file.
            source: the folder of their contents, by number.
            put: takes a content and the path that it shall be at.
        """
        left = []
        for number, (file, content) in enumerate(zip(files, wanted, strict=True)):
            path = self._root / file.path
            now = content_hash(path)
            if now not in (file.before, file.after):
                left.append(file)
            elif now != content and content:
                put(source / str(number), path)
            elif now != content:
                steps.remove_file(path)
        return left

    def _mark_done(self, folder: Path, record: ChangeRecord, left: Sequence[FileChange]) -> None:
        for file in record.files:
            steps.sync_folder((self._root / file.path).parent)
        if left:
            # What was left alone stays as it is when the change is taken back; numbers are kept.
            files = tuple(
                replace(file, before=now, after=now) if file in left else file
                for file in record.files
                for now in (content_hash(self._root / file.path),)
            )
            record = replace(record, files=files)
            steps.remove_file(folder / f"{_RECORD}.new")
            steps.write_bytes(folder / f"{_RECORD}.new", to_json(record))
            steps.move(folder / f"{_RECORD}.new", folder / _RECORD)
        steps.move(folder, self._history / folder.name.removeprefix(_PENDING))
        steps.sync_folder(self._history)

    def _take_back(self, folder: Path) -> list[str]:
        """Bring back what a change replaced. Returns a sentence for each file that is left alone."""
        record = _read(folder)
        wanted = [file.before for file in record.files]
        left = self._settle(record.files, wanted, folder / _OLD, self._bring_back)
        for name in reversed(record.folders):
            steps.remove_empty_folder(self._root / name)
        self._throw_away(folder, record)
        return [_left_alone(file) for file in left]

    def _bring_back(self, old: Path, path: Path) -> None:
        beside = path.with_name(f".{path.name}.new")
        steps.make_folder(path.parent)
        steps.remove_file(beside)
        steps.keep_file(old, beside)
        steps.move(beside, path)

    def _throw_away(self, folder: Path, record: ChangeRecord) -> None:
        for file in record.files:
            steps.sync_folder((self._root / file.path).parent)
        trash = self._history / folder.name.replace(_UNDO, _TRASH)
        steps.move(folder, trash)
        steps.remove_tree(trash)


def _read(folder: Path) -> ChangeRecord:
    try:
        return from_json(ChangeRecord, (folder / _RECORD).read_bytes())
    except (InvalidJsonError, FileNotFoundError):
        fix = "remove this folder; what it kept cannot be brought back"
        raise IntakeError(folder, "It is damaged", fix) from None


def _left_alone(file: FileChange) -> str:
    return f"{file.path} was changed since, and is left as it is."
