"""Quote cards, ready to be sent: a card and the hash of all that is on it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from showcase.core.cards.content import CardContent
from showcase.core.cards.layout import CardShape, CardTheme
from showcase.store.cards.disk_cache import CardCache
from showcase.store.cards.renderer import CardRenderer


@dataclass(frozen=True, slots=True)
class CardRequest:
    """A card in one shape and theme."""

    card: CardContent
    shape: CardShape
    theme: CardTheme


class CardService:
    """Makes cards, each once."""

    def __init__(self, static: Path, cache_folder: Path) -> None:
        """Draw with the fonts and pictures of the static folder; keep what was drawn in another folder."""
        self._renderer = CardRenderer(static)
        self._cache = CardCache(cache_folder)

    def key(self, card_request: CardRequest) -> str:
        """A hash of all that is drawn, and of how: the same for the same bytes."""
        drawn = repr((self._renderer.version, card_request))
        return hashlib.sha256(drawn.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def render(self, card_request: CardRequest) -> bytes:
        """A card as a PNG file.

        Raises:
            BusyError: too many are being drawn.
        """
        return self._cache.get(self.key(card_request), lambda: self._draw(card_request))

    def _draw(self, wanted: CardRequest) -> bytes:
        return self._renderer.render(wanted.card, wanted.shape, wanted.theme)
