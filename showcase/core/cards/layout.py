"""The composition of a card: what stands where, in which size and color."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, NamedTuple

from showcase.core.cards.content import Card, between_card_marks, longest_fitting
from showcase.core.cards.fonts import Role, reads_right_to_left
from showcase.core.cards.typesetting import Box, Hang, Line, Press, Setter
from showcase.core.text.languages import direction

Theme = Literal["light", "dark"]
Shape = Literal["wide", "square"]


class Inks(NamedTuple):
    """The colors of a theme, "#rrggbb"."""

    ground: str
    words: str
    small: str


_INK, _SUN, _PAPER = "#17201c", "#f6b51e", "#fffdf7"
THEMES: dict[Theme, Inks] = {
    "light": Inks(ground=_SUN, words=_INK, small=_INK),
    "dark": Inks(ground=_INK, words=_SUN, small=_PAPER),
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
    art_at: Box
    words: Box
    hang: Hang
    sizes: tuple[int, ...]
    rule: Box
    foot: Box
    lines: tuple[int, int]
    name: tuple[int, ...]
    cue: tuple[int, ...]
    small: tuple[int, ...]


CANVASES: dict[Shape, Canvas] = {
    "wide": Canvas(
        size=(1200, 630),
        art="card-tall",
        art_at=Box(-12, 0, 440, 630),
        words=Box(500, 52, 1148, 476),
        hang=Hang(left=48, right=32),
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
        art_at=Box(0, 0, 1080, 400),
        words=Box(72, 456, 1008, 896),
        hang=Hang(left=52, right=52),
        sizes=(200, 176, 156, 140, 124, 112, 100, 90, 80, 72, 64),
        rule=Box(72, 924, 1008, 928),
        foot=Box(72, 936, 1008, 1036),
        lines=(52, 92),
        name=(48, 42, 36),
        cue=(32,),
        small=(26, 24),
    ),
}

# The sizes of an address.
_ADDRESS = (32, 28, 24, 20)
# Between what stands at both sides of a line, and how much of the line the second may take at least.
_APART, _LEAST = 32, 0.42
# Between what is told instead of the words, and the address.
_BELOW = 34
# The sign of playing, in parts of the letters beside it: how high a capital letter is, and its own room.
_CAPITAL, _SIGN_WIDTH = 0.71, 0.95


@dataclass(frozen=True, slots=True)
class Layout:
    """A card, ready to be drawn.

    Attributes:
        rule: the line that parts the words from who says them.
        sign: the corners of the sign of playing, none where there is no cue.
        lines: all text.
        shows_words: are the words on it, or only where they can be read?
    """

    canvas: Canvas
    inks: Inks
    sign: tuple[tuple[float, float], ...]
    lines: tuple[Line, ...]
    shows_words: bool


def compose(card: Card, shape: Shape, theme: Theme, press: Press) -> Layout:
    """Lay out a card."""
    desk = _Desk(CANVASES[shape], THEMES[theme], press)
    large = _quotation(card, desk) or _headline(card, desk)
    shows_words = large is not None
    large = large or _instead(card, desk)
    rtl = shows_words and bool(card.words) and _is_rtl(" ".join(card.words), card.language)
    return _foot(Layout(desk.canvas, desk.inks, (), large, shows_words), card, desk, rtl=rtl)


class _Desk(NamedTuple):
    """What a card is made with."""

    canvas: Canvas
    inks: Inks
    press: Press

    def setter(self, text: str, role: Role, color: str, language: str = "") -> Setter:
        """Sets a text that can be drawn."""
        rtl = _is_rtl(text, language)
        return Setter(self.press, role, text, color, rtl=rtl)


def _is_rtl(text: str, language: str) -> bool:
    return direction(language) == "rtl" or reads_right_to_left(text)


def _quotation(card: Card, desk: _Desk) -> tuple[Line, ...] | None:
    """The words between marks; None where there are none, or none that can be drawn."""
    clean = [desk.press.faces.clean(text, "display") for text in card.words]
    words = [text for text in clean if text]
    if not words or None in clean:
        return None
    quoted = partial(map, partial(between_card_marks, language=card.language))
    setter = desk.setter("\n".join(quoted(words)), "display", desk.inks.words, card.language)
    return _fitted(words, quoted, setter, desk.canvas)


def _headline(card: Card, desk: _Desk) -> tuple[Line, ...] | None:
    """What stands large instead of words."""
    text = "" if card.words else desk.press.faces.clean(card.headline, "display")
    if not text:
        return None
    return _fitted([text], tuple, desk.setter(text, "display", desk.inks.words), desk.canvas)


def _fitted(
    texts: Sequence[str],
    quoted: Callable[[Iterable[str]], Iterable[str]],
    setter: Setter,
    canvas: Canvas,
) -> tuple[Line, ...] | None:
    """As much of the texts as there is room for, as large as can be."""

    def block(paragraphs: Iterable[str], sizes: Sequence[int]) -> tuple[Line, ...] | None:
        return setter.block(tuple(quoted(paragraphs)), sizes, canvas.words, canvas.hang)

    fitting = longest_fitting(texts, lambda part: block(part, canvas.sizes[-1:]) is not None)
    return block(fitting, canvas.sizes)


def _instead(card: Card, desk: _Desk) -> tuple[Line, ...]:
    """Where the words can be read."""
    box = desk.canvas.words
    told = desk.setter(card.instead, "display", desk.inks.words)
    lines = told.block([card.instead], desk.canvas.sizes[1:], box) or ()
    below = Box(box.left, lines[-1].box.bottom + _BELOW, box.right, box.bottom) if lines else box
    address = desk.setter(card.address, "text", desk.inks.small)
    return lines + (address.block([card.address], _ADDRESS, below) or ())


class _Part(NamedTuple):
    """What stands at one side of a line of the foot."""

    text: str
    setter: Setter
    sizes: tuple[int, ...]
    sign: bool = False

    @property
    def sign_width(self) -> float:
        """Of the sign of playing before the text, with what parts them."""
        return self.sizes[0] * _SIGN_WIDTH if self.sign else 0

    @property
    def width(self) -> float:
        """How much it would like to have."""
        return self.setter.width(self.text, self.sizes[0]) + self.sign_width


def _foot(layout: Layout, card: Card, desk: _Desk, *, rtl: bool) -> Layout:
    """The lines below the rule: who speaks at one side, when and in which video at the other."""
    canvas = desk.canvas
    about = _part(card.about, "text", canvas.small, desk)
    name = _part(card.name, "display", canvas.name, desk) or about
    cue = _part(card.cue, "text", canvas.cue, desk, sign=True)
    title = _part(card.title, "text", canvas.small, desk)
    lines = list(layout.lines)
    sign: tuple[tuple[float, float], ...] = ()
    rows = (name, cue), (None if name is about else about, title)
    for (first, second), below in zip(rows, canvas.lines, strict=True):
        baseline = canvas.foot.top + below
        for part, room, at_left in _shares(first, second, canvas.foot.width, rtl=rtl):
            line, drawn = _placed(part, room, baseline, canvas.foot, at_left=at_left)
            lines.append(line)
            sign = sign or drawn
    return replace(layout, lines=tuple(lines), sign=sign)


def _part(
    text: str, role: Role, sizes: tuple[int, ...], desk: _Desk, *, sign: bool = False
) -> _Part | None:
    """None for what is not there, or cannot be drawn."""
    clean = desk.press.faces.clean(text, role)
    if not clean:
        return None
    return _Part(clean, desk.setter(clean, role, desk.inks.small), sizes, sign)


def _shares(
    first: _Part | None, second: _Part | None, width: float, *, rtl: bool
) -> Iterator[tuple[_Part, float, bool]]:
    """How much of a line each part has, and whether it stands at the left."""
    taken = first.width + _APART if first else 0
    right = min(second.width, max(width * _LEAST, width - taken)) if second else 0
    left = width - right - (_APART if second else 0)
    if first:
        yield first, left, not rtl
    if second:
        yield second, right, rtl


def _placed(
    part: _Part, room: float, baseline: float, foot: Box, *, at_left: bool
) -> tuple[Line, tuple[tuple[float, float], ...]]:
    """A part on its line, with the corners of its sign."""
    text, size = part.setter.cut(part.text, part.sizes, room - part.sign_width)
    wide = part.setter.width(text, size) + part.sign_width
    left = foot.left if at_left else foot.right - wide
    start = left + (wide if part.setter.rtl else part.sign_width)
    line = part.setter.line(text, size, start, baseline)
    return line, _sign(left, baseline, size) if part.sign else ()


def _sign(left: float, baseline: float, size: int) -> tuple[tuple[float, float], ...]:
    """A triangle that points to what is played, as high as a capital letter."""
    high = size * _CAPITAL
    return ((left, baseline), (left, baseline - high), (left + high * 0.9, baseline - high / 2))
