"""Scans the folder of transcripts: which videos are in it, and what is wrong with names and site.toml."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from showcase.core.catalog.site_pages import PAGES_FOLDER
from showcase.core.text.slugs import slugify
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.former_slugs import find_former_faults
from showcase.store.ingest.site_files import SiteFiles, read_site_files
from showcase.store.ingest.text_files import unreadable_fault
from showcase.store.ingest.track_names import CAPTION_EXTENSIONS, is_meant_as_track, is_stray

VIDEO_TOML = "video.toml"


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
        slug: the video's name in addresses, made from `name`; "" only with a fault.
        files: the files in it without hidden ones, in the order of their names.
        faults: why it cannot be published, whatever is in its files.
        strays: the names of hidden files that programs left behind (".DS_Store").
        misfits: the names of pipes, devices, folders and dead links that are named as tracks are.
    """

    name: str
    slug: str
    files: tuple[FileStat, ...]
    faults: tuple[Fault, ...] = ()
    strays: tuple[str, ...] = ()
    misfits: tuple[str, ...] = ()

    def has_video_toml(self) -> bool:
        """False for a folder that nothing describes; then it has a fault."""
        return any(file.name == VIDEO_TOML for file in self.files)


@dataclass(frozen=True, slots=True)
class FolderScan:
    """What is in the folder of transcripts, before the videos are read.

    Attributes:
        root: its path.
        site: the content of site.toml, its translations and tokens.css.
        folders: the folders of videos, in the order of their names.
        faults: what is wrong with the folder as a whole, site.toml and tokens.css.
        notes: what should be looked at there.
    """

    root: Path
    site: SiteFiles = field(default_factory=SiteFiles)
    folders: tuple[VideoFolder, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def scan_folders(root: Path) -> FolderScan:
    """Find the videos in a folder of transcripts. Raises nothing: errors are among the faults."""
    try:
        names = sorted(entry.name for entry in os.scandir(root) if not _is_hidden(entry.name))
    except OSError as error:
        return FolderScan(root, faults=(_root_fault(root, error),))
    names, name_faults = _utf8_names(names, "")
    site = read_site_files(root, names)
    faults = [*name_faults, *site.faults, *_misplaced_file_faults(root, names)]
    folders = [_scan_video_folder(root, name) for name in names if _is_video_folder(root, name)]
    if not folders and not faults:
        message = "There is no video in it"
        faults.append(Diagnosis("no-video", message, f"make {_EXAMPLE_FOLDER}").at(str(root)))
    checked = _with_former_faults(root, [*_with_slug_faults(folders)])
    return FolderScan(root, site, tuple(checked), tuple(faults), tuple(site.notes))


_EXAMPLE_FOLDER = "a folder with a video.toml and a captions.en.vtt"


def _root_fault(root: Path, error: OSError) -> Fault:
    if isinstance(error, FileNotFoundError):
        fix = f"make it, and in it {_EXAMPLE_FOLDER} for each video"
        return Diagnosis("no-transcripts", "There is no such folder", fix).at(str(root))
    if isinstance(error, NotADirectoryError):
        fix = "name the folder that has a folder for each video"
        return Diagnosis("no-transcripts", "This is a file", fix).at(str(root))
    return unreadable_fault(str(root), error)


def _is_video_folder(root: Path, name: str) -> bool:
    """False for files, and for the folder of the owner's pages; a video may have its name, too."""
    folder = root / name
    return folder.is_dir() and (name != PAGES_FOLDER or (folder / VIDEO_TOML).exists())


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _utf8_names(names: Iterable[str], folder: str) -> tuple[list[str], list[Fault]]:
    """The names that are UTF-8, and the faults of the others, which can be neither stored nor printed.

    Python reads the bytes of such a name as lone surrogates (PEP 383).
    """
    good, faults = [], []
    for name in names:
        printable = os.fsencode(name).decode("utf-8", "replace")
        if printable == name:
            good.append(name)
        else:
            diagnosis = Diagnosis("file-name-not-utf-8", "Its name is not UTF-8", "rename it")
            faults.append(diagnosis.at(f"{folder}{printable}"))
    return good, faults


def _misplaced_file_faults(root: Path, names: Iterable[str]) -> Iterator[Fault]:
    """Faults of files of a video that are not in the folder of a video."""
    message = "It is not in the folder of a video"
    for name in names:
        if name == VIDEO_TOML:
            fix = f"give each video a folder of its own in {root}"
            yield Diagnosis("misplaced-file", message, fix).at(name)
        elif (
            name.lower().endswith(CAPTION_EXTENSIONS)
            and not is_stray(name)
            and (root / name).is_file()
        ):
            yield Diagnosis("misplaced-file", message, "move it into that of its video").at(name)


def _scan_video_folder(root: Path, name: str) -> VideoFolder:
    slug = slugify(name)
    try:
        found = {file.name: file for file in _list_files(root / name)}
    except OSError as error:
        return VideoFolder(name, slug, (), (unreadable_fault(name, error),))
    good, faults = _utf8_names(found, f"{name}/")
    if VIDEO_TOML not in found:
        fix = 'make one with the line title = "…", or move the folder elsewhere'
        faults.append(Diagnosis("no-video-toml", "There is no video.toml in it", fix).at(name))
    elif not slug:
        message = "Its name cannot be part of an address"
        faults.append(
            Diagnosis("unusable-folder-name", message, "rename it with letters a to z").at(name)
        )
    strays, misfits = _list_others(root / name)
    files = tuple(found[each] for each in good)
    return VideoFolder(name, slug, files, tuple(faults), strays, misfits)


def _list_files(folder: Path) -> Iterator[FileStat]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_file() and not _is_hidden(entry.name):
            stat = entry.stat()
            yield FileStat(entry.name, stat.st_size, stat.st_mtime_ns)


def _list_others(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of stray hidden files in a folder, and of what is named as a track but is no file."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    strays = tuple(each.name for each in entries if _is_hidden(each.name) and is_stray(each.name))
    misfits = (
        each.name
        for each in entries
        if not each.is_file() and not _is_hidden(each.name) and is_meant_as_track(each.name)
    )
    return strays, tuple(misfits)


def _with_slug_faults(folders: Collection[VideoFolder]) -> Iterator[VideoFolder]:
    """The folders; of those with one address, none is published: nobody knows which one is meant."""
    names: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        if folder.slug and folder.has_video_toml():
            names[folder.slug].append(folder.name)
    for folder in folders:
        others = [name for name in names[folder.slug] if name != folder.name]
        shared = bool(others) and folder.has_video_toml()
        faults = [_slug_fault(folder, others[0])] if shared else []
        yield replace(folder, faults=(*folder.faults, *faults))


def _slug_fault(folder: VideoFolder, other: str) -> Fault:
    message = f"Its address /videos/{folder.slug} is that of {other}, too"
    return Diagnosis("address-taken", message, "rename one of the two").at(folder.name)


def _with_former_faults(root: Path, folders: Collection[VideoFolder]) -> Iterator[VideoFolder]:
    """The folders; one that claims an address of another is not published with that claim."""
    slugs = {folder.name: folder.slug for folder in folders if folder.has_video_toml()}
    faults = find_former_faults(root, slugs, VIDEO_TOML)
    for folder in folders:
        yield replace(folder, faults=(*folder.faults, *faults.get(folder.name, ())))
