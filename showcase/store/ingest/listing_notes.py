"""Notes about names that several videos have: those that are one letter off, and those with one address."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from showcase.core.catalog.models import Video
from showcase.core.listings.alike_names import misspelt_names
from showcase.core.listings.listing import (
    Listing,
    ListingEntry,
    ListingKind,
    build_listings,
)
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.folder_scan import VIDEO_TOML
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath

_ALIKE_KINDS: tuple[ListingKind, ...] = ("series", "topics")
# The key of video.toml that a list is made from.
_KEYS: Mapping[ListingKind, str] = {
    "speakers": "people", "organizations": "organizations", "series": "series", "topics": "topics",
}  # fmt: skip


def note_listings(
    root: Path, folders: Mapping[str, str], videos: Iterable[Video]
) -> tuple[Fault, ...]:
    """Notes about the names of all videos, in the order of their files.

    Args:
        root: the folder of transcripts.
        folders: the name of each video's folder, by its slug.
        videos: all that are published.
    """
    listings = build_listings(videos)
    alike = [each for kind in _ALIKE_KINDS for each in _note_alike(kind, listings[kind])]
    shared = [each for kind in _KEYS for each in _note_shared(kind, listings[kind])]
    misspelt = {(entry.kind, entry.name) for entry, _ in alike}
    others = [(entry, each) for entry, each in shared if (entry.kind, entry.name) not in misspelt]
    places = _Places(root, folders)
    notes = [places.fault_of(entry, diagnosis) for entry, diagnosis in (*alike, *others)]
    return tuple(sorted(notes, key=lambda note: (note.file, note.line or 0)))


_Note = tuple[ListingEntry, Diagnosis]


def _note_alike(kind: ListingKind, listing: Listing) -> Iterator[_Note]:
    meant = misspelt_names(Counter({each.name: len(each.videos) for each in listing.entries}))
    for entry in listing.entries:
        if other := meant.get(entry.name):
            message = f'"{entry.name}" is one letter off from "{other}", which another video has'
            fix = f'write "{other}", unless something else is meant'
            is_series = kind == "series"
            yield (
                entry,
                Diagnosis("misspelt-series" if is_series else "misspelt-topic", message, fix),
            )


def _note_shared(kind: ListingKind, listing: Listing) -> Iterator[_Note]:
    """A note for each entry whose address would be that of another, but for the first of them."""
    for slug, entries in listing.by_slug.items():
        for entry in entries[1:]:
            message = f"{_title(entry)} and {_title(entries[0])} have one address, /{kind}/{slug}"
            fix = "write name and organization alike in all videos if they are one"
            message += ", which shows both"
            yield entry, Diagnosis("shared-name", message, fix)


def _title(entry: ListingEntry) -> str:
    """An entry as messages name it: '"Rosa Field" (Pickers United)'."""
    if entry.kind != "speakers":
        return f'"{entry.name}"'
    return f'"{entry.name}" ({entry.organization or "no organization"})'


class _Places:
    """Finds the lines of names; a file is read only where there is something to say about it."""

    def __init__(self, root: Path, folders: Mapping[str, str]) -> None:
        self._root = root
        self._folders = folders

    def fault_of(self, entry: ListingEntry, diagnosis: Diagnosis) -> Fault:
        """The note, at the first video that has the name of an entry."""
        slugs = [each.video.slug for each in entry.videos]
        folder = min(self._folders[slug] for slug in slugs)
        place = f"{folder}/{VIDEO_TOML}"
        content = read_text_file(self._root, place)
        file = TomlFile("" if isinstance(content, Fault) else content, place)
        return file.fault_at(_key_path(entry, file.values()), diagnosis)


def _key_path(entry: ListingEntry, values: Mapping[str, object]) -> KeyPath:
    """Where a video.toml has the name of an entry."""
    key = _KEYS[entry.kind]
    tables = values.get(key)
    names = [_name(each) for each in tables] if isinstance(tables, list) else []
    return (key, names.index(entry.name), "name") if entry.name in names else (key,)


def _name(value: object) -> object:
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else name
