"""Scans the folder of transcripts: which videos are in it, and what is wrong with names and site.toml."""

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
    """The name, size and time of change of a file. Where they are equal, the file is not read again.

    Attributes:
        size: bytes.
        mtime_ns: nanoseconds since 1970, UTC.
    """

    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class VideoFolder:
    """The folder of a video.

    Attributes:
        name: its own name, without a path.
        slug: the video's name in addresses, made from `name`.
        files: the files in it without hidden ones, in the order of their names.
    """

    name: str
    slug: str
    files: tuple[FileStat, ...]


@dataclass(frozen=True, slots=True)
class FolderScan:
    """What is in the folder of transcripts, before the videos are read.

    Attributes:
        root: its path.
        site: the content of site.toml, its translations and tokens.css.
        folders: the folders of videos, in the order of their names.
        faults: what is wrong with names, site.toml and tokens.css.
        notes: what the translations of site.toml lack.
    """

    root: Path
    site: Site = field(default_factory=Site)
    folders: tuple[VideoFolder, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def scan_folders(root: Path) -> FolderScan:
    """Find the videos in a folder of transcripts. Raises nothing: errors are among the faults."""
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
    """Read a UTF-8 file of at most 1 MB.

    Args:
        root: the folder of transcripts.
        name: the path of the file in it; the place of the fault.

    Returns:
        The text without a byte order mark, or the fault that keeps it from being read.
    """
    try:
        with (root / name).open("rb") as file:
            data = file.read(_MAX_TEXT_FILE_BYTES + 1)
    except OSError as error:
        return unreadable_fault(name, error)
    if len(data) > _MAX_TEXT_FILE_BYTES:
        return Fault(name, "It is larger than 1 MB: keep only what belongs in it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Fault(f"{name}:{line}", "This line is not UTF-8: save the file as UTF-8.")


def slugify(name: str) -> str:
    """A folder's name as addresses have it: "Día 1" becomes "dia-1"; "" when no letter can be kept."""
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
        return Fault(str(root), "This is a file: name the folder that has a folder for each video.")
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
    translations = []
    for file in files:
        content = read_text_file(root, file.name)
        if isinstance(content, Fault):
            faults.append(content)
            continue
        read = read_site_translation(content, file.name, file.language, site)
        faults += read.faults
        notes += read.notes
        translations += [read.translation] if read.translation else []
    return replace(site, translations=tuple(translations))


def _misplaced_file_faults(root: Path, names: Iterable[str]) -> Iterator[Fault]:
    """Faults of files of a video that are not in the folder of a video."""
    for name in names:
        if name == VIDEO_TOML:
            yield Fault(
                name,
                f"It is not in the folder of a video: each video needs a folder of its own in {root}.",
            )
        elif name.lower().endswith(CAPTION_EXTENSIONS) and (root / name).is_file():
            yield Fault(name, "It is not in the folder of a video: move it into that of its video.")


def _scan_video_folder(root: Path, name: str, faults: list[Fault]) -> VideoFolder | None:
    try:
        found = {file.name: file for file in _list_files(root / name)}
    except OSError as error:
        faults.append(unreadable_fault(name, error))
        return None
    files = tuple(found[each] for each in _utf8_names(found, f"{name}/", faults))
    if VIDEO_TOML not in found:
        advice = 'make one with the line title = "…", or move the folder elsewhere.'
        faults.append(Fault(name, f"There is no video.toml in it: {advice}"))
        return None
    if not (slug := slugify(name)):
        faults.append(
            Fault(name, "Its name cannot be part of an address: rename it with letters a to z.")
        )
        return None
    return VideoFolder(name, slug, files)


def _list_files(folder: Path) -> Iterator[FileStat]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_file() and not _is_hidden(entry.name):
            stat = entry.stat()
            yield FileStat(entry.name, stat.st_size, stat.st_mtime_ns)


def _duplicate_slug_faults(folders: Iterable[VideoFolder]) -> Iterator[Fault]:
    by_slug: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        by_slug[folder.slug].append(folder.name)
    for slug, (first, *others) in by_slug.items():
        for name in others:
            yield Fault(
                name, f"Its address /videos/{slug} is that of {first}: rename one of the two."
            )
