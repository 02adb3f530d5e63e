"""The shapes and themes of cards, and the measures of each shape."""

from typing import Literal, NamedTuple

from showcase.core.cards.typesetting import Box, HangingMargin

CardTheme = Literal["light", "dark"]
CardShape = Literal["wide", "square"]


class Canvas(NamedTuple):
    """The measures of a card of one shape, in pixels; font sizes are largest first.

    Attributes:
        size: width and height.
        art_box: where its picture is.
        words: the box of the quoted words.
        hang: how far quotation marks may stick out of it.
        sizes: font sizes of the words.
        rule: the line between the words and the foot.
        foot: the box below the rule.
        lines: the baselines of its two lines, from its top.
        name: font sizes of the speaker's name.
        cue: font sizes of the time.
        small: font sizes of organization and title.
    """

    size: tuple[int, int]
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
# The card that a URL without `size` has: previews and manifests state its size.
WIDE_CARD_WIDTH_PX, WIDE_CARD_HEIGHT_PX = CANVASES["wide"].size
