"""A plan that is being made: files, keys, and what is said."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from showcase.core.intake.change_plan import Action, PlannedFile, PlannedKey
from showcase.store.intake.journal import PlannedContent
from showcase.store.intake.video_target import VideoTarget


def bytes_hash(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@dataclass(slots=True)
class PlanDraft:
    """The parts of a plan.

    Attributes:
        target: the video.
        files, keys: what happens to them, in the order in which they are printed.
        gone: the names of files that go, unless something is still written under their names.
        contents: what is written.
        doubts, remarks: sentences for the owner.
    """

    target: VideoTarget
    files: list[PlannedFile] = field(default_factory=list)
    keys: list[PlannedKey] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    contents: list[PlannedContent] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def write(self, name: str, data: bytes | Path, reason: str) -> None:
        """Plan a file; one of this name that is there is replaced."""
        self._stay(name)
        action = Action.REPLACED if name in self.target.files else Action.NEW
        self._add(name, action, reason)
        self._add_content(name, data)

    def write_text(self, name: str, text: str) -> None:
        """Plan a text file; one that says the same is kept."""
        data = text.encode()
        if self.target.files.get(name) == bytes_hash(data):
            self.keep(name, "")
            return
        self._add(name, Action.CHANGED if name in self.target.files else Action.NEW, "")
        self._add_content(name, data)

    def keep(self, name: str, reason: str) -> None:
        """Say that a file stays as it is."""
        self._stay(name)
        self._add(name, Action.KEPT, reason)

    def keep_key(self, key: str, value: object, reason: str) -> None:
        """Say that a key stays as it is."""
        self.keys.append(PlannedKey(key, Action.KEPT, value, reason))

    def remove_gone(self) -> None:
        """Plan the removal of the files that go."""
        for name in self.gone:
            self._add(name, Action.REMOVED, "kept for showcase undo")
            self._add_content(name, None)

    def taken_names(self) -> set[str]:
        """The names of what stays or is written."""
        planned = {Path(content.path).name for content in self.contents}
        return planned | {name for name in self.target.files if name not in self.gone}

    def _stay(self, name: str) -> None:
        self.gone = [each for each in self.gone if each != name]

    def _add(self, name: str, action: Action, reason: str) -> None:
        planned = PlannedFile(f"{self.target.name}/{name}", action, reason)
        if planned not in self.files:
            self.files.append(planned)

    def _add_content(self, name: str, data: bytes | Path | None) -> None:
        seen = self.target.files.get(name, "")
        self.contents.append(PlannedContent(f"{self.target.name}/{name}", data, seen))
