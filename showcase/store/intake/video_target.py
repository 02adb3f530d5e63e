"""The folder of the video that something is added to: one that is there, or a new one."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from showcase.core.intake.video_slugs import is_slug, slug_of_title
from showcase.errors import Fault, ShowcaseError
from showcase.store.ingest.folder_scan import VIDEO_TOML, scan_folders
from showcase.store.ingest.source_urls import SourceError, is_source_url, parse_source_url
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.track_names import parse_track_name
from showcase.store.intake.journal import content_hash
from showcase.store.intake.material import Material
from showcase.store.intake.refusal import IntakeError
from showcase.store.intake.toml_editor import toml_values


@dataclass(frozen=True, slots=True)
class VideoTarget:
    """The folder of a video.

    Attributes:
        root: the folder of transcripts.
        name: of the video's folder.
        slug: of the video.
        toml_text: the content of video.toml; "" for a new one.
        files: the names of the files in it, hidden ones left out, each with its SHA-256.
    """

    root: Path
    name: str
    slug: str
    toml_text: str = ""
    files: dict[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """True where there is no video.toml yet."""
        return not self.toml_text

    @property
    def folder(self) -> Path:
        """The path of the folder."""
        return self.root / self.name

    def values(self) -> dict[str, object]:
        """What video.toml says; ShowcaseError where it is not TOML."""
        return toml_values(self.toml_text) if self.toml_text else {}

    def language(self) -> str:
        """The language of its recording: that of video.toml, else that of its only captions; "" for none."""
        written = self.values().get("language")
        files = [file for name in self.files if (file := parse_track_name(name))]
        spoken = {file.language for file in files if file.kind == "captions"}
        return str(written) if written else spoken.pop() if len(spoken) == 1 else ""

    def same_file(self, sha256: str) -> str:
        """The name of a file with these bytes, "" for none."""
        return next((name for name, known in self.files.items() if known == sha256), "")


def find_target(root: Path, slug: str, material: Material, hashes: set[str]) -> VideoTarget:
    """The video that is meant.

    Args:
        root: the folder of transcripts.
        slug: that the owner gives; "" for the one that the title gives.
        material: what is added.
        hashes: the SHA-256 of each file that is added.

    Raises:
        ShowcaseError: another video has this address, or nothing gives one.
    """
    existing = {folder.slug: folder.name for folder in scan_folders(root).folders if folder.slug}
    if slug:
        return _open(root, existing[slug], slug) if slug in existing else _new(root, slug)
    if known := _with_address(root, existing, material):
        return known
    title = str(material.facts.values.get("title", ""))
    wanted = slug_of_title(title)
    if not wanted:
        what = f'the title "{title}"' if title else "what was given"
        fix = "say it with --video, as in --video harvest-talk"
        fix = fix if title else f"{fix}, and the title with --title"
        raise IntakeError(None, f"No address can be made of {what}", fix)
    if wanted not in existing:
        return _new(root, wanted)
    target = _open(root, existing[wanted], wanted)
    if hashes.isdisjoint(target.files.values()):
        fix = f"say --video {wanted} to add to it, or --video with another name"
        raise IntakeError(target.folder, "There is a video of this address already", fix)
    return target


def _new(root: Path, slug: str) -> VideoTarget:
    if not is_slug(slug):
        fix = "write small letters a to z, digits, and hyphens between words"
        raise IntakeError(slug, "An address cannot have this name", fix)
    folder = root / slug
    if folder.exists() and not folder.is_dir():
        raise IntakeError(folder, "This is a file", "say --video with another name")
    return VideoTarget(root, slug, slug)


def _open(root: Path, name: str, slug: str) -> VideoTarget:
    folder = root / name
    files = _files(folder)
    if VIDEO_TOML not in files:
        return VideoTarget(root, name, slug, files=files)
    if isinstance(read := read_text_file(root, f"{name}/{VIDEO_TOML}"), Fault):
        raise ShowcaseError(str(read))
    # As it is written, with its line ends and its byte order mark.
    text = (folder / VIDEO_TOML).read_bytes().decode()
    return VideoTarget(root, name, slug, text, files)


def _files(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return {path.name: content_hash(path) for path in paths if path.is_file()}


def _with_address(root: Path, existing: dict[str, str], material: Material) -> VideoTarget | None:
    """The video that plays the same address, whatever its folder is called."""
    if material.address is None:
        return None
    for slug, name in existing.items():
        if any(_address(each) == material.address.address for each in _sources(root / name)):
            return _open(root, name, slug)
    return None


def _sources(folder: Path) -> Iterator[str]:
    try:
        source = tomllib.loads((folder / VIDEO_TOML).read_text("utf-8-sig")).get("source", "")
    except (OSError, ValueError):
        return
    yield from (each for each in (source if isinstance(source, list) else [source]) if each)


def _address(text: object) -> str:
    try:
        return (
            parse_source_url(text).address if isinstance(text, str) and is_source_url(text) else ""
        )
    except SourceError:
        return ""
