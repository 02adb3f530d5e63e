"""Reads the translations in the folder of a video: `video.es.toml` and `chapters.es.vtt`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.core.catalog.models import Chapter
from showcase.core.catalog.translations import ChapterTranslation, VideoTranslation
from showcase.core.timing.timecodes import format_clock
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.track_files import parse_chapters
from showcase.store.ingest.translation_files import TranslationFile, find_translation_files
from showcase.store.ingest.translation_toml import OriginalVideo, read_video_translation
from showcase.store.records import TrackCues


@dataclass(slots=True)
class TranslationSet:
    """The translations of a video while they are read.

    Attributes:
        by_language: each translation by its language, a BCP 47 tag.
        faults: why the video cannot be published.
        notes: what they lack, and what they have that the original lacks.
    """

    by_language: dict[str, VideoTranslation] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def add_chapters(
        self, folder: str, chapters: Sequence[Chapter], others: Iterable[TrackCues]
    ) -> None:
        """Add the titles of chapter tracks in other languages.

        Args:
            folder: the name of the video's folder.
            chapters: of the video.
            others: the other chapter tracks; a title belongs to the chapter with the same start.
        """
        own = {chapter.start_ms for chapter in chapters}
        for entry in others:
            read = parse_chapters(entry)
            place = f"{folder}/{entry.track.file}"
            self.notes += [diagnosis.at(place) for diagnosis in _chapter_mismatches(own, read)]
            language = entry.track.language
            titles = tuple(ChapterTranslation(c.start_ms, c.title, c.note) for c in read)
            before = self.by_language.get(language, VideoTranslation(language))
            self.by_language[language] = replace(before, chapters=titles)


def load_translations(root: Path, folder: VideoFolder, original: OriginalVideo) -> TranslationSet:
    """Read the translations of a `video.toml`. Raises nothing: errors are among the faults.

    Args:
        root: the folder of transcripts.
        folder: of the video.
        original: the video.toml.
    """
    names = [file.name for file in folder.files]
    files, faults = find_translation_files(names, VIDEO_TOML, original.language, f"{folder.name}/")
    read = TranslationSet(faults=faults)
    for file in files:
        _load_file(root, folder.name, file, original, read)
    return read


def _load_file(
    root: Path, folder: str, file: TranslationFile, original: OriginalVideo, read: TranslationSet
) -> None:
    place = f"{folder}/{file.name}"
    content = read_text_file(root, place)
    if isinstance(content, Fault):
        read.faults.append(content)
        return
    parsed = read_video_translation(content, place, file.language, original)
    read.faults += parsed.faults
    read.notes += parsed.notes
    if parsed.translation:
        read.by_language[file.language] = parsed.translation


def _chapter_mismatches(own: set[int], translated: Iterable[Chapter]) -> Iterator[Diagnosis]:
    """Problems of translated chapters that do not start with one of the video, and the other way around.

    Args:
        own: the starts of the video's chapters, in milliseconds.
        translated: the chapters of the other track.
    """
    starts = {chapter.start_ms for chapter in translated}
    for start_ms in sorted(starts - own):
        clock = format_clock(start_ms)
        message = f"No chapter starts at {clock}, so this title is not shown"
        yield Diagnosis("surplus-translation", message, "give it the time of a chapter")
    for start_ms in sorted(own - starts):
        message = f"It lacks a title for the chapter at {format_clock(start_ms)}"
        yield Diagnosis("incomplete-translation", message, "add it")
