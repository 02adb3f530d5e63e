"""Reads the folder of a video: video.toml, tracks, translations, and the moments of its quotes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from showcase.core.catalog.models import FeaturedQuote, MediaFile, Source, Video
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.errors import Diagnosis, Fault
from showcase.store.captions.findings import as_faults
from showcase.store.ingest.corrections import locate_corrections
from showcase.store.ingest.file_guard import NOT_A_FILE
from showcase.store.ingest.folder_scan import VIDEO_TOML, VideoFolder
from showcase.store.ingest.former_slugs import former_slugs
from showcase.store.ingest.language_notes import note_languages
from showcase.store.ingest.listing_schema import find_portraits
from showcase.store.ingest.loaded_video import LoadedVideo, without_withdrawn
from showcase.store.ingest.media_files import read_poster, read_source
from showcase.store.ingest.media_length import compare_lengths, read_media_length
from showcase.store.ingest.name_check import check_names
from showcase.store.ingest.picture_notes import note_pictures
from showcase.store.ingest.quote_places import locate_quotes
from showcase.store.ingest.restrictions import read_restrictions
from showcase.store.ingest.text_files import read_text_file
from showcase.store.ingest.time_notes import note_times
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.track_choice import RankedTrack, choose_tracks
from showcase.store.ingest.track_files import (
    LoadedTrack,
    TrackSpeakers,
    find_track_files,
    load_track,
    parse_chapters,
    sort_speech_first,
    stray_notes,
    unknown_track_diagnosis,
)
from showcase.store.ingest.track_names import TrackFile
from showcase.store.ingest.track_pairs import mark_misaligned
from showcase.store.ingest.translation_loader import TranslationSet, load_translations
from showcase.store.ingest.translation_toml import OriginalVideo
from showcase.store.ingest.video_toml import ParsedVideoToml, VideoToml, read_video_toml
from showcase.store.ingest.withdrawal_notes import WITHDRAWN_VIDEO
from showcase.store.records import TrackCues, VideoRecord


def load_video(root: Path, folder: VideoFolder) -> LoadedVideo:
    """Read everything in the folder of a video. Raises nothing: errors are among the faults.

    Args:
        root: the folder of transcripts.
        folder: of the video.
    """
    if not folder.has_video_toml():
        return LoadedVideo(None, folder.faults)
    content = read_text_file(root, f"{folder.name}/{VIDEO_TOML}")
    if isinstance(content, Fault):
        toml, content = ParsedVideoToml(None, (content,), TomlFile("", "")), ""
    else:
        toml = read_video_toml(content, f"{folder.name}/{VIDEO_TOML}")
    if toml.values and toml.values.withdrawn is True:
        slugs = (folder.slug, *former_slugs(toml.values.former))
        note = toml.file.fault_at(("withdrawn",), WITHDRAWN_VIDEO)
        return LoadedVideo(None, notes=(note,), withdrawn=slugs)
    loaded = _VideoLoader(root, folder, toml).load()
    loaded = replace(loaded, restrictions=read_restrictions(content, toml))
    return without_withdrawn(loaded, toml.values or VideoToml(), toml.file)


class _VideoLoader:
    """Reads one folder. It goes on after a fault, so that all faults are found at once."""

    def __init__(self, root: Path, folder: VideoFolder, toml: ParsedVideoToml) -> None:
        self._root = root
        self._folder = folder
        self._file = toml.file
        self._toml = toml.values or VideoToml()
        self._faults = [*folder.faults, *toml.faults]
        self._notes: list[Fault] = []
        self._toml_fault_count = len(toml.file.faults)
        self._is_toml_broken = toml.values is None or self._toml_fault_count > 0
        self._has_duration = self._toml.duration > 0

    def load(self) -> LoadedVideo:
        sizes = {file.name: file.size for file in self._folder.files}
        source = read_source(self._toml.source, sizes, self._file)
        self._measure(source)
        poster = read_poster(self._toml.poster, sizes, self._file)
        people = find_portraits(self._toml.people, sizes, self._file)
        self._toml = replace(self._toml, people=people)
        files = self._find_tracks(sizes)
        language = self._video_language(files)
        read = self._load_tracks(files, language)
        tracks = sort_speech_first(
            [entry.track_cues for entry in read if entry.track_cues], language
        )
        self._check_speech(files, source)
        self._notes += note_times(
            self._folder.name, self._toml, tracks, has_duration=self._has_duration
        )
        tracks = mark_misaligned(tracks, self._notes)
        self._notes += note_languages(self._folder.name, tracks)
        self._note_insecure(source)
        video = self._build_video(language, tracks)
        self._note_slips(video, poster, tracks)
        translations = self._load_translations(language, tracks)
        faults = [*self._faults, *self._file.faults[self._toml_fault_count :]]
        faults += [fault for entry in read for fault in entry.faults]
        video = replace(
            video,
            source=source,
            poster=poster,
            translations=tuple(
                translations.by_language[tag] for tag in sorted(translations.by_language)
            ),
        )
        return LoadedVideo(
            record=None if faults else VideoRecord(video, tracks),
            faults=tuple(faults),
            notes=(*self._notes, *(note for entry in read for note in entry.notes)),
            speakers=self._speakers(read),
        )

    def _measure(self, source: Source | None) -> None:
        """Note lengths that do not fit together; the files tell the length where video.toml does not."""
        folder = self._root / self._folder.name
        names = [file.name for file in source.files] if source else []
        lengths = [(name, read_media_length(folder / name)) for name in names]
        for key, diagnosis in compare_lengths(lengths, self._toml.duration):
            self._note((key,), diagnosis)
        if not self._toml.duration:
            length_ms = next((length for _, length in lengths if length), 0)
            self._toml = replace(self._toml, duration=length_ms)

    def _find_tracks(self, names: Collection[str]) -> tuple[TrackFile, ...]:
        files, faults = find_track_files(self._folder.name, names)
        self._faults += [*faults, *self._misfit_faults()]
        others = {*names, *self._folder.strays} - {file.name for file in files}
        self._notes += stray_notes(self._folder.name, others)
        self._check_track_names(files)
        return files

    def _load_tracks(self, files: Sequence[TrackFile], language: str) -> list[LoadedTrack]:
        folder = self._root / self._folder.name
        read = [load_track(folder, file, language, self._toml) for file in files]
        return self._choose_tracks(files, read)

    def _speakers(self, read: Iterable[LoadedTrack]) -> tuple[TrackSpeakers, ...]:
        return tuple(
            TrackSpeakers(self._folder.slug, entry.track_cues.track.file, entry.speakers)
            for entry in read
            if entry.track_cues and entry.speakers
        )

    def _misfit_faults(self) -> list[Fault]:
        return [
            fault
            for name in self._folder.misfits
            for fault in as_faults([NOT_A_FILE], f"{self._folder.name}/{name}")
        ]

    def _choose_tracks(
        self, files: Sequence[TrackFile], read: Sequence[LoadedTrack]
    ) -> list[LoadedTrack]:
        """The files that count, where several have the same language; the others are noted."""
        pairs = list(zip(files, read, strict=True))
        ranked = [RankedTrack(file, entry.rank, entry.is_author_clear) for file, entry in pairs]
        choice = choose_tracks(self._folder.name, ranked)
        self._notes += choice.notes
        return [entry for file, entry in pairs if file.name not in choice.passed_over]

    def _load_translations(self, language: str, tracks: tuple[TrackCues, ...]) -> TranslationSet:
        if self._is_toml_broken:  # What translations add to could not be read.
            return TranslationSet()
        names = [entry.track.file for entry in tracks]
        original = OriginalVideo(self._toml, language, names)
        read = load_translations(self._root, self._folder, original)
        chapters = [entry for entry in tracks if entry.track.kind == "chapters"]
        if chapters:
            own = parse_chapters(chapters[0])
            read.add_chapters(self._folder.name, own, chapters[1:])
        self._faults += read.faults
        self._notes += read.notes
        return read

    def _check_track_names(self, files: Iterable[TrackFile]) -> None:
        names = [file.name for file in files]
        for name in self._toml.tracks:
            if name not in names:
                self._file.add_fault(("tracks", name), unknown_track_diagnosis(name, names))

    def _check_speech(self, files: Sequence[TrackFile], source: Source | None) -> None:
        """Captions that are missing are an error, so that a page does not lose its words by a slip."""
        if any(file.kind in ("captions", "subtitles") for file in files):
            return
        if source and self._toml.without_captions:
            return
        fix = "put captions.en.vtt (or .srt, .sbv) beside video.toml"
        fix = f"{fix}, or write without_captions = true" if source else fix
        diagnosis = Diagnosis("no-captions", "There is no caption file", fix)
        self._faults.append(diagnosis.at(self._folder.name))

    def _video_language(self, files: Sequence[TrackFile]) -> str:
        """The language that video.toml names, else that of the only captions, else English."""
        captions = list(dict.fromkeys(file.language for file in files if file.kind == "captions"))
        if self._toml.language or len(captions) == 1:
            return self._toml.language or captions[0]
        if captions and "en" not in captions:
            fix = f'name the language of the video with language = "{captions[0]}"'
            self._note(("language",), Diagnosis("assumed-language", "English is assumed", fix))
        return "en"

    def _note_slips(
        self, video: Video, poster: MediaFile | None, tracks: Sequence[TrackCues]
    ) -> None:
        """Note what is probably a slip in the names and in the poster."""
        speech = next((entry for entry in tracks if entry.track in video.speech_tracks), None)
        self._notes += check_names(self._toml, self._file, video.quotes, speech)
        folder = self._root / self._folder.name
        self._notes += note_pictures(folder, self._toml, poster, self._file)

    def _note_insecure(self, source: Source | None) -> None:
        if source and source.kind in ("file", "hls") and source.address.startswith("http:"):
            message = "Pages that are served over https cannot play it"
            diagnosis = Diagnosis("insecure-source", message, "write https:// if that works")
            self._note(("source",), diagnosis)

    def _note(self, path: tuple[str | int, ...], diagnosis: Diagnosis) -> None:
        self._notes.append(self._file.fault_at(path, diagnosis))

    def _build_video(self, language: str, tracks: tuple[TrackCues, ...]) -> Video:
        toml = self._toml
        last = _last_end_ms(tracks)
        chapters = next((entry for entry in tracks if entry.track.kind == "chapters"), None)
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
            voice=toml.voice,
            notice=toml.notice,
            links=toml.links,
            people=toml.people,
            organizations=toml.organizations,
            quotes=self._locate_quotes(tracks),
            corrections=self._read_corrections(tracks),
            chapters=parse_chapters(chapters, toml.duration or last) if chapters else (),
            tracks=tuple(entry.track for entry in tracks),
            former=former_slugs(toml.former),
            edition=toml.edition,
            series=toml.series,
            topics=toml.topics,
            license=toml.license,
            rights=toml.rights,
            visibility=toml.visibility,
        )

    def _read_corrections(self, tracks: Iterable[TrackCues]) -> tuple[PublishedCorrection, ...]:
        located, problems = locate_corrections(self._toml.corrections, tracks)
        for path, diagnosis in problems:
            self._note(path, diagnosis)
        return located

    def _locate_quotes(self, tracks: Iterable[TrackCues]) -> tuple[FeaturedQuote, ...]:
        located, problems = locate_quotes(self._toml.quotes, tracks)
        for path, diagnosis in problems:
            self._note(path, diagnosis)
        return located


def _last_end_ms(tracks: Sequence[TrackCues]) -> int:
    """The end of the last cue, which is about that of the recording; 0 where no speech has times.

    Chapters alone do not tell it: recordings go on after the last one that is named.
    """
    timed = [entry for entry in tracks if entry.track.has_times]
    if not any(entry.track.kind in ("captions", "subtitles") for entry in timed):
        return 0
    return max((cue.end_ms for entry in timed for cue in entry.cues), default=0)
