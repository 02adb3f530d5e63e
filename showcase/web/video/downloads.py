"""What can be taken away from a video's page: its words, its recording, what cites it."""

from dataclasses import dataclass

from showcase.core.catalog.localized import Text
from showcase.core.catalog.models import MediaFile, Track, TrackKind, Video
from showcase.web.context.urls import Addresses
from showcase.web.context.video_view import Shown, choose_track, page_language
from showcase.web.i18n.catalogs import say_later, t, tn
from showcase.web.i18n.formatting import file_size

_WORDS = say_later("Words in %(language)s")
_KINDS: dict[TrackKind, str] = {
    "captions": _WORDS,
    "subtitles": _WORDS,
    "chapters": say_later("Chapters in %(language)s"),
    "descriptions": say_later("Descriptions of the picture in %(language)s"),
}
# What most people want comes first.
_SPEECH = (
    (say_later("Plain text"), "txt"),
    ("SubRip (.srt)", "srt"),
    ("WebVTT (.vtt)", "vtt"),
    ("JSON", "json"),
)
_OTHERS = _SPEECH[1:3]
_CITATIONS = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json"))


@dataclass(frozen=True, slots=True)
class File:
    """One file; `type` is a media type, "" when it is a page to be opened."""

    label: str
    href: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """Something that can be taken away, in one or more formats.

    Attributes:
        detail: how much it is.
        note: what must be known about it.
        language: of it, "" where that means nothing.
    """

    label: str
    detail: str
    note: Text
    language: str
    files: list[File]


def build_downloads(shown: Shown) -> list[Download]:
    """Words first, in every language, then the recording, then what reference managers read."""
    video, to = shown.video, shown.to
    tracks = [_track(shown, track) for track in video.tracks]
    recording = _recording(video, to)
    return [*tracks, *recording, _citations(video, to)] if video.tracks or recording else []


def _track(shown: Shown, track: Track) -> Download:
    video, to = shown.video, shown.to
    speech = track == choose_track(video, track.language)
    kinds = _SPEECH if speech else _OTHERS
    files = [
        File(t(label), to.words(video.slug, track, kind), _TYPES[kind]) for label, kind in kinds
    ]
    if speech:
        language = page_language(video, track.language, shown.reader)
        files.insert(0, File(t("To print"), to.printed(video.slug, language)))
    return Download(
        label=t(_KINDS[track.kind], language=track.label),
        detail=_how_much(video, track),
        note=shown.texts.note(track),
        language=track.language,
        files=files,
    )


def _how_much(video: Video, track: Track) -> str:
    if track in video.speech:
        return tn("%(n)s caption", "%(n)s captions", track.cues)
    return tn("%(n)s entry", "%(n)s entries", track.cues)


def _recording(video: Video, to: Addresses) -> list[Download]:
    """The files that the page plays, where they are the owner's own."""
    own = video.source.files if video.source else ()
    files = [File(_file_label(file), to.media(video.slug, file.name), file.type) for file in own]
    return [Download(t("The recording"), "", Text(""), "", files)] if files else []


def _file_label(file: MediaFile) -> str:
    return f"{file.type.partition('/')[2].upper()}, {file_size(file.size)}"


def _citations(video: Video, to: Addresses) -> Download:
    files = [File(label, to.citation(video.slug, kind)) for label, kind in _CITATIONS]
    return Download(t("For reference managers"), "", Text(""), "", files)


_TYPES = {
    "txt": "text/plain",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "json": "application/json",
}
