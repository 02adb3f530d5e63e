"""The words of a video on paper."""

from dataclasses import dataclass, replace

from showcase.core.catalog.localized import VideoTexts
from showcase.core.catalog.models import Video
from showcase.core.export.plain_text import Paragraph, build_interview
from showcase.core.text.languages import direction
from showcase.web.context.video_view import Shown
from showcase.web.export.writers import page_address
from showcase.web.i18n.catalogs import in_digits
from showcase.web.i18n.formatting import sentences, spoken_duration, written_date
from showcase.web.video.parallel import Beside, Column, build_beside, build_column


@dataclass(frozen=True, slots=True)
class PrintPage:
    """What the printed page shows.

    Attributes:
        back: the page of the video, on this site.
        address: the same, as it stands on paper.
        facts: who made it, when, how long it is.
        columns: the language, and that beside it, with what must be said of each.
        beside: another language beside it, None where it is printed alone.
    """

    texts: VideoTexts
    language: str
    direction: str
    back: str
    address: str
    facts: str
    columns: list[Column]
    paragraphs: list[Paragraph]
    beside: Beside | None


def build_print(shown: Shown) -> PrintPage | None:
    """The page to print, None where there are no words."""
    video, words = shown.video, shown.words
    if words is None:
        return None
    beside = build_beside(shown)
    return PrintPage(
        texts=shown.texts,
        language=shown.language,
        direction=direction(shown.language),
        back=shown.to.video(video.slug, lang=shown.page_language),
        address=page_address(shown),
        facts=sentences(_facts(video)),
        columns=beside.columns if beside else [build_column(shown, shown.language)],
        paragraphs=[
            replace(paragraph, clock=in_digits(paragraph.clock))
            for paragraph in build_interview(shown.texts, words.transcript, words.passages)
        ],
        beside=beside,
    )


def _facts(video: Video) -> list[str]:
    return [
        video.author,
        written_date(video.date) if video.date else "",
        spoken_duration(video.duration_ms) if video.duration_ms else "",
    ]
