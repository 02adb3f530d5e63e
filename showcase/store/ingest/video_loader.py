"""One video's folder becomes a record: its video.toml, its tracks and where its quotes are said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.catalog.models import FeaturedQuote, Source, Video
from showcase.core.quotes.matcher import find_quote
from showcase.core.transcript.transcript import build_transcript
from showcase.errors import Fault
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder, read_text
from showcase.store.ingest.media_files import read_poster, read_source
from showcase.store.ingest.toml_schema import TomlFile
from showcase.store.ingest.track_files import (
    ReadTrack,
    TrackFile,
    chapters_of,
    doubled_tracks,
    find_tracks,
    no_such_track,
    read_track,
    spoken_first,
)
from showcase.store.ingest.translation_loader import Translations, read_translations
from showcase.store.ingest.translation_toml import Original
from showcase.store.ingest.video_toml import ReadVideoToml, TrackWords, VideoToml, read_video_toml
from showcase.store.serialization import TrackCues, VideoRecord


@dataclass(frozen=True, slots=True)
class ReadVideo:
    """A video's folder that was read.

    Attributes:
        record: None when there are faults.
        faults: why it cannot be published.
        lost: what could not be read in its tracks, by line; it is published without.
        notes: what its owner may want to mend.
    """

    record: VideoRecord | None
    faults: tuple[Fault, ...] = ()
    lost: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def read_video(root: Path, folder: VideoFolder) -> ReadVideo:
    """Read everything in a video's folder. Never raises: what is wrong is among the faults."""
    content = read_text(root, f"{folder.name}/{VIDEO_TOML}")
    if isinstance(content, Fault):
        toml = ReadVideoToml(None, (content,), TomlFile("", ""))
    else:
        toml = read_video_toml(content, f"{folder.name}/{VIDEO_TOML}")
    return _Reading(root, folder, toml).read()


class _Reading:
    """One folder while it is read; the parts go on after a fault, so that all are found."""

    def __init__(self, root: Path, folder: VideoFolder, toml: ReadVideoToml) -> None:
        self._root = root
        self._folder = folder
        self._file = toml.file
        self._said = toml.values or VideoToml()
        self._faults = list(toml.faults)
        self._notes: list[Fault] = []
        self._already = len(toml.file.faults)

    def read(self) -> ReadVideo:
        sizes = {file.name: file.size for file in self._folder.files}
        source = read_source(self._said.source, sizes, self._file)
        poster = read_poster(self._said.poster, sizes, self._file)
        files, faults = find_tracks(self._folder.name, sizes)
        self._faults += [*faults, *doubled_tracks(self._folder.name, files)]
        self._check_track_words(files)
        language = self._language(files)
        read = [self._track(file, language) for file in files]
        tracks = spoken_first([entry.cues for entry in read if entry.cues], language)
        self._check_speech(files)
        self._note_insecure(source)
        translations = self._translations(language, tracks)
        faults = [*self._faults, *self._file.faults[self._already :]]
        faults += [fault for entry in read for fault in entry.faults]
        video = replace(
            self._video(language, tracks),
            source=source,
            poster=poster,
            translations=tuple(translations.found[tag] for tag in sorted(translations.found)),
        )
        return ReadVideo(
            record=None if faults else VideoRecord(video, tracks),
            faults=tuple(faults),
            lost=tuple(fault for entry in read for fault in entry.lost),
            notes=(*self._notes, *(note for entry in read for note in entry.notes)),
        )

    def _track(self, file: TrackFile, language: str) -> ReadTrack:
        words = self._said.tracks.get(file.name, TrackWords())
        return read_track(self._root, self._folder.name, file, language, words)

    def _translations(self, language: str, tracks: tuple[TrackCues, ...]) -> Translations:
        if self._already:  # what they translate could not be read
            return Translations()
        names = [entry.track.file for entry in tracks]
        original = Original(self._said, language, names)
        read = read_translations(self._root, self._folder, original)
        chapters = [entry for entry in tracks if entry.track.kind == "chapters"]
        if chapters:
            own = chapters_of(chapters[0].cues)
            read.add_chapters(self._folder.name, own, chapters[1:])
        self._faults += read.faults
        self._notes += read.notes
        return read

    def _check_track_words(self, files: Iterable[TrackFile]) -> None:
        names = [file.name for file in files]
        for name in self._said.tracks:
            if name not in names:
                self._file.wrong(("tracks", name), no_such_track(name, names))

    def _check_speech(self, files: Sequence[TrackFile]) -> None:
        if not any(file.kind in ("captions", "subtitles") for file in files):
            message = (
                "There is no caption file: put captions.en.vtt (or .srt, .sbv) beside video.toml."
            )
            self._faults.append(Fault(self._folder.name, message))

    def _language(self, files: Sequence[TrackFile]) -> str:
        """The video's language: as said, else that of its only captions, else English."""
        captions = [file.language for file in files if file.kind == "captions"]
        if self._said.language or len(captions) == 1:
            return self._said.language or captions[0]
        if captions and "en" not in captions:
            message = f'It is taken to be in English: say which with language = "{captions[0]}".'
            self._note(("language",), message)
        return "en"

    def _note_insecure(self, source: Source | None) -> None:
        if source and source.kind in ("file", "hls") and source.address.startswith("http:"):
            message = (
                "Pages that are served over https do not play it: write https:// if that works."
            )
            self._note(("source",), message)

    def _note(self, path: tuple[str | int, ...], message: str) -> None:
        self._notes.append(Fault(self._file.place(path), message))

    def _video(self, language: str, tracks: tuple[TrackCues, ...]) -> Video:
        said = self._said
        last = max((cue.end_ms for entry in tracks for cue in entry.cues), default=0)
        chapters = next((entry.cues for entry in tracks if entry.track.kind == "chapters"), ())
        return Video(
            slug=self._folder.slug,
            title=said.title,
            language=language,
            headline=said.headline,
            summary=said.summary,
            kicker=said.kicker,
            author=said.author,
            date=said.date,
            duration_ms=said.duration or last,
            poster_alt=said.poster_alt,
            notice=said.notice,
            links=said.links,
            people=said.people,
            organizations=said.organizations,
            quotes=tuple(self._placed(tracks)),
            chapters=chapters_of(chapters),
            tracks=tuple(entry.track for entry in tracks),
        )

    def _placed(self, tracks: Iterable[TrackCues]) -> Iterable[FeaturedQuote]:
        """The quotes, each with the moment it is said at; one that is not found keeps its place, without."""
        if not self._said.quotes:
            return
        transcripts = {
            entry.track.language: build_transcript(entry.track.language, entry.cues)
            for entry in tracks
            if entry.track.kind in ("captions", "subtitles")
        }
        for number, quote in enumerate(self._said.quotes):
            found = find_quote(quote.text, transcripts)
            if found is None:
                message = (
                    "These words are not in the transcript: correct the quote, or take it out."
                )
                self._note(("quotes", number, "text"), message)
            yield replace(quote, moment=found[1] if found else None)
