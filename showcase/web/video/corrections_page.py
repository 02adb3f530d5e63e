"""The page of corrections: what was put right in a video since it was published."""

from dataclasses import dataclass
from itertools import groupby

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Track, Video
from showcase.core.catalog.published_corrections import PublishedCorrection
from showcase.core.text.languages import same_language
from showcase.web.context.track_origins import track_origin_text
from showcase.web.context.urls import UrlBuilder
from showcase.web.i18n.catalogs import requested_locale
from showcase.web.i18n.formatting import localized_date, moment_clock


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction as the page shows it.

    Attributes:
        was, now: the words before and after, "" where they are not given; `language` is theirs, a BCP 47 tag.
        what: what was changed, in the language of the video; empty if the owner does not say.
        clock: when the words are said, "1:52"; "" where that is not known.
        href: leads to the words; "" where it is not known where they are.
    """

    was: str
    now: str
    language: str
    what: LocalizedText
    clock: str
    href: str


@dataclass(frozen=True, slots=True)
class CorrectionDay:
    """The corrections of a day, "November 27, 2026"."""

    date: str
    entries: list[CorrectionEntry]


@dataclass(frozen=True, slots=True)
class TrackOriginEntry:
    """Where the words of a track come from; `label` is its language's own name, `language` its BCP 47 tag."""

    label: str
    language: str
    origin: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The values that the template writes.

    Attributes:
        texts: of the video.
        video_href: the page of the video.
        address: of this page without a language, for its canonical link.
        tracks: whose origin is known.
        days: newest first; none where nothing was corrected.
    """

    texts: LocalizedVideo
    video_href: str
    address: str
    tracks: list[TrackOriginEntry]
    days: list[CorrectionDay]


def build_corrections_page(video: Video, urls: UrlBuilder) -> CorrectionsPage:
    """Build the page."""
    by_day = groupby(video.corrections, key=lambda each: each.date)
    return CorrectionsPage(
        texts=LocalizedVideo(video, requested_locale()),
        video_href=urls.video(video.slug),
        address=urls.absolute(urls.for_locale("").corrections(video.slug)),
        tracks=[entry for track in video.speech_tracks if (entry := _track_entry(track)).origin],
        days=[
            CorrectionDay(localized_date(date), [_entry(video, each, urls) for each in found])
            for date, found in by_day
        ],
    )


def _track_entry(track: Track) -> TrackOriginEntry:
    return TrackOriginEntry(track.label, track.language, track_origin_text(track))


def _entry(video: Video, correction: PublishedCorrection, urls: UrlBuilder) -> CorrectionEntry:
    language = correction.language or video.language
    lang = "" if same_language(language, video.language) else language
    moment = correction.moment
    return CorrectionEntry(
        was=correction.was,
        now=correction.now,
        language=language,
        what=LocalizedText(correction.what, video.language),
        clock=moment_clock(moment),
        href=urls.video(video.slug, moment, lang=lang) if moment else "",
    )
