"""What a video's folder says in other languages: `video.es.toml` and `chapters.es.vtt`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.core.catalog.models import Chapter
from showcase.core.catalog.translations import ChapterTranslation, VideoTranslation
from showcase.core.timing.timecodes import format_clock
from showcase.errors import Fault
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder, read_text
from showcase.store.ingest.track_files import chapters_of
from showcase.store.ingest.translation_files import TranslationFile, find_translations
from showcase.store.ingest.translation_toml import Original, read_video_translation
from showcase.store.serialization import TrackCues


@dataclass(slots=True)
class Translations:
    """The translations of a video while they are read.

    Attributes:
        found: by language.
        faults: why the video cannot be published.
        notes: what they lack, and what they have too much.
    """

    found: dict[str, VideoTranslation] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def add_chapters(
        self, folder: str, chapters: Sequence[Chapter], others: Iterable[TrackCues]
    ) -> None:
        """Add the titles that other chapter tracks have for these chapters."""
        own = {chapter.start_ms for chapter in chapters}
        for entry in others:
            read = chapters_of(entry.cues)
            place = f"{folder}/{entry.track.file}"
            self.notes += [Fault(place, message) for message in _differences(own, read)]
            language = entry.track.language
            told = tuple(ChapterTranslation(c.start_ms, c.title, c.note) for c in read)
            before = self.found.get(language, VideoTranslation(language))
            self.found[language] = replace(before, chapters=told)


def read_translations(root: Path, folder: VideoFolder, original: Original) -> Translations:
    """Read every translation of a `video.toml`."""
    names = [file.name for file in folder.files]
    files, faults = find_translations(names, VIDEO_TOML, original.language, f"{folder.name}/")
    read = Translations(faults=faults)
    for file in files:
        _read(root, folder.name, file, original, read)
    return read


def _read(
    root: Path, folder: str, file: TranslationFile, original: Original, read: Translations
) -> None:
    place = f"{folder}/{file.name}"
    content = read_text(root, place)
    if isinstance(content, Fault):
        read.faults.append(content)
        return
    told = read_video_translation(content, place, file.language, original)
    read.faults += told.faults
    read.notes += told.notes
    if told.translation:
        read.found[file.language] = told.translation


def _differences(own: set[int], told: Iterable[Chapter]) -> Iterator[str]:
    """Where translated chapters do not begin when the video's do."""
    starts = {chapter.start_ms for chapter in told}
    for start_ms in sorted(starts - own):
        clock = format_clock(start_ms)
        yield f"No chapter begins at {clock}, so this title is not shown: give it the time of one."
    for start_ms in sorted(own - starts):
        yield f"It lacks a title for the chapter at {format_clock(start_ms)}."
