"""The length of a recording, read from its files by pymediainfo."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pymediainfo import MediaInfo

from showcase.core.timing.timecodes import format_clock
from showcase.errors import Diagnosis

# Files of one recording differ by a part of a second; people round a length, or count the silence at its end.
_MAX_DIFFERENCE_MS = 5_000
_MAX_DIFFERENCE_SHARE = 0.02
_RECORDING_TRACKS = frozenset({"Video", "Audio"})


def read_media_length(path: Path) -> int | None:
    """The length of a media file in milliseconds.

    Args:
        path: of the file.

    Returns:
        None for what has neither pictures nor sound; 0 where it does not say how long it is, as a recording
        that was cut off or streamed.
    """
    try:
        tracks = MediaInfo.parse(path).tracks
    except (OSError, RuntimeError):
        return None
    if not any(track.track_type in _RECORDING_TRACKS for track in tracks):
        return None
    lengths = [track.duration for track in tracks if track.track_type == "General"]
    return round(float(lengths[0])) if lengths and lengths[0] else 0


def compare_lengths(
    lengths: Sequence[tuple[str, int | None]], duration_ms: int
) -> Iterator[tuple[str, Diagnosis]]:
    """What does not fit together in the lengths of a recording's files and what video.toml says.

    Args:
        lengths: the name and length in milliseconds of each file, as read above.
        duration_ms: what video.toml says; 0 when it does not.

    Yields:
        the key of video.toml that it is about, and what should be looked at.
    """
    for name, length in lengths:
        if length is None:
            fix = "see whether it plays, and export it again if not"
            yield "source", Diagnosis("unreadable-media", f'"{name}" is not a recording', fix)
    known = [(name, length) for name, length in lengths if length]
    if not known:
        return
    first, length_ms = known[0]
    for name, other in known[1:]:
        if _differ(other, length_ms):
            message = (
                f'"{name}" lasts {format_clock(other)}, and "{first}" {format_clock(length_ms)}'
            )
            fix = (
                "name files of the same recording: visitors get the first that their browser plays"
            )
            yield "source", Diagnosis("lengths-differ", message, fix)
    if duration_ms and _differ(duration_ms, length_ms):
        message = f'duration is {format_clock(duration_ms)}, and "{first}" lasts {format_clock(length_ms)}'
        fix = f'write duration = "{format_clock(length_ms)}", or leave it out'
        yield "duration", Diagnosis("other-length", message, fix)


def _differ(one_ms: int, other_ms: int) -> bool:
    longer = max(one_ms, other_ms)
    return abs(one_ms - other_ms) > max(_MAX_DIFFERENCE_MS, longer * _MAX_DIFFERENCE_SHARE)
