"""Folders of transcripts: written from generated talks, or gathered from caption files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from benchmarks.search.corpus import Talk
from showcase.core.export.webvtt import write_vtt
from showcase.core.text.languages import NATIVE_NAMES
from showcase.errors import ContentError
from showcase.store.captions.reader import read_captions

SUFFIXES = (".vtt", ".srt", ".sbv")
# In the names of tracks that are no speech.
_NOT_SPEECH = regex.compile(r"chapter|descri|meta(?!l)|thumb|sprite", regex.IGNORECASE)
_CUT = regex.compile(r"[._\s]+")
_KIND = regex.compile(r"(?:^|-)(?:captions?|subtitles?|subs?)$")
_ENGLISH_NAMES = {
    "arabic": "ar", "bengali": "bn", "chinese": "zh", "english": "en", "french": "fr", "german": "de",
    "haitian": "ht", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko",
    "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv",
}  # fmt: skip
_HEADER = regex.compile(rb"^Language:\s*([A-Za-z-]+)", regex.MULTILINE)


@dataclass(frozen=True, slots=True)
class Track:
    """A track that quotes can be taken from, and how many cues it has."""

    slug: str
    language: str
    cues: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """A folder of caption files as tracks, with the names of the files that could not be read."""

    name: str
    tracks: tuple[Track, ...]
    unreadable: tuple[str, ...]


def write_talks(made: Iterable[Talk], root: Path) -> Iterator[Track]:
    """Write talks as a publisher does: a folder for each, with a caption file and video.toml."""
    for talk in made:
        write_talk(talk, root)
        yield Track(talk.slug, talk.language, len(talk.cues))


def write_talk(talk: Talk, root: Path) -> None:
    """Write one talk."""
    folder = root / talk.slug
    _write_toml(folder, talk.slug, talk.language)
    captions = folder / f"captions.{talk.language}.vtt"
    captions.write_text(write_vtt(talk.cues, talk.language), "utf-8")


def _write_toml(folder: Path, title: str, language: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f'title = "{title}"\nlanguage = "{language}"\n'
    (folder / "video.toml").write_text(text, "utf-8")


def caption_folders(path: Path) -> dict[str, list[Path]]:
    """For each folder below `path` with caption files, its name and these files."""
    folders: dict[str, list[Path]] = {}
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in SUFFIXES and not _NOT_SPEECH.search(file.name):
            where = file.parent.relative_to(path).as_posix()
            folders.setdefault(path.resolve().name if where == "." else where, []).append(file)
    return folders


def gather(name: str, files: Iterable[Path], root: Path) -> Gathered:
    """Copy caption files into folders of videos; the languages of one recording become its tracks."""
    tracks: list[Track] = []
    unreadable: list[str] = []
    for file in files:
        data = file.read_bytes()
        language, title = language_of(file.name, data), title_of(file.name)
        try:
            cues = len(read_captions(data, f"captions.{language}{file.suffix}").cues)
        except ContentError:
            unreadable.append(file.name)
            continue
        slug = _free(root, title, language)
        if not (root / slug).exists():
            _write_toml(root / slug, slug, language)
        (root / slug / f"captions.{language}{file.suffix.lower()}").write_bytes(data)
        tracks.append(Track(slug, language, cues))
    return Gathered(name, tuple(tracks), tuple(unreadable))


def _free(root: Path, title: str, language: str) -> str:
    """The slug of a video with this title that has no captions in this language yet."""
    number, slug = 1, title
    while list((root / slug).glob(f"captions.{language}.*")):
        number += 1
        slug = f"{title}-{number}"
    return slug


def language_of(name: str, data: bytes = b"") -> str:
    """The language in the name of a file, or in its header, else English."""
    for part in reversed(_CUT.split(name.lower())[:-1]):
        if part in _ENGLISH_NAMES:
            return _ENGLISH_NAMES[part]
        if _names_language(part):
            return _tag(part)
    header = _HEADER.search(data[:300])
    return _tag(header[1].decode()) if header else "en"


def _tag(text: str) -> str:
    """A tag as it is usually written: "pt-BR"."""
    primary, *others = text.split("-")
    return "-".join([primary.lower(), *(part.upper() for part in others)])


def title_of(name: str) -> str:
    """The name of a file without its language and kind, as a slug."""
    parts = _CUT.split(name.lower())[:-1]
    words = [_KIND.sub("", part) for part in parts if not _names_language(part)]
    return regex.sub(r"[^a-z0-9]+", "-", "-".join(words)).strip("-") or "video"


def _names_language(part: str) -> bool:
    return part in _ENGLISH_NAMES or part.partition("-")[0] in NATIVE_NAMES
