"""Reads a video as it would be, so that nothing is written that `showcase check` refuses."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from showcase.core.catalog.recordings import RECORDING_TYPES, extension
from showcase.errors import Fault
from showcase.store.ingest.folder_scan import scan_folders
from showcase.store.ingest.video_loader import load_video
from showcase.store.intake.journal import PlannedContent
from showcase.store.intake.video_target import VideoTarget


class DryRun(NamedTuple):
    """What `showcase check` would say that it does not say today: errors and notes."""

    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def check_plan(target: VideoTarget, contents: Sequence[PlannedContent]) -> DryRun:
    """Check what is planned.

    Args:
        target: the video as it is.
        contents: the files that are planned.
    """
    with tempfile.TemporaryDirectory(prefix="showcase-") as folder:
        before = _check(Path(folder) / "before", target, ())
        after = _check(Path(folder) / "after", target, contents)
    old_faults, old_notes = set(before.faults), set(before.notes)
    return DryRun(
        tuple(fault for fault in after.faults if fault not in old_faults),
        tuple(note for note in after.notes if note not in old_notes),
    )


def _check(root: Path, target: VideoTarget, contents: Sequence[PlannedContent]) -> DryRun:
    folder = root / target.name
    folder.mkdir(parents=True)
    for name in target.files:
        _stand_in(target.folder / name, folder / name)
    for content in contents:
        path = root / content.path
        path.unlink(missing_ok=True)
        if isinstance(content.data, Path):
            _stand_in(content.data, path)
        elif content.data is not None:
            path.write_bytes(content.data)
    found = scan_folders(root).folders
    loaded = [load_video(root, each) for each in found if each.has_video_toml()]
    return DryRun(
        tuple(fault for video in loaded for fault in video.faults),
        tuple(note for video in loaded for note in video.notes),
    )


def _stand_in(source: Path, path: Path) -> None:
    """A copy; of a recording, which may be large, a link."""
    if extension(path.name) in RECORDING_TYPES:
        path.symlink_to(source.resolve())
    else:
        shutil.copyfile(source, path)
