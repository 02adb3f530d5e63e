"""Schemas of what lists are made of: the series and topics of a video, portraits and links of people."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from showcase.core.catalog.models import MediaFile, Person
from showcase.core.catalog.recordings import PICTURE_TYPES, extension
from showcase.core.catalog.series import SeriesPart
from showcase.errors import Diagnosis
from showcase.store.ingest.media_files import media_file
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath
from showcase.store.ingest.toml_schema import (
    one_or_more_texts,
    ordinal,
    required_text,
    table,
)

_part_schema = table(SeriesPart, {"name": required_text, "number": ordinal}, "name")


def series(value: object, path: KeyPath, file: TomlFile) -> tuple[SeriesPart, ...] | None:
    """A series: its name, a table of its name and the number of the part, or a list of these."""
    entries = value if isinstance(value, list) and value else [value]
    if not all(isinstance(entry, str | dict) for entry in entries):
        message = '"series" is neither the name of a series nor a table'
        fix = 'write series = "Harvest talks", or series = { name = "Harvest talks", number = 2 }'
        file.add_fault(path, Diagnosis("wrong-type", message, fix))
        return None
    read = [_read_part(entry, (*path, number), file) for number, entry in enumerate(entries)]
    parts = {part.name: part for part in read if part}
    return tuple(parts.values())


def _read_part(entry: object, path: KeyPath, file: TomlFile) -> SeriesPart | None:
    if isinstance(entry, dict):
        part = _part_schema(entry, path, file)
        return part if isinstance(part, SeriesPart) else None
    name = required_text(entry, path, file)
    return SeriesPart(name) if name else None


def topics(value: object, path: KeyPath, file: TomlFile) -> tuple[str, ...] | None:
    """The name of a topic, or a list of names; each counts once."""
    read = one_or_more_texts(value, path, file)
    return None if read is None else tuple(dict.fromkeys(read))


def portrait(value: object, path: KeyPath, file: TomlFile) -> MediaFile | None:
    """The name of a picture beside video.toml; its size is 0 until `find_portraits` has found the file."""
    name = required_text(value, path, file)
    return MediaFile(name, PICTURE_TYPES.get(extension(name), ""), 0) if name else None


def find_portraits(
    people: Iterable[Person], sizes: Mapping[str, int], file: TomlFile
) -> tuple[Person, ...]:
    """The people with the sizes of their portraits; without one where it is wrong, which is a fault.

    Args:
        people: of video.toml.
        sizes: the size of each file in the folder, in bytes.
        file: gets the faults.
    """
    return tuple(
        replace(
            person,
            portrait=media_file(
                ("people", number, "portrait"), person.portrait.name, PICTURE_TYPES, sizes, file
            ),
        )
        if person.portrait
        else person
        for number, person in enumerate(people)
    )
