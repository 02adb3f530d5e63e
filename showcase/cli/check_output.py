"""What `showcase check` prints: lines for people, and a line of JSON for each finding."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from showcase.errors import Diagnosis, Fault
from showcase.store.ingest.check import CheckReport

# Real captions have hundreds of notes; the first few show what they are about.
MAX_NOTES_PER_VIDEO = 3

# In an installed copy the transcripts of the example are the default.
BUNDLED_NOTE = Diagnosis(
    "bundled-transcripts",
    "This is the example that comes with the program, not your own folder",
    "set SHOWCASE_TRANSCRIPTS to the folder of your videos",
)

Severity = Literal["error", "note"]


def check_lines(
    report: CheckReport, transcripts: Path, max_notes: int | None = MAX_NOTES_PER_VIDEO
) -> Iterator[str]:
    """A line for each fault and each note, those of the folder first, then a summary.

    Args:
        report: what was found.
        transcripts: the folder that was checked, which the summary names.
        max_notes: how many notes are printed of the folder and of each video; None for all.
    """
    yield from map(str, report.faults)
    yield from _note_lines(report.notes, max_notes)
    for video in report.videos:
        yield from map(str, video.faults)
        yield from _note_lines(video.notes, max_notes)
    yield f"{transcripts.absolute()}: {_summary(report)}"


def error_lines(report: CheckReport) -> Iterator[str]:
    """A line for each error, and nothing else."""
    yield from map(str, report.all_faults())


def finding_objects(report: CheckReport) -> Iterator[dict[str, object]]:
    """An object for each error and note, in the order of check_lines: what `check --json` prints."""
    yield from _findings(report.faults, "error", None)
    yield from _findings(report.notes, "note", None)
    for video in report.videos:
        yield from _findings(video.faults, "error", video.slug or None)
        yield from _findings(video.notes, "note", video.slug or None)


def _findings(
    faults: Sequence[Fault], severity: Severity, video: str | None
) -> Iterator[dict[str, object]]:
    """The objects of some findings; `video` is the slug, None for what concerns the whole site."""
    for fault in faults:
        yield {
            "severity": severity,
            "code": fault.code,
            "video": video,
            "file": fault.file,
            "line": fault.line,
            "message": fault.message,
            "fix": fault.fix,
        }


def _note_lines(notes: Sequence[Fault], max_notes: int | None) -> Iterator[str]:
    yield from (f"note: {note}" for note in notes[:max_notes])
    if max_notes is not None and len(notes) > max_notes:
        yield f"note: and {len(notes) - max_notes} more; --notes tells all."


def _summary(report: CheckReport) -> str:
    videos, faults = report.videos, len(report.all_faults())
    notes = len(report.notes) + sum(len(video.notes) for video in videos)
    cues = sum(video.cues for video in videos)
    counts = [
        count_phrase(len(videos), "video"),
        count_phrase(cues, "cue"),
        count_phrase(notes, "note"),
    ]
    return (
        f"{', '.join(counts)}: {count_phrase(faults, 'error') if faults else 'nothing is wrong'}."
    )


def count_phrase(number: int, noun: str) -> str:
    """A number with its noun: "1 cue", "2 cues"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
