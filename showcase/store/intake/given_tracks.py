"""Caption files and chapters that are given, and what they say of themselves."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import TrackKind
from showcase.core.export.webvtt import write_vtt
from showcase.core.intake.language_choice import ContentLanguage
from showcase.core.intake.track_labels import TrackLabel, read_track_label
from showcase.store.captions.format_table import FileContent, detect_file_format
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from showcase.store.captions.rejection import MAX_CAPTION_FILE_BYTES
from showcase.store.ingest.track_names import TRACK_EXTENSIONS, TRACK_KINDS
from showcase.store.intake.given_files import read_given_bytes
from showcase.store.intake.language_detector import detect_language

# The length of a chapter whose end nothing tells.
_UNKNOWN_CHAPTER_MS = 1_000


@dataclass(frozen=True, slots=True)
class GivenTrack:
    """A track that is given.

    Attributes:
        origin: what it is called in messages: the name of its file.
        data: its bytes, as they are written.
        kind: what the track is.
        label: what its name, or what came with it, says of its language.
        suffix: of the file to write: ".vtt".
        label_from: what says the language in `label`, the subject of a sentence.
    """

    origin: str
    data: bytes
    kind: TrackKind
    label: TrackLabel
    suffix: str
    label_from: str = "its name"

    def read(self) -> CaptionFile:
        """Read it; ContentError where it is no caption file."""
        return read_captions(self.data, self.origin, ReadOptions(self.kind, self.label.tag))

    def content_language(self) -> ContentLanguage:
        """The language that its words are in; ContentError where it is no caption file."""
        return detect_language([cue.text for cue in self.read().cues if not cue.sound])


def read_given_track(path: Path, kind: TrackKind | None = None) -> GivenTrack:
    """Take a file.

    Args:
        path: of the file.
        kind: what it is; None for what its name says, else captions.

    Raises:
        ShowcaseError: it is too large, or cannot be read.
    """
    return given_track(path.name, read_given_bytes(path, MAX_CAPTION_FILE_BYTES), kind)


def given_track(name: str, data: bytes, kind: TrackKind | None = None) -> GivenTrack:
    """A track with the name that it has elsewhere."""
    stem, suffix = _split_name(name)
    named: TrackKind | None = next((k for k in TRACK_KINDS if stem.split(".")[0] == k), None)
    track = GivenTrack(
        name, data, kind or named or "captions", read_track_label(stem), suffix or ".vtt"
    )
    return replace(track, suffix=_usual_suffix(track))


def chapter_track(origin: str, chapters: list[tuple[int, int, str]]) -> GivenTrack:
    """Chapters as a track: start and end in milliseconds (0 where it is unknown), and the title of each."""
    cues = [
        Cue(start, end if end > start else start + _UNKNOWN_CHAPTER_MS, title)
        for start, end, title in chapters
        if title
    ]
    return GivenTrack(origin, write_vtt(cues, "").encode(), "chapters", TrackLabel(), ".vtt")


def _split_name(name: str) -> tuple[str, str]:
    """The stem, and its last extension of a caption file: "talk.en.srt.txt" is ("talk.en", ".txt")."""
    stem, suffix = name, ""
    while PurePath(stem).suffix.lower() in TRACK_EXTENSIONS:
        suffix = suffix or PurePath(stem).suffix.lower()
        stem = PurePath(stem).stem
    return stem, suffix


def _usual_suffix(track: GivenTrack) -> str:
    """The extension of the file's format: "talk.vtt" that is SubRip becomes "captions.en.srt"."""
    options = ReadOptions(track.kind, track.label.tag)
    content = FileContent(track.data, track.origin, options)
    known = detect_file_format(content)
    if not known.suffixes or track.suffix in known.suffixes:
        return track.suffix
    return next((each for each in known.suffixes if each in TRACK_EXTENSIONS), track.suffix)
