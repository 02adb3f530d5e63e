"""Generates a long video to measure the page with, of more than two hours."""

import subprocess
from pathlib import Path

import imageio_ffmpeg

from benchmarks.search.corpus import Talk, generate_talk
from benchmarks.search.folders import write_talk

CUES = 3_600
MINUTE = 60  # seconds
MAX_FFMPEG_SECONDS = 300  # seconds


def write_long_video(transcripts: Path, slug: str = "long", cues: int = CUES) -> Talk:
    """Write the folder of a video: a generated talk in English, and a film of its length."""
    talk = generate_talk(slug, cues)
    write_talk(talk, transcripts)
    film = transcripts / slug / "film.webm"
    record(film, seconds=talk.cues[-1].end_ms // 1000 + 1)
    with (transcripts / slug / "video.toml").open("a", encoding="utf-8") as file:
        file.write(f'source = "{film.name}"\n')
    return talk


def record(path: Path, seconds: int) -> None:
    """Write a film of one frame a second, each a key frame: it is small, and seeks are quick.

    Only a minute is encoded, and then repeated: to encode hours would take minutes.
    """
    picture = f"color=color=0x24593a:size=320x180:rate=1:duration={MINUTE}"
    coding = ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "16", "-g", "1", "-b:v", "8k"]
    minute = path.with_name("minute.webm")
    _ffmpeg("-f", "lavfi", "-i", picture, *coding, str(minute))
    again = ["-stream_loop", str(seconds // MINUTE), "-i", str(minute)]
    _ffmpeg(*again, "-c", "copy", "-t", str(seconds), str(path))
    minute.unlink()


def _ffmpeg(*arguments: str) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments]
    subprocess.run(command, check=True, timeout=MAX_FFMPEG_SECONDS)
