"""`video.es.toml` and `site.es.toml`: what stands in `video.toml` and `site.toml`, in another language.

They hold only what differs, under the same names. Entries of a list are known by what they are in the
original: people and organizations by their name, links by their address, tracks by their file.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from showcase.core.catalog.models import Link, Site
from showcase.core.catalog.translations import (
    LinkTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
)
from showcase.errors import Fault
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    TomlFile,
    TomlSchema,
    named_tables,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.track_files import unknown_track_message
from showcase.store.ingest.translation_gaps import (
    VIDEO_TEXT_KEYS,
    missing_in_links,
    missing_note,
    missing_notes,
    surplus_notes,
)
from showcase.store.ingest.video_toml import VideoToml

T = TypeVar("T")

_SITE_TEXT_KEYS = ("name", "closing", "small_print")
# Said once, for all languages.
_UNTRANSLATED_KEYS = ("language", "author", "date", "duration", "source", "poster", "quotes")


@dataclass(frozen=True, slots=True)
class ParsedTranslation(Generic[T]):
    """A translation that was read.

    Attributes:
        translation: None when there are faults.
        faults: everything that is wrong in it.
        notes: what it lacks, and what it has too much.
    """

    translation: T | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalVideo:
    """What is translated: what `video.toml` says, in which language, beside which caption files."""

    toml: VideoToml
    language: str
    track_names: Collection[str] = ()


def read_video_translation(
    content: str, place: str, language: str, original: OriginalVideo
) -> ParsedTranslation[VideoTranslation]:
    """Read a `video.es.toml`; `place` is its path in faults."""
    file = TomlFile(content, place)
    said = original.toml
    read = _read_values(file, _video_schema(original))
    if not isinstance(read, VideoTranslation):
        return ParsedTranslation(None, tuple(file.faults))
    notes = [
        *surplus_notes(said, read, file),
        *missing_notes(said, read, original.language, file),
    ]
    return ParsedTranslation(replace(read, language=language), notes=tuple(notes))


def read_site_translation(
    content: str, place: str, language: str, site: Site
) -> ParsedTranslation[SiteTranslation]:
    """Read a `site.es.toml`; `site` is what site.toml says."""
    file = TomlFile(content, place)
    read = _read_values(file, _site_schema(site))
    if not isinstance(read, SiteTranslation):
        return ParsedTranslation(None, tuple(file.faults))
    lacks = [f'"{key}"' for key in _SITE_TEXT_KEYS if getattr(site, key) and not getattr(read, key)]
    lacks += missing_in_links(site.links, read.links)
    notes = [missing_note(lacks, "the language of site.toml", file)] if lacks else []
    return ParsedTranslation(replace(read, language=language), notes=tuple(notes))


def _read_values(file: TomlFile, shape: TomlSchema) -> object:
    """What a file says, None when anything in it is wrong."""
    values = file.values()
    read = None if file.faults else shape(values, (), file)
    return None if file.faults else read


def _video_schema(original: OriginalVideo) -> TomlSchema:
    said = original.toml
    people = [person.name for person in said.people]
    organizations = [organization.name for organization in said.organizations]
    link = {"label": required_text, "url": _reject_untranslated_key}
    notice = {"title": text, "text": text, "link": table(_single_value, link, "label")}
    note = {"note": required_text, "label": _reject_untranslated_key}
    return table(
        _make_video_translation,
        {
            **dict.fromkeys(VIDEO_TEXT_KEYS, text),
            "notice": table(NoticeTranslation, notice),
            "links": _links_schema(said.links, "video.toml"),
            "people": _entries_schema(
                PersonTranslation, people, ("called", "role"), "organization"
            ),
            "organizations": _entries_schema(
                OrganizationTranslation, organizations, ("called", "short", "place", "about"), "url"
            ),
            "tracks": _tracks_schema(table(_single_value, note, "note"), original.track_names),
            **dict.fromkeys(_UNTRANSLATED_KEYS, _reject_untranslated_key),
        },
    )


def _site_schema(site: Site) -> TomlSchema:
    return table(
        lambda **said: SiteTranslation("", **said),
        {
            **dict.fromkeys(_SITE_TEXT_KEYS, text),
            "links": _links_schema(site.links, "site.toml"),
            "language": _reject_untranslated_key,
        },
    )


def _make_video_translation(
    tracks: Mapping[str, str] | None = None,
    **said: Any,  # noqa: ANN401 - each of its own type
) -> VideoTranslation:
    notes = tuple(TrackTranslation(file, note) for file, note in (tracks or {}).items())
    return VideoTranslation("", tracks=notes, **said)


def _single_value(**said: str) -> str:
    """Of a table that says one thing, that."""
    return next(iter(said.values()))


def _links_schema(links: Iterable[Link], original: str) -> TomlSchema:
    known = _known_name_schema(
        [link.url for link in links], original, "the label that it has here as label"
    )
    return table_list(
        table(LinkTranslation, {"url": known, "label": required_text}, "url", "label")
    )


def _entries_schema(
    make: type, names: Collection[str], translated: Iterable[str], once: str
) -> TomlSchema:
    """Entries that are known by their names."""
    name = _known_name_schema(names, "video.toml", "what this language calls it as called")
    return table_list(
        table(
            make,
            {"name": name, **dict.fromkeys(translated, text), once: _reject_untranslated_key},
            "name",
        )
    )


def _tracks_schema(one: TomlSchema, names: Collection[str]) -> TomlSchema:
    """Notes under the names of caption files that are there."""
    read_named = named_tables(one)

    def read_tracks(value: object, path: KeyPath, file: TomlFile) -> object:
        strangers = [name for name in value if name not in names] if isinstance(value, dict) else []
        for name in strangers:
            file.add_fault((*path, name), unknown_track_message(name, names))
        return read_named(value, path, file)

    return read_tracks


def _known_name_schema(names: Collection[str], original: str, here: str) -> TomlSchema:
    """A name that the original has, too."""

    def read_known(value: object, path: KeyPath, file: TomlFile) -> str | None:
        read = required_text(value, path, file)
        if not read or read in names:
            return read
        alike = get_close_matches(read, names, n=1)
        guess = f' (did you mean "{alike[0]}"?)' if alike else ""
        file.add_fault(
            path, f'"{read}" is not in {original}{guess}: write it as there, and {here}.'
        )
        return None

    return read_known


def _reject_untranslated_key(_value: object, path: KeyPath, file: TomlFile) -> None:
    """A key that is the same in every language."""
    file.add_fault(
        path, f'"{path[-1]}" is the same in every language: it stands in the original; take it out.'
    )
