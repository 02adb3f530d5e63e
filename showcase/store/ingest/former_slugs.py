"""Former addresses of videos (`former` in video.toml), and what is wrong with them.

An address leads to one video at most: that of a folder always wins, and what two videos claim is nobody's. So
no chain or cycle of addresses can arise.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.core.text.slugs import slugify
from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath

_KEY = "former"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A former address that a video.toml names; `path` leads to it in `file`."""

    folder: str
    slug: str
    path: KeyPath
    file: TomlFile


def former_slugs(names: Sequence[str]) -> tuple[str, ...]:
    """The slugs of former folder names, each once, without those that cannot be part of an address."""
    return tuple(dict.fromkeys(slug for name in names if (slug := slugify(name))))


def find_former_faults(
    root: Path, slugs: Mapping[str, str], video_toml: str
) -> dict[str, tuple[Fault, ...]]:
    """What is wrong with the former addresses of all videos.

    Args:
        root: the folder of transcripts.
        slugs: the current address of each folder that has a `video.toml`, by the folder's name.
        video_toml: the name of that file.

    Returns:
        The faults of each folder that has any, by its name.
    """
    claims = [claim for name in slugs for claim in _read_claims(root, name, f"{name}/{video_toml}")]
    folders = {slug: name for name, slug in slugs.items()}
    claimants: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        claimants[claim.slug].append(claim.folder)
    faults: dict[str, list[Fault]] = defaultdict(list)
    for claim in claims:
        if diagnosis := _diagnose(claim, folders, claimants[claim.slug]):
            faults[claim.folder].append(claim.file.fault_at(claim.path, diagnosis))
    return {name: tuple(found) for name, found in faults.items()}


def _read_claims(root: Path, folder: str, place: str) -> Iterator[_Claim]:
    """The claims of one file; none where it cannot be read, which load_video reports."""
    content = read_text_file(root, place)
    if isinstance(content, Fault) or _KEY not in content:
        return
    file = TomlFile(content, place)
    value = file.values().get(_KEY)
    for number, name in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(name, str) and name.strip():
            yield _Claim(folder, slugify(name), (_KEY, number), file)


def _diagnose(
    claim: _Claim, folders: Mapping[str, str], claimants: Sequence[str]
) -> Diagnosis | None:
    address = f"/videos/{claim.slug}"
    if not claim.slug:
        message = "A former name cannot be part of an address"
        return Diagnosis("former-unusable", message, "write the name that the folder had")
    owner = folders.get(claim.slug)
    if owner == claim.folder:
        message = f"{address} is its address now, not a former one"
        return Diagnosis("former-is-current", message, "remove it from former")
    if owner is not None:
        message = f"The former address {address} is that of the folder {owner}"
        return Diagnosis("former-taken", message, "remove it from former, or rename that folder")
    others = [name for name in claimants if name != claim.folder]
    if not others:
        return None
    message = f"{address} is a former address of {others[0]}, too"
    return Diagnosis("former-twice", message, "leave it in one of the two")
