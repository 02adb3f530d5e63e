"""The words of a video on paper."""

from dataclasses import dataclass, replace

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.export.plain_text import Paragraph, build_interview
from showcase.core.text.languages import direction
from showcase.web.context.video_view import VideoView
from showcase.web.export.writers import page_url
from showcase.web.i18n.catalogs import localize_digits
from showcase.web.i18n.formatting import duration_in_words, join_sentences, localized_date
from showcase.web.video.parallel_columns import (
    LanguageColumn,
    ParallelTranscript,
    build_language_column,
    build_parallel_transcript,
)


@dataclass(frozen=True, slots=True)
class PrintPage:
    """What the printed page shows.

    Attributes:
        video_href: the page of the video, on this site.
        address: the same, as it stands on paper.
        facts: who made it, when, how long it is.
        columns: the language, and that beside it, with what must be said of each.
        closing_chapters: the titles of the chapters that start after the last words.
        parallel: another language beside it, None where it is printed alone.
    """

    texts: LocalizedVideo
    language: str
    direction: str
    video_href: str
    address: str
    facts: str
    columns: list[LanguageColumn]
    paragraphs: list[Paragraph]
    closing_chapters: tuple[LocalizedText, ...]
    parallel: ParallelTranscript | None


def build_print_page(view: VideoView) -> PrintPage | None:
    """The page to print, None where there are no words."""
    video, words = view.video, view.words
    if words is None:
        return None
    beside = build_parallel_transcript(view)
    interview = build_interview(view.texts, words.transcript, words.passages)
    return PrintPage(
        texts=view.texts,
        language=view.language,
        direction=direction(view.language),
        video_href=view.urls.video(video.slug, lang=view.page_language),
        address=page_url(view),
        facts=join_sentences(_facts(video)),
        columns=beside.columns if beside else [build_language_column(view, view.language)],
        paragraphs=[
            replace(paragraph, clock=localize_digits(paragraph.clock))
            for paragraph in interview.paragraphs
        ],
        closing_chapters=interview.closing_chapters,
        parallel=beside,
    )


def _facts(video: Video) -> list[str]:
    return [
        video.author,
        localized_date(video.date) if video.date else "",
        duration_in_words(video.duration_ms) if video.duration_ms else "",
    ]
