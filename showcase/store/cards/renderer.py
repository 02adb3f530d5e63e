"""Draws cards as PNG files; the only module that uses Pillow.

The same layout makes the same bytes: there is no time in the file.
"""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from showcase.core.cards.canvases import CANVASES, CardShape, CardTheme
from showcase.core.cards.content import CardContent
from showcase.core.cards.fonts import FontSet, TextRun, parse_ranges
from showcase.core.cards.layout import CardLayout, compose_card, is_shortened
from showcase.core.cards.typesetting import FontBackend
from showcase.resources import program_version
from showcase.store.cards.look import CardLook
from showcase.store.lru_cache import LruCache

# Shapes with slanted edges are drawn so many times larger and scaled down, to smooth the edges.
_SUPERSAMPLING_FACTOR = 4
# The font size at which texts are measured.
_MEASURING_FONT_PX = 128
# Colors in the gradient between two colors, for the edges of letters.
_GRADIENT_STEPS = 16
# Level 6 of zlib makes 55 kB in 12 ms, level 9 makes 47 kB in 150 ms.
_PNG_COMPRESS_LEVEL = 6
# A palette has 256 colors; the words take two gradients of them.
_MAX_ART_COLORS = 256 - 2 * _GRADIENT_STEPS
# Pictures that are kept, drawn: two shapes, before and after an owner changed something.
_MAX_ART_PICTURES = 4


class CardRenderer:
    """Draws cards with the fonts of the static folder."""

    def __init__(self, static: Path, *, shaping: bool | None = None) -> None:
        """Read which characters each font covers.

        Args:
            static: the static folder, with fonts/cards.
            shaping: True where text shaping is available; None asks Pillow, which needs the system's FriBidi.
        """
        self._art = LruCache[Image.Image](_MAX_ART_PICTURES)
        can_shape = bool(features.check("raqm")) if shaping is None else shaping
        table = json.loads((static / "fonts" / "cards" / "coverage.json").read_text("utf-8"))
        coverage = {face: parse_ranges(ranges) for face, ranges in table.items()}
        self.faces = FontSet(coverage, shaping=can_shape)
        # A card that another version of the program, its fonts or Pillow drew is never sent again.
        self.version = f"{program_version()} {can_shape}"
        self._pen = _PillowPen(static / "fonts" / "cards", shaping=can_shape)

    def layout(
        self, card: CardContent, shape: CardShape, theme: CardTheme, look: CardLook | None = None
    ) -> CardLayout:
        """The layout of a card: every text and shape with its place; `look` is None for the neutral one."""
        inks = (look or CardLook()).inks(theme)
        return compose_card(card, shape, inks, FontBackend(self.faces, self._pen))

    def is_shortened(self, card: CardContent, shape: CardShape) -> bool:
        """True where a card has room for the beginning of its words only."""
        inks = CardLook().inks("light")
        return is_shortened(card, shape, inks, FontBackend(self.faces, self._pen))

    def render(
        self, card: CardContent, shape: CardShape, theme: CardTheme, look: CardLook | None = None
    ) -> bytes:
        """A card as a PNG file; `look` is None for the neutral one."""
        return self.render_layout(self.layout(card, shape, theme, look), look)

    def render_layout(self, layout: CardLayout, look: CardLook | None = None) -> bytes:
        """A layout as a PNG file; `look` is None for the neutral one."""
        art = self._load_art(layout, look or CardLook())
        picture = Image.new("RGB", layout.canvas.size, layout.colors.background)
        box = layout.canvas.art_box
        picture.paste(art.convert("RGB"), (int(box.left), int(box.top)))
        draw = ImageDraw.Draw(picture)
        left, top, right, bottom = layout.canvas.rule
        draw.rectangle((left, top, right - 1, bottom - 1), fill=layout.colors.words)
        for line in layout.lines:
            x = line.x
            for run in line.runs:
                self._pen.draw_run(draw, run, line.size, (x, line.baseline), line.color)
                x += self._pen.width(run) * line.size
        _fill_polygon(picture, layout.play_icon, layout.colors.small)
        file = BytesIO()
        slim = picture.quantize(palette=_palette(layout, art), dither=Image.Dither.NONE)
        slim.save(file, "PNG", compress_level=_PNG_COMPRESS_LEVEL)
        return file.getvalue()

    def _load_art(self, layout: CardLayout, look: CardLook) -> Image.Image:
        """The picture of a card in few colors."""
        shape = next(name for name, canvas in CANVASES.items() if canvas == layout.canvas)
        key = sha256(repr((shape, look.palette, look.art(shape))).encode()).hexdigest()
        return self._art.get(key, lambda: (_reduce_colors(look.draw_art(shape, layout.canvas)), 1))


def _reduce_colors(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as picture:
        return picture.convert("RGB").quantize(_MAX_ART_COLORS, dither=Image.Dither.NONE)


def _palette(layout: CardLayout, art: Image.Image) -> Image.Image:
    """The palette of a card: its colors, the gradients between them, and the palette of its picture."""
    inks = layout.colors
    colors = _color_gradient(inks.background, inks.words) + _color_gradient(
        inks.background, inks.small
    )
    palette = Image.new("P", (1, 1))
    palette.putpalette(colors + (art.getpalette() or []))
    return palette


class _PillowPen:
    """Measures and draws runs; each font is opened once for each size."""

    def __init__(self, folder: Path, *, shaping: bool) -> None:
        self._folder = folder
        self._engine = ImageFont.Layout.RAQM if shaping else ImageFont.Layout.BASIC
        self._shaping = shaping
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def width(self, run: TextRun) -> float:
        """The advance width of a run in em: without hinting it is in proportion at all sizes."""
        direction = self._direction(run)
        return (
            self._font(run.face, _MEASURING_FONT_PX).getlength(run.text, direction=direction)
            / _MEASURING_FONT_PX
        )

    def ink(self, run: TextRun) -> tuple[float, float]:
        """Top and bottom of the ink of a run in em, from the baseline; negative is above it."""
        direction, font = self._direction(run), self._font(run.face, _MEASURING_FONT_PX)
        _, top, _, bottom = font.getbbox(run.text, direction=direction, anchor="ls")
        return top / _MEASURING_FONT_PX, bottom / _MEASURING_FONT_PX

    def draw_run(
        self,
        draw: ImageDraw.ImageDraw,
        run: TextRun,
        size: int,
        at: tuple[float, float],
        color: str,
    ) -> None:
        """Draw a run; `at` is the left end of its baseline, in pixels."""
        font, direction = self._font(run.face, size), self._direction(run)
        draw.text(at, run.text, fill=color, font=font, anchor="ls", direction=direction)

    def _font(self, face: str, size: int) -> ImageFont.FreeTypeFont:
        if (face, size) not in self._fonts:
            path = str(self._folder / f"{face}.ttf")
            self._fonts[face, size] = ImageFont.truetype(path, size, layout_engine=self._engine)
        return self._fonts[face, size]

    def _direction(self, run: TextRun) -> str | None:
        if not self._shaping:
            return None
        return "rtl" if run.rtl else "ltr"


def _color_gradient(one: str, other: str) -> list[int]:
    """Red, green, blue, red, …: two colors "#rrggbb" and the steps between them, as Pillow's palettes are."""
    ends = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    steps = [
        [a + (b - a) * n // (_GRADIENT_STEPS - 1) for n in range(_GRADIENT_STEPS)] for a, b in ends
    ]
    return [part for color in zip(*steps, strict=True) for part in color]


def _fill_polygon(
    picture: Image.Image, corners: tuple[tuple[float, float], ...], color: str
) -> None:
    """Draw a polygon with smooth edges; nothing where there are no corners."""
    if not corners:
        return
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, top = int(min(xs)), int(min(ys))
    size = int(max(xs)) - left + 2, int(max(ys)) - top + 2
    mask = Image.new("L", (size[0] * _SUPERSAMPLING_FACTOR, size[1] * _SUPERSAMPLING_FACTOR))
    moved = [
        ((x - left) * _SUPERSAMPLING_FACTOR, (y - top) * _SUPERSAMPLING_FACTOR) for x, y in corners
    ]
    ImageDraw.Draw(mask).polygon(moved, fill=255)
    picture.paste(color, (left, top), mask.resize(size, Image.Resampling.BOX))
