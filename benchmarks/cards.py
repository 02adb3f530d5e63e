"""What quote cards cost: `python -m benchmarks.cards` prints CPU milliseconds and kilobytes of eight cards.

The first number of a card is with fonts that nobody opened yet, the second with all of them open.
"""

import sys
import time
from statistics import median

from showcase.core.card_layout import Shape, Theme
from showcase.core.card_texts import Card
from showcase.places import find_folder
from showcase.store.card_drawing import CardDrawing

ROUNDS = 9
LONG = "In spring we went from farm to farm and wrote down what everybody needed, word by word. "
CARDS: dict[str, tuple[str, str, Shape, Theme]] = {
    "short": ("The rules hold.", "en", "wide", "light"),
    "long": (LONG * 20, "en", "wide", "light"),
    "accents": ("Chúng tôi đã tự viết nên những quy tắc ấy.", "vi", "wide", "light"),
    "Bengali": ("আমরা নিজেরাই নিয়ম লিখেছি, শব্দে শব্দে।", "bn", "wide", "light"),
    "Hindi": ("हमने नियम ख़ुद लिखे, शब्द दर शब्द।", "hi", "wide", "light"),
    "Arabic": ("كتبنا القواعد بأنفسنا، كلمة كلمة.", "ar", "wide", "light"),
    "square": (LONG, "en", "square", "light"),
    "dark": (LONG, "en", "wide", "dark"),
}


def main() -> int:
    """Draw each card some times, and print what the middle one cost."""
    static = find_folder("static")
    print(f"{'':10}{'first':>8}{'again':>8}{'kB':>8}")
    for name, (words, language, shape, theme) in CARDS.items():
        card = Card(words=(words,), language=language, name="Rosa Field", cue="Hear it at 0:08")
        first, again, size = [], [], 0
        for _ in range(ROUNDS):
            drawing = CardDrawing(static)
            first.append(_cost(drawing, card, shape, theme))
            again.append(_cost(drawing, card, shape, theme))
            size = len(drawing.draw(card, shape, theme))
        print(f"{name:10}{median(first):8.0f}{median(again):8.0f}{size / 1000:8.0f}")
    return 0


def _cost(drawing: CardDrawing, card: Card, shape: Shape, theme: Theme) -> float:
    begun = time.process_time()
    drawing.draw(card, shape, theme)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
