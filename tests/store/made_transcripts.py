"""Writes folders of invented transcripts for the tests of the store."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from showcase.core.timing.timecodes import format_vtt_timestamp

LINES = (
    "The tomatoes were picked before sunrise",
    "and the crew leader kept the hours",
    "on a sheet that nobody else could see.",
    "Then the farm signed the agreement.",
    "Now there is shade, and water, and a clock",
    "that belongs to the workers.",
)


def vtt(lines: Sequence[str], voice: str = "Ana Reyes", start_ms: int = 1_000) -> str:
    """A WebVTT file: three seconds for each line, all of one voice."""
    cues = ["WEBVTT\n"]
    for number, line in enumerate(lines):
        start = start_ms + 3_000 * number
        times = f"{format_vtt_timestamp(start)} --> {format_vtt_timestamp(start + 2_900)}"
        cues.append(f"{times}\n<v {voice}>{line}\n")
    return "\n".join(cues)


def make_video(
    root: Path,
    name: str = "farm",
    toml: str = 'title = "On the farm"\n',
    files: Mapping[str, str | bytes] | None = None,
) -> Path:
    """A video's folder; without files, with English captions."""
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "video.toml").write_text(toml, "utf-8")
    for file, content in ({"captions.en.vtt": vtt(LINES)} if files is None else files).items():
        data = content.encode() if isinstance(content, str) else content
        (folder / file).write_bytes(data)
    return folder


def say(root: Path, name: str, *lines: str) -> None:
    """Let a video say something else, and let its file look newer whatever the clock can tell apart."""
    path = root / name / "captions.en.vtt"
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(vtt(lines), "utf-8")
    after = max(path.stat().st_mtime_ns, before + 1)
    os.utime(path, ns=(after, after))
