"""What `showcase check` says."""

from collections.abc import Iterator, Sequence

from showcase.errors import Fault
from showcase.store.ingest.check import CheckReport

# Notes on real captions come in hundreds; the first few show what they are about.
NOTES_SHOWN = 3


def check_lines(report: CheckReport, notes: int | None = NOTES_SHOWN) -> Iterator[str]:
    """The faults with their places, then the notes, then a line that sums up.

    Args:
        report: what was found.
        notes: how many notes of each video are told, None for all.
    """
    yield from map(str, report.faults)
    yield from _notes(report.notes, notes)
    for video in report.videos:
        yield from map(str, video.faults)
        yield from _notes(video.notes, notes)
    yield _sum(report)


def _notes(notes: Sequence[Fault], most: int | None) -> Iterator[str]:
    yield from (f"note: {note}" for note in notes[:most])
    if most is not None and len(notes) > most:
        yield f"note: and {len(notes) - most} more; --notes tells all."


def _sum(report: CheckReport) -> str:
    videos, faults = report.videos, len(report.all_faults())
    notes = len(report.notes) + sum(len(video.notes) for video in videos)
    cues = sum(video.cues for video in videos)
    told = [_count(len(videos), "video"), _count(cues, "cue"), _count(notes, "note")]
    return f"{', '.join(told)}: {_count(faults, 'error') if faults else 'nothing is wrong'}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
