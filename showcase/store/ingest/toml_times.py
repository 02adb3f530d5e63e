"""The times of a caption file in video.toml: schemas of its frame rate and offset, and how to write one."""

from showcase.core.timing.frame_rates import FrameRate, parse_frame_rate
from showcase.core.timing.timecodes import format_clock, format_seconds, parse_time
from showcase.errors import Diagnosis
from showcase.store.ingest.toml_file import TomlFile
from showcase.store.ingest.toml_lines import KeyPath

_MINUS_SIGNS = ("-", "−", "–")


def frame_rate(value: object, path: KeyPath, file: TomlFile) -> FrameRate | None:
    """A frame rate: 25, 29.97, or a text like "30000/1001"."""
    written = _number_text(value)
    rate = parse_frame_rate(written)
    if rate is None:
        message = f'"{written or value}" is not a frame rate'
        fix = "write a number such as 25, 29.97 or 23.976"
        file.add_fault(path, Diagnosis("not-a-frame-rate", message, fix))
    return rate


def time_offset(value: object, path: KeyPath, file: TomlFile) -> int | None:
    """A time to add, in milliseconds: "-1:00:00", "+0:02.5", "-3600", or a number of seconds."""
    written = _number_text(value).strip()
    minus = written.startswith(_MINUS_SIGNS)
    ms = parse_time(written[1:] if minus or written.startswith("+") else written)
    if ms is None:
        message = f'"{written or value}" is not an offset'
        fix = 'write "-1:00:00" for an hour earlier, or "+0:02.5" for two and a half seconds later'
        file.add_fault(path, Diagnosis("not-an-offset", message, fix))
        return None
    return -ms if minus else ms


def clock_time(value: object, path: KeyPath, file: TomlFile) -> int | None:
    """A time in the recording, in milliseconds: "1:02.5", or a number of seconds."""
    written = _number_text(value).strip()
    ms = parse_time(written)
    if ms is None:
        message = f'"{written or value}" is not a time in the recording'
        file.add_fault(path, Diagnosis("not-a-time", message, 'write it as in "1:02.5"'))
    return ms


def offset_fix(file: str, offset_ms: int) -> str:
    """What to write into video.toml to shift a track.

    Args:
        file: the name of the track's file.
        offset_ms: the whole offset, with one that is already there.
    """
    sign = "-" if offset_ms < 0 else "+"
    clock = format_clock(abs(offset_ms))
    fraction = format_seconds(abs(offset_ms) % 1000).removeprefix("0")
    return f'write offset = "{sign}{clock}{fraction}" into [tracks."{file}"] of video.toml'


def _number_text(value: object) -> str:
    """A text, or a number as it is written; "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
