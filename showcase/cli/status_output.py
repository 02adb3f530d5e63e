"""What `showcase status` prints."""

import json
from collections.abc import Iterator, Sequence

import click

from showcase.cli.check_output import count_phrase
from showcase.cli.quiet_commands import is_quiet
from showcase.core.text.printable import replace_control_chars
from showcase.store.status.summary import (
    ShowcaseStatus,
    StatusFinding,
    VideoStatus,
    status_object,
)

# Real captions have hundreds of notes; the first few show what they are about.
MAX_PRINTED_NOTES = 20


def print_status(found: ShowcaseStatus, *, as_json: bool) -> None:
    """Print the status; of a quiet command, only the errors."""
    if as_json:
        click.echo(json.dumps(status_object(found), ensure_ascii=False))
        return
    for line in _error_lines(found) if is_quiet() else status_lines(found):
        click.echo(line)


def status_lines(found: ShowcaseStatus) -> Iterator[str]:
    """The status for people: errors first, then what is doubtful, notes, videos and a summary."""
    yield from _error_lines(found)
    yield from (f"doubtful: {each.fault}" for each in found.doubts)
    yield from _note_lines(found.notes)
    yield from map(_video_line, found.videos)
    yield from _summary_lines(found)


def _error_lines(found: ShowcaseStatus) -> Iterator[str]:
    return (str(each.fault) for each in found.errors)


def _note_lines(notes: Sequence[StatusFinding]) -> Iterator[str]:
    yield from (f"note: {each.fault}" for each in notes[:MAX_PRINTED_NOTES])
    if len(notes) > MAX_PRINTED_NOTES:
        yield f"note: and {len(notes) - MAX_PRINTED_NOTES} more; --json tells all."


def _video_line(video: VideoStatus) -> str:
    kept = ", as before its errors" if video.is_kept else ""
    title = replace_control_chars(video.title)
    counts = f"{count_phrase(video.tracks, 'track')}, {count_phrase(video.cues, 'cue')}"
    return f"{video.slug}: {title}, {counts}{kept}"


def _summary_lines(found: ShowcaseStatus) -> Iterator[str]:
    if not found.snapshot:
        yield "Nothing is served yet."
    else:
        counts = (
            count_phrase(len(found.videos), "video"),
            count_phrase(sum(video.tracks for video in found.videos), "track"),
            count_phrase(sum(video.cues for video in found.videos), "cue"),
        )
        yield f"Snapshot {found.snapshot}, since {found.since}: {', '.join(counts)}."
    if found.build:
        outcome = (
            "nothing could be published" if found.build.failed else f"{found.build.seconds:.1f} s"
        )
        yield f"Last build: {found.build.finished}, {outcome}."
    yield (
        "Saved files are published at once."
        if found.is_watched
        else "Nobody watches the transcripts."
    )
