"""The recording and the poster: the one module that knows ffmpeg."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tools.preview.plan import FRAMES_A_SECOND, Plan

# A seek lands where it was asked to only if a key frame is near.
_KEY_FRAMES = ("-g", str(2 * FRAMES_A_SECOND), "-force_key_frames", "expr:gte(t,n_forced*2)")
# Piper fills the whole range of a sample; this leaves room for what the encoders add.
_VOLUME = "volume=-3dB"
_WEBM = (
    *("-c:v", "libvpx-vp9", "-crf", "58", "-b:v", "0", "-auto-alt-ref", "0", "-cpu-used", "3"),
    *("-c:a", "libopus", "-b:a", "24k", "-ar", "48000"),
)
# A fixed quantizer: rated by crf, a picture that stands still for long gets a fourfold of its bytes.
_MP4 = (
    *("-c:v", "libx264", "-qp", "44", "-preset", "slow"),
    *("-c:a", "aac", "-b:a", "36k", "-movflags", "+faststart"),
)
# The inks stay what they are only if the file says how its colors are meant.
_COLORS = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
_SAY_COLORS = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
# Nothing of the machine or the moment: the same input makes the same bytes.
_PLAIN = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact")


def write_recordings(plan: Plan, pictures: dict[str, Path], folder: Path) -> None:
    """Write preview.webm (VP9, Opus) and preview.mp4 (H.264, AAC) into a folder.

    Args:
        plan: what is heard, and which card is seen when.
        pictures: the PNG of each card.
        folder: where they go.
    """
    for name, codecs in (("preview.webm", _WEBM), ("preview.mp4", _MP4)):
        _ffmpeg(
            [*_cards(plan, pictures), *_sound(plan), *_streams(plan), *codecs], folder / name, plan
        )


def write_posters(picture: Path, folder: Path) -> None:
    """Write poster.webp (1280 pixels wide) and poster-small.webp (640)."""
    for name, width in (("poster.webp", 1280), ("poster-small.webp", 640)):
        webp = ("-vf", f"scale={width}:-1", "-c:v", "libwebp", "-quality", "60")
        _ffmpeg(["-i", str(picture), *webp, *_PLAIN], folder / name)


def _cards(plan: Plan, pictures: dict[str, Path]) -> list[str]:
    inputs = []
    for card in plan.cards:
        seconds = (card.end_ms - card.start_ms) / 1000
        rate = str(FRAMES_A_SECOND)
        inputs += [
            "-framerate",
            rate,
            "-loop",
            "1",
            "-t",
            str(seconds),
            "-i",
            str(pictures[card.name]),
        ]
    return inputs


def _sound(plan: Plan) -> list[str]:
    return ["-f", "s16le", "-ar", str(plan.rate), "-ac", "1", "-i", "pipe:"]


def _streams(plan: Plan) -> list[str]:
    cards = len(plan.cards)
    joined = "".join(f"[{i}:v]" for i in range(cards)) + f"concat=n={cards}:v=1,{_COLORS}[seen]"
    heard = f"[{cards}:a]{_VOLUME}[heard]"
    graph = ["-filter_complex", f"{joined};{heard}", "-map", "[seen]", "-map", "[heard]"]
    return [*graph, *_KEY_FRAMES, *_SAY_COLORS, *_PLAIN]


def _ffmpeg(arguments: Sequence[str], to: Path, plan: Plan | None = None) -> None:
    sound = plan.samples.tobytes() if plan else None
    command = ["ffmpeg", "-v", "error", "-y", *arguments, str(to)]
    subprocess.run(command, input=sound, check=True)
