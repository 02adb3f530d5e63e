"""What `showcase check --speakers` prints: who speaks in each track, how much, and why we think so."""

from collections.abc import Iterable, Iterator

from showcase.core.captions.speakers import SpeakerEvidence
from showcase.core.text.printable import replace_control_chars
from showcase.core.timing.timecodes import format_clock, to_seconds
from showcase.store.ingest.check import CheckReport
from showcase.store.ingest.track_files import TrackSpeakers

NOBODY = "(nobody is named)"


def speaker_lines(report: CheckReport) -> Iterator[str]:
    """A line for each track of speech, and one below it for each speaker.

    Args:
        report: what was found.
    """
    for track in _tracks(report):
        yield f"{track.video}/{track.track}"
        total = sum(speaker.words for speaker in track.speakers)
        yield from (f"    {_speaker_line(speaker, total)}" for speaker in track.speakers)


def _tracks(report: CheckReport) -> Iterable[TrackSpeakers]:
    return (track for video in report.videos for track in video.speakers)


def _speaker_line(speaker: SpeakerEvidence, total: int) -> str:
    """Such as "0:06  Rosa Field: 3 turns, 41 words (27 %), label: comes back; written ROSA"."""
    turns = "1 turn" if speaker.turns == 1 else f"{speaker.turns} turns"
    words = "1 word" if speaker.words == 1 else f"{speaker.words} words"
    share = round(100 * speaker.words / max(total, 1))
    name = NOBODY if speaker.name is None else replace_control_chars(speaker.name)
    start = "-" if speaker.start_ms is None else format_clock(speaker.start_ms)
    line = f"{start}  {name}: {turns}, {words} ({share} %)"
    if speaker.basis:
        line += f", {speaker.basis}"
    if speaker.written and speaker.written != (speaker.name,):
        line += f"; written {', '.join(map(replace_control_chars, speaker.written))}"
    return line


def speaker_objects(report: CheckReport) -> Iterator[dict[str, object]]:
    """An object for each speaker of each track; the name is null for all speech of nobody who is named."""
    for track in _tracks(report):
        for speaker in track.speakers:
            yield {
                "video": track.video,
                "track": track.track,
                "name": speaker.name,
                "written": list(speaker.written),
                "turns": speaker.turns,
                "words": speaker.words,
                "start": None if speaker.start_ms is None else to_seconds(speaker.start_ms),
                "basis": speaker.basis,
            }
