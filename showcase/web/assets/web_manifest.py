"""What a phone reads to put the showcase on its home screen (W3C, Web Application Manifest)."""

from typing import Any

from showcase.core.branding.brand import MASKABLE_ICON, Brand
from showcase.core.catalog.localized import LocalizedSite
from showcase.core.catalog.site_catalog import Site
from showcase.core.text.languages import direction
from showcase.store.branding.token_sheet import palette_of
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.media_types import PNG_TYPE, SVG_TYPE
from showcase.web.i18n.catalogs import locale, requested_locale

# A home screen has room for about so many letters.
_MAX_SHORT_NAME_CHARS = 12


def build_web_manifest(site: Site, to: UrlBuilder) -> dict[str, Any]:
    """The manifest; the showcase opens as a page among others, since links between sites are its purpose."""
    palette = palette_of(site.tokens)  # a phone shows its colors before any style sheet has come
    texts = LocalizedSite(site, requested_locale())
    described = {"description": str(texts.tagline)} if texts.tagline else {}
    return {
        "name": site.name,
        "short_name": _short_name(site.name),
        **described,
        "lang": locale(),
        "dir": direction(locale()),
        "id": to.home(),
        "start_url": to.home(),
        "scope": to.home(),
        "display": "browser",
        "background_color": palette.ground,
        "theme_color": palette.ink,
        "icons": [
            _icon(to.logo(), _logo_sizes(to.brand), to.brand.logo_type),
            _icon(to.brand_file("icon-512.png"), "512x512"),
            _icon(to.brand_file(MASKABLE_ICON), "512x512", purpose="maskable"),
        ],
    }


def _logo_sizes(brand: Brand) -> str:
    """A drawing has any size."""
    return "any" if brand.logo_type == SVG_TYPE else f"{brand.logo_width}x{brand.logo_height}"


def _short_name(name: str) -> str:
    """As many of its first words as there is room for, the first one at least."""
    words = name.replace(",", "").split()
    fit = [n for n in range(1, len(words) + 1) if len(" ".join(words[:n])) <= _MAX_SHORT_NAME_CHARS]
    return " ".join(words[: max(fit, default=1)])


def _icon(src: str, sizes: str, kind: str = PNG_TYPE, purpose: str = "any") -> dict[str, str]:
    return {"src": src, "sizes": sizes, "type": kind, "purpose": purpose}
