"""What a phone reads to put the showcase on its home screen (W3C, Web Application Manifest)."""

from typing import Any

from showcase.core.catalog.site_catalog import Site
from showcase.core.text.languages import direction
from showcase.web.context.urls import UrlBuilder
from showcase.web.http.media_types import PNG_TYPE, SVG_TYPE
from showcase.web.i18n.catalogs import locale

# As tokens.css has them: a phone shows them before any style sheet has come.
_THEME_COLOR, _BACKGROUND_COLOR = "#17201c", "#fffdf7"
# A home screen has room for about so many letters.
_MAX_SHORT_NAME_CHARS = 12


def build_web_manifest(site: Site, to: UrlBuilder) -> dict[str, Any]:
    """The manifest; the showcase opens as a page among others, since links between sites are its purpose."""
    return {
        "name": site.name,
        "short_name": _short_name(site.name),
        "lang": locale(),
        "dir": direction(locale()),
        "id": to.home(),
        "start_url": to.home(),
        "scope": to.home(),
        "display": "browser",
        "background_color": _BACKGROUND_COLOR,
        "theme_color": _THEME_COLOR,
        "icons": [
            _icon(to.static("img/favicon.svg"), "any", SVG_TYPE),
            _icon(to.static("img/icon-512.png"), "512x512"),
            _icon(to.static("img/icon-maskable-512.png"), "512x512", purpose="maskable"),
        ],
    }


def _short_name(name: str) -> str:
    """As many of its first words as there is room for, the first one at least."""
    words = name.replace(",", "").split()
    fit = [n for n in range(1, len(words) + 1) if len(" ".join(words[:n])) <= _MAX_SHORT_NAME_CHARS]
    return " ".join(words[: max(fit, default=1)])


def _icon(src: str, sizes: str, kind: str = PNG_TYPE, purpose: str = "any") -> dict[str, str]:
    return {"src": src, "sizes": sizes, "type": kind, "purpose": purpose}
