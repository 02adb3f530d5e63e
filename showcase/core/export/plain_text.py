"""A transcript as a printed interview: paragraphs under the names of who speaks, chapters as headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.core.catalog.localized import Text, VideoTexts
from showcase.core.catalog.models import Chapter
from showcase.core.timing.timecodes import format_clock
from showcase.core.transcript.passages import Passage
from showcase.core.transcript.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One passage.

    Attributes:
        chapters: the titles of the chapters that begin with it.
        speaker, organization: empty where the same voice goes on, or nobody is named.
        clock: when it begins: "1:31".
        key: of the passage.
    """

    chapters: tuple[Text, ...]
    speaker: Text
    organization: Text
    clock: str
    key: str
    text: str


def build_interview(
    texts: VideoTexts, transcript: Transcript, passages: Sequence[Passage]
) -> list[Paragraph]:
    """All that is said in a track, passage by passage."""
    chapters = list(texts.video.chapters)
    return [_paragraph(texts, transcript, passage, chapters) for passage in passages]


def _paragraph(
    texts: VideoTexts, transcript: Transcript, passage: Passage, chapters: list[Chapter]
) -> Paragraph:
    """A passage, with those chapters that have begun by then; they are taken off the list."""
    begun = [chapter for chapter in chapters if chapter.start_ms <= passage.start_ms]
    del chapters[: len(begun)]
    speaker = (passage.voice or "") if passage.new_turn else ""
    return Paragraph(
        chapters=tuple(texts.chapter(chapter).title for chapter in begun),
        speaker=texts.person(speaker),
        organization=texts.organization(texts.video.organization_of(speaker)),
        clock=format_clock(passage.start_ms),
        key=passage.key,
        text=transcript.text[passage.span.start : passage.span.end],
    )


def write_interview(title: str, facts: Sequence[str], paragraphs: Sequence[Paragraph]) -> str:
    """An interview as plain text.

    Args:
        title: of the video.
        facts: what stands under it, a line each (who made it, when, where it is to be seen).
        paragraphs: of build_interview.
    """
    head = [title, "=" * len(title), *facts]
    body = [line for paragraph in paragraphs for line in _lines(paragraph)]
    return "\n".join([*head, *body]) + "\n"


def _lines(paragraph: Paragraph) -> Iterator[str]:
    for chapter in paragraph.chapters:
        yield from ("", "", str(chapter), "-" * len(str(chapter)))
    yield ""
    if paragraph.speaker:
        by = f" ({paragraph.organization})" if paragraph.organization else ""
        yield f"{paragraph.speaker}{by}, {paragraph.clock}"
    yield paragraph.text
