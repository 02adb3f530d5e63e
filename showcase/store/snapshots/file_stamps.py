"""What a look at the folder of transcripts finds: a stamp of every file that counts, and none of the others.

Editors leave swap files, backups and temporary names beside what they save. Those are no part of a video, so
nothing is built because of them.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import regex

from showcase.core.catalog.recordings import PICTURE_TYPES, RECORDING_TYPES, extension
from showcase.store.ingest.track_names import is_stray

# Names of files that exist while a program saves another: Vim (4913), sed and GNOME (sedAbC123), JetBrains,
# macOS (name.sb-1a2b-Xy), Qt and rsync (name.vtt.AbC123).
_SAVING = regex.compile(
    r"4913|sed\w{6}|.*\.tmp\.\d+|.*___jb_(?:tmp|old)___|.*\.sb-[0-9a-f]+-\w+|.*\.[a-z0-9]{2,5}\.(?=\w*[A-Z0-9])\w{6}",
    regex.DOTALL,
)
_MEDIA_EXTENSIONS = RECORDING_TYPES.keys() | PICTURE_TYPES.keys()


class Stamp(NamedTuple):
    """What a file or folder is known again by; where two stamps are equal, nobody has written to it.

    Attributes:
        size: bytes; 0 for a folder, whose files have stamps of their own.
        mtime_ns: time of the last change of the content, nanoseconds since 1970; 0 for a folder.
        ctime_ns: time of the last change of the content or of who may read it, likewise.
        inode: another file of the same name has another.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


# By path from the folder of transcripts: "orchard/video.toml".
Stamps = dict[str, Stamp]

_GONE = Stamp(-1, 0, 0, 0)


def read_stamps(root: Path) -> Stamps:
    """The stamps of what is in a folder of transcripts and in the folders in it.

    Raises nothing: what cannot be read has no stamp, and a missing folder has none at all.
    """
    stamps = dict(_read_folder(root, ""))
    for name in [name for name, stamp in stamps.items() if stamp.mtime_ns == 0]:
        stamps |= _read_folder(root, f"{name}/")
    return stamps


def _read_folder(root: Path, prefix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(root / prefix) as entries:
            for entry in entries:
                if is_watched(entry.name, is_folder=_is_folder(entry)):
                    yield f"{prefix}{entry.name}", _stamp(entry)
    except OSError:
        return


def _stamp(entry: "os.DirEntry[str]") -> Stamp:
    try:
        stat = entry.stat()
        if _is_folder(entry):
            return Stamp(0, 0, 0, stat.st_ino)
    except OSError:  # a dead link, or a file that was renamed just now
        return _GONE
    # A time of 0 is that of a folder; archives without times unpack to it.
    return Stamp(stat.st_size, stat.st_mtime_ns or 1, stat.st_ctime_ns, stat.st_ino)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_watched(name: str, *, is_folder: bool = False) -> bool:
    """False for a hidden name, and for a file that an editor leaves behind or makes while it saves."""
    is_passing = not is_folder and bool(is_stray(name) or _SAVING.fullmatch(name))
    return not (name.startswith(".") or is_passing)


def is_media(path: str) -> bool:
    """True for a recording or a picture, which may take minutes to be copied."""
    return extension(path) in _MEDIA_EXTENSIONS
