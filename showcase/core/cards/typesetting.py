"""Sets text in a box: chooses the font size, breaks lines and places them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

import regex

from showcase.core.cards.fonts import FontRole, FontSet, TextRun
from showcase.core.text.truncate import add_ellipsis

# The least distance of two baselines, and the least gap between the ink of two lines, in parts of the font
# size: Bengali and Vietnamese reach higher than plain Latin letters.
_LEADING_EM: dict[FontRole, float] = {"display": 0.92, "text": 1.3}
_MIN_INK_GAP_EM = 0.08
# The extra gap between what two people say, in parts of the font size.
_PARAGRAPH_GAP_EM = 0.3
# Steps of a binary search for the narrowest box with as few lines: the rest is a pixel or two.
_BALANCING_STEPS = 7

# What stays on one line, with the space before it: a word, or a part of one up to a hyphen or a dash.
_UNBREAKABLE_PIECES = regex.compile(r"( *)([^ ]+?)(?:(?<=\w\w[-–—/])(?=\w\w)|(?= )|$)")
_CLUSTER = regex.compile(r"\X")
_OPENING_QUOTATION_MARK = regex.compile(r"[\"“”„«‹]\u2009?")
_CLOSING_QUOTATION_MARK = regex.compile(r"\u2009?[\"“”»›]$")


class Box(NamedTuple):
    """A rectangle in pixels; right and bottom are just outside."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left


class HangingMargin(NamedTuple):
    """How far quotation marks may stick out of a box, in pixels."""

    left: float
    right: float


NO_HANGING_MARGIN = HangingMargin(0, 0)


class TextMeasurer(Protocol):
    """Measures runs as they will be drawn, in parts of their font size (em)."""

    def width(self, run: TextRun) -> float:
        """The advance width of a run."""

    def ink(self, run: TextRun) -> tuple[float, float]:
        """Top and bottom of the ink of a run, from the baseline; negative is above it."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text in its place, in pixels.

    Attributes:
        text: in the order in which it is read.
        runs: from left to right.
        size: of the font.
        x: the left end of the first run.
        baseline: its distance from the top of the card.
        box: from the left to the right end of the line, from the top to the bottom of its ink.
        color: "#rrggbb".
    """

    text: str
    runs: tuple[TextRun, ...]
    size: int
    x: float
    baseline: float
    box: Box
    color: str


class _UnplacedLine(NamedTuple):
    """A line that has no place yet; `hang` is how many pixels it sticks out of the box."""

    text: str
    hang: float
    begins_paragraph: bool


class FontBackend(NamedTuple):
    """The fonts, and what measures text in them."""

    faces: FontSet
    measurer: TextMeasurer


class Typesetter:
    """Sets the lines of one text, all in the faces that its letters need."""

    def __init__(
        self, backend: FontBackend, role: FontRole, text: str, color: str, *, rtl: bool
    ) -> None:
        """Choose the faces of a text.

        Args:
            backend: the fonts, and what measures text in them.
            role: whose faces are used.
            text: the whole text, from `FontSet.clean`.
            color: of its lines, "#rrggbb".
            rtl: True for lines that start at the right.
        """
        self._faces, self._measurer = backend
        self._role, self._color = role, color
        self._chain = backend.faces.fallback_chain(text, role)
        self._widths: dict[str, float] = {}
        self.rtl = rtl

    def width(self, text: str, size: int) -> float:
        """The width in pixels of a part of the text, at a font size in pixels."""
        if text not in self._widths:
            runs = self._faces.runs(text, self._chain, rtl=self.rtl)
            self._widths[text] = sum(self._measurer.width(run) for run in runs)
        return self._widths[text] * size

    def line(self, text: str, size: int, start: float, baseline: float) -> TextLine:
        """One line in its place.

        Args:
            text: a part of the text.
            size: of the font, in pixels.
            start: x of the end where reading starts: the left one, or the right one of right-to-left lines.
            baseline: its distance from the top of the card.
        """
        runs = tuple(self._faces.runs(text, self._chain, rtl=self.rtl))
        wide = self.width(text, size)
        x = start - wide if self.rtl else start
        inks = [self._measurer.ink(run) for run in runs]
        top, bottom = min(ink[0] for ink in inks) * size, max(ink[1] for ink in inks) * size
        box = Box(x, baseline + top, x + wide, baseline + bottom)
        return TextLine(text, runs, size, x, baseline, box, self._color)

    def truncate(self, text: str, sizes: Sequence[int], room: float) -> tuple[str, int]:
        """A text that fits on a line, and its font size; in the smallest one the end is replaced by "…".

        Args:
            text: a part of the text.
            sizes: of the font in pixels, largest first.
            room: the width of the line in pixels.
        """
        size = next((size for size in sizes if self.width(text, size) <= room), sizes[-1])
        clusters, cut = _CLUSTER.findall(text), text
        while self.width(cut, size) > room and clusters:
            clusters.pop()
            cut = add_ellipsis("".join(clusters))
        return cut, size

    def block(
        self,
        paragraphs: Sequence[str],
        sizes: Sequence[int],
        box: Box,
        hang: HangingMargin = NO_HANGING_MARGIN,
    ) -> tuple[TextLine, ...] | None:
        """Paragraphs in the largest font size in which they fit a box; None where they fit in none.

        Words that are wider than the box are broken in the smallest size only.

        Args:
            paragraphs: each starts a line.
            sizes: of the font in pixels, largest first.
            box: for the ink of the lines.
            hang: how far quotation marks may stick out of it.
        """
        for size in sizes:
            rows = self._break_paragraphs(paragraphs, size, box.width, hang)
            if rows is None and size == sizes[-1]:
                paragraphs = [self._break_long_words(text, size, box.width) for text in paragraphs]
                rows = self._break_paragraphs(paragraphs, size, box.width, hang)
            if rows and (lines := self._stack_lines(rows, size, box)):
                return lines
        return None

    def _break_paragraphs(
        self, paragraphs: Sequence[str], size: int, width: float, hang: HangingMargin
    ) -> list[_UnplacedLine] | None:
        rows = [self._break_paragraph(text, size, width, hang) for text in paragraphs]
        return [row for lines in rows for row in lines] if all(rows) else None

    def _break_paragraph(
        self, text: str, size: int, width: float, hang: HangingMargin
    ) -> list[_UnplacedLine]:
        """The lines of a paragraph, about equally wide; none where a word is wider than the box."""
        pieces = _UNBREAKABLE_PIECES.findall(text)
        opens, closes = self._hanging_widths(text, size, hang)
        words = [self.width(word, size) for _, word in pieces]
        words[0] -= opens
        words[-1] -= closes
        if max(words) > width:
            return []
        spaces = [self.width(space, size) for space, _ in pieces]
        rows = _balance_rows([*zip(spaces, words, strict=True)], width)
        texts = ["".join(space + word for space, word in pieces[row]).strip() for row in rows]
        return [_UnplacedLine(row, 0 if n else opens, n == 0) for n, row in enumerate(texts)]

    def _hanging_widths(self, text: str, size: int, hang: HangingMargin) -> tuple[float, float]:
        """How far the first and the last quotation mark of a paragraph stick out of the box."""
        marks = zip(
            (_OPENING_QUOTATION_MARK.match(text), _CLOSING_QUOTATION_MARK.search(text)),
            self._start_and_end_margins(hang),
            strict=True,
        )
        wide = [min(self.width(mark[0], size), most) if mark else 0 for mark, most in marks]
        return wide[0], wide[1]

    def _start_and_end_margins(self, hang: HangingMargin) -> tuple[float, float]:
        """The margins at the side where reading starts, and where it ends."""
        return (hang.right, hang.left) if self.rtl else (hang.left, hang.right)

    def _break_long_words(self, text: str, size: int, width: float) -> str:
        """A paragraph with spaces in words that are wider than a line."""
        return " ".join(" ".join(self._break_word(word, size, width)) for word in text.split(" "))

    def _break_word(self, word: str, size: int, width: float) -> list[str]:
        parts = [""]
        for cluster in _CLUSTER.findall(word):
            if self.width(parts[-1] + cluster, size) > width:
                parts.append("")
            parts[-1] += cluster
        return parts

    def _stack_lines(
        self, rows: Sequence[_UnplacedLine], size: int, box: Box
    ) -> tuple[TextLine, ...] | None:
        """Lines below each other at equal distances; None where they do not fit the box."""
        if (len(rows) - 1) * _LEADING_EM[self._role] * size > box.bottom - box.top:
            return None
        start = box.right if self.rtl else box.left
        flat = [
            self.line(row.text, size, start + (row.hang if self.rtl else -row.hang), 0)
            for row in rows
        ]
        distance = max(
            [_LEADING_EM[self._role] * size]
            + [
                upper.box.bottom - lower.box.top + _MIN_INK_GAP_EM * size
                for upper, lower in pairwise(flat)
            ]
        )
        baseline, lines = round(box.top - flat[0].box.top), []
        for number, (row, line) in enumerate(zip(rows, flat, strict=True)):
            if number:
                baseline += round(
                    distance + (_PARAGRAPH_GAP_EM * size if row.begins_paragraph else 0)
                )
            lines.append(_move_down(line, baseline))
        return tuple(lines) if lines[-1].box.bottom <= box.bottom else None


def _move_down(line: TextLine, by: float) -> TextLine:
    left, top, right, bottom = line.box
    box = Box(left, top + by, right, bottom + by)
    return TextLine(line.text, line.runs, line.size, line.x, line.baseline + by, box, line.color)


def _balance_rows(wide: Sequence[tuple[float, float]], width: float) -> list[slice]:
    """As few rows as possible, and as narrow as possible, so that no word is left alone on the last.

    Args:
        wide: for each piece, the width of the space before it and its own.
        width: of the box.

    Returns:
        The pieces of each row.
    """
    best = _fill_rows(wide, width)
    low, high = max(word for _, word in wide), width
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        rows = _fill_rows(wide, middle)
        if len(rows) > len(best):
            low = middle
        else:
            best, high = rows, middle
    return best


def _fill_rows(wide: Sequence[tuple[float, float]], width: float) -> list[slice]:
    """The pieces of each row, as many on each as there is room for."""
    rows, first, used = [], 0, 0.0
    for number, (space, word) in enumerate(wide):
        if number > first and used + space + word > width:
            rows.append(slice(first, number))
            first = number
        used = word if number == first else used + space + word
    return [*rows, slice(first, len(wide))]
