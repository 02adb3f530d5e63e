"""What a translation lacks, and what it has that the original does not."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from showcase.core.catalog.models import Link
from showcase.core.catalog.translations import (
    LinkTranslation,
    NoticeTranslation,
    VideoTranslation,
)
from showcase.errors import Fault
from showcase.store.ingest.toml_schema import (
    TomlFile,
)
from showcase.store.ingest.video_toml import VideoToml

VIDEO_TEXT_KEYS = ("title", "headline", "kicker", "summary", "poster_alt")


def surplus_notes(said: VideoToml, told: VideoTranslation, file: TomlFile) -> Iterator[Fault]:
    """What it has and the original has not."""
    surplus = [key for key in VIDEO_TEXT_KEYS if getattr(told, key) and not getattr(said, key)]
    if told.notice != NoticeTranslation() and not said.notice:
        surplus.append("notice")
    for key in surplus:
        message = f'video.toml has no "{key}", so this is not shown: add it there, or take it out.'
        yield Fault(file.place((key,)), message)


def missing_notes(
    said: VideoToml, told: VideoTranslation, own: str, file: TomlFile
) -> Iterator[Fault]:
    """What the original has and it has not, in one sentence."""
    lacks = [f'"{key}"' for key in VIDEO_TEXT_KEYS if getattr(said, key) and not getattr(told, key)]
    lacks += [*_missing_in_notice(said, told), *_missing_in_lists(said, told)]
    if lacks:
        yield missing_note(lacks, own, file)


def missing_note(lacks: Iterable[str], own: str, file: TomlFile) -> Fault:
    """A note that names the keys a translation lacks, and the language they are shown in."""
    return Fault(file.place(()), f"It lacks {', '.join(lacks)}: that is shown in {own}.")


def _missing_in_notice(said: VideoToml, told: VideoTranslation) -> Iterator[str]:
    if said.notice:
        lacks = [key for key in ("title", "text") if not getattr(told.notice, key)]
        lacks += ["link"] if said.notice.link and not told.notice.link else []
        yield from (f'"{key}" of the notice' for key in lacks)


def _missing_in_lists(said: VideoToml, told: VideoTranslation) -> Iterator[str]:
    yield from missing_in_links(said.links, told.links)
    yield from _missing_in_entries(said.people, told.people, ("role",))
    yield from _missing_in_entries(said.organizations, told.organizations, ("place", "about"))
    files = {track.file for track in told.tracks}
    for name, words in said.tracks.items():
        if words.note and name not in files:
            yield f'"note" of {name}'


def missing_in_links(said: Iterable[Link], told: Iterable[LinkTranslation]) -> Iterator[str]:
    """The labels of links that have no translation, each as its key and address."""
    urls = {link.url for link in told}
    yield from (f'"label" of {link.url}' for link in said if link.url not in urls)


def _missing_in_entries(
    said: Iterable[object], told: Iterable[object], keys: Iterable[str]
) -> Iterator[str]:
    """What entries that are known by their names lack."""
    translated = {cast("Any", entry).name: entry for entry in told}
    for entry in said:
        name = cast("Any", entry).name
        for key in keys:
            if getattr(entry, key) and not getattr(translated.get(name), key, ""):
                yield f'"{key}" of "{name}"'
