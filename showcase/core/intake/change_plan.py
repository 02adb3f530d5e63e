"""A plan of changes: what is written, kept, replaced or removed, before anything is touched."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What happens to a file or key; the value is the word that is printed."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    REPLACED = "replaced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """What happens to a file.

    Attributes:
        path: from the folder of transcripts: "harvest-talk/captions.en.vtt".
        action: what happens.
        reason: why, or where it comes from, without a period; "" where that is plain.
    """

    path: str
    action: Action
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlannedKey:
    """What happens to a key of video.toml.

    Attributes:
        key: its name.
        action: what happens.
        value: that is written, or that is there and stays; "" for one that goes.
        reason: why, or where the value comes from; "" where that is plain.
    """

    key: str
    action: Action
    value: object = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """What a command is going to do.

    Attributes:
        slug: of the video.
        is_new: the video is not there yet.
        files: in the order in which they are printed.
        keys: of video.toml.
        doubts: sentences on what the owner should look at.
        remarks: sentences on what is left out or kept by rule.
    """

    slug: str
    is_new: bool
    files: tuple[PlannedFile, ...]
    keys: tuple[PlannedKey, ...] = ()
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def changes_something(self) -> bool:
        """False where everything is there already."""
        return any(file.action is not Action.KEPT for file in self.files)


def plan_keys(
    present: Mapping[str, object],
    offered: Mapping[str, object],
    asked: Collection[str] = (),
) -> list[PlannedKey]:
    """Which keys are written: what a person wrote stays.

    Args:
        present: the keys of video.toml with their values, in its order.
        offered: what was found for each key; empty values are no offers.
        asked: keys that the owner asks to replace.
    """
    plan = []
    for key, value in offered.items():
        if value in ("", 0, (), None):
            continue
        if key not in present:
            plan.append(PlannedKey(key, Action.NEW, value))
        elif present[key] == value or key not in asked:
            plan.append(PlannedKey(key, Action.KEPT, present[key]))
        else:
            plan.append(PlannedKey(key, Action.REPLACED, value))
    return plan
