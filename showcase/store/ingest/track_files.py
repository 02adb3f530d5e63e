"""The caption files of a video's folder: which are there, and what is in them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, get_args

from showcase.core.captions.cues import Cue
from showcase.core.catalog.models import Chapter, Track, TrackKind
from showcase.core.text.language_tags import read_tag
from showcase.core.text.languages import own_name, same_language
from showcase.errors import ContentError, Fault
from showcase.store.captions.reader import read_captions
from showcase.store.ingest.video_toml import TrackWords
from showcase.store.serialization import TrackCues

KINDS: tuple[TrackKind, ...] = get_args(TrackKind)
ENDINGS = (".vtt", ".srt", ".sbv")
# Other caption formats: a file of one is meant as a track, and somebody must hear that it is not read.
_OTHER_ENDINGS = (".ass", ".dfxp", ".json3", ".scc", ".ssa", ".stl", ".sub", ".ttml")
# A little more than the reader of captions takes, so that it is the one to refuse a file by its size.
_BYTES_MOST = 10 * 1024 * 1024 + 1


class TrackFile(NamedTuple):
    """A caption file by its name: "captions.en.vtt"."""

    kind: TrackKind
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class ReadTrack:
    """A caption file that was read.

    Attributes:
        cues: None when the file is no track at all; then `faults` say why.
        faults: why it cannot be published.
        lost: what could not be read in it, by line; it is published without.
        notes: what reads badly in it.
    """

    cues: TrackCues | None
    faults: tuple[Fault, ...] = ()
    lost: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def find_tracks(folder: str, names: Iterable[str]) -> tuple[tuple[TrackFile, ...], list[Fault]]:
    """The caption files among the files of a folder, and what is wrong with their names."""
    files: list[TrackFile] = []
    faults: list[Fault] = []
    for name in sorted(names):
        if (file := _track_file(name)) is not None:
            files.append(file)
        elif _is_meant_as_track(name):
            faults.append(Fault(f"{folder}/{name}", _name_fault(name)))
    return tuple(files), faults


def _track_file(name: str) -> TrackFile | None:
    kind, _, rest = name.partition(".")
    written, ending = rest.rpartition(".")[0], Path(name).suffix.lower()
    language = read_tag(written)
    if kind not in KINDS or language is None or ending not in ENDINGS:
        return None
    return TrackFile(kind, language, name)


def _is_meant_as_track(name: str) -> bool:
    return name.lower().endswith(ENDINGS + _OTHER_ENDINGS) or name.partition(".")[0] in KINDS


def _name_fault(name: str) -> str:
    kind, *rest = name.split(".")
    if name.lower().endswith(_OTHER_ENDINGS) or not name.lower().endswith(ENDINGS):
        return "This format is not read: save the track as WebVTT, with the ending .vtt."
    guess = get_close_matches(kind.lower(), KINDS, n=1) or ["captions"]
    language = next((tag for part in rest[:-1] if (tag := read_tag(part))), "en")
    mend = f"{guess[0]}.{language}{Path(name).suffix.lower()}"
    return f"The name does not say what it holds: rename it as in {mend} (kind, language, format)."


def no_such_track(name: str, names: Collection[str]) -> str:
    """What is wrong with a name of a track that is not among these."""
    alike = get_close_matches(name, names, n=1)
    guess = f' (did you mean "{alike[0]}"?)' if alike else ""
    return f'There is no track "{name}"{guess}: put it beside video.toml, or correct this.'


def doubled_tracks(folder: str, files: Sequence[TrackFile]) -> list[Fault]:
    """A fault for each file that holds the same as one before it: the words of a language stand once."""
    first: dict[tuple[str, str], str] = {}
    faults = []
    for file in files:
        speech = file.kind in ("captions", "subtitles")
        before = first.setdefault(("speech" if speech else file.kind, file.language), file.name)
        if before != file.name:
            faults.append(
                Fault(
                    f"{folder}/{file.name}",
                    f"{before} holds the same kind and language: keep one of the two files.",
                )
            )
    return faults


def read_track(
    root: Path, folder: str, file: TrackFile, language: str, words: TrackWords
) -> ReadTrack:
    """Read a caption file; `language` is the video's, `words` what its owner says about the track."""
    place = f"{folder}/{file.name}"
    try:
        with (root / folder / file.name).open("rb") as opened:
            read = read_captions(opened.read(_BYTES_MOST), place)
    except ContentError as error:
        return ReadTrack(None, faults=error.faults)
    except OSError as error:
        return ReadTrack(None, faults=(unreadable(place, error),))
    track = Track(
        kind=_kind(file, language),
        language=file.language,
        label=words.label or own_name(file.language),
        note=words.note,
        file=file.name,
        cues=len(read.cues),
        left_out=read.left_out,
    )
    return ReadTrack(TrackCues(track, read.cues), lost=read.faults, notes=read.notes)


def _kind(file: TrackFile, language: str) -> TrackKind:
    """Captions are in the language that is spoken; in another they are subtitles (HTML, `track kind`)."""
    foreign = file.kind == "captions" and not same_language(file.language, language)
    return "subtitles" if foreign else file.kind


def unreadable(place: str, error: OSError) -> Fault:
    """A file that the system does not give us."""
    return Fault(place, f"It cannot be read ({error.strerror}): make it readable, or take it out.")


def spoken_first(tracks: Iterable[TrackCues], language: str) -> tuple[TrackCues, ...]:
    """The speech of the video's own language first, then other speech, then the other kinds."""

    def order(entry: TrackCues) -> tuple[bool, bool, int, str]:
        track = entry.track
        own = track.language == language, same_language(track.language, language)
        speech = track.kind in ("captions", "subtitles")
        return (not speech, not own[1], not own[0], track.language)

    return tuple(sorted(tracks, key=order))


def chapters_of(cues: Iterable[Cue]) -> tuple[Chapter, ...]:
    """The chapters of a chapter track: the cue "The path we want | Vermont" has the note "Vermont"."""
    chapters = []
    for cue in cues:
        title, _, note = " ".join(cue.text.split()).partition("|")
        chapters.append(Chapter(cue.start_ms, cue.end_ms, title.strip(), note.strip()))
    return tuple(chapter for chapter in chapters if chapter.title)
