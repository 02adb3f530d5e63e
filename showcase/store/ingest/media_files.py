"""The recording and the poster that video.toml names: files beside it, or an address."""

from collections.abc import Mapping
from difflib import get_close_matches

from showcase.core.catalog.models import MediaFile, Source
from showcase.core.catalog.recordings import PICTURE_TYPES, RECORDING_TYPES, extension
from showcase.errors import Diagnosis
from showcase.store.ingest.source_urls import SourceError, is_source_url, parse_source_url
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath


def read_source(
    entries: tuple[str, ...], sizes: Mapping[str, int], file: TomlFile
) -> Source | None:
    """The recording that the key `source` names.

    Args:
        entries: file names, or one address; as written.
        sizes: the size of each file in the folder, in bytes.
        file: gets the faults.

    Returns:
        None where nothing is named or nothing can be played.
    """
    addresses = [entry for entry in entries if is_source_url(entry)]
    if addresses and len(entries) > 1:
        fix = "keep one, or list only files beside video.toml"
        file.add_fault(("source",), Diagnosis("several-addresses", "One address is enough", fix))
        return None
    if addresses:
        return _read_source_url(addresses[0], file)
    found = [media_file(("source",), name, RECORDING_TYPES, sizes, file) for name in entries]
    files = tuple(entry for entry in found if entry is not None)
    return Source("file", files) if files else None


def _read_source_url(address: str, file: TomlFile) -> Source | None:
    try:
        return parse_source_url(address)
    except SourceError as error:
        file.add_fault(("source",), error.diagnosis)
        return None


def media_file(
    path: KeyPath, name: str, types: Mapping[str, str], sizes: Mapping[str, int], file: TomlFile
) -> MediaFile | None:
    """A file beside video.toml; None and a fault where browsers cannot show it.

    Args:
        path: the key of video.toml that names it.
        name: its name as written.
        types: the media types that are allowed, by extension.
        sizes: the size of each file in the folder, in bytes.
        file: gets the fault.
    """
    key = str(path[-1])
    if diagnosis := _name_diagnosis(key, name, types) or _file_diagnosis(key, name, sizes):
        file.add_fault(path, diagnosis)
        return None
    return MediaFile(name, types[extension(name)], sizes[name])


def read_poster(name: str, sizes: Mapping[str, int], file: TomlFile) -> MediaFile | None:
    """The picture that the key `poster` names; None where there is none, with a fault where it is wrong."""
    return media_file(("poster",), name, PICTURE_TYPES, sizes, file) if name else None


def _name_diagnosis(key: str, name: str, types: Mapping[str, str]) -> Diagnosis | None:
    if "/" in name or "\\" in name or ".." in name:
        fix = f'put the file beside video.toml and write only its name in "{key}"'
        return Diagnosis("not-a-file-name", f'"{name}" is a path, not a name', fix)
    if extension(name) not in types:
        fix = f"name a file that ends in {', '.join(types)}"
        return Diagnosis("unsupported-media", f'Browsers do not show "{name}"', fix)
    return None


def _file_diagnosis(key: str, name: str, sizes: Mapping[str, int]) -> Diagnosis | None:
    if name not in sizes:
        alike = get_close_matches(name, sizes, n=1)
        guess = f'write "{alike[0]}", or put' if alike else "put"
        fix = f'{guess} the file beside video.toml, or remove "{key}"'
        return Diagnosis("missing-file", f'There is no file "{name}"', fix)
    if sizes[name] == 0:
        return Diagnosis("empty-file", f'The file "{name}" is empty', "put it there again")
    return None
