"""Chapters in JSON as podcasts have them (Podcasting 2.0, application/json+chapters)."""

from dataclasses import dataclass
from pathlib import Path

from showcase.core.intake.video_facts import plain_line
from showcase.store.captions.rejection import MAX_CAPTION_FILE_BYTES
from showcase.store.intake.given_files import read_given_bytes
from showcase.store.intake.given_tracks import GivenTrack, chapter_track, given_track
from showcase.store.serialization import InvalidJsonError, from_json

_MS_PER_SECOND = 1_000


@dataclass(frozen=True, slots=True)
class PodcastChapter:
    """A chapter: its first second, its title, and whether it is in the table of contents."""

    startTime: float  # noqa: N815 - the file's own name
    title: str | None = None
    endTime: float | None = None  # noqa: N815
    toc: bool = True


@dataclass(frozen=True, slots=True)
class PodcastChapters:
    """The file."""

    chapters: list[PodcastChapter]


def read_chapters(path: Path, duration_ms: int = 0) -> GivenTrack | None:
    """Chapters of any format; None for JSON that is none, and so perhaps captions.

    Args:
        path: of the file.
        duration_ms: of the recording, where the last chapter ends; 0 if it is not known.

    Raises:
        ShowcaseError: it cannot be read, or is too large.
    """
    data = read_given_bytes(path, MAX_CAPTION_FILE_BYTES)
    if path.suffix.lower() != ".json":
        return given_track(path.name, data, "chapters")
    return _podcast_chapters(path.name, data, duration_ms)


def _podcast_chapters(origin: str, data: bytes, duration_ms: int) -> GivenTrack | None:
    try:
        read = from_json(PodcastChapters, data)
    except InvalidJsonError:
        return None
    shown = sorted((each for each in read.chapters if each.toc), key=lambda each: each.startTime)
    starts = [round(each.startTime * _MS_PER_SECOND) for each in shown]
    chapters = [
        (start, _end_ms(each, following), plain_line(each.title or ""))
        for each, start, following in zip(shown, starts, [*starts[1:], duration_ms], strict=True)
    ]
    return chapter_track(origin, chapters) if chapters else None


def _end_ms(chapter: PodcastChapter, following: int) -> int:
    return following or round((chapter.endTime or 0) * _MS_PER_SECOND)
