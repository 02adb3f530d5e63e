"""Reads the folder of a video: video.toml, tracks, translations, and the moments of its quotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.core.catalog.models import FeaturedQuote, Source, Video
from showcase.core.quotes.matcher import find_quote
from showcase.core.transcript.transcript import build_transcript
from showcase.errors import Fault
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder, read_text_file
from showcase.store.ingest.language_notes import note_languages
from showcase.store.ingest.media_files import read_poster, read_source
from showcase.store.ingest.time_notes import note_times
from showcase.store.ingest.toml_schema import TomlFile
from showcase.store.ingest.track_files import (
    TrackFile,
    duplicate_track_faults,
    find_track_files,
    load_track,
    parse_chapters,
    sort_speech_first,
    unknown_track_message,
)
from showcase.store.ingest.translation_loader import TranslationSet, load_translations
from showcase.store.ingest.translation_toml import OriginalVideo
from showcase.store.ingest.video_toml import ParsedVideoToml, VideoToml, read_video_toml
from showcase.store.records import TrackCues, VideoRecord


@dataclass(frozen=True, slots=True)
class LoadedVideo:
    """A video's folder that was read.

    Attributes:
        record: None when there are faults.
        faults: why it cannot be published.
        line_faults: what could not be read in its tracks, by line; the rest is published.
        notes: what should be looked at, but does not keep it from being published.
    """

    record: VideoRecord | None
    faults: tuple[Fault, ...] = ()
    line_faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def load_video(root: Path, folder: VideoFolder) -> LoadedVideo:
    """Read everything in the folder of a video. Raises nothing: errors are among the faults.

    Args:
        root: the folder of transcripts.
        folder: of the video.
    """
    content = read_text_file(root, f"{folder.name}/{VIDEO_TOML}")
    if isinstance(content, Fault):
        toml = ParsedVideoToml(None, (content,), TomlFile("", ""))
    else:
        toml = read_video_toml(content, f"{folder.name}/{VIDEO_TOML}")
    return _VideoLoader(root, folder, toml).load()


class _VideoLoader:
    """Reads one folder. It goes on after a fault, so that all faults are found at once."""

    def __init__(self, root: Path, folder: VideoFolder, toml: ParsedVideoToml) -> None:
        self._root = root
        self._folder = folder
        self._file = toml.file
        self._toml = toml.values or VideoToml()
        self._faults = list(toml.faults)
        self._notes: list[Fault] = []
        self._toml_fault_count = len(toml.file.faults)

    def load(self) -> LoadedVideo:
        sizes = {file.name: file.size for file in self._folder.files}
        source = read_source(self._toml.source, sizes, self._file)
        poster = read_poster(self._toml.poster, sizes, self._file)
        files, faults = find_track_files(self._folder.name, sizes)
        self._faults += [*faults, *duplicate_track_faults(self._folder.name, files)]
        self._check_track_names(files)
        language = self._video_language(files)
        read = [
            load_track(self._root / self._folder.name, file, language, self._toml) for file in files
        ]
        tracks = sort_speech_first(
            [entry.track_cues for entry in read if entry.track_cues], language
        )
        self._check_speech(files)
        self._notes += note_times(self._folder.name, self._toml, tracks)
        self._notes += note_languages(self._folder.name, tracks)
        self._note_insecure(source)
        translations = self._load_translations(language, tracks)
        faults = [*self._faults, *self._file.faults[self._toml_fault_count :]]
        faults += [fault for entry in read for fault in entry.faults]
        video = replace(
            self._build_video(language, tracks),
            source=source,
            poster=poster,
            translations=tuple(
                translations.by_language[tag] for tag in sorted(translations.by_language)
            ),
        )
        return LoadedVideo(
            record=None if faults else VideoRecord(video, tracks),
            faults=tuple(faults),
            line_faults=tuple(fault for entry in read for fault in entry.line_faults),
            notes=(*self._notes, *(note for entry in read for note in entry.notes)),
        )

    def _load_translations(self, language: str, tracks: tuple[TrackCues, ...]) -> TranslationSet:
        if self._toml_fault_count:  # The original could not be read.
            return TranslationSet()
        names = [entry.track.file for entry in tracks]
        original = OriginalVideo(self._toml, language, names)
        read = load_translations(self._root, self._folder, original)
        chapters = [entry for entry in tracks if entry.track.kind == "chapters"]
        if chapters:
            own = parse_chapters(chapters[0].cues)
            read.add_chapters(self._folder.name, own, chapters[1:])
        self._faults += read.faults
        self._notes += read.notes
        return read

    def _check_track_names(self, files: Iterable[TrackFile]) -> None:
        names = [file.name for file in files]
        for name in self._toml.tracks:
            if name not in names:
                self._file.add_fault(("tracks", name), unknown_track_message(name, names))

    def _check_speech(self, files: Sequence[TrackFile]) -> None:
        if not any(file.kind in ("captions", "subtitles") for file in files):
            message = (
                "There is no caption file: put captions.en.vtt (or .srt, .sbv) beside video.toml."
            )
            self._faults.append(Fault(self._folder.name, message))

    def _video_language(self, files: Sequence[TrackFile]) -> str:
        """The language that video.toml names, else that of the only captions, else English."""
        captions = [file.language for file in files if file.kind == "captions"]
        if self._toml.language or len(captions) == 1:
            return self._toml.language or captions[0]
        if captions and "en" not in captions:
            message = f'English is assumed: name the language of the video with language = "{captions[0]}".'
            self._note(("language",), message)
        return "en"

    def _note_insecure(self, source: Source | None) -> None:
        if source and source.kind in ("file", "hls") and source.address.startswith("http:"):
            message = (
                "Pages that are served over https cannot play it: write https:// if that works."
            )
            self._note(("source",), message)

    def _note(self, path: tuple[str | int, ...], message: str) -> None:
        self._notes.append(Fault(self._file.place(path), message))

    def _build_video(self, language: str, tracks: tuple[TrackCues, ...]) -> Video:
        toml = self._toml
        last = max((cue.end_ms for entry in tracks for cue in entry.cues), default=0)
        chapters = next((entry.cues for entry in tracks if entry.track.kind == "chapters"), ())
        return Video(
            slug=self._folder.slug,
            title=toml.title,
            language=language,
            headline=toml.headline,
            summary=toml.summary,
            kicker=toml.kicker,
            author=toml.author,
            date=toml.date,
            duration_ms=toml.duration or last,
            poster_alt=toml.poster_alt,
            notice=toml.notice,
            links=toml.links,
            people=toml.people,
            organizations=toml.organizations,
            quotes=tuple(self._quotes_with_moments(tracks)),
            chapters=parse_chapters(chapters),
            tracks=tuple(entry.track for entry in tracks),
        )

    def _quotes_with_moments(self, tracks: Iterable[TrackCues]) -> Iterable[FeaturedQuote]:
        """The quotes, each with the moment at which it was said, None where it was not found."""
        if not self._toml.quotes:
            return
        transcripts = {
            entry.track.language: build_transcript(entry.track.language, entry.cues)
            for entry in tracks
            if entry.track.kind in ("captions", "subtitles")
        }
        for number, quote in enumerate(self._toml.quotes):
            found = find_quote(quote.text, transcripts)
            if found is None:
                message = "These words are not in the transcript: correct the quote, or remove it."
                self._note(("quotes", number, "text"), message)
            yield replace(quote, moment=found[1] if found else None)
