"""What the cards of an archive look like: its palette, and the pictures beside the words."""

from dataclasses import dataclass, field
from pathlib import Path

from showcase.core.branding.drawings import Picture, draw_words, fill_with
from showcase.core.branding.palette import CardInks, Palette
from showcase.core.cards.canvases import Canvas, CardShape, CardTheme
from showcase.store.branding.rasterizer import rasterize
from showcase.store.branding.token_sheet import palette_of


@dataclass(frozen=True, slots=True)
class CardArt:
    """A picture of the owner; `digest` is a hash of its bytes, `path` where it is, `type` its media type."""

    digest: str
    type: str
    path: Path = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardLook:
    """The look of the cards of an archive.

    Attributes:
        palette: its colors.
        beside: the picture beside the words of wide cards; None for a neutral drawing.
        above: the picture above the words of square cards; None for a neutral drawing.
    """

    palette: Palette = field(default_factory=lambda: palette_of(""))
    beside: CardArt | None = None
    above: CardArt | None = None

    def inks(self, theme: CardTheme) -> CardInks:
        """The colors of a theme."""
        return self.palette.dark if theme == "dark" else self.palette.light

    def art(self, shape: CardShape) -> CardArt | None:
        """The owner's picture for a shape; None for a neutral drawing."""
        return self.beside if shape == "wide" else self.above

    def draw_art(self, shape: CardShape, canvas: Canvas) -> bytes:
        """The picture of a shape as a PNG file that fills its box; for a file that is gone, a neutral one."""
        box = canvas.art_box
        width, height = int(box.right - box.left), int(box.bottom - box.top)
        art = self.art(shape)
        try:
            picture = Picture(art.path.read_bytes(), art.type) if art else None
        except OSError:
            picture = None
        svg = (
            fill_with(picture, width, height)
            if picture
            else draw_words(self.palette, width, height)
        )
        return rasterize(svg, width)
