"""Cards as PNG files: the one module that knows Pillow.

The same layout makes the same bytes: nothing in the file tells when it was made.
"""

import json
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont, features
from PIL import __version__ as pillow_version

from showcase.core.cards.content import Card
from showcase.core.cards.fonts import Faces, Run, parse_ranges
from showcase.core.cards.layout import Layout, Shape, Theme, compose
from showcase.core.cards.typesetting import Press
from showcase.resources import program_version

# A picture is drawn so many times larger where it has slanted edges, then made small: edges are smooth.
_FINER = 4
# The size in which texts are measured.
_MEASURED = 128
# The steps between two colors, for the edges of letters.
_STEPS = 16
# zlib's levels trade time for size: 6 makes 55 kB in 12 ms, 9 makes 47 kB in 150 ms.
_COMPRESSION = 6


class CardDrawing:
    """Draws cards with the fonts and pictures of the static folder."""

    def __init__(self, static: Path, *, shaping: bool | None = None) -> None:
        """Read what each font covers.

        Args:
            static: the folder that holds fonts/cards and img.
            shaping: whether letters can be joined and ordered; None asks Pillow, which needs the system's
                FriBidi for it.
        """
        self._static, self._arts = static, dict[str, Image.Image]()
        can_shape = bool(features.check("raqm")) if shaping is None else shaping
        table = json.loads((static / "fonts" / "cards" / "coverage.json").read_text("utf-8"))
        coverage = {face: parse_ranges(ranges) for face, ranges in table.items()}
        self.faces = Faces(coverage, shaping=can_shape)
        # Of another version of the program, of its fonts or of Pillow, no card that was kept is shown again.
        self.version = f"{program_version()} {pillow_version} {can_shape}"
        self._pen = _Pen(static / "fonts" / "cards", shaping=can_shape)

    def layout(self, card: Card, shape: Shape, theme: Theme) -> Layout:
        """What stands where on a card."""
        return compose(card, shape, theme, Press(self.faces, self._pen))

    def draw(self, card: Card, shape: Shape, theme: Theme) -> bytes:
        """A card as a PNG file."""
        return self.paint(self.layout(card, shape, theme))

    def paint(self, layout: Layout) -> bytes:
        """A layout as a PNG file."""
        picture = Image.new("RGB", layout.canvas.size, layout.inks.ground)
        art = self._art(layout.canvas.art).convert("RGB")
        picture.paste(art, (int(layout.canvas.art_at.left), int(layout.canvas.art_at.top)))
        draw = ImageDraw.Draw(picture)
        left, top, right, bottom = layout.canvas.rule
        draw.rectangle((left, top, right - 1, bottom - 1), fill=layout.inks.words)
        for line in layout.lines:
            x = line.x
            for run in line.runs:
                self._pen.write(draw, run, line.size, (x, line.baseline), line.color)
                x += self._pen.width(run) * line.size
        _fill(picture, layout.sign, layout.inks.small)
        file = BytesIO()
        slim = picture.quantize(palette=self._palette(layout), dither=Image.Dither.NONE)
        slim.save(file, "PNG", compress_level=_COMPRESSION)
        return file.getvalue()

    def _palette(self, layout: Layout) -> Image.Image:
        """The colors of a card: its inks, what lies between them, and those of its picture."""
        inks = layout.inks
        colors = _between(inks.ground, inks.words) + _between(inks.ground, inks.small)
        palette = Image.new("P", (1, 1))
        palette.putpalette(colors + (self._art(layout.canvas.art).getpalette() or []))
        return palette

    def _art(self, name: str) -> Image.Image:
        if name not in self._arts:
            with Image.open(self._static / "img" / f"{name}.png") as art:
                self._arts[name] = art.copy()
        return self._arts[name]


class _Pen:
    """Measures and writes runs; fonts are opened once for each size."""

    def __init__(self, folder: Path, *, shaping: bool) -> None:
        self._folder = folder
        self._engine = ImageFont.Layout.RAQM if shaping else ImageFont.Layout.BASIC
        self._shaping = shaping
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def width(self, run: Run) -> float:
        """How far a run moves, in parts of its size: nothing is hinted, so all sizes are alike."""
        direction = self._direction(run)
        return self._font(run.face, _MEASURED).getlength(run.text, direction=direction) / _MEASURED

    def ink(self, run: Run) -> tuple[float, float]:
        """Top and bottom of its ink, likewise."""
        direction, font = self._direction(run), self._font(run.face, _MEASURED)
        _, top, _, bottom = font.getbbox(run.text, direction=direction, anchor="ls")
        return top / _MEASURED, bottom / _MEASURED

    def write(
        self, draw: ImageDraw.ImageDraw, run: Run, size: int, at: tuple[float, float], color: str
    ) -> None:
        """Draw a run; it begins at the left end of its base line."""
        font, direction = self._font(run.face, size), self._direction(run)
        draw.text(at, run.text, fill=color, font=font, anchor="ls", direction=direction)

    def _font(self, face: str, size: int) -> ImageFont.FreeTypeFont:
        if (face, size) not in self._fonts:
            path = str(self._folder / f"{face}.ttf")
            self._fonts[face, size] = ImageFont.truetype(path, size, layout_engine=self._engine)
        return self._fonts[face, size]

    def _direction(self, run: Run) -> str | None:
        if not self._shaping:
            return None
        return "rtl" if run.rtl else "ltr"


def _between(one: str, other: str) -> list[int]:
    """Red, green and blue of two colors and of the steps between them."""
    ends = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    steps = [[a + (b - a) * n // (_STEPS - 1) for n in range(_STEPS)] for a, b in ends]
    return [part for color in zip(*steps, strict=True) for part in color]


def _fill(picture: Image.Image, corners: tuple[tuple[float, float], ...], color: str) -> None:
    """A polygon with smooth edges."""
    if not corners:
        return
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, top = int(min(xs)), int(min(ys))
    size = int(max(xs)) - left + 2, int(max(ys)) - top + 2
    mask = Image.new("L", (size[0] * _FINER, size[1] * _FINER))
    moved = [((x - left) * _FINER, (y - top) * _FINER) for x, y in corners]
    ImageDraw.Draw(mask).polygon(moved, fill=255)
    picture.paste(color, (left, top), mask.resize(size, Image.Resampling.BOX))
