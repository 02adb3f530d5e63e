"""Quote cards, ready to be sent: the PNG of a card, and its key for the cache and the ETag."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from showcase.core.cards.canvases import CardShape, CardTheme
from showcase.core.cards.content import CardContent
from showcase.store.cards.disk_cache import CardCache
from showcase.store.cards.look import CardLook
from showcase.store.cards.renderer import CardRenderer


@dataclass(frozen=True, slots=True)
class CardRequest:
    """A card in one shape and theme, with the look of its archive."""

    card: CardContent
    shape: CardShape
    theme: CardTheme
    look: CardLook = field(default_factory=CardLook)


class CardService:
    """Renders cards through the cache on disk."""

    def __init__(self, static: Path, cache_folder: Path) -> None:
        """Read the fonts.

        Args:
            static: the static folder, with fonts/cards.
            cache_folder: for drawn cards; created when needed.
        """
        self._renderer = CardRenderer(static)
        self._cache = CardCache(cache_folder)

    def key(self, card_request: CardRequest) -> str:
        """40 hexadecimal digits, a hash of everything on the card and of the program that draws it."""
        drawn = repr((self._renderer.version, card_request))
        return hashlib.sha256(drawn.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def is_shortened(self, card: CardContent, shape: CardShape) -> bool:
        """True where a card has room for the beginning of its words only; it is measured and not drawn."""
        return self._renderer.is_shortened(card, shape)

    def render(self, card_request: CardRequest, *, is_frequent: bool = False) -> bytes:
        """A card as a PNG file.

        Args:
            card_request: what to draw.
            is_frequent: for somebody who had many cards drawn lately: others go first.

        Raises:
            BusyError: too many others are being drawn.
        """
        key = self.key(card_request)
        return self._cache.get(key, lambda: self._draw(card_request), is_frequent=is_frequent)

    def _draw(self, wanted: CardRequest) -> bytes:
        return self._renderer.render(wanted.card, wanted.shape, wanted.theme, wanted.look)
