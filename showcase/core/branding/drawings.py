"""Neutral drawings in an archive's colors, as SVG: what is shown where its owner has put nothing.

They show what every archive here has: lines of words, one of which can be played.
"""

from base64 import b64encode
from collections.abc import Iterator
from typing import NamedTuple

from showcase.core.branding.palette import Palette

# On a square of 40: a triangle that points right, and lines of words beside and below it.
MARK_PATH = "M8 8v13l11-6.5zM22 13h10v3H22zM8 25h24v3H8zM8 32h16v3H8z"
_MARK_SIZE = 40
# The share of the width that a logo takes in an icon that phones crop to a shape of their own: it stays
# within the inner 80 % (W3C Web Application Manifest, "maskable").
MASKABLE_SHARE = 0.72
_CORNER_ENLARGEMENT = 64
# The widths of the lines of words in a drawing, in parts of its own width, and which of them is played.
_LINE_SHARES = (0.62, 0.86, 0.74, 0.9, 0.52, 0.8, 0.88, 0.66, 0.78, 0.44)
_PLAYED_LINE = 3
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'


class Picture(NamedTuple):
    """A picture as a file: its bytes and its media type."""

    data: bytes
    type: str


def draw_mark(palette: Palette) -> str:
    """The mark of an archive without a logo."""
    return _svg(_MARK_SIZE, _MARK_SIZE, _mark(palette))


def draw_icon(
    palette: Palette, logo: Picture | None, corner: Picture | None, *, maskable: bool
) -> str:
    """The icon of an archive for a home screen: its logo or the neutral mark, on a ground that fills it.

    Args:
        palette: of the archive.
        logo: None for the neutral mark.
        corner: of the logo, whose color is the ground; nothing is seen of one that is transparent.
        maskable: True for an icon that phones crop to a shape of their own.
    """
    share = MASKABLE_SHARE if maskable else 1
    edge, size = _MARK_SIZE * (1 - share) / 2, _MARK_SIZE * share
    if logo is None:
        ground = _ground(palette.ink, _MARK_SIZE, _MARK_SIZE)
        place = f"translate({edge:g} {edge:g}) scale({share:g})"
        return _svg(_MARK_SIZE, _MARK_SIZE, f'{ground}<g transform="{place}">{_mark(palette)}</g>')
    ground = _ground(palette.ground, _MARK_SIZE, _MARK_SIZE)
    whole = f'width="{_MARK_SIZE}" height="{_MARK_SIZE}" preserveAspectRatio="none"'
    square = f'x="{edge:g}" y="{edge:g}" width="{size:g}" height="{size:g}"'
    around = _image(corner, whole) if corner else ""
    return _svg(_MARK_SIZE, _MARK_SIZE, f"{ground}{around}{_image(logo, square)}")


def draw_corner(logo: Picture) -> str:
    """The upper left corner of a logo, a square of 1: the logo, so large that no more of it is seen."""
    size = f'width="{_CORNER_ENLARGEMENT}" height="{_CORNER_ENLARGEMENT}"'
    return _svg(1, 1, _image(logo, f'{size} preserveAspectRatio="xMinYMin slice"'))


def draw_words(palette: Palette, width: int, height: int) -> str:
    """A drawing of lines of words, one of which is played: the picture on a card.

    Args:
        palette: of the archive.
        width: in pixels.
        height: in pixels.
    """
    return _svg(
        width,
        height,
        f"{_ground(palette.art, width, height)}"
        f'<path fill="{palette.line}" opacity=".34" d="{"".join(_word_lines(width, height))}"/>'
        f'<path fill="{palette.line}" d="{_played_line(width, height)}"/>',
    )


def fill_with(picture: Picture, width: int, height: int) -> str:
    """A picture that fills a box; what is beyond its edges is cut on both sides alike."""
    size = f'width="{width}" height="{height}"'
    return _svg(width, height, _image(picture, f'{size} preserveAspectRatio="xMidYMid slice"'))


def _mark(palette: Palette) -> str:
    ground = _ground(palette.ink, _MARK_SIZE, _MARK_SIZE)
    return f'{ground}<path fill="{palette.accent}" d="{MARK_PATH}"/>'


def _svg(width: int, height: int, body: str) -> str:
    return _SVG.format(width=width, height=height, body=body)


def _ground(color: str, width: int, height: int) -> str:
    return f'<path fill="{color}" d="M0 0h{width}v{height}H0z"/>'


def _image(picture: Picture, place: str) -> str:
    data = b64encode(picture.data).decode()
    return f'<image {place} href="data:{picture.type};base64,{data}"/>'


class _LineGrid(NamedTuple):
    """Where the lines of words are: all in pixels."""

    left: float
    top: float
    width: float
    step: float
    thickness: float


def _line_grid(width: int, height: int) -> _LineGrid:
    step = height / (len(_LINE_SHARES) + 2)
    margin = min(width, height) * 0.12
    return _LineGrid(margin, step * 1.25, width - 2 * margin, step, step * 0.36)


def _word_lines(width: int, height: int) -> Iterator[str]:
    grid = _line_grid(width, height)
    for number, share in enumerate(_LINE_SHARES):
        if number != _PLAYED_LINE:
            yield _bar(grid.left, grid.top + number * grid.step, grid.width * share, grid.thickness)


def _played_line(width: int, height: int) -> str:
    """The line that is played, with a triangle that points right before it."""
    grid = _line_grid(width, height)
    top = grid.top + _PLAYED_LINE * grid.step
    tall = grid.step * 0.84
    above = top - (tall - grid.thickness) / 2
    triangle = f"M{grid.left:.1f} {above:.1f}v{tall:.1f}l{tall * 0.86:.1f} -{tall / 2:.1f}z"
    left = grid.left + tall * 1.2
    rest = grid.width * _LINE_SHARES[_PLAYED_LINE] - tall * 1.2
    return triangle + _bar(left, top, rest, grid.thickness)


def _bar(left: float, top: float, width: float, height: float) -> str:
    return f"M{left:.1f} {top:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}z"
