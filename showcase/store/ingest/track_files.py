"""Finds and reads the caption files in the folder of a video."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from showcase.core.captions.speakers import KnownSpeaker, SpeakerEvidence, SpeakerHints
from showcase.core.catalog.models import Chapter, Track, TrackKind
from showcase.core.text.language_tags import parse_language_tag
from showcase.core.text.languages import is_known_language, native_name, same_language
from showcase.errors import ContentError, Diagnosis, Fault
from showcase.store.captions.findings import as_faults
from showcase.store.captions.read_options import ReadOptions
from showcase.store.captions.reader import CaptionFile, read_captions
from showcase.store.captions.rejection import MAX_CAPTION_FILE_BYTES
from showcase.store.captions.untimed_text import is_text_name
from showcase.store.ingest.file_guard import find_refusal
from showcase.store.ingest.text_files import unreadable_fault
from showcase.store.ingest.track_choice import TrackRank, rank_track
from showcase.store.ingest.track_names import (
    TRACK_EXTENSIONS,
    TRACK_KINDS,
    TrackFile,
    is_meant_as_track,
    is_stray,
    parse_track_name,
)
from showcase.store.ingest.video_toml import TrackToml, VideoToml
from showcase.store.records import TrackCues

# Subtitles of discs and broadcasts, which show pictures of words.
_PICTURE_EXTENSIONS = (".idx", ".sup")
# One byte more than read_captions accepts, so that it reports a file that is too large.
_MAX_CAPTION_READ_BYTES = MAX_CAPTION_FILE_BYTES + 1


@dataclass(frozen=True, slots=True)
class LoadedTrack:
    """A caption file that was read.

    Attributes:
        track_cues: None when the file is not a track at all; then `faults` say why.
        faults: why it cannot be published: what could not be read in it, and what is doubtful.
        notes: what should be looked at; also the faults that the owner accepts.
        speakers: who speaks in it.
        rank: how good it is, where another file has the same language; None for a file that cannot be read.
        is_author_clear: it is long enough to tell whether a person wrote it.
    """

    track_cues: TrackCues | None
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    speakers: tuple[SpeakerEvidence, ...] = ()
    rank: TrackRank | None = None
    is_author_clear: bool = True


class TrackSpeakers(NamedTuple):
    """Who speaks in a track.

    Attributes:
        video: the slug of its video.
        track: the name of its file.
        speakers: in the order in which they first speak; those who are not named come last.
    """

    video: str
    track: str
    speakers: tuple[SpeakerEvidence, ...]


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
        if (file := parse_track_name(name)) is not None:
            files.append(file)
        elif is_meant_as_track(name) and not is_stray(name):
            faults.append(_name_diagnosis(name).at(f"{folder}/{name}"))
    return tuple(files), faults


def stray_notes(folder: str, names: Iterable[str]) -> list[Fault]:
    """A note for each copy, or file that a program left behind, in the folder of a video.

    Args:
        folder: the name of the folder, for the places of notes.
        names: of all files in it that are not tracks.
    """
    message = "is passed over: it looks like a copy, or like a file that a program left behind"
    rename = "remove it, or rename it as in captions.en.vtt"
    return [
        Fault(
            f"{folder}/{name}",
            message,
            rename if is_meant_as_track(name) else "remove it",
            "stray-file",
        )
        for name in sorted(names)
        if is_stray(name) and parse_track_name(name) is None
    ]


def _name_diagnosis(name: str) -> Diagnosis:
    kind, *rest = name.split(".")
    if name.lower().endswith(_PICTURE_EXTENSIONS):
        message = "It holds pictures of words, which cannot be read"
        return Diagnosis("pictures", message, "export the captions as text")
    if not name.lower().endswith(TRACK_EXTENSIONS):
        fix = "save the track as WebVTT, with the extension .vtt"
        return Diagnosis("unsupported-format", "This format is not supported", fix)
    guess = get_close_matches(kind.lower(), TRACK_KINDS, n=1) or ["captions"]
    language = next((tag for part in rest[:-1] if (tag := parse_language_tag(part))), "en")
    example = f"{guess[0]}.{language}{Path(name).suffix.lower()}"
    fix = f"rename it as in {example} (kind, language, format)"
    return Diagnosis("unclear-file-name", "The name does not say what is in it", fix)


def unknown_track_diagnosis(name: str, names: Collection[str]) -> Diagnosis:
    """A table names a track that is not among these files."""
    message = f'There is no caption file "{name}"'
    if alike := _meant_file(name, names):
        return Diagnosis("unknown-track", message, f'write [tracks."{alike}"]')
    fix = f'put it beside video.toml, or remove [tracks."{name}"] and its lines'
    return Diagnosis("unknown-track", message, fix)


def _meant_file(name: str, names: Collection[str]) -> str | None:
    """The file that a name was meant to be, None for a file that is really missing.

    A name with a kind and a language is no slip: captions.es.vtt was removed, and captions.en.vtt is another.
    """
    if (file := parse_track_name(name)) is None:
        return next(iter(get_close_matches(name, names, n=1)), None)
    found = (other for other in map(parse_track_name, names) if other)
    same = (other.name for other in found if other[:2] == file[:2])
    return next(same, None)


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
        if refusal := find_refusal(folder.parent, folder / file.name, MAX_CAPTION_FILE_BYTES):
            return LoadedTrack(None, faults=as_faults([refusal], place))
        with (folder / file.name).open("rb") as opened:
            data = opened.read(_MAX_CAPTION_READ_BYTES)
        read = read_captions(data, place, read_options(file, track_toml, toml))
    except ContentError as error:
        return LoadedTrack(None, faults=error.faults)
    except OSError as error:
        return LoadedTrack(None, faults=(unreadable_fault(place, error),))
    accepted, faults = (read.faults, ()) if track_toml.accept else ((), read.faults)
    return LoadedTrack(
        TrackCues(_build_track(file, language, track_toml, read), read.cues),
        faults=faults,
        notes=(
            *map(_accepted, accepted),
            *_unknown_language_notes(place, file.language),
            *_underscore_notes(place, file),
            *read.notes,
        ),
        speakers=read.speakers,
        rank=rank_track(file, read),
        is_author_clear=read.is_enough_to_tell,
    )


def read_options(file: TrackFile, track_toml: TrackToml, toml: VideoToml) -> ReadOptions:
    """What is known about a caption file: by its name, its table and the rest of video.toml."""
    return ReadOptions(
        file.kind,
        file.language,
        _speaker_hints(toml),
        track_toml.frame_rate,
        track_toml.offset,
        toml.duration,
    )


def _build_track(file: TrackFile, language: str, track_toml: TrackToml, read: CaptionFile) -> Track:
    return Track(
        kind=_track_kind(file, language),
        language=file.language,
        label=track_toml.label or native_name(file.language),
        note=track_toml.note,
        file=file.name,
        cues=len(read.cues),
        left_out=read.skipped_cue_count,
        timing=read.timing,
        origin=track_toml.origin,
        corrected=track_toml.corrected,
    )


def _accepted(fault: Fault) -> Fault:
    """A fault as a note, for a track with `accept = true`."""
    return replace(fault, message=f"{fault.message} (published all the same: accept = true)")


def _unknown_language_notes(place: str, language: str) -> list[Fault]:
    """A note on a track in a language that nobody has named; its text is shown and searched as it is."""
    if is_known_language(language):
        return []
    message = f'"{language}" is no language that is known, so its name and word forms are not'
    fix = "name the file after its language, as in captions.en.vtt"
    return [Fault(place, message, fix, "undetermined-language")]


def _underscore_notes(place: str, file: TrackFile) -> list[Fault]:
    """A note on a language tag that is written as operating systems write it: "en_US"."""
    tag = file.name.split(".")[1]
    if "_" not in tag:
        return []
    message = f'"{tag}" was read as "{file.language}"'
    fix = f"rename it to {file.name.replace(tag, tag.replace('_', '-'), 1)}"
    return [Fault(place, message, fix, "underscore-tag")]


def _speaker_hints(toml: VideoToml) -> SpeakerHints:
    people = (KnownSpeaker(person.name, person.aliases) for person in toml.people)
    return SpeakerHints(tuple(people), toml.not_speakers)


def _track_kind(file: TrackFile, language: str) -> TrackKind:
    """Captions in a language that is not spoken are subtitles (HTML, element `track`, attribute `kind`)."""
    foreign = file.kind == "captions" and not same_language(file.language, language)
    return "subtitles" if foreign else file.kind


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


def parse_chapters(track: TrackCues, end_ms: int = 0) -> tuple[Chapter, ...]:
    """The chapters of a chapter track: the cue "The rules we wrote | Vermont" has the note "Vermont".

    Args:
        track: of chapters.
        end_ms: of the recording; the last chapter of a list ends there, because a list has no ends.
    """
    chapters = []
    for cue in track.cues:
        title, _, note = " ".join(cue.text.split()).partition("|")
        chapters.append(Chapter(cue.start_ms, cue.end_ms, title.strip(), note.strip()))
    if chapters and is_text_name(track.track.file):
        chapters[-1] = replace(chapters[-1], end_ms=max(chapters[-1].end_ms, end_ms))
    return tuple(chapter for chapter in chapters if chapter.title)
