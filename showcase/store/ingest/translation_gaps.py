"""Notes about what a translation lacks, and what it has that the original lacks."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from showcase.core.catalog.models import Link
from showcase.core.catalog.translations import (
    LinkTranslation,
    NameTranslation,
    NoticeTranslation,
    VideoTranslation,
)
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.video_toml import VideoToml

VIDEO_TEXT_KEYS = ("title", "headline", "kicker", "summary", "poster_alt", "rights")


def surplus_notes(
    original: VideoToml, translation: VideoTranslation, file: TomlFile
) -> Iterator[Fault]:
    """A note for each key that the translation has and the original lacks.

    Args:
        original: the values of video.toml.
        translation: the values of its translation.
        file: the translation, for the places of notes.
    """
    surplus = [
        key for key in VIDEO_TEXT_KEYS if getattr(translation, key) and not getattr(original, key)
    ]
    if translation.notice != NoticeTranslation() and not original.notice:
        surplus.append("notice")
    for key in surplus:
        message = f'video.toml has no "{key}", so this is not shown'
        diagnosis = Diagnosis("surplus-translation", message, "add it there, or remove it here")
        yield file.fault_at((key,), diagnosis)


def missing_notes(
    original: VideoToml, translation: VideoTranslation, language: str, file: TomlFile
) -> Iterator[Fault]:
    """One note that names everything the translation lacks; none where it is complete.

    Args:
        original: the values of video.toml.
        translation: the values of its translation.
        language: of the original, in which the missing texts are shown.
        file: the translation, for the place of the note.
    """
    lacks = [
        f'"{key}"'
        for key in VIDEO_TEXT_KEYS
        if getattr(original, key) and not getattr(translation, key)
    ]
    lacks += [*_missing_in_notice(original, translation), *_missing_in_lists(original, translation)]
    if lacks:
        yield missing_note(lacks, language, file)


def missing_note(lacks: Iterable[str], language: str, file: TomlFile) -> Fault:
    """The note that names what a translation lacks.

    Args:
        lacks: the keys, in words ('"role" of "Ana Reyes"').
        language: in which these texts are shown instead.
        file: the translation.
    """
    message = f"It lacks {', '.join(lacks)}, which is shown in {language}"
    return file.fault_at((), Diagnosis("incomplete-translation", message, "add it"))


def _missing_in_notice(original: VideoToml, translation: VideoTranslation) -> Iterator[str]:
    if original.notice:
        lacks = [key for key in ("title", "text") if not getattr(translation.notice, key)]
        lacks += ["link"] if original.notice.link and not translation.notice.link else []
        yield from (f'"{key}" of the notice' for key in lacks)


def _missing_in_lists(original: VideoToml, translation: VideoTranslation) -> Iterator[str]:
    yield from missing_in_links(all_links(original), translation.links)
    yield from _missing_in_entries(original.people, translation.people, ("role", "portrait_alt"))
    yield from _missing_names("series", [each.name for each in original.series], translation.series)
    yield from _missing_names("topic", original.topics, translation.topics)
    yield from _missing_in_entries(
        original.organizations, translation.organizations, ("place", "about")
    )
    files = {track.file for track in translation.tracks}
    for name, track_toml in original.tracks.items():
        if track_toml.note and name not in files:
            yield f'"note" of {name}'


def all_links(video: VideoToml) -> list[Link]:
    """The links of a video and of its people; a translation has them in one list."""
    return [*video.links, *(link for person in video.people for link in person.links)]


def missing_in_links(
    original: Iterable[Link], translation: Iterable[LinkTranslation]
) -> Iterator[str]:
    """The links whose labels are not translated, each as in '"label" of https://example.org/'."""
    urls = {link.url for link in translation}
    yield from (f'"label" of {link.url}' for link in original if link.url not in urls)


def _missing_names(
    noun: str, names: Iterable[str], translation: Iterable[NameTranslation]
) -> Iterator[str]:
    """The series or topics that are not translated."""
    translated = {each.name for each in translation}
    yield from (f'the {noun} "{name}"' for name in names if name not in translated)


def _missing_in_entries(
    original: Iterable[object], translation: Iterable[object], keys: Iterable[str]
) -> Iterator[str]:
    """What is not translated of entries that are matched by their names."""
    translated = {cast("Any", entry).name: entry for entry in translation}
    for entry in original:
        name = cast("Any", entry).name
        for key in keys:
            if getattr(entry, key) and not getattr(translated.get(name), key, ""):
                yield f'"{key}" of "{name}"'
