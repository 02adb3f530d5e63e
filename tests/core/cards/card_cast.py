"""Fonts for tests: faces with few characters, and a measurer that counts them."""

from showcase.core.cards.fonts import FontSet, TextRun, parse_ranges
from showcase.core.cards.typesetting import FontBackend

LATIN = parse_ranges("20-7E A0-FF 131 2009 2013-2014 2018-201E 2026")
FACES = FontSet(
    {
        "archivo-tight": LATIN,
        "noto-sans-text": LATIN | parse_ranges("400-45F"),
        "noto-sans": LATIN | parse_ranges("400-45F"),
        "noto-sans-bengali": parse_ranges("20-7E 201C-201D 964 980-9FE"),
        "noto-sans-devanagari": parse_ranges("20-7E 900-97F"),
        "noto-sans-arabic": parse_ranges("20-7E 600-6FF"),
        "noto-sans-hebrew": parse_ranges("20-40 591-5F4"),
    }
)


class CountingPen:
    """Each character is half as wide as high; Bengali reaches higher than other letters."""

    def width(self, run: TextRun) -> float:
        return len(run.text) / 2

    def ink(self, run: TextRun) -> tuple[float, float]:
        return (-1.1, 0.3) if "bengali" in run.face else (-0.7, 0.2)


PRESS = FontBackend(FACES, CountingPen())
