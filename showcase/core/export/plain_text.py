"""Transcripts as plain text: paragraphs with speakers, and chapters as headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.catalog.models import Chapter
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as it is printed.

    Attributes:
        chapters: the titles of the chapters that start before it and after the passage before.
        speaker, organization: empty where the same speaker goes on, or is unknown.
        clock: its start, as in "1:31".
        key: of the passage.
    """

    chapters: tuple[LocalizedText, ...]
    speaker: LocalizedText
    organization: LocalizedText
    clock: str
    key: str
    text: str


def build_paragraphs(
    texts: LocalizedVideo, transcript: Transcript, passages: Sequence[Passage]
) -> list[Paragraph]:
    """A paragraph for each passage.

    Args:
        texts: names and chapters in the language of the reader.
        transcript: the passages' own.
        passages: in order of time.
    """
    chapters = list(texts.video.chapters)
    return [_build_paragraph(texts, transcript, passage, chapters) for passage in passages]


def _build_paragraph(
    texts: LocalizedVideo, transcript: Transcript, passage: Passage, chapters: list[Chapter]
) -> Paragraph:
    """A paragraph with the chapters that have started by then, which are removed from `chapters`."""
    started = [chapter for chapter in chapters if chapter.start_ms <= passage.start_ms]
    del chapters[: len(started)]
    speaker = (passage.voice or "") if passage.new_turn else ""
    return Paragraph(
        chapters=tuple(texts.chapter(chapter).title for chapter in started),
        speaker=texts.person(speaker),
        organization=texts.organization(texts.video.organization_of_speaker(speaker)),
        clock=format_clock(passage.start_ms),
        key=passage.key,
        text=transcript.text[passage.span.start : passage.span.end],
    )


def write_plain_text(title: str, facts: Sequence[str], paragraphs: Sequence[Paragraph]) -> str:
    """A transcript as plain text.

    Args:
        title: of the video.
        facts: lines under the title (who made it, when, its address).
        paragraphs: from build_paragraphs.
    """
    head = [title, "=" * len(title), *facts]
    body = [line for paragraph in paragraphs for line in _paragraph_lines(paragraph)]
    return "\n".join([*head, *body]) + "\n"


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    for chapter in paragraph.chapters:
        yield from ("", "", str(chapter), "-" * len(str(chapter)))
    yield ""
    if paragraph.speaker:
        suffix = f" ({paragraph.organization})" if paragraph.organization else ""
        yield f"{paragraph.speaker}{suffix}, {paragraph.clock}"
    yield paragraph.text
