"""Reads `video.es.toml` and `site.es.toml`: `video.toml` and `site.toml` in another language.

They have only what differs, under the same keys. Entries of lists are matched with those of the original:
people, organizations, series and topics by their name, links by their address, tracks by their file.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from showcase.core.catalog.models import Link
from showcase.core.catalog.site_catalog import Site
from showcase.core.catalog.translations import (
    LinkTranslation,
    NameTranslation,
    NoticeTranslation,
    OrganizationTranslation,
    PersonTranslation,
    SiteTranslation,
    TrackTranslation,
    VideoTranslation,
)
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    TomlSchema,
    named_tables,
    required_text,
    table,
    table_list,
    text,
)
from showcase.store.ingest.track_files import unknown_track_diagnosis
from showcase.store.ingest.translation_gaps import (
    VIDEO_TEXT_KEYS,
    all_links,
    missing_in_links,
    missing_note,
    missing_notes,
    surplus_notes,
)
from showcase.store.ingest.video_toml import VideoToml

T = TypeVar("T")

_SITE_TEXT_KEYS = ("name", "tagline", "closing", "small_print", "card_art_alt")
# The same in all languages.
_UNTRANSLATED_SITE_KEYS = (
    "language", "languages", "default_language", "contact", "license", "logo", "poster", "ornament",
    "card_art", "card_art_wide",
)  # fmt: skip
_UNTRANSLATED_KEYS = (
    "language",
    "author",
    "date",
    "duration",
    "source",
    "poster",
    "quotes",
    "license",
)


@dataclass(frozen=True, slots=True)
class ParsedTranslation(Generic[T]):
    """A translation that was read.

    Attributes:
        translation: None when there are faults.
        faults: everything that is wrong in it.
        notes: what it lacks, and what it has that the original lacks.
    """

    translation: T | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalVideo:
    """What is translated.

    Attributes:
        toml: the values of video.toml.
        language: of the video, a BCP 47 tag.
        track_names: the names of the caption files beside video.toml.
    """

    toml: VideoToml
    language: str
    track_names: Collection[str] = ()


def read_video_translation(
    content: str, place: str, language: str, original: OriginalVideo
) -> ParsedTranslation[VideoTranslation]:
    """Read a `video.es.toml`.

    Args:
        content: the text of the file.
        place: its path, as faults name it.
        language: that it is in, a BCP 47 tag.
        original: what it translates.
    """
    file = TomlFile(content, place)
    read = _read_values(file, _video_schema(original))
    if not isinstance(read, VideoTranslation):
        return ParsedTranslation(None, tuple(file.faults))
    notes = [
        *surplus_notes(original.toml, read, file),
        *missing_notes(original.toml, read, original.language, file),
    ]
    return ParsedTranslation(replace(read, language=language), notes=tuple(notes))


def read_site_translation(
    content: str, place: str, language: str, site: Site
) -> ParsedTranslation[SiteTranslation]:
    """Read a `site.es.toml`.

    Args:
        content: the text of the file.
        place: its path, as faults name it.
        language: that it is in, a BCP 47 tag.
        site: the original.
    """
    file = TomlFile(content, place)
    read = _read_values(file, _site_schema(site))
    if not isinstance(read, SiteTranslation):
        return ParsedTranslation(None, tuple(file.faults))
    lacks = [f'"{key}"' for key in _SITE_TEXT_KEYS if getattr(site, key) and not getattr(read, key)]
    lacks += missing_in_links(site.links, read.links)
    notes = [missing_note(lacks, "the language of site.toml", file)] if lacks else []
    return ParsedTranslation(replace(read, language=language), notes=tuple(notes))


def _read_values(file: TomlFile, schema: TomlSchema) -> object:
    """The content of a file, None when anything in it is wrong."""
    values = file.values()
    read = None if file.faults else schema(values, (), file)
    return None if file.faults else read


def _video_schema(original: OriginalVideo) -> TomlSchema:
    video = original.toml
    people = [person.name for person in video.people]
    organizations = [organization.name for organization in video.organizations]
    link = {"label": required_text, "url": _reject_untranslated_key}
    notice = {"title": text, "text": text, "link": table(_single_value, link, "label")}
    note = {"note": required_text, "label": _reject_untranslated_key}
    return table(
        _make_video_translation,
        {
            **dict.fromkeys(VIDEO_TEXT_KEYS, text),
            "notice": table(NoticeTranslation, notice),
            "links": _links_schema(all_links(video), "video.toml"),
            "people": _entries_schema(
                PersonTranslation, people, ("called", "role", "portrait_alt"), "organization"
            ),
            "series": _names_schema([part.name for part in video.series]),
            "topics": _names_schema(video.topics),
            "organizations": _entries_schema(
                OrganizationTranslation, organizations, ("called", "short", "place", "about"), "url"
            ),
            "tracks": _tracks_schema(table(_single_value, note, "note"), original.track_names),
            **dict.fromkeys(_UNTRANSLATED_KEYS, _reject_untranslated_key),
        },
    )


def _site_schema(site: Site) -> TomlSchema:
    return table(
        lambda **values: SiteTranslation("", **values),
        {
            **dict.fromkeys(_SITE_TEXT_KEYS, text),
            "links": _links_schema(site.links, "site.toml"),
            **dict.fromkeys(_UNTRANSLATED_SITE_KEYS, _reject_untranslated_key),
        },
    )


def _make_video_translation(
    tracks: Mapping[str, str] | None = None,
    **values: Any,  # noqa: ANN401 - each of its own type
) -> VideoTranslation:
    notes = tuple(TrackTranslation(file, note) for file, note in (tracks or {}).items())
    return VideoTranslation("", tracks=notes, **values)


def _single_value(**values: str) -> str:
    """The value of a table with one key."""
    return next(iter(values.values()))


def _links_schema(links: Iterable[Link], original: str) -> TomlSchema:
    known = _known_name_schema(
        [link.url for link in links], original, "put its translated label under label"
    )
    return table_list(
        table(LinkTranslation, {"url": known, "label": required_text}, "url", "label")
    )


def _entries_schema(
    make: type, names: Collection[str], translated: Iterable[str], untranslated: str
) -> TomlSchema:
    """The schema of a list of people or organizations.

    Args:
        make: the class of an entry.
        names: of the entries of the original.
        translated: the keys that a translation may have.
        untranslated: the key that only the original may have.
    """
    name = _known_name_schema(names, "video.toml", "put its name in this language under called")
    return table_list(
        table(
            make,
            {
                "name": name,
                **dict.fromkeys(translated, text),
                untranslated: _reject_untranslated_key,
            },
            "name",
        )
    )


def _names_schema(names: Collection[str]) -> TomlSchema:
    """The schema of a list of series or topics."""
    name = _known_name_schema(names, "video.toml", "put its name in this language under called")
    schema = {"name": name, "called": required_text, "number": _reject_untranslated_key}
    return table_list(table(NameTranslation, schema, "name", "called"))


def _tracks_schema(entry_schema: TomlSchema, names: Collection[str]) -> TomlSchema:
    """The schema of tables with the names of caption files, which must be among `names`."""
    read_named = named_tables(entry_schema)

    def read_tracks(value: object, path: KeyPath, file: TomlFile) -> object:
        unknown = [name for name in value if name not in names] if isinstance(value, dict) else []
        for name in unknown:
            file.add_fault((*path, name), unknown_track_diagnosis(name, names))
        return read_named(value, path, file)

    return read_tracks


def _known_name_schema(names: Collection[str], original: str, advice: str) -> TomlSchema:
    """The schema of a name that the original must have, too.

    Args:
        names: that the original has.
        original: the name of its file.
        advice: where to write what the translation says; the end of a sentence.
    """

    def read_known(value: object, path: KeyPath, file: TomlFile) -> str | None:
        read = required_text(value, path, file)
        if not read or read in names:
            return read
        alike = get_close_matches(read, names, n=1)
        fix = f'write "{alike[0]}"' if alike else f"write it as there, and {advice}"
        file.add_fault(path, Diagnosis("unknown-original", f'"{read}" is not in {original}', fix))
        return None

    return read_known


def _reject_untranslated_key(_value: object, path: KeyPath, file: TomlFile) -> None:
    """The schema of a key that only the original may have."""
    message = f'"{path[-1]}" is the same in every language and belongs in the original'
    file.add_fault(path, Diagnosis("untranslated-key", message, "remove it here"))
