"""The page to print: the words of a video like an interview."""

from dataclasses import dataclass, replace

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Video
from showcase.core.export.plain_text import Paragraph, build_interview
from showcase.core.text.languages import direction
from showcase.web.context.rights import rights_in_words
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
    """The values that the template writes.

    Attributes:
        language: of the words, a BCP 47 tag; `direction` is its "ltr" or "rtl".
        video_href: the page of the video.
        address: its absolute URL in the language of the words, to be printed.
        facts: who made the video, when, how long it is.
        columns: the language, and the parallel language if there is one, each with its note.
        closing_chapters: the titles of the chapters that start after the last words.
        parallel: the parallel language, None if there is none.
        rights: what others may do with it, with addresses; "" where nothing is said.
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
    rights: str


def build_print_page(view: VideoView) -> PrintPage | None:
    """The page to print, None for a video without words."""
    video, words = view.video, view.words
    if words is None:
        return None
    parallel = build_parallel_transcript(view)
    interview = build_interview(view.texts, words.transcript, words.passages)
    return PrintPage(
        texts=view.texts,
        language=view.language,
        direction=direction(view.language),
        video_href=view.urls.video(video.slug, lang=view.page_language),
        address=page_url(view),
        facts=join_sentences(_facts(video)),
        columns=parallel.columns if parallel else [build_language_column(view, view.language)],
        paragraphs=[
            replace(paragraph, clock=localize_digits(paragraph.clock))
            for paragraph in interview.paragraphs
        ],
        closing_chapters=interview.closing_chapters,
        parallel=parallel,
        rights=rights_in_words(video, str(view.texts.rights)),
    )


def _facts(video: Video) -> list[str]:
    return [
        video.author,
        localized_date(video.date) if video.date else "",
        duration_in_words(video.duration_ms) if video.duration_ms else "",
    ]
