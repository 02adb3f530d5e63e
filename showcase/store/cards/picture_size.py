"""The size of a picture in pixels, from its first bytes."""

import warnings
from pathlib import Path

from PIL import Image


def read_picture_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is no picture that Pillow knows. Nothing is decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(path) as picture:
                return picture.size
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
