"""What a transcript has after its last words: chapters that start there, and descriptions."""

from bisect import bisect_right
from dataclasses import dataclass

from showcase.core.transcript.chapter_headings import chapters_by_passage
from showcase.web.context.video_view import VideoView
from showcase.web.video.descriptions import Description
from showcase.web.video.transcript_view import ChapterHeading


@dataclass(frozen=True, slots=True)
class ClosingSection:
    """A chapter without words; the first section, without heading, goes on from the last words."""

    heading: ChapterHeading | None
    descriptions: list[Description]


def build_closing_sections(
    view: VideoView, descriptions: list[Description]
) -> list[ClosingSection]:
    """What comes after the last passage, in order of time.

    Args:
        view: the video with its words.
        descriptions: those after the last passage.
    """
    chapters = view.video.chapters
    numbers = chapters_by_passage(chapters, view.passages)[-1]
    headings = [ChapterHeading(n + 1, view.texts.chapter(chapters[n]).title) for n in numbers]
    sections = [ClosingSection(heading, []) for heading in (None, *headings)]
    starts = [chapters[n].start_ms for n in numbers]
    for description in descriptions:
        sections[bisect_right(starts, description.start_ms)].descriptions.append(description)
    return sections
