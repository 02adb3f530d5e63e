"""Makes the icons for home screens of phones from the logo: `make icons` runs it."""

import sys
import tempfile
from pathlib import Path

from PIL import Image

from tools.browser_picture import draw
from tools.find_browser import find_browser

IMAGES = Path(__file__).parents[1] / "static" / "img"
# Pixels, and the share of the width that the logo takes. iOS accepts no SVG and wants 180 pixels. Android
# wants 512 and crops icons to a shape of its own, so the logo of a "maskable" icon stays within the inner
# 80 % (W3C Web Application Manifest).
ICONS = {"icon-180": (180, 1.0), "icon-512": (512, 1.0), "icon-maskable-512": (512, 0.72)}
COLORS = 16
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #17201c; overflow: hidden }}
img {{ position: absolute; width: {wide}px; height: {wide}px; left: {edge}px; top: {edge}px }}
</style><img src="{mark}" alt="">"""


def main() -> int:
    """Make all icons again."""
    browser = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, share) in ICONS.items():
            taken = _take(browser, Path(folder) / f"{name}.png", size, share)
            with Image.open(taken) as picture:
                slim = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
            slim.save(IMAGES / f"{name}.png", optimize=True)
            print(f"{name}.png: {(IMAGES / f'{name}.png').stat().st_size:,} bytes")
    return 0


def _take(browser: str, picture: Path, size: int, share: float) -> Path:
    wide = round(size * share)
    mark = (IMAGES / "favicon.svg").as_uri()
    page = _PAGE.format(wide=wide, edge=(size - wide) // 2, mark=mark)
    return draw(browser, page, (size, size), picture)


if __name__ == "__main__":
    sys.exit(main())
