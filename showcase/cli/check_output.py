"""The lines that `showcase check` prints."""

from collections.abc import Iterator, Sequence

from showcase.errors import Fault
from showcase.store.ingest.check import CheckReport

# Real captions have hundreds of notes; the first few show what they are about.
MAX_NOTES_PER_VIDEO = 3


def check_lines(report: CheckReport, max_notes: int | None = MAX_NOTES_PER_VIDEO) -> Iterator[str]:
    """A line for each fault and each note, those of the folder first, then a summary.

    Args:
        report: what was found.
        max_notes: how many notes are printed of the folder and of each video; None for all.
    """
    yield from map(str, report.faults)
    yield from _note_lines(report.notes, max_notes)
    for video in report.videos:
        yield from map(str, video.faults)
        yield from _note_lines(video.notes, max_notes)
    yield _summary_line(report)


def _note_lines(notes: Sequence[Fault], max_notes: int | None) -> Iterator[str]:
    yield from (f"note: {note}" for note in notes[:max_notes])
    if max_notes is not None and len(notes) > max_notes:
        yield f"note: and {len(notes) - max_notes} more; --notes tells all."


def _summary_line(report: CheckReport) -> str:
    videos, faults = report.videos, len(report.all_faults())
    notes = len(report.notes) + sum(len(video.notes) for video in videos)
    cues = sum(video.cues for video in videos)
    counts = [
        _count_phrase(len(videos), "video"),
        _count_phrase(cues, "cue"),
        _count_phrase(notes, "note"),
    ]
    return (
        f"{', '.join(counts)}: {_count_phrase(faults, 'error') if faults else 'nothing is wrong'}."
    )


def _count_phrase(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
