"""The layout of a card: where each part is, in which size and color."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from showcase.core.branding.palette import CardInks
from showcase.core.cards.canvases import CANVASES, Canvas, CardShape
from showcase.core.cards.content import MAX_CARD_CHARS, CardContent, add_card_quotation_marks
from showcase.core.cards.fonts import FontRole, reads_right_to_left
from showcase.core.cards.typesetting import Box, FontBackend, TextLine, Typesetter
from showcase.core.text.languages import direction
from showcase.core.text.truncate import truncate_to_fit

# Font sizes of the address, largest first.
_ADDRESS_SIZES_PX = (32, 28, 24, 20)
# The gap between the two parts of a line, and the share of the line that the second may take at least.
_COLUMN_GAP_PX, _MIN_SECOND_SHARE = 32, 0.42
# The gap between the fallback text and the address.
_ADDRESS_GAP_PX = 34
# The play icon, in parts of the font size beside it: its height (a capital letter's), its width with the gap.
_CAP_HEIGHT_EM, _PLAY_ICON_WIDTH_EM = 0.71, 0.95


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card, ready to be drawn.

    Attributes:
        canvas: its measures.
        colors: of its archive and theme.
        play_icon: the corners of the play icon, x and y in pixels; none where there is no cue.
        lines: all text.
        shows_words: False where the words could not be drawn and the fallback text is shown.
    """

    canvas: Canvas
    colors: CardInks
    play_icon: tuple[tuple[float, float], ...]
    lines: tuple[TextLine, ...]
    shows_words: bool


def compose_card(
    card: CardContent, shape: CardShape, colors: CardInks, backend: FontBackend
) -> CardLayout:
    """Lay out a card: its words as large as they fit, and the foot.

    Args:
        card: the texts.
        shape: "wide" or "square".
        colors: of the archive in a theme.
        backend: the fonts, and what measures text in them.
    """
    context = _LayoutContext(CANVASES[shape], colors, backend)
    large = _quotation_lines(card, context) or _headline_lines(card, context)
    shows_words = large is not None
    large = large or _fallback_lines(card, context)
    rtl = shows_words and bool(card.words) and _is_rtl(" ".join(card.words), card.language)
    return _add_foot(
        CardLayout(context.canvas, context.colors, (), large, shows_words), card, context, rtl=rtl
    )


def is_shortened(
    card: CardContent, shape: CardShape, colors: CardInks, backend: FontBackend
) -> bool:
    """True where a card has room for the beginning of its words only; quicker than its layout.

    The arguments are those of `compose_card`.
    """
    context = _LayoutContext(CANVASES[shape], colors, backend)
    words = _drawable_words(card, backend)
    if not words:
        return False
    quoted = tuple(_quotation_marker(card)(words))
    setter = context.typesetter("\n".join(quoted), "display", colors.words, card.language)
    canvas = context.canvas
    is_long = len("\n".join(words)) > MAX_CARD_CHARS
    return is_long or setter.block(quoted, canvas.sizes[-1:], canvas.words, canvas.hang) is None


class _LayoutContext(NamedTuple):
    """What all parts of a card are laid out with."""

    canvas: Canvas
    colors: CardInks
    backend: FontBackend

    def typesetter(self, text: str, role: FontRole, color: str, language: str = "") -> Typesetter:
        """A typesetter of a cleaned text."""
        rtl = _is_rtl(text, language)
        return Typesetter(self.backend, role, text, color, rtl=rtl)


def _is_rtl(text: str, language: str) -> bool:
    return direction(language) == "rtl" or reads_right_to_left(text)


def _quotation_lines(card: CardContent, context: _LayoutContext) -> tuple[TextLine, ...] | None:
    """The lines of the words in quotation marks; None where there are none, or they cannot be drawn."""
    words = _drawable_words(card, context.backend)
    if not words:
        return None
    quoted = _quotation_marker(card)
    setter = context.typesetter(
        "\n".join(quoted(words)), "display", context.colors.words, card.language
    )
    return _fit_lines(words, quoted, setter, context.canvas)


def _drawable_words(card: CardContent, backend: FontBackend) -> list[str]:
    """The words without what no font has and nobody misses; none where they cannot be drawn."""
    clean = [backend.faces.clean(text, "display") for text in card.words]
    return [] if None in clean else [text for text in clean if text]


def _quotation_marker(card: CardContent) -> Callable[[Iterable[str]], Iterable[str]]:
    """Puts each paragraph into the quotation marks of its language."""
    return partial(map, partial(add_card_quotation_marks, language=card.language))


def _headline_lines(card: CardContent, context: _LayoutContext) -> tuple[TextLine, ...] | None:
    """The lines of the headline; None where words are quoted, or it cannot be drawn."""
    text = "" if card.words else context.backend.faces.clean(card.headline, "display")
    if not text:
        return None
    return _fit_lines(
        [text], tuple, context.typesetter(text, "display", context.colors.words), context.canvas
    )


def _fit_lines(
    texts: Sequence[str],
    quoted: Callable[[Iterable[str]], Iterable[str]],
    setter: Typesetter,
    canvas: Canvas,
) -> tuple[TextLine, ...] | None:
    """As much of the texts as there is room for, as large as possible."""

    def block(paragraphs: Iterable[str], sizes: Sequence[int]) -> tuple[TextLine, ...] | None:
        return setter.block(tuple(quoted(paragraphs)), sizes, canvas.words, canvas.hang)

    fitting = truncate_to_fit(
        texts, lambda part: block(part, canvas.sizes[-1:]) is not None, MAX_CARD_CHARS
    )
    return block(fitting, canvas.sizes)


def _fallback_lines(card: CardContent, context: _LayoutContext) -> tuple[TextLine, ...]:
    """The lines of the fallback text and of the address below it."""
    box = context.canvas.words
    setter = context.typesetter(card.fallback_text, "display", context.colors.words)
    lines = setter.block([card.fallback_text], context.canvas.sizes[1:], box) or ()
    below = (
        Box(box.left, lines[-1].box.bottom + _ADDRESS_GAP_PX, box.right, box.bottom)
        if lines
        else box
    )
    address = context.typesetter(card.address, "text", context.colors.small)
    return lines + (address.block([card.address], _ADDRESS_SIZES_PX, below) or ())


class _FootItem(NamedTuple):
    """A text at one side of a line of the foot."""

    text: str
    typesetter: Typesetter
    sizes: tuple[int, ...]
    has_play_icon: bool = False

    @property
    def play_icon_width(self) -> float:
        """The width of the play icon before the text, with the gap; 0 without one."""
        return self.sizes[0] * _PLAY_ICON_WIDTH_EM if self.has_play_icon else 0

    @property
    def width(self) -> float:
        """The width in pixels at the largest font size."""
        return self.typesetter.width(self.text, self.sizes[0]) + self.play_icon_width


def _add_foot(
    layout: CardLayout, card: CardContent, context: _LayoutContext, *, rtl: bool
) -> CardLayout:
    """Add the lines below the rule: the speaker at one side, the time and the video at the other."""
    canvas = context.canvas
    about = _foot_item(card.about, "text", canvas.small, context)
    name = _foot_item(card.name, "display", canvas.name, context) or about
    cue = _foot_item(card.cue, "text", canvas.cue, context, has_play_icon=True)
    title = _foot_item(card.title, "text", canvas.small, context)
    lines = list(layout.lines)
    play_icon: tuple[tuple[float, float], ...] = ()
    rows = (name, cue), (None if name is about else about, title)
    for (first, second), below in zip(rows, canvas.lines, strict=True):
        baseline = canvas.foot.top + below
        for part, room, at_left in _allot_widths(first, second, canvas.foot.width, rtl=rtl):
            line, corners = _place_item(part, room, baseline, canvas.foot, at_left=at_left)
            lines.append(line)
            play_icon = play_icon or corners
    return replace(layout, lines=tuple(lines), play_icon=play_icon)


def _foot_item(
    text: str,
    role: FontRole,
    sizes: tuple[int, ...],
    context: _LayoutContext,
    *,
    has_play_icon: bool = False,
) -> _FootItem | None:
    """An item of the foot; None for an empty text, and for one that cannot be drawn."""
    clean = context.backend.faces.clean(text, role)
    if not clean:
        return None
    return _FootItem(
        clean, context.typesetter(clean, role, context.colors.small), sizes, has_play_icon
    )


def _allot_widths(
    first: _FootItem | None, second: _FootItem | None, width: float, *, rtl: bool
) -> Iterator[tuple[_FootItem, float, bool]]:
    """Each item of a line with its width in pixels, and True where it is at the left."""
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
    """An item on its line, cut to its width, with the corners of its play icon."""
    text, size = part.typesetter.truncate(part.text, part.sizes, room - part.play_icon_width)
    wide = part.typesetter.width(text, size) + part.play_icon_width
    left = foot.left if at_left else foot.right - wide
    start = left + (wide if part.typesetter.rtl else part.play_icon_width)
    line = part.typesetter.line(text, size, start, baseline)
    return line, _play_icon_corners(left, baseline, size) if part.has_play_icon else ()


def _play_icon_corners(left: float, baseline: float, size: int) -> tuple[tuple[float, float], ...]:
    """The corners of a triangle that points right, as high as a capital letter."""
    high = size * _CAP_HEIGHT_EM
    return ((left, baseline), (left, baseline - high), (left + high * 0.9, baseline - high / 2))
