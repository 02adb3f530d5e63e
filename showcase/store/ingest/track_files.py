"""Finds and reads the caption files in the folder of a video."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, get_args

from showcase.core.captions.cues import Cue
from showcase.core.captions.speakers import KnownSpeaker, SpeakerEvidence, SpeakerHints
from showcase.core.catalog.models import Chapter, Track, TrackKind
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import native_name, same_language
from showcase.errors import ContentError, Fault
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import read_captions
from showcase.store.ingest.video_toml import TrackToml, VideoToml
from showcase.store.records import TrackCues

TRACK_KINDS: tuple[TrackKind, ...] = get_args(TrackKind)
CAPTION_EXTENSIONS = (".vtt", ".srt", ".sbv")
# Other caption formats: such a file is meant as a track, so it must be reported that it is not read.
_UNSUPPORTED_EXTENSIONS = (".ass", ".dfxp", ".json3", ".scc", ".ssa", ".stl", ".sub", ".ttml")
# One byte more than read_captions accepts, so that it reports a file that is too large.
_MAX_CAPTION_READ_BYTES = 10 * 1024 * 1024 + 1


class TrackFile(NamedTuple):
    """A caption file, by the parts of its name: "captions.en.vtt"."""

    kind: TrackKind
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class LoadedTrack:
    """A caption file that was read.

    Attributes:
        track_cues: None when the file is not a track at all; then `faults` say why.
        faults: why it cannot be published.
        line_faults: what could not be read in it, by line; the rest is published.
        notes: what should be looked at.
        speakers: who speaks in it.
    """

    track_cues: TrackCues | None
    faults: tuple[Fault, ...] = ()
    line_faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    speakers: tuple[SpeakerEvidence, ...] = ()


def find_track_files(
    folder: str, names: Iterable[str]
) -> tuple[tuple[TrackFile, ...], list[Fault]]:
    """The caption files in the folder of a video, and the faults of their names.

    Args:
        folder: the name of the folder, for the places of faults.
        names: of all files in it.
    """
    files: list[TrackFile] = []
    faults: list[Fault] = []
    for name in sorted(names):
        if (file := _parse_track_file_name(name)) is not None:
            files.append(file)
        elif _is_meant_as_track(name):
            faults.append(Fault(f"{folder}/{name}", _name_fault(name)))
    return tuple(files), faults


def _parse_track_file_name(name: str) -> TrackFile | None:
    kind, _, rest = name.partition(".")
    tag, extension = rest.rpartition(".")[0], Path(name).suffix.lower()
    language = parse_language_tag(tag)
    if kind not in TRACK_KINDS or language is None or extension not in CAPTION_EXTENSIONS:
        return None
    return TrackFile(kind, language, name)


def _is_meant_as_track(name: str) -> bool:
    return (
        name.lower().endswith(CAPTION_EXTENSIONS + _UNSUPPORTED_EXTENSIONS)
        or name.partition(".")[0] in TRACK_KINDS
    )


def _name_fault(name: str) -> str:
    kind, *rest = name.split(".")
    if name.lower().endswith(_UNSUPPORTED_EXTENSIONS) or not name.lower().endswith(
        CAPTION_EXTENSIONS
    ):
        return "This format is not supported: save the track as WebVTT, with the extension .vtt."
    guess = get_close_matches(kind.lower(), TRACK_KINDS, n=1) or ["captions"]
    language = next((tag for part in rest[:-1] if (tag := parse_language_tag(part))), "en")
    example = f"{guess[0]}.{language}{Path(name).suffix.lower()}"
    return (
        f"The name does not say what is in it: rename it as in {example} (kind, language, format)."
    )


def unknown_track_message(name: str, names: Collection[str]) -> str:
    """The message of a fault: a track that is named is not among these files."""
    alike = get_close_matches(name, names, n=1)
    guess = f' (did you mean "{alike[0]}"?)' if alike else ""
    return f'There is no track "{name}"{guess}: put it beside video.toml, or correct the name.'


def duplicate_track_faults(folder: str, files: Sequence[TrackFile]) -> list[Fault]:
    """A fault for each file with the kind and language of one before it.

    Captions and subtitles count as one kind, because a language has one transcript.
    """
    first: dict[tuple[str, str], str] = {}
    faults = []
    for file in files:
        speech = file.kind in ("captions", "subtitles")
        before = first.setdefault(("speech" if speech else file.kind, file.language), file.name)
        if before != file.name:
            faults.append(
                Fault(
                    f"{folder}/{file.name}",
                    f"{before} has the same kind and language: keep one of the two files.",
                )
            )
    return faults


def load_track(folder: Path, file: TrackFile, language: str, toml: VideoToml) -> LoadedTrack:
    """Read a caption file. Raises nothing: errors are among the faults.

    Args:
        folder: of the video.
        file: which file.
        language: of the video, a BCP 47 tag.
        toml: its video.toml.
    """
    place = f"{folder.name}/{file.name}"
    track_toml = toml.tracks.get(file.name, TrackToml())
    try:
        with (folder / file.name).open("rb") as opened:
            options = ReadOptions(
                file.kind,
                file.language,
                _speaker_hints(toml),
                track_toml.frame_rate,
                track_toml.offset,
            )
            read = read_captions(opened.read(_MAX_CAPTION_READ_BYTES), place, options)
    except ContentError as error:
        return LoadedTrack(None, faults=error.faults)
    except OSError as error:
        return LoadedTrack(None, faults=(unreadable_fault(place, error),))
    track = Track(
        kind=_track_kind(file, language),
        language=file.language,
        label=track_toml.label or native_name(file.language),
        note=track_toml.note,
        file=file.name,
        cues=len(read.cues),
        left_out=read.skipped_cue_count,
    )
    return LoadedTrack(
        TrackCues(track, read.cues),
        line_faults=read.faults,
        notes=read.notes,
        speakers=read.speakers,
    )


def _speaker_hints(toml: VideoToml) -> SpeakerHints:
    people = (KnownSpeaker(person.name, person.aliases) for person in toml.people)
    return SpeakerHints(tuple(people), toml.not_speakers)


def _track_kind(file: TrackFile, language: str) -> TrackKind:
    """Captions in a language that is not spoken are subtitles (HTML, element `track`, attribute `kind`)."""
    foreign = file.kind == "captions" and not same_language(file.language, language)
    return "subtitles" if foreign else file.kind


def unreadable_fault(place: str, error: OSError) -> Fault:
    """The fault of a file or folder that the operating system does not let us read."""
    return Fault(place, f"It cannot be read ({error.strerror}): make it readable, or remove it.")


def sort_speech_first(tracks: Iterable[TrackCues], language: str) -> tuple[TrackCues, ...]:
    """Captions and subtitles in the video's own language first, then in others, then tracks of other kinds.

    Args:
        tracks: in any order.
        language: of the video, a BCP 47 tag.
    """

    def order(entry: TrackCues) -> tuple[bool, bool, int, str]:
        track = entry.track
        own = track.language == language, same_language(track.language, language)
        speech = track.kind in ("captions", "subtitles")
        return (not speech, not own[1], not own[0], track.language)

    return tuple(sorted(tracks, key=order))


def parse_chapters(cues: Iterable[Cue]) -> tuple[Chapter, ...]:
    """The chapters of a chapter track: the cue "The path we want | Vermont" has the note "Vermont"."""
    chapters = []
    for cue in cues:
        title, _, note = " ".join(cue.text.split()).partition("|")
        chapters.append(Chapter(cue.start_ms, cue.end_ms, title.strip(), note.strip()))
    return tuple(chapter for chapter in chapters if chapter.title)
