"""Draws a poster from the name of a video without one: a sun with its rays over lines of speech.

The same name always has the same picture, and another name has another. The sun is where the play button
of the archive's theme is, so that a page shows one sun and not two.
"""

from collections.abc import Iterator
from hashlib import shake_256
from math import cos, pi, sin
from typing import NamedTuple

from showcase.core.branding.design_tokens import (
    Color,
    strip_comments,
    theme_tokens,
    token_color,
    token_share,
)
from showcase.core.branding.palette import Palette

POSTER_WIDTH_PX, POSTER_HEIGHT_PX = 1280, 720
# As wide as .play in static/css/player.css.
SUN_SHARE = 0.169
_SUN_RADIUS_PX = POSTER_WIDTH_PX * SUN_SHARE / 2
# The sky is seen between the sun and its rays, and this much of it where the sun is before the horizon.
_RAY_START_PX, _RING_PX = 30, 14
_MIN_RAYS, _MAX_RAYS = 9, 24
# Longer than from any corner of the picture to the one across.
_RAY_LENGTH_PX = 1_600
# How far the horizon is below the middle of the sun, in radii of it; and between which heights it stays.
_MIN_HORIZON, _MAX_HORIZON = 0.72, 1.14
_HIGHEST_HORIZON_PX, _LOWEST_HORIZON_PX = 240, 600
# Lines of speech: where each is between the horizon (0) and the foot (1), and how thick it is.
_LINES = (
    (0.055, 0.016), (0.1, 0.023), (0.158, 0.031), (0.235, 0.042), (0.334, 0.057), (0.46, 0.073),
    (0.629, 0.096), (0.842, 0.125),
)  # fmt: skip
# What somebody says is as long as some of these, in thicknesses that the line has where the horizon is usual.
_LENGTHS = (1, 1.5, 2.5, 3.5, 5, 8)
_GAP, _PAUSE, _USUAL_DEPTH_PX = 0.5, 3.5, 384
# Of 16 pieces of speech, so many have the second color, so many that of the sun; after one of 16 is a pause.
_SECOND, _SUNNY, _PAUSES, _PIECES = 3, 3, 1, 16
# The least sum of the differences of red, green and blue at which two colors are told apart as neighbors.
_MIN_DIFFERENCE = 90


class SunPlace(NamedTuple):
    """Where an archive's theme has the play button.

    Attributes:
        left: of its middle, a share of the poster's width.
        top: of its middle, a share of the poster's height.
        cut: the share of its height that is below the horizon.
    """

    left: float
    top: float
    cut: float


class _Inks(NamedTuple):
    """The colors of one poster; `second` is that of some of what is said."""

    sky: str
    rays: str
    ground: str
    second: str


class _Choices:
    """Choices that a name makes: always the same ones, in the same order."""

    def __init__(self, name: str) -> None:
        # More bytes than the longest poster takes; they start again when they are used up.
        self._bytes = shake_256(name.encode()).digest(2_048)
        self._used = 0

    def number(self, end: int) -> int:
        """A number from 0, below `end`."""
        return int(self.share() * end)

    def share(self) -> float:
        """A number from 0, below 1."""
        start = self._used % len(self._bytes)
        self._used += 2
        return int.from_bytes(self._bytes[start : start + 2]) / 2**16


def read_sun_place(own_sheet: str, theirs: str) -> SunPlace:
    """Where the play button is, and with it the sun of drawn posters.

    Args:
        own_sheet: the design tokens of the showcase, which have its place as percentages.
        theirs: the owner's tokens.css; what is no percentage there is that of `own_sheet`.
    """
    own = theme_tokens(strip_comments(own_sheet), dark=False)
    both = own | theme_tokens(strip_comments(theirs), dark=False)

    def share(name: str) -> float:
        found = token_share(both, name)
        return (token_share(own, name) or 0) if found is None else found

    return SunPlace(share("--play-left"), share("--play-top"), share("--play-cut"))


def draw_poster(name: str, palette: Palette, sun: SunPlace) -> str:
    """The poster of a video without one, as SVG of `POSTER_WIDTH_PX` by `POSTER_HEIGHT_PX`.

    Args:
        name: the slug of the video.
        palette: of the archive.
        sun: where the play button is.
    """
    choices = _Choices(name)
    inks = _choose_inks(palette, choices)
    rays = _draw_rays(sun, choices)
    horizon = _choose_horizon(sun, choices)
    ground = (
        f'<path fill="{inks.ground}" d="M0 {horizon}h{POSTER_WIDTH_PX}V{POSTER_HEIGHT_PX}H0z"/>'
    )
    speech = "".join(_draw_speech(horizon, (palette.pale, inks.second, palette.bright), choices))
    disc = _draw_sun(sun, inks.sky, palette.bright)
    # A sun that is cut off at its foot rises behind the ground; a whole one is before it, like the button.
    scene = disc + ground + speech if sun.cut else ground + speech + disc
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {POSTER_WIDTH_PX} {POSTER_HEIGHT_PX}">'
        f'<path fill="{inks.sky}" d="M0 0h{POSTER_WIDTH_PX}v{POSTER_HEIGHT_PX}H0z"/>'
        f'<path fill="{inks.rays}" d="{rays}"/>{scene}</svg>'
    )


def _choose_inks(palette: Palette, choices: _Choices) -> _Inks:
    """Two colors that are told apart, for the sky and its rays; pale rays only on the deep color."""
    deep, dark, strong = palette.art, palette.ink, palette.strong
    pairs = [(sky, rays) for sky in (deep, dark, strong) for rays in (deep, dark, strong)]
    pairs = [(sky, rays) for sky, rays in pairs if _difference(sky, rays) >= _MIN_DIFFERENCE]
    # Pale rays twice, so that they are as frequent as any other two colors and their reverse.
    sky, rays = [*pairs, (deep, palette.pale), (deep, palette.pale)][choices.number(len(pairs) + 2)]
    ground = rays if sky == dark else dark
    return _Inks(sky, rays, ground, sky)


def _difference(one: str, other: str) -> int:
    colors = [token_color({"color": color}, "color") or Color(0, 0, 0) for color in (one, other)]
    return sum(abs(first - second) for first, second in zip(*colors, strict=True))


def _draw_rays(sun: SunPlace, choices: _Choices) -> str:
    """Triangles from the middle of the sun to beyond the edges, as the data of a path."""
    count = _MIN_RAYS + choices.number(_MAX_RAYS - _MIN_RAYS + 1)
    turn = 2 * pi / count
    first, width = choices.share() * turn, turn * (0.35 + 0.3 * choices.share())
    rays = "".join(_ray(first + number * turn, width) for number in range(count))
    return f"M{_left(sun):.0f} {_top(sun):.0f}{rays}"


def _ray(angle: float, width: float) -> str:
    """One triangle that begins and ends in the middle of the sun."""
    ends = [angle - width / 2, angle + width / 2]
    (x, y), (end_x, end_y) = (
        (round(_RAY_LENGTH_PX * cos(end)), round(_RAY_LENGTH_PX * sin(end))) for end in ends
    )
    return f"l{x} {y} {end_x - x} {end_y - y}z"


def _choose_horizon(sun: SunPlace, choices: _Choices) -> int:
    """How far the horizon is below the upper edge, in pixels."""
    radii = _MIN_HORIZON + choices.share() * (_MAX_HORIZON - _MIN_HORIZON)
    if sun.cut:
        radii = 1 - 2 * sun.cut
    height = round(_top(sun) + radii * _SUN_RADIUS_PX)
    return min(max(height, _HIGHEST_HORIZON_PX), _LOWEST_HORIZON_PX)


def _draw_sun(sun: SunPlace, sky: str, bright: str) -> str:
    middle = f'cx="{_left(sun):g}" cy="{_top(sun):g}"'
    around = _RAY_START_PX if sun.cut else _RING_PX
    return (
        f'<circle {middle} r="{_SUN_RADIUS_PX + around:g}" fill="{sky}"/>'
        f'<circle {middle} r="{_SUN_RADIUS_PX:g}" fill="{bright}"/>'
    )


def _draw_speech(horizon: int, colors: tuple[str, str, str], choices: _Choices) -> Iterator[str]:
    """Lines of what is said, thicker as they come near: each piece is a stretch of a line."""
    depth = POSTER_HEIGHT_PX - horizon
    for place, share in _LINES:
        thickness = max(1, round(depth * share))
        pieces = _line_pieces(share * _USUAL_DEPTH_PX, choices)
        height = round(horizon + depth * place)
        lines = "".join(
            f'<path stroke="{colors[ink]}" d="{data}"/>'
            for ink, data in _line_paths(pieces, height).items()
        )
        yield f'<g stroke-width="{thickness}">{lines}</g>'


class _SpeechStretch(NamedTuple):
    """A stretch of a line: where it begins and how long it is, in pixels, and the number of its color."""

    start: int
    length: int
    ink: int


def _line_pieces(unit: float, choices: _Choices) -> Iterator[_SpeechStretch]:
    """What is said on one line, from the left edge to the right one; `unit` is in pixels."""
    left = -choices.share() * 4 * unit
    while left < POSTER_WIDTH_PX:
        length = _LENGTHS[choices.number(len(_LENGTHS))] * unit
        color = choices.number(_PIECES)
        yield _SpeechStretch(
            round(left), round(length), (color < _SECOND) + 2 * (color >= _PIECES - _SUNNY)
        )
        is_pause = choices.number(_PIECES) < _PAUSES
        left += length + (_PAUSE if is_pause else _GAP) * unit


def _line_paths(pieces: Iterator[_SpeechStretch], height: int) -> dict[int, str]:
    """The path of each color on a line, by its number; each piece begins where the last one ended."""
    paths: dict[int, str] = {}
    ends: dict[int, int] = {}
    for piece in pieces:
        begin = (
            f"m{piece.start - ends[piece.ink]} 0"
            if piece.ink in ends
            else f"M{piece.start} {height}"
        )
        paths[piece.ink] = f"{paths.get(piece.ink, '')}{begin}h{piece.length}"
        ends[piece.ink] = piece.start + piece.length
    return paths


def _left(sun: SunPlace) -> float:
    return sun.left * POSTER_WIDTH_PX


def _top(sun: SunPlace) -> float:
    return sun.top * POSTER_HEIGHT_PX
