"""Quote cards, ready to be sent: a card and the hash of all that is on it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from showcase.core.cards.content import Card
from showcase.core.cards.layout import Shape, Theme
from showcase.store.cards.disk_cache import CardCache
from showcase.store.cards.renderer import CardDrawing


@dataclass(frozen=True, slots=True)
class WantedCard:
    """A card in one shape and theme."""

    card: Card
    shape: Shape
    theme: Theme


class CardMaker:
    """Makes cards, each once."""

    def __init__(self, static: Path, kept: Path) -> None:
        """Draw with the fonts and pictures of the static folder; keep what was drawn in another folder."""
        self._drawing = CardDrawing(static)
        self._cache = CardCache(kept)

    def key(self, wanted: WantedCard) -> str:
        """A hash of all that is drawn, and of how: the same for the same bytes."""
        drawn = repr((self._drawing.version, wanted))
        return hashlib.sha256(drawn.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def make(self, wanted: WantedCard) -> bytes:
        """A card as a PNG file.

        Raises:
            BusyError: too many are being drawn.
        """
        return self._cache.get(self.key(wanted), lambda: self._draw(wanted))

    def _draw(self, wanted: WantedCard) -> bytes:
        return self._drawing.draw(wanted.card, wanted.shape, wanted.theme)
