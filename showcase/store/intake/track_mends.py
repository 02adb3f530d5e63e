"""Mends the caption files of an archive: it is planned for all of them, and written at once."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from showcase.errors import Fault, ShowcaseError
from showcase.store.captions.mended_captions import MendedCaptions, mend_captions
from showcase.store.captions.rejection import MAX_CAPTION_FILE_BYTES
from showcase.store.ingest.file_guard import find_refusal
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder, scan_folders
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.track_files import find_track_files, read_options
from showcase.store.ingest.track_names import TrackFile
from showcase.store.ingest.video_toml import TrackToml, VideoToml, read_video_toml
from showcase.store.intake.change_history import named_write_errors
from showcase.store.intake.journal import ChangeJournal, PlannedContent
from showcase.store.intake.toml_offsets import remove_offsets


class MendedText(NamedTuple):
    """A file that is changed.

    Attributes:
        path: from the folder of transcripts.
        mends: what is mended, as MendedCaptions names it.
        before, after: its text, with line feeds.
    """

    path: str
    mends: tuple[str, ...]
    before: str
    after: str


class UnmendedText(NamedTuple):
    """A file that is not changed although something in it is odd; `reason` is without a period."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class MendPlan:
    """What is to be written.

    Attributes:
        mended: the files that change, in the order of their names.
        unmended: those that do not, though something in them is odd.
        contents: what is written.
    """

    mended: tuple[MendedText, ...] = ()
    unmended: tuple[UnmendedText, ...] = ()
    contents: tuple[PlannedContent, ...] = ()


class _TrackResult(NamedTuple):
    """A caption file after it was mended; `data` is what it held."""

    file: TrackFile
    data: bytes
    result: MendedCaptions


ConfirmMends = Callable[[MendPlan], bool]
Progress = Callable[[str, int], None]


def mend_tracks(root: Path, confirm: ConfirmMends, progress: Progress) -> MendPlan:
    """Mend all caption files of a folder of transcripts.

    Args:
        root: the folder of transcripts.
        confirm: is asked before anything is written, if there is something to write.
        progress: is told the name of each folder of a video before it is read, and how many there are.

    Returns:
        What was written; `contents` is empty where nothing was.

    Raises:
        ShowcaseError: a file was changed meanwhile, or another command is at work. Nothing is written.
    """
    journal = ChangeJournal(root)
    with journal.lock():
        journal.finish()
        plan = plan_mends(root, progress)
        if not plan.contents or not confirm(plan):
            return MendPlan(plan.mended, plan.unmended)
        with named_write_errors(root):
            journal.apply(_title(plan), plan.contents)
        return plan


def _title(plan: MendPlan) -> str:
    videos = list(dict.fromkeys(text.path.partition("/")[0] for text in plan.mended))
    return f"mended {videos[0]}" if len(videos) == 1 else f"mended {len(videos)} videos"


def plan_mends(root: Path, progress: Progress) -> MendPlan:
    """What can be mended in a folder of transcripts; nothing is written."""
    folders = [folder for folder in scan_folders(root).folders if folder.has_video_toml()]
    plans = []
    for folder in folders:
        progress(folder.name, len(folders))
        plans.append(_plan_video(root, folder))
    return MendPlan(
        tuple(chain.from_iterable(plan.mended for plan in plans)),
        tuple(chain.from_iterable(plan.unmended for plan in plans)),
        tuple(chain.from_iterable(plan.contents for plan in plans)),
    )


def _plan_video(root: Path, folder: VideoFolder) -> MendPlan:
    """What can be mended in the folder of a video; of one that is withdrawn, nothing is read."""
    name = f"{folder.name}/{VIDEO_TOML}"
    if isinstance(read_text_file(root, name), Fault):
        return MendPlan(unmended=(UnmendedText(folder.name, _BROKEN_TOML),))
    raw = (root / name).read_bytes()
    toml = read_video_toml(raw.decode("utf-8-sig"), name)
    if toml.faults or not toml.values:
        return MendPlan(unmended=(UnmendedText(folder.name, _BROKEN_TOML),))
    if toml.values.withdrawn is True:
        return MendPlan()
    found = list(_mend_files(root, folder, toml.values))
    mends = _VideoMends(folder.name, toml.values, raw, is_link=(root / name).is_symlink())
    return mends.plan(found)


_BROKEN_TOML = "video.toml has an error, and it may be about the tracks"


def _mend_files(root: Path, folder: VideoFolder, toml: VideoToml) -> Iterator[_TrackResult]:
    files, _ = find_track_files(folder.name, [file.name for file in folder.files])
    for file in files:
        path = root / folder.name / file.name
        try:
            yield _mend_file(root, path, file, toml)
        except OSError as error:
            yield _TrackResult(
                file, b"", MendedCaptions(None, reason=f"it cannot be read ({error.strerror})")
            )


def _mend_file(root: Path, path: Path, file: TrackFile, toml: VideoToml) -> _TrackResult:
    if path.is_symlink():
        return _TrackResult(file, b"", MendedCaptions(None, reason="it is a link to another file"))
    if refusal := find_refusal(root, path, MAX_CAPTION_FILE_BYTES):
        return _TrackResult(file, b"", MendedCaptions(None, reason=refusal.message))
    data = path.read_bytes()
    options = read_options(file, toml.tracks.get(file.name, TrackToml()), toml)
    return _TrackResult(file, data, mend_captions(data, f"{path.parent.name}/{file.name}", options))


class _VideoMends:
    """The plan for a video: its caption files, and the offsets that go out of its video.toml with them."""

    def __init__(self, name: str, toml: VideoToml, raw_toml: bytes, *, is_link: bool) -> None:
        self._name = name
        self._toml = toml
        self._raw_toml = raw_toml
        self._is_link = is_link
        self._toml_text = raw_toml.decode()
        self._mended: list[MendedText] = []
        self._unmended: list[UnmendedText] = []
        self._contents: list[PlannedContent] = []

    def plan(self, found: Iterable[_TrackResult]) -> MendPlan:
        """The plan for what was found."""
        for track in found:
            self._add(track)
        if self._toml_text != self._raw_toml.decode():
            self._write(VIDEO_TOML, self._raw_toml, self._toml_text.encode())
            before, after = (
                text.replace("\r\n", "\n") for text in (self._raw_toml.decode(), self._toml_text)
            )
            path = f"{self._name}/{VIDEO_TOML}"
            self._mended.append(MendedText(path, ("offset",), before, after))
        return MendPlan(tuple(self._mended), tuple(self._unmended), tuple(self._contents))

    def _add(self, track: _TrackResult) -> None:
        path, result = f"{self._name}/{track.file.name}", track.result
        reason = result.reason or (self._take_offset(track.file.name) if result.data else "")
        if result.data is not None and not reason:
            self._mended.append(MendedText(path, result.mends, result.before, result.after))
            self._write(track.file.name, track.data, result.data)
        elif reason:
            self._unmended.append(UnmendedText(path, reason))

    def _take_offset(self, file: str) -> str:
        """Take the offset of a track out of video.toml; returns why it cannot be, or ""."""
        if not self._toml.tracks.get(file, TrackToml()).offset:
            return ""
        if self._is_link:
            return "its offset is in a video.toml that is a link to another file"
        try:
            self._toml_text = remove_offsets(self._toml_text, [file])
        except ShowcaseError as error:
            return str(error)
        return ""

    def _write(self, file: str, before: bytes, after: bytes) -> None:
        seen = hashlib.sha256(before).hexdigest()
        self._contents.append(PlannedContent(f"{self._name}/{file}", after, seen))
