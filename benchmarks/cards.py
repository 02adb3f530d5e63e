"""Measures quote cards for `make card-figures`, and writes the table in docs/explanation/card-figures.md.

For each of eight cards: the median CPU milliseconds of some rounds, and kilobytes. Run nothing else
meanwhile.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from showcase.core.cards.canvases import CardShape, CardTheme
from showcase.core.cards.content import CardContent
from showcase.resources import find_folder
from showcase.store.cards.renderer import CardRenderer
from showcase.store.cards.service import CardRequest, CardService
from tools.document_parts import fill

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "card-figures.md"
ROUNDS = 9
LONG = "In spring we went from farm to farm and wrote down what everybody needed, word by word. "
CARDS: dict[str, tuple[str, str, CardShape, CardTheme]] = {
    "short": ("The rules hold.", "en", "wide", "light"),
    "long, cut": (LONG * 20, "en", "wide", "light"),
    "accents": ("Chúng tôi đã tự viết nên những quy tắc ấy.", "vi", "wide", "light"),
    "Bengali": ("আমরা নিজেরাই নিয়ম লিখেছি, শব্দে শব্দে।", "bn", "wide", "light"),
    "Hindi": ("हमने नियम ख़ुद लिखे, शब्द दर शब्द।", "hi", "wide", "light"),
    "Arabic": ("كتبنا القواعد بأنفسنا، كلمة كلمة.", "ar", "wide", "light"),
    "square": (LONG, "en", "square", "light"),
    "dark": (LONG, "en", "wide", "dark"),
}


class Cost(NamedTuple):
    """CPU milliseconds of one card, and its kilobytes.

    Attributes:
        first: drawn before any font was opened.
        open: drawn with all fonts open.
        kept: read from the disk cache.
        size: kilobytes of the PNG.
    """

    first: float
    open: float
    kept: float
    size: float


def main() -> int:
    """Measure each card, print the table, and write it into the document."""
    rows = {name: _measure(_wanted(*words)) for name, words in CARDS.items()}
    text = _table(rows)
    print(text)
    DOCUMENT.write_text(fill(DOCUMENT.read_text("utf-8"), {"cards": text}), "utf-8")
    return 0


def _wanted(words: str, language: str, shape: CardShape, theme: CardTheme) -> CardRequest:
    card = CardContent(words=(words,), language=language, name="Rosa Field", cue="Hear it at 0:08")
    return CardRequest(card, shape, theme)


def _measure(wanted: CardRequest) -> Cost:
    rounds = [_round(wanted) for _ in range(ROUNDS)]
    return Cost(*(median(figures) for figures in zip(*rounds, strict=True)))


def _round(wanted: CardRequest) -> Cost:
    drawing = CardRenderer(find_folder("static"))

    def draw() -> bytes:
        return drawing.render(wanted.card, wanted.shape, wanted.theme)

    first, opened = _cost(draw), _cost(draw)
    with tempfile.TemporaryDirectory() as folder:
        maker = CardService(find_folder("static"), Path(folder))
        size = len(maker.render(wanted)) / 1000
        return Cost(first, opened, _cost(lambda: maker.render(wanted)), size)


def _cost(what: Callable[[], object]) -> float:
    begun = time.process_time()
    what()
    return (time.process_time() - begun) * 1000


def _table(rows: dict[str, Cost]) -> str:
    head = ("card", "drawn, fonts not open yet, ms", "drawn, ms", "from the disk, ms", "kB")
    lines = [head, ("---",) * len(head)]
    lines += [
        (name, f"{cost.first:.0f}", f"{cost.open:.0f}", f"{cost.kept:.1f}", f"{cost.size:.0f}")
        for name, cost in rows.items()
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
