"""A backup: one tar file with every file of a folder of transcripts, and their checksums.

    transcripts/site.toml
    transcripts/orchard/captions.en.vtt
    SHA256SUMS      the last one: where it is missing, the backup is not whole

It can be read without this program, too: `tar -xf FILE && sha256sum --check SHA256SUMS`.
"""

import hashlib
import io
import math
import os
import tarfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, NamedTuple

from showcase.errors import Fault, ShowcaseError
from showcase.store.intake.journal import HISTORY_FOLDER, ChangeJournal

# While a backup is brought back, its files are in a hidden folder of this name in that of the transcripts.
RESTORE_PREFIX = ".restore-"
_CONTENT_PREFIX = "transcripts/"
_SUMS_NAME = "SHA256SUMS"
_FILE_MODE = 0o644
# What a member's time raises that is no number, or beyond all clocks.
_NO_TIME = (ArithmeticError, ValueError)


class SavedFile(NamedTuple):
    """A file of a backup that was unpacked.

    Attributes:
        path: where it was unpacked.
        sha256: of its content, in hexadecimal digits.
        mtime_ns: when its content was changed last, nanoseconds since 1970.
    """

    path: Path
    sha256: str
    mtime_ns: int


class HashingReader:
    """Reads from a file, and hashes what was read."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin where the file is."""
        self._file = file
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read as a file does."""
        data = self._file.read(size)
        self.hash.update(data)
        return data


def list_files(root: Path) -> Iterator[str]:
    """The paths of all files below a folder of transcripts, from there, in order; links are followed.

    What `showcase undo` could take back is left out: words that were removed or withdrawn are kept there.
    """
    seen: set[str] = set()
    for folder, folders, names in os.walk(root, followlinks=True):
        if os.path.realpath(folder) in seen:  # a link to a folder that it is in
            folders.clear()
            continue
        seen.add(os.path.realpath(folder))
        if Path(folder) == root:
            folders[:] = [name for name in folders if not _is_ours(name)]
        folders.sort()
        for name in sorted(names):
            yield Path(folder, name).relative_to(root).as_posix()


def _is_ours(name: str) -> bool:
    return name == HISTORY_FOLDER or name.startswith(RESTORE_PREFIX)


def write_backup(root: Path, target: BinaryIO, *, compressed: bool = False) -> int:
    """Write a backup of a folder of transcripts, while no command changes it.

    Args:
        root: the folder.
        target: gets the bytes, from the first to the last.
        compressed: True to write gzip; recordings do not become smaller.

    Returns:
        The number of files in it.

    Raises:
        ShowcaseError: a file cannot be read, or changes while it is read; or a command changes the folder.
    """
    try:
        with (
            ChangeJournal(root).lock(),
            tarfile.open(mode="w|gz" if compressed else "w|", fileobj=target) as archive,
        ):
            sums = [
                _sum_line(_add_file(archive, root, name), _CONTENT_PREFIX + name)
                for name in list_files(root)
            ]
            _add_sums(archive, "".join(sums).encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise _refusal(error.filename or root, f"It cannot be read or written ({error})") from error
    return len(sums)


def _add_file(archive: tarfile.TarFile, root: Path, name: str) -> str:
    """Add a file; returns its SHA-256."""
    if not (root / name).is_file():
        raise _refusal(name, "It is no file", "move it out of the folder of transcripts")
    with (root / name).open("rb") as file:
        before = os.fstat(file.fileno())
        info = tarfile.TarInfo(_CONTENT_PREFIX + name)
        info.size, info.mode = before.st_size, _FILE_MODE
        _set_time(info, before.st_mtime_ns)
        reader = HashingReader(file)
        archive.addfile(info, reader)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _refusal(name, "It was changed while it was read", "try again")
    return reader.hash.hexdigest()


def _set_time(info: tarfile.TarInfo, mtime_ns: int) -> None:
    """Give a member its time to the nanosecond (pax, POSIX.1-2017: seconds as a decimal).

    tarfile keeps seconds as a float, which is off by up to 120 ns today.
    """
    seconds = Decimal(mtime_ns).scaleb(-9)
    info.mtime = math.floor(seconds)
    info.pax_headers = {"mtime": f"{seconds:f}"}


def _time_ns(info: tarfile.TarInfo) -> int:
    """When a member was changed last; the seconds of its header where a backup of another tar says no more.

    Raises:
        ArithmeticError, ValueError: that is no number.
    """
    return int(Decimal(info.pax_headers.get("mtime", info.mtime)).scaleb(9))


def _add_sums(archive: tarfile.TarFile, content: bytes) -> None:
    info = tarfile.TarInfo(_SUMS_NAME)
    info.size, info.mode = len(content), _FILE_MODE
    archive.addfile(info, io.BytesIO(content))


def _sum_line(digest: str, name: str) -> str:
    r"""A line as sha256sum writes it: "\" in front where the name has a "\" or a line break."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if escaped == name else chr(92)}{digest}  {escaped}\n"


def unpack_backup(source: BinaryIO, place: str, folder: Path) -> dict[str, SavedFile]:
    """Unpack a backup, and compare every file with its checksum.

    Args:
        source: the bytes of the backup.
        place: its name, for errors.
        folder: an empty folder; files get numbers there, so that no name leads elsewhere.

    Returns:
        The files by their paths from the folder of transcripts.

    Raises:
        ShowcaseError: it is damaged, not whole, or no backup of `write_backup`.
    """
    files: dict[str, SavedFile] = {}
    sums = None
    try:
        with tarfile.open(mode="r|*", fileobj=source) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is None or sums is not None:
                    raise _refusal(place, "It is no backup made by showcase backup")
                if member.name == _SUMS_NAME:
                    sums = content.read()
                else:
                    path = folder / str(len(files))
                    saved = _unpack_file(content, path, _time_ns(member))  # type: ignore[arg-type]
                    files[_content_name(member.name, files, place)] = saved
    except (OSError, EOFError, tarfile.TarError, zlib.error, *_NO_TIME) as error:
        raise _refusal(place, f"It cannot be read ({error})") from error
    if sums is None:
        raise _refusal(place, "It is not whole: its end is missing", "take another backup")
    _check_sums(files, sums, place)
    return files


def _unpack_file(content: BinaryIO, path: Path, mtime_ns: int) -> SavedFile:
    reader = HashingReader(content)
    with path.open("xb") as file:
        while data := reader.read(1 << 20):
            file.write(data)
    os.utime(path, ns=(mtime_ns, mtime_ns))
    return SavedFile(path, reader.hash.hexdigest(), mtime_ns)


def _content_name(name: str, files: dict[str, SavedFile], place: str) -> str:
    """The path of a file from the folder of transcripts; refused where it would lead out of that."""
    inside = name.removeprefix(_CONTENT_PREFIX)
    parts = inside.split("/")
    if (
        inside == name
        or inside in files
        or not {"", ".", ".."}.isdisjoint(parts)
        or "\0" in name
        or _is_ours(parts[0])
    ):
        raise _refusal(place, f"A file in it has a name that none should have ({name})")
    return inside


def _check_sums(files: dict[str, SavedFile], sums: bytes, place: str) -> None:
    expected = "".join(
        _sum_line(file.sha256, _CONTENT_PREFIX + name) for name, file in files.items()
    )
    if expected.encode("utf-8", "surrogateescape") != sums:
        raise _refusal(place, "It is damaged: files and checksums differ", "take another backup")


def _refusal(place: object, message: str, fix: str = "") -> ShowcaseError:
    return ShowcaseError(str(Fault(str(place), message, fix)))
