"""The design tokens that the showcase has by itself, and the palette that an owner's tokens make of them."""

from functools import cache, lru_cache

from showcase.core.branding.design_tokens import strip_comments
from showcase.core.branding.name_posters import SunPlace, read_sun_place
from showcase.core.branding.palette import Palette, read_palette
from showcase.resources import find_folder

# A process serves one archive; tests have some.
_MAX_PALETTES = 16


@cache
def own_token_sheet() -> str:
    """static/css/tokens.css without its comments."""
    return strip_comments((find_folder("static") / "css" / "tokens.css").read_text("utf-8"))


@lru_cache(maxsize=_MAX_PALETTES)
def palette_of(tokens: str) -> Palette:
    """The palette of an archive; `tokens` is its tokens.css, "" where it has none."""
    return read_palette(own_token_sheet(), tokens)


@lru_cache(maxsize=_MAX_PALETTES)
def sun_place_of(tokens: str) -> SunPlace:
    """Where the play button of an archive is; `tokens` is its tokens.css, "" where it has none."""
    return read_sun_place(own_token_sheet(), tokens)
