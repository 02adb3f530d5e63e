"""Checks the poster of a video: that it is a picture, light enough, and in the shape of a video."""

from collections.abc import Iterator
from pathlib import Path

from showcase.core.catalog.models import MediaFile
from showcase.errors import Diagnosis
from showcase.store.cards.picture_size import read_picture_size

# A photograph of 1600 by 900 pixels has a fifth of this.
MAX_POSTER_BYTES = 2_000_000
# The player is 16:9; a picture that is hardly wider than high loses most of itself, or has bars beside it.
MIN_ASPECT_RATIO = 1.2
_BYTES_PER_MB = 1_000_000
_HEAD_BYTES = 64 * 1024


def check_poster(path: Path, poster: MediaFile) -> Iterator[Diagnosis]:
    """What should be looked at in a poster.

    Args:
        path: of the file.
        poster: as video.toml names it.
    """
    if poster.size > MAX_POSTER_BYTES:
        message = (
            f'"{poster.name}" has {poster.size / _BYTES_PER_MB:.0f} MB, which visitors wait for'
        )
        fix = "save it with about 1600 by 900 pixels, as .webp or .jpg"
        yield Diagnosis("large-poster", message, fix)
    size = _picture_size(path, poster)
    if size is None:
        message = f'"{poster.name}" is not a picture that browsers show'
        yield Diagnosis("unreadable-poster", message, "export it again, as .webp, .jpg or .png")
    elif size[0] < MIN_ASPECT_RATIO * size[1]:
        message = f'"{poster.name}" is {size[0]} pixels wide and {size[1]} high'
        yield Diagnosis("poster-shape", message, "use a picture with the shape of the video, 16:9")


def _picture_size(path: Path, poster: MediaFile) -> tuple[int, int] | None:
    """The size in pixels, 16:9 for what has none or is not read here; None for what is no picture."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return None
    drawn = poster.type == "image/svg+xml" and b"<svg" in head
    if drawn or (poster.type == "image/avif" and head[4:8] == b"ftyp"):
        return 16, 9
    return read_picture_size(path)
