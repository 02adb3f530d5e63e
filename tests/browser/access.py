"""What axe finds on a page, by every rule of WCAG 2.2 AA and by its best practices. The one owner of axe."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # no rule of these tags reads style sheets or films
}
_LOADED = "typeof axe === 'object'"
_LOOK = """([within, options]) =>
    axe.run(within.length ? within.map((selector) => [selector]) : document, options)
        .then(({ violations }) => violations)"""


def faults(page: Page, *within: str) -> list[str]:
    """What axe finds, with the first place of each fault.

    Args:
        page: as it stands.
        within: selectors of the parts that changed since all of it was looked at; none for all of it.
    """
    if not page.evaluate(_LOADED):
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate(_LOOK, [list(within), _OPTIONS])
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:300]}" for fault in found]
