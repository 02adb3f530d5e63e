"""Transcripts as plain text: paragraphs with speakers, and chapters as headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import LocalizedText, LocalizedVideo
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.chapter_headings import chapters_by_passage
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as it is printed.

    Attributes:
        chapters: the titles of the chapters that start with it.
        speaker, organization: empty if the same voice goes on, or nobody is named.
        clock: when it starts: "1:31"; "" where the transcript has no times.
        key: of the passage.
    """

    chapters: tuple[LocalizedText, ...]
    speaker: LocalizedText
    organization: LocalizedText
    clock: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Interview:
    """All that is said in a track, with the headings of the chapters.

    Attributes:
        closing_chapters: the titles of the chapters that start after the last words.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    closing_chapters: tuple[LocalizedText, ...] = ()


def build_interview(
    texts: LocalizedVideo, transcript: Transcript, passages: Sequence[Passage]
) -> Interview:
    """Build the interview of a track, passage by passage.

    Args:
        texts: the video, in the language of the headings and names.
        transcript: the words of the track.
        passages: of that transcript.
    """
    titles = [texts.chapter(chapter).title for chapter in texts.video.chapters]
    *before, after = (
        tuple(titles[n] for n in numbers)
        for numbers in chapters_by_passage(texts.video.chapters, passages)
    )
    paragraphs = (
        _build_paragraph(texts, transcript, passage, chapters)
        for passage, chapters in zip(passages, before, strict=True)
    )
    return Interview(tuple(paragraphs), after)


def _build_paragraph(
    texts: LocalizedVideo,
    transcript: Transcript,
    passage: Passage,
    chapters: tuple[LocalizedText, ...],
) -> Paragraph:
    speaker = (passage.voice or "") if passage.new_turn else ""
    return Paragraph(
        chapters=chapters,
        speaker=texts.person(speaker),
        organization=texts.organization(texts.video.organization_of_speaker(speaker)),
        clock=format_clock(passage.moment.start_ms) if passage.moment else "",
        key=passage.key,
        text=transcript.text[passage.span.start : passage.span.end],
    )


def write_plain_text(title: str, facts: Sequence[str], interview: Interview) -> str:
    """Write an interview as plain text.

    Args:
        title: of the video.
        facts: what a reader must know of the video, a line each: who made it, when, its address.
        interview: what is said.
    """
    head = [title, "=" * len(title), *facts]
    body = [line for paragraph in interview.paragraphs for line in _paragraph_lines(paragraph)]
    closing = [line for title in interview.closing_chapters for line in _heading_lines(title)]
    return "\n".join([*head, *body, *closing]) + "\n"


def _heading_lines(title: LocalizedText) -> tuple[str, ...]:
    return "", "", str(title), "-" * len(str(title))


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    for chapter in paragraph.chapters:
        yield from _heading_lines(chapter)
    yield ""
    if paragraph.speaker:
        suffix = f" ({paragraph.organization})" if paragraph.organization else ""
        time = f", {paragraph.clock}" if paragraph.clock else ""
        yield f"{paragraph.speaker}{suffix}{time}"
    yield paragraph.text
