"""Downloads of a video: its tracks, its recording, its citations."""

from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText
from showcase.core.catalog.models import MediaFile, Track, TrackKind, Video
from showcase.web.context.track_notes import track_note
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import VideoView, page_language, select_speech_track
from showcase.web.http.media_types import TRACK_FILE_TYPES
from showcase.web.i18n.catalogs import gettext_noop, t, tn
from showcase.web.i18n.formatting import localized_file_size

_PRINT = gettext_noop("To print")
_TRANSCRIPT_LABEL = gettext_noop("Words in %(language)s")
_LABELS_BY_KIND: dict[TrackKind, str] = {
    "captions": _TRANSCRIPT_LABEL,
    "subtitles": _TRANSCRIPT_LABEL,
    "chapters": gettext_noop("Chapters in %(language)s"),
    "descriptions": gettext_noop("Descriptions of the picture in %(language)s"),
}
# The columns of the table, by label and extension; what most people want comes first.
_SPEECH_FORMATS = (
    (gettext_noop("Plain text"), "txt"),
    ("SubRip (.srt)", "srt"),
    ("WebVTT (.vtt)", "vtt"),
    ("JSON", "json"),
)
_CUE_FORMATS = _SPEECH_FORMATS[1:3]
# Without times there are no captions: words and speakers, as text and for programs.
_UNTIMED_FORMATS = (_SPEECH_FORMATS[0], _SPEECH_FORMATS[3])
_CITATION_FORMATS = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json"))


@dataclass(frozen=True, slots=True)
class DownloadFile:
    """One file; `type` is its media type, "" for a page to open.

    In the table, `label` is its extension (".srt"), because its column says the rest.
    """

    label: str
    href: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """Something to download, in one or more formats.

    Attributes:
        label: what it is: "Words in English".
        detail: how much it is: "6 captions"; "" if that is not told.
        note: what a reader must know about a translation; empty if nothing.
        language: BCP 47 tag, "" for what has no language.
        files: one per format; in the table, one per column, None where there is no such file.
    """

    label: str
    detail: str
    note: LocalizedText
    language: str
    files: list[DownloadFile | None]


@dataclass(frozen=True, slots=True)
class Downloads:
    """All that can be downloaded of a video.

    Attributes:
        formats: the columns of the table of tracks, as far as a track has them.
        tracks: the rows of the table.
        others: the recording and citations, each in formats of its own.
    """

    formats: list[str]
    tracks: list[Download]
    others: list[Download]


def build_downloads(view: VideoView) -> Downloads | None:
    """The tracks, the recording and citations; None for a video without tracks and recording."""
    video, urls = view.video, view.urls
    recording = _recording_downloads(video, urls)
    if not video.tracks and not recording:
        return None
    tracks = {track: _track_files(view, track) for track in video.tracks}
    formats = [
        label
        for label in (_PRINT, *(label for label, _ in _SPEECH_FORMATS))
        if any(label in files for files in tracks.values())
    ]
    return Downloads(
        formats=[t(label) for label in formats],
        tracks=[
            _track_download(view, track, [files.get(label) for label in formats])
            for track, files in tracks.items()
        ],
        others=[*recording, _citation_download(video, urls)],
    )


def _track_files(view: VideoView, track: Track) -> dict[str, DownloadFile]:
    """The files of a track, by the untranslated labels of their formats."""
    video, urls = view.video, view.urls
    speech = track == select_speech_track(video, track.language)
    files = {
        label: DownloadFile(
            f".{kind}", urls.track_file(video.slug, track, kind), TRACK_FILE_TYPES[kind]
        )
        for label, kind in _track_formats(track, is_speech=speech)
    }
    if speech:
        language = page_language(video, track.language, view.reader_locale)
        files[_PRINT] = DownloadFile(t(_PRINT), urls.print_page(video.slug, language))
    return files


def _track_download(view: VideoView, track: Track, files: list[DownloadFile | None]) -> Download:
    return Download(
        label=t(_LABELS_BY_KIND[track.kind], language=track.label),
        detail=_cue_count(view.video, track),
        note=track_note(view.texts, track),
        language=track.language,
        files=files,
    )


def _track_formats(track: Track, *, is_speech: bool) -> tuple[tuple[str, str], ...]:
    if not is_speech:
        return _CUE_FORMATS
    return _SPEECH_FORMATS if track.has_times else _UNTIMED_FORMATS


def _cue_count(video: Video, track: Track) -> str:
    if track in video.speech_tracks:
        return tn("%(n)s caption", "%(n)s captions", track.cues) if track.has_times else ""
    return tn("%(n)s entry", "%(n)s entries", track.cues)


def _recording_downloads(video: Video, urls: UrlBuilder) -> list[Download]:
    """The files that the page plays; none for recordings on other sites."""
    files: list[DownloadFile | None] = [
        DownloadFile(_file_label(file), urls.media(video.slug, file.name), file.type)
        for file in (video.source.files if video.source else ())
    ]
    return [Download(t("The recording"), "", LocalizedText(""), "", files)] if files else []


def _file_label(file: MediaFile) -> str:
    return f"{file.type.partition('/')[2].upper()}, {localized_file_size(file.size)}"


def _citation_download(video: Video, urls: UrlBuilder) -> Download:
    files: list[DownloadFile | None] = [
        DownloadFile(label, urls.citation(video.slug, kind)) for label, kind in _CITATION_FORMATS
    ]
    return Download(t("For reference managers"), "", LocalizedText(""), "", files)
