"""The folder of transcripts: which videos it holds, and everything that is wrong with their names."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from unicodedata import normalize

import regex

from showcase.core.catalog.models import Site
from showcase.errors import Fault
from showcase.store.ingest.site_toml import read_site_toml
from showcase.store.ingest.theme_css import TOKENS_CSS, check_theme_css
from showcase.store.ingest.track_files import CAPTION_EXTENSIONS, unreadable_fault
from showcase.store.ingest.translation_files import find_translation_files
from showcase.store.ingest.translation_toml import read_site_translation

VIDEO_TOML = "video.toml"
SITE_TOML = "site.toml"
_MAX_TEXT_FILE_BYTES = 1024 * 1024
_SLUG = regex.compile(r"[a-z0-9-]+", regex.ASCII)
_NOT_SLUG = regex.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class FileStat:
    """A file of a video's folder as it was when it was read; equal to now means it need not be read."""

    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class VideoFolder:
    """A folder that holds a video.

    Attributes:
        name: of the folder.
        slug: of the video.
        files: what lies in it, hidden files left out, in the order of their names.
    """

    name: str
    slug: str
    files: tuple[FileStat, ...]


@dataclass(frozen=True, slots=True)
class FolderScan:
    """The folder of transcripts, before a video is read.

    Attributes:
        root: its path.
        site: what site.toml says.
        folders: those that hold a video, in the order of their names.
        faults: what is wrong with names and site.toml.
        notes: what its translations lack.
    """

    root: Path
    site: Site = field(default_factory=Site)
    folders: tuple[VideoFolder, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def scan_folders(root: Path) -> FolderScan:
    """Look which videos there are. Never raises: what is wrong is among the faults."""
    try:
        names = sorted(entry.name for entry in os.scandir(root) if not _is_hidden(entry.name))
    except OSError as error:
        return FolderScan(root, faults=(_root_fault(root, error),))
    faults: list[Fault] = []
    notes: list[Fault] = []
    names = _utf8_names(names, "", faults)
    site = _read_site(root, names, faults, notes)
    site = replace(site, tokens=_read_theme_css(root, names, faults))
    faults += _misplaced_file_faults(root, names)
    folders = []
    for name in names:
        if (root / name).is_dir():
            folder = _scan_video_folder(root, name, faults)
            folders += [folder] if folder else []
    if not folders and not faults:
        faults.append(Fault(str(root), f"There is no video in it: make {_EXAMPLE_FOLDER}."))
    return FolderScan(
        root, site, tuple(folders), (*faults, *_duplicate_slug_faults(folders)), tuple(notes)
    )


_EXAMPLE_FOLDER = "a folder with a video.toml and a captions.en.vtt"


def read_text_file(root: Path, name: str) -> str | Fault:
    """The text of a small file, else what is wrong with it; `name` is its path under `root`."""
    try:
        with (root / name).open("rb") as file:
            data = file.read(_MAX_TEXT_FILE_BYTES + 1)
    except OSError as error:
        return unreadable_fault(name, error)
    if len(data) > _MAX_TEXT_FILE_BYTES:
        return Fault(name, "It is over 1 MB: keep only what belongs into it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Fault(f"{name}:{line}", "A letter here is not UTF-8: save the file as UTF-8.")


def slugify(name: str) -> str:
    """A folder's name as it stands in addresses: "Día 1" is "dia-1"; "" when nothing is left of it."""
    if _SLUG.fullmatch(name):
        return name
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")


def _root_fault(root: Path, error: OSError) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault(
            str(root),
            f"There is no such folder: make it, and in it {_EXAMPLE_FOLDER} for each video.",
        )
    if isinstance(error, NotADirectoryError):
        return Fault(str(root), "This is a file: name the folder that holds one folder a video.")
    return unreadable_fault(str(root), error)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _utf8_names(names: Iterable[str], folder: str, faults: list[Fault]) -> list[str]:
    """The names without those that are not UTF-8, which can be neither stored nor printed.

    Python reads the bytes of such a name as lone surrogates (PEP 383).
    """
    good = []
    for name in names:
        printable = os.fsencode(name).decode("utf-8", "replace")
        if printable == name:
            good.append(name)
        else:
            faults.append(Fault(f"{folder}{printable}", "Its name is not UTF-8: rename it."))
    return good


def _read_site(root: Path, names: Collection[str], faults: list[Fault], notes: list[Fault]) -> Site:
    if SITE_TOML not in names:
        return Site()
    content = read_text_file(root, SITE_TOML)
    if isinstance(content, Fault):
        faults.append(content)
        return Site()
    site, wrong = read_site_toml(content, SITE_TOML)
    faults += wrong
    return site if wrong else _read_site_translations(root, names, site, faults, notes)


def _read_theme_css(root: Path, names: Collection[str], faults: list[Fault]) -> str:
    if TOKENS_CSS not in names:
        return ""
    content = read_text_file(root, TOKENS_CSS)
    wrong = content if isinstance(content, Fault) else check_theme_css(content, TOKENS_CSS)
    faults += [wrong] if wrong else []
    return content if isinstance(content, str) and not wrong else ""


def _read_site_translations(
    root: Path, names: Iterable[str], site: Site, faults: list[Fault], notes: list[Fault]
) -> Site:
    files, wrong = find_translation_files(names, SITE_TOML, site.language)
    faults += wrong
    told = []
    for file in files:
        content = read_text_file(root, file.name)
        if isinstance(content, Fault):
            faults.append(content)
            continue
        read = read_site_translation(content, file.name, file.language, site)
        faults += read.faults
        notes += read.notes
        told += [read.translation] if read.translation else []
    return replace(site, translations=tuple(told))


def _misplaced_file_faults(root: Path, names: Iterable[str]) -> Iterator[Fault]:
    """Files of a video that lie beside the videos' folders."""
    for name in names:
        if name == VIDEO_TOML:
            yield Fault(
                name, f"It lies beside the videos: each needs a folder of its own in {root}."
            )
        elif name.lower().endswith(CAPTION_EXTENSIONS) and (root / name).is_file():
            yield Fault(name, "It lies beside the videos: move it into the folder of its video.")


def _scan_video_folder(root: Path, name: str, faults: list[Fault]) -> VideoFolder | None:
    try:
        found = {file.name: file for file in _list_files(root / name)}
    except OSError as error:
        faults.append(unreadable_fault(name, error))
        return None
    files = tuple(found[each] for each in _utf8_names(found, f"{name}/", faults))
    if VIDEO_TOML not in found:
        mend = 'make one with the line title = "…", or move the folder elsewhere.'
        faults.append(Fault(name, f"There is no video.toml in it: {mend}"))
        return None
    if not (slug := slugify(name)):
        faults.append(
            Fault(name, "Its name cannot stand in an address: rename it with letters a to z.")
        )
        return None
    return VideoFolder(name, slug, files)


def _list_files(folder: Path) -> Iterator[FileStat]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_file() and not _is_hidden(entry.name):
            seen = entry.stat()
            yield FileStat(entry.name, seen.st_size, seen.st_mtime_ns)


def _duplicate_slug_faults(folders: Iterable[VideoFolder]) -> Iterator[Fault]:
    by_slug: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        by_slug[folder.slug].append(folder.name)
    for slug, (first, *others) in by_slug.items():
        for name in others:
            yield Fault(
                name, f"Its address /videos/{slug} is that of {first}: rename one of the two."
            )
