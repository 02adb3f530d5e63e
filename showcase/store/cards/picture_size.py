"""The size of a picture in pixels, from its first bytes."""

import warnings
from pathlib import Path


def read_picture_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is no picture that Pillow knows. Nothing is decoded."""
    # Here, because most commands look at no picture, and Pillow takes 24 ms to load.
    from PIL import Image  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(path) as picture:
                return picture.size
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
