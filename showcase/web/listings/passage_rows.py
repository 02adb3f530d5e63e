"""The passages of a speaker, as their pages show them: the first words, with a link to the moment."""

from dataclasses import dataclass

from showcase.core.catalog.models import Track, Video
from showcase.core.text.languages import direction
from showcase.core.text.truncate import truncate_line
from showcase.core.transcript.spoken_passages import SpokenPassage, SpokenPassages, VoiceInVideo
from showcase.web.context.request import snapshot
from showcase.web.context.urls import UrlBuilder
from showcase.web.context.video_view import page_language, select_speech_track
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.i18n.formatting import moment_clock

# About two lines of a page.
MAX_OPENING_CHARS = 160


@dataclass(frozen=True, slots=True)
class PassageRow:
    """The first words of a passage.

    Attributes:
        clock: when it begins, "1:52"; "" where the transcript has no times.
        language, direction: of the words, a BCP 47 tag and the value of HTML's `dir`.
    """

    clock: str
    words: str
    href: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class PassageRows:
    """Some passages; `total` is the number of all."""

    total: int
    rows: list[PassageRow]


def build_passage_rows(
    video: Video, voice: str, urls: UrlBuilder, first: int, limit: int
) -> PassageRows:
    """Some of the passages that somebody speaks in a video, in the language that is spoken there.

    Args:
        video: that may be seen now.
        voice: whose passages.
        urls: of this request.
        first: how many passages to pass over.
        limit: how many to show.
    """
    track = select_speech_track(video, "")
    if track is None:
        return PassageRows(0, [])
    found = _spoken_passages(video, track, voice, first, limit)
    rows = [_passage_row(video, track, passage, urls) for passage in found.passages]
    return PassageRows(found.total, rows)


def _spoken_passages(
    video: Video, track: Track, voice: str, first: int, limit: int
) -> SpokenPassages:
    asked = VoiceInVideo(video.slug, track.language, voice)
    return snapshot().spoken_passages(asked, first, limit)


def _passage_row(
    video: Video, track: Track, passage: SpokenPassage, urls: UrlBuilder
) -> PassageRow:
    """A link to a moment shows the language of the recording by itself; one without a time has to name it."""
    lang = "" if passage.moment else page_language(video, track.language, requested_locale())
    return PassageRow(
        clock=moment_clock(passage.moment),
        words=truncate_line(passage.text, MAX_OPENING_CHARS),
        href=urls.video(video.slug, passage.moment, anchor=passage.key, lang=lang),
        language=track.language,
        direction=direction(track.language),
    )
