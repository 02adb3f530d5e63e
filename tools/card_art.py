"""Makes the pictures at the side of quote cards from the poster: `make card-art` runs it.

A browser draws them once, into small files of few colors, so that a card only has to paste one.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageColor

from tools.browser_picture import draw
from tools.find_browser import find_browser

ARCHIVE = Path(__file__).parents[1] / "transcripts"
POSTER = ARCHIVE / "wsr" / "poster.svg"
# The poster has five inks; the other colors are the blends of two inks at an edge.
INKS = ("#c5301c", "#f6b51e", "#17201c", "#fdf6e3", "#2f6b3c")
COLORS = 40
# A color of the palette that differs at most this much from an ink in red, green and blue becomes that ink.
_MAX_INK_DISTANCE = 4
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; overflow: hidden; background: #17201c }}
img {{ position: absolute; width: {wide}px; height: auto; left: -{left}px; top: -{top}px }}
</style><img src="{poster}" alt="">"""


class Crop(NamedTuple):
    """A part of the poster, in pixels: scaled to the width `wide`, it is cut at `left`, `top` to `size`."""

    name: str
    size: tuple[int, int]
    wide: int
    left: int
    top: int


CROPS = (
    Crop("card-tall", (452, 630), 1120, 388, 0),
    Crop("card-wide", (1080, 400), 1080, 0, 84),
)


def main() -> int:
    """Make both pictures again."""
    browser = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        for crop in CROPS:
            taken = _take(browser, crop, Path(folder))
            with Image.open(taken) as picture:
                slim = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
            slim.putpalette(_with_inks(slim.getpalette() or []))
            slim.save(ARCHIVE / f"{crop.name}.png", optimize=True)
            print(f"{crop.name}.png: {(ARCHIVE / f'{crop.name}.png').stat().st_size:,} bytes")
    return 0


def _take(browser: str, crop: Crop, folder: Path) -> Path:
    poster = POSTER.as_uri()
    page = _PAGE.format(wide=crop.wide, left=crop.left, top=crop.top, poster=poster)
    return draw(browser, page, crop.size, folder / f"{crop.name}.png")


def _with_inks(palette: list[int]) -> list[int]:
    """The palette (red, green, blue, red, …) with colors close to an ink replaced by that ink."""
    colors = [tuple(palette[at : at + 3]) for at in range(0, len(palette), 3)]
    inks = [ImageColor.getrgb(ink) for ink in INKS]
    return [
        part
        for color in colors
        for part in next((ink for ink in inks if _is_near(color, ink)), color)
    ]


def _is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= _MAX_INK_DISTANCE for a, b in zip(one, other, strict=False))


if __name__ == "__main__":
    sys.exit(main())
