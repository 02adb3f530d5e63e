"""The composition of a card: what stands where, in which size and color."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, NamedTuple

from showcase.core.cards.content import MAX_CARD_CHARS, CardContent, add_card_quotation_marks
from showcase.core.cards.fonts import FontRole, reads_right_to_left
from showcase.core.cards.typesetting import Box, FontBackend, HangingMargin, TextLine, Typesetter
from showcase.core.text.languages import direction
from showcase.core.text.truncate import truncate_to_fit

CardTheme = Literal["light", "dark"]
CardShape = Literal["wide", "square"]


class ThemeColors(NamedTuple):
    """The colors of a theme, "#rrggbb"."""

    background: str
    words: str
    small: str


_INK, _SUN, _PAPER = "#17201c", "#f6b51e", "#fffdf7"
THEMES: dict[CardTheme, ThemeColors] = {
    "light": ThemeColors(background=_SUN, words=_INK, small=_INK),
    "dark": ThemeColors(background=_INK, words=_SUN, small=_PAPER),
}


class Canvas(NamedTuple):
    """A card of one shape, in pixels.

    Attributes:
        art: the name of its picture, and where that stands.
        words, hang: the box of what is quoted, and how far quotation marks may stand out of it.
        sizes: of the letters, largest first.
        foot: the box below the rule.
        lines: the base lines in it, from its top.
        name, cue, small: the sizes of its letters, largest first.
    """

    size: tuple[int, int]
    art: str
    art_box: Box
    words: Box
    hang: HangingMargin
    sizes: tuple[int, ...]
    rule: Box
    foot: Box
    lines: tuple[int, int]
    name: tuple[int, ...]
    cue: tuple[int, ...]
    small: tuple[int, ...]


CANVASES: dict[CardShape, Canvas] = {
    "wide": Canvas(
        size=(1200, 630),
        art="card-tall",
        art_box=Box(-12, 0, 440, 630),
        words=Box(500, 52, 1148, 476),
        hang=HangingMargin(left=48, right=32),
        sizes=(160, 148, 136, 124, 112, 100, 90, 80, 72, 64),
        rule=Box(500, 498, 1148, 502),
        foot=Box(500, 510, 1148, 600),
        lines=(46, 80),
        name=(40, 34, 30),
        cue=(26,),
        small=(22, 20),
    ),
    "square": Canvas(
        size=(1080, 1080),
        art="card-wide",
        art_box=Box(0, 0, 1080, 400),
        words=Box(72, 456, 1008, 896),
        hang=HangingMargin(left=52, right=52),
        sizes=(200, 176, 156, 140, 124, 112, 100, 90, 80, 72, 64),
        rule=Box(72, 924, 1008, 928),
        foot=Box(72, 936, 1008, 1036),
        lines=(52, 92),
        name=(48, 42, 36),
        cue=(32,),
        small=(26, 24),
    ),
}
# What previews and manifests say of the card that an address without `size` has.
WIDE_CARD_WIDTH_PX, WIDE_CARD_HEIGHT_PX = CANVASES["wide"].size

# The sizes of an address.
_ADDRESS_SIZES_PX = (32, 28, 24, 20)
# Between what stands at both sides of a line, and how much of the line the second may take at least.
_COLUMN_GAP_PX, _MIN_SECOND_SHARE = 32, 0.42
# Between what is told instead of the words, and the address.
_ADDRESS_GAP_PX = 34
# The sign of playing, in parts of the letters beside it: how high a capital letter is, and its own room.
_CAP_HEIGHT_EM, _PLAY_ICON_WIDTH_EM = 0.71, 0.95


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card, ready to be drawn.

    Attributes:
        rule: the line that parts the words from who says them.
        play_icon: the corners of the sign of playing, none where there is no cue.
        lines: all text.
        shows_words: are the words on it, or only where they can be read?
    """

    canvas: Canvas
    colors: ThemeColors
    play_icon: tuple[tuple[float, float], ...]
    lines: tuple[TextLine, ...]
    shows_words: bool


def compose_card(
    card: CardContent, shape: CardShape, theme: CardTheme, backend: FontBackend
) -> CardLayout:
    """Lay out a card."""
    desk = _LayoutContext(CANVASES[shape], THEMES[theme], backend)
    large = _quotation_lines(card, desk) or _headline_lines(card, desk)
    shows_words = large is not None
    large = large or _fallback_lines(card, desk)
    rtl = shows_words and bool(card.words) and _is_rtl(" ".join(card.words), card.language)
    return _add_foot(
        CardLayout(desk.canvas, desk.colors, (), large, shows_words), card, desk, rtl=rtl
    )


class _LayoutContext(NamedTuple):
    """What a card is made with."""

    canvas: Canvas
    colors: ThemeColors
    backend: FontBackend

    def typesetter(self, text: str, role: FontRole, color: str, language: str = "") -> Typesetter:
        """Sets a text that can be drawn."""
        rtl = _is_rtl(text, language)
        return Typesetter(self.backend, role, text, color, rtl=rtl)


def _is_rtl(text: str, language: str) -> bool:
    return direction(language) == "rtl" or reads_right_to_left(text)


def _quotation_lines(card: CardContent, desk: _LayoutContext) -> tuple[TextLine, ...] | None:
    """The words between marks; None where there are none, or none that can be drawn."""
    clean = [desk.backend.faces.clean(text, "display") for text in card.words]
    words = [text for text in clean if text]
    if not words or None in clean:
        return None
    quoted = partial(map, partial(add_card_quotation_marks, language=card.language))
    setter = desk.typesetter("\n".join(quoted(words)), "display", desk.colors.words, card.language)
    return _fit_lines(words, quoted, setter, desk.canvas)


def _headline_lines(card: CardContent, desk: _LayoutContext) -> tuple[TextLine, ...] | None:
    """What stands large instead of words."""
    text = "" if card.words else desk.backend.faces.clean(card.headline, "display")
    if not text:
        return None
    return _fit_lines(
        [text], tuple, desk.typesetter(text, "display", desk.colors.words), desk.canvas
    )


def _fit_lines(
    texts: Sequence[str],
    quoted: Callable[[Iterable[str]], Iterable[str]],
    setter: Typesetter,
    canvas: Canvas,
) -> tuple[TextLine, ...] | None:
    """As much of the texts as there is room for, as large as can be."""

    def block(paragraphs: Iterable[str], sizes: Sequence[int]) -> tuple[TextLine, ...] | None:
        return setter.block(tuple(quoted(paragraphs)), sizes, canvas.words, canvas.hang)

    fitting = truncate_to_fit(
        texts, lambda part: block(part, canvas.sizes[-1:]) is not None, MAX_CARD_CHARS
    )
    return block(fitting, canvas.sizes)


def _fallback_lines(card: CardContent, desk: _LayoutContext) -> tuple[TextLine, ...]:
    """Where the words can be read."""
    box = desk.canvas.words
    told = desk.typesetter(card.fallback_text, "display", desk.colors.words)
    lines = told.block([card.fallback_text], desk.canvas.sizes[1:], box) or ()
    below = (
        Box(box.left, lines[-1].box.bottom + _ADDRESS_GAP_PX, box.right, box.bottom)
        if lines
        else box
    )
    address = desk.typesetter(card.address, "text", desk.colors.small)
    return lines + (address.block([card.address], _ADDRESS_SIZES_PX, below) or ())


class _FootItem(NamedTuple):
    """What stands at one side of a line of the foot."""

    text: str
    typesetter: Typesetter
    sizes: tuple[int, ...]
    has_play_icon: bool = False

    @property
    def play_icon_width(self) -> float:
        """Of the sign of playing before the text, with what parts them."""
        return self.sizes[0] * _PLAY_ICON_WIDTH_EM if self.has_play_icon else 0

    @property
    def width(self) -> float:
        """How much it would like to have."""
        return self.typesetter.width(self.text, self.sizes[0]) + self.play_icon_width


def _add_foot(
    layout: CardLayout, card: CardContent, desk: _LayoutContext, *, rtl: bool
) -> CardLayout:
    """The lines below the rule: who speaks at one side, when and in which video at the other."""
    canvas = desk.canvas
    about = _foot_item(card.about, "text", canvas.small, desk)
    name = _foot_item(card.name, "display", canvas.name, desk) or about
    cue = _foot_item(card.cue, "text", canvas.cue, desk, sign=True)
    title = _foot_item(card.title, "text", canvas.small, desk)
    lines = list(layout.lines)
    sign: tuple[tuple[float, float], ...] = ()
    rows = (name, cue), (None if name is about else about, title)
    for (first, second), below in zip(rows, canvas.lines, strict=True):
        baseline = canvas.foot.top + below
        for part, room, at_left in _allot_widths(first, second, canvas.foot.width, rtl=rtl):
            line, drawn = _place_item(part, room, baseline, canvas.foot, at_left=at_left)
            lines.append(line)
            sign = sign or drawn
    return replace(layout, lines=tuple(lines), play_icon=sign)


def _foot_item(
    text: str, role: FontRole, sizes: tuple[int, ...], desk: _LayoutContext, *, sign: bool = False
) -> _FootItem | None:
    """None for what is not there, or cannot be drawn."""
    clean = desk.backend.faces.clean(text, role)
    if not clean:
        return None
    return _FootItem(clean, desk.typesetter(clean, role, desk.colors.small), sizes, sign)


def _allot_widths(
    first: _FootItem | None, second: _FootItem | None, width: float, *, rtl: bool
) -> Iterator[tuple[_FootItem, float, bool]]:
    """How much of a line each part has, and whether it stands at the left."""
    taken = first.width + _COLUMN_GAP_PX if first else 0
    right = min(second.width, max(width * _MIN_SECOND_SHARE, width - taken)) if second else 0
    left = width - right - (_COLUMN_GAP_PX if second else 0)
    if first:
        yield first, left, not rtl
    if second:
        yield second, right, rtl


def _place_item(
    part: _FootItem, room: float, baseline: float, foot: Box, *, at_left: bool
) -> tuple[TextLine, tuple[tuple[float, float], ...]]:
    """A part on its line, with the corners of its sign."""
    text, size = part.typesetter.truncate(part.text, part.sizes, room - part.play_icon_width)
    wide = part.typesetter.width(text, size) + part.play_icon_width
    left = foot.left if at_left else foot.right - wide
    start = left + (wide if part.typesetter.rtl else part.play_icon_width)
    line = part.typesetter.line(text, size, start, baseline)
    return line, _play_icon_corners(left, baseline, size) if part.has_play_icon else ()


def _play_icon_corners(left: float, baseline: float, size: int) -> tuple[tuple[float, float], ...]:
    """A triangle that points to what is played, as high as a capital letter."""
    high = size * _CAP_HEIGHT_EM
    return ((left, baseline), (left, baseline - high), (left + high * 0.9, baseline - high / 2))
